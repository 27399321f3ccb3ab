import { wordsOf } from './headings.js';

/** A vote on a whole text, by its heading. */
export interface Voted {
  readonly vote: number;
  readonly session_year: number;
  readonly title: string;
}

/** A group of votes on the same text over the years, by its smallest number. */
export interface Grouped {
  readonly vote: number;
  readonly same_text: number;
  readonly from: 'pairs' | 'rule';
}

/** The first session year into which pairs of our own lead: the published pairs end with session 74. */
export const ownFrom = 2020;

/** Texts that come up every second or third year are taken for the same over so many. */
const furthest = 3;

/**
 * Pairs of votes on what by its heading is the same text: both titles have the same words in the same order and stand
 * once only in their sessions, and at most three sessions lie between, with no other in between. Only pairs whose later
 * vote is of `from` on. Headings say nothing of what changed inside a text; the published pairs were read one by one.
 */
export function sameHeadings(votes: readonly Voted[], from: number): [number, number][] {
  const headings = grouped(votes, ({ title }) => wordsOf(title).join(' '));
  return [...headings].flatMap(([words, alike]) => {
    const sessions = [...grouped(alike, (v) => v.session_year)].sort(([a], [b]) => a - b);
    return sessions.flatMap(([year, now], i) => {
      const [before, then] = sessions[i - 1] ?? [0, []];
      const once = words !== '' && now.length === 1 && then.length === 1;
      return once && year >= from && year - before <= furthest
        ? [[then[0]!.vote, now[0]!.vote] as [number, number]]
        : [];
    });
  });
}

/** Groups of votes that pairs join, directly or through others; `rule` where a pair of our own is among them. */
export function sameTexts(
  published: readonly (readonly [number, number])[],
  own: readonly (readonly [number, number])[],
): Grouped[] {
  const parent = new Map<number, number>();
  const root = (v: number): number => {
    const up = parent.get(v) ?? v;
    return up === v ? v : root(up);
  };
  for (const [a, b] of [...published, ...own]) {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    parent.set(a, parent.get(a) ?? a).set(b, parent.get(b) ?? b);
    parent.set(high, low);
  }
  const byRule = new Set(own.map(([a]) => root(a)));
  return [...parent.keys()]
    .sort((a, b) => a - b)
    .map((vote) => ({ vote, same_text: root(vote), from: byRule.has(root(vote)) ? 'rule' : 'pairs' }));
}

function grouped<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
