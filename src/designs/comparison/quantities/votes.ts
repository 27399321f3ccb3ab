import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import type { Years } from '../../../kernel/years.js';
import { cannotServeSessions, tablesOf, voteSets } from '../../../measures/assembly-votes.js';
import type { Row } from '../../../world/database.js';
import { type Issue, issues } from '../../../world/sources/un-roll-calls/issues.js';
import { identifier } from '../../../world/sql.js';
import { type Abstentions, abstentionRules, agreement } from './agreement.js';
import { askedAlike, inYears, type Quantity, type Side } from './quantity.js';
import { type ObservedOf, observedIn, type Vote } from './votes-drawn.js';
import { votesOfOthers } from './votes-of-others.js';

const parameters = z.strictObject({
  votes: z
    .enum(Object.keys(voteSets) as [keyof typeof voteSets, ...(keyof typeof voteSets)[]])
    .describe(
      'which votes of the General Assembly: adopted texts (library), Voeten’s roll calls, or both sources reconciled (all, adopted, all-once)',
    ),
  issue: z
    .enum(['all', ...(Object.keys(issues) as Issue[])])
    .default('all')
    .describe('votes on one issue alone: me, nu, di, hr, co or ec'),
  without: z
    .enum(['nothing', ...(Object.keys(issues) as Issue[])])
    .default('nothing')
    .describe('an issue whose votes are left out: me, nu, di, hr, co or ec'),
  abstentions: z
    .enum(Object.keys(abstentionRules) as [Abstentions, ...Abstentions[]])
    .describe(
      'halfway: between yes and no; as-a-side: a position of its own; left-out: votes in which one of them abstained do not count',
    ),
});

export type VotesQuantity = z.infer<typeof parameters>;

const asked = 'votes';

/**
 * How far two states agree in the General Assembly: the mean agreement over the votes of a session in which all states
 * of the comparison took part, in per cent; over several sessions each vote counts the same. What abstaining means is
 * in `agreement`; the votes are those of `minorityShare`.
 *
 * Both pairs are seen in the same votes, so that no difference comes from who was absent when. It says nothing of what
 * is adopted without a vote: most texts.
 *
 * Chance: sessions drawn anew with all their votes, in blocks of neighbouring ones; and votes drawn anew by heading, so
 * that a text that comes back year after year counts as one thing (of 2,004 recorded votes since 2001 in the Library,
 * 498 differ in their title).
 *
 * Throws `designs/two-seats` where a name stands for two members that voted at once.
 */
export const votes: Quantity<VotesQuantity> = {
  name: 'votes',
  says: 'How far two states agree in recorded votes of the UN General Assembly, in per cent, over the votes in which all states of the comparison took part. It says nothing of texts adopted without a vote.',
  cites: [
    'Lijphart, A. (1963). The Analysis of Bloc Voting in the General Assembly: A Critique and a Proposal. American Political Science Review 57(4):902–917.',
  ],
  parameters,
  states: 2,
  ofEveryState: false,
  drawnAnew: true,
  counts: false,
  withOthers: false,
  formula({ abstentions, issue, without }) {
    const on = issue === 'all' ? [] : [`${issue} is 1`];
    const off = without === 'nothing' ? [] : [`${without} is not 1`];
    const which = ['the votes', [...on, ...off].join(' and ')].filter(Boolean).join(' in which ');
    return abstentions === 'halfway'
      ? `100 × the mean of 1 − |a − b| / 2 over ${which}, a and b being 1 for yes, 2 for an abstention and 3 for no; those with an 8 (absent) left out`
      : `100 × the part of ${which} (1 yes, 2 abstain, 3 no) in which both are equal; those with an 8 (absent)${abstentions === 'left-out' ? ' or a 2' : ''} left out`;
  },
  ofOthers: votesOfOthers,
  unit: () => 'percentage points',
  label: ({ issue, without }) =>
    `agreement in votes${issue === 'all' ? '' : ` on ${issues[issue]}`}${without === 'nothing' ? '' : `, without ${issues[without]}`}`,
  axis: () => 'per cent',
  cannot({ of, about }, years, catalogue) {
    for (const name of about) catalogue.states.resolve(name);
    const asksIssue = of.issue !== 'all' || of.without !== 'nothing';
    if (asksIssue && !voteSets[of.votes].hasIssues) return `${of.votes} has no issue codes`;
    return cannotServeSessions(of.votes, years, catalogue);
  },
  needs(sides, _years, { states }) {
    const { votes: set } = sides[0]!.of;
    const { texts, cast, key, heading, hasIssues } = voteSets[set];
    const codes = hasIssues ? Object.keys(issues).map((issue) => `t.${issue}`) : [];
    const kin = setsOf(texts);
    const belongs = kin.map(([name, own]) => `(${own.where})::INTEGER AS ${identifier(within(name))}`);
    const seats = namesIn(sides).map((name) => states.all(name).join(', '));
    const votesOf = (s: string, i: number): string =>
      `min(v.vote) FILTER (v.ccode IN (${s})) AS vote${i}, (count(*) FILTER (v.ccode IN (${s}) AND v.vote <> 8))::INTEGER AS seats${i}`;
    const sets = kin.map(([name]) => `t.${identifier(within(name))}`);
    const columns = [`t.${key}`, 't.session_year', `t.${heading}`, ...codes, ...sets].join(', ');
    return {
      // All sessions, issues and sets of votes at once: one question serves every span and every choice among them.
      [asked]: {
        sql: `SELECT t.${key} AS text, t.session_year AS year, coalesce(t.${heading}, '') AS heading,
          ${[...codes, ...sets, ...seats.map(votesOf)].join(', ')}
          FROM (SELECT *, ${belongs.join(', ')} FROM ${texts}) t JOIN ${cast} v ON v.${key} = t.${key} AND v.ccode IN (${seats.join(', ')})
          GROUP BY ${columns} ORDER BY t.${key}`,
        tables: tablesOf(set),
      },
    };
  },
  observe(sides, years, spans, answers) {
    const names = namesIn(sides);
    const pairs = pairsOf(names);
    const seen = ofEveryPair(askedAlike(sides), names, pairs, years, spans, answers[asked] ?? []);
    return seen(
      sides.map(({ about }) => pairs.findIndex((pair) => pair.every((name) => about.includes(name)))),
    );
  },
};

