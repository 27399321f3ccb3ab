import type { Years } from '../../../kernel/years.js';
import type { Answers } from '../../../world/open.js';
import { type AssemblySet, type Ballots, ballotsOf, type Text } from './ballots.js';
import { type Members, type MembersWith, sizesOf } from './gap-members.js';
import { type GapRule, type GapsOfGroups, type Groups, gapsOfGroups } from './gaps-of-texts.js';
import { inYears, type Observed, type Yearly } from './quantity.js';
import { observedIn } from './votes-drawn.js';

/** Which votes count, and how. */
export interface GapInVotes {
  readonly texts: AssemblySet;
  readonly abstentions?: GapRule | undefined;
  readonly 'middle-east'?: 'with' | 'without' | undefined;
  readonly ukraine?: 'with' | 'without' | undefined;
}

/** How far two groups lie apart in votes, session by session: the mean gap of its texts, each text once. */
export function gapInVotes(
  of: GapInVotes,
  spans: readonly Years[],
  answers: Answers,
  members: MembersWith,
): Observed {
  const ballots = ballotsOf(answers);
  const { texts } = ballots;
  const isCompared = ({ year }: Text): boolean => spans.some((span) => inYears(span, year));
  const compared = places(texts, isCompared);
  const chosen = members(takingPart(ballots, compared));
  const { gaps, drawn } = known(ballots, chosen);
  const rule = of.abstentions ?? 'as-a-side';
  const counts = (text: number): boolean => belongs(texts[text]!, of) && !Number.isNaN(gaps[rule][text]!);
  const votes = [...texts.keys()].filter(counts).map((text) => ({
    year: texts[text]!.year,
    heading: texts[text]!.heading,
    agreements: [gaps[rule][text]!],
    out: undefined,
  }));
  const sessions = [...new Set(compared.map((text) => texts[text]!.year))];
  const bySpan = spans.map((span) =>
    compared.filter((text) => counts(text) && inYears(span, texts[text]!.year)),
  );
  const seen = observedIn(votes, spans)([0]);
  return {
    ...seen,
    ...sizesOf(chosen),
    chances: [
      {
        method: 'states drawn anew within each group',
        draw: (_random, m) => [meansBySpan(drawn(m, sessions)[rule], bySpan, spans)],
      },
      ...seen.chances,
    ],
  };
}

/** Where something is so in a list. */
const places = <T>(list: readonly T[], is: (entry: T) => boolean): number[] =>
  list.flatMap((entry, i) => (is(entry) ? [i] : []));

const belongs = (text: Text, of: GapInVotes): boolean =>
  text.of.has(of.texts) &&
  !(of['middle-east'] === 'without' && text.middleEast) &&
  !(of.ukraine === 'without' && text.ukraine);

/** Tells which states took part in some vote of every session. */
function takingPart({ texts, voters }: Ballots, compared: readonly number[]): (state: number) => boolean {
  const sessions = [...new Set(compared.map((text) => texts[text]!.year))].map((year) =>
    compared.filter((text) => texts[text]!.year === year),
  );
  const found = new Set(
    voters
      .filter(({ choices }) => sessions.every((own) => own.some((text) => choices[text]! > 0)))
      .map(({ state }) => state),
  );
  return (state) => found.has(state);
}

/** The mean over each span, which stands as its first year. */
function meansBySpan(gaps: Float64Array, bySpan: readonly number[][], spans: readonly Years[]): Yearly {
  const weights = spans.map(() => 0);
  const values = bySpan.map((texts, s) => {
    let sum = 0;
    let n = 0;
    for (const text of texts) {
      const gap = gaps[text]!;
      if (Number.isNaN(gap)) continue;
      sum += gap;
      n++;
    }
    weights[s] = n;
    return (100 * sum) / n;
  });
  return { years: spans.map(({ from }) => from), weights, values };
}

const kept = new WeakMap<Ballots, Map<string, GapsOfGroups>>();

/** The gaps of two groups, found once however many specifications compare them. */
function known(ballots: Ballots, { groups }: Members): GapsOfGroups {
  const own = kept.get(ballots) ?? new Map<string, GapsOfGroups>();
  kept.set(ballots, own);
  const name = JSON.stringify(groups);
  const found = own.get(name) ?? gapsOfGroups(ballots, votersOf(ballots, groups));
  own.set(name, found);
  return found;
}

const votersOf = ({ voters }: Ballots, groups: Members['groups']): Groups =>
  groups.map((group) => voters.filter(({ state }) => group.includes(state))) as unknown as Groups;