/** The sets of votes that are made of the same texts. */
const setsOf = (texts: string) => Object.entries(voteSets).filter(([, own]) => own.texts === texts);

/** The column that says whether a vote belongs to a set. */
const within = (set: string): string => `in_${set}`;

const namesIn = (sides: readonly Side[]): (string | number)[] => [
  ...new Set(sides.flatMap(({ about }) => about)),
];

/** Each two of some names. */
const pairsOf = (names: readonly (string | number)[]) =>
  names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const));

const latest = new WeakMap<readonly Row[], { readonly key: string; readonly seen: ObservedOf }>();

/** What is seen of every pair, found once for comparisons that follow each other and differ in the pairs alone. */
function ofEveryPair(
  of: VotesQuantity,
  names: readonly (string | number)[],
  pairs: ReturnType<typeof pairsOf>,
  years: Years,
  spans: readonly Years[],
  rows: readonly Row[],
): ObservedOf {
  const key = JSON.stringify([of, names, spans]);
  const before = latest.get(rows);
  if (before?.key === key) return before.seen;
  const seen = observedIn(votesOf(of, names, pairs, years, rows), spans);
  latest.set(rows, { key, seen });
  return seen;
}

function votesOf(
  { abstentions, issue, votes: set, without }: VotesQuantity,
  names: readonly (string | number)[],
  pairs: ReturnType<typeof pairsOf>,
  years: Years,
  rows: readonly Row[],
): Vote[] {
  const column = within(set);
  const places = pairs.map((pair) => pair.map((name) => names.indexOf(name)) as [number, number]);
  const asks = ({ year, row }: Cast): boolean =>
    inYears(years, year) &&
    row[column] === 1 &&
    (issue === 'all' || row[issue] === 1) &&
    (without === 'nothing' || row[without] !== 1);
  return castVotes(rows, names.length)
    .filter(asks)
    .map(({ year, heading, cast, doubled }) => {
      if (doubled >= 0) fail('designs/two-seats', `two members voted under one name: ${names[doubled]}`);
      const out = cast.includes(8)
        ? 'absent'
        : abstentions === 'left-out' && cast.includes(2)
          ? 'abstained'
          : undefined;
      const agreements = places.map(([a, b]) => agreement(cast[a]!, cast[b]!, abstentions));
      return { year, heading, agreements, out };
    });
}

/** A text, and how each of the states that were asked about voted on it (8: absent). */
interface Cast {
  readonly year: number;
  readonly heading: string;
  readonly cast: readonly number[];
  /** Which of them stands for two members that voted at once; −1: none. */
  readonly doubled: number;
  readonly row: Row;
}

const read = new WeakMap<readonly Row[], readonly Cast[]>();

/** The votes of an answer, read once however many specifications ask. */
function castVotes(rows: readonly Row[], states: number): readonly Cast[] {
  const known = read.get(rows);
  if (known) return known;
  const all = Array.from({ length: states }, (_, i) => i);
  const votes = rows.map((row) => ({
    year: Number(row['year']),
    heading: headingOf(String(row['heading'])),
    cast: all.map((i) => Number(row[`vote${i}`] ?? 8)),
    doubled: all.findIndex((i) => Number(row[`seats${i}`]) > 1),
    row,
  }));
  read.set(rows, votes);
  return votes;
}

/** A title without the formula that some sources append to it. */
const headingOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\s*:\s*(resolution|decision)\b.*$/, '')
    .trim();
