import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { showYears } from '../../../kernel/years.js';
import { voteSets } from '../../../measures/assembly-votes.js';
import { tableOf } from '../../../world/catalogue.js';
import type { Answers } from '../../../world/open.js';
import { type Issue, issues } from '../../../world/sources/un-roll-calls/issues.js';
import { type Abstentions, abstentionRules, agreement } from './agreement.js';
import type { Quantity, Side } from './quantity.js';
import { observedIn, type Vote } from './votes-drawn.js';

const parameters = z.strictObject({
  votes: z
    .enum(Object.keys(voteSets) as [keyof typeof voteSets, ...(keyof typeof voteSets)[]])
    .describe('which votes of the General Assembly: adopted texts (library), or Voeten’s roll calls'),
  issue: z
    .enum(['all', ...(Object.keys(issues) as Issue[])])
    .default('all')
    .describe('votes on one issue alone: me, nu, di, hr, co or ec'),
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
  unit: () => 'percentage points',
  label: ({ issue }) => `agreement in votes${issue === 'all' ? '' : ` on ${issues[issue]}`}`,
  axis: () => 'per cent',
  cannot({ of, about }, years, catalogue) {
    for (const name of about) catalogue.states.resolve(name);
    if (of.issue !== 'all' && !voteSets[of.votes].hasIssues) return `${of.votes} has no issue codes`;
    // A session ends in the year after the one in which it opened: the table's last year has no whole session.
    const table = tableOf(catalogue.manifest, voteSets[of.votes].texts);
    const whole = { from: table.years.from, to: table.years.to - 1 };
    const inside = whole.from <= years.from && years.to <= whole.to;
    return inside ? null : `${of.votes} covers the sessions of ${showYears(whole)} only`;
  },
  needs(sides, years, { states }) {
    const { of } = sides[0]!;
    const { texts, cast, key, where, hasIssues } = voteSets[of.votes];
    const heading = hasIssues ? 'descr' : 'title';
    const issue = of.issue === 'all' ? '' : ` AND ${of.issue} = 1`;
    const seats = namesIn(sides).map((name) => states.all(name).join(', '));
    return {
      [asked]: {
        sql: `SELECT t.${key} AS text, t.session_year AS year, coalesce(t.${heading}, '') AS heading,
          ${seats.map((s, i) => `min(v.vote) FILTER (v.ccode IN (${s})) AS vote${i}, (count(*) FILTER (v.ccode IN (${s}) AND v.vote <> 8))::INTEGER AS seats${i}`).join(', ')}
          FROM ${texts} t JOIN ${cast} v ON v.${key} = t.${key} AND v.ccode IN (${seats.join(', ')})
          WHERE ${where}${issue} AND t.session_year BETWEEN ${years.from} AND ${years.to}
          GROUP BY t.${key}, t.session_year, t.${heading} ORDER BY t.${key}`,
        tables: [texts, cast],
      },
    };
  },
  observe(sides, _years, spans, answers) {
    if (new Set(sides.map(({ of }) => JSON.stringify(of))).size > 1)
      fail('designs/different-votes', 'both pairs are compared in the same votes', {
        hint: 'write of: { votes: … } once, without against',
      });
    return observedIn(votesOf(sides, answers), spans);
  },
};

const namesIn = (sides: readonly Side[]): (string | number)[] => [
  ...new Set(sides.flatMap(({ about }) => about)),
];

function votesOf(sides: readonly Side<VotesQuantity>[], answers: Answers): Vote[] {
  const names = namesIn(sides);
  const { abstentions } = sides[0]!.of;
  return (answers[asked] ?? []).map((row) => {
    const cast = names.map((name, i) => {
      if (Number(row[`seats${i}`]) > 1)
        fail('designs/two-seats', `two members voted under one name: ${name}`);
      return row[`vote${i}`] === null ? 8 : Number(row[`vote${i}`]);
    });
    const out = cast.includes(8)
      ? 'absent'
      : abstentions === 'left-out' && cast.includes(2)
        ? 'abstained'
        : undefined;
    const pair = ({ about: [a, b] }: Side): number =>
      agreement(cast[names.indexOf(a!)]!, cast[names.indexOf(b!)]!, abstentions);
    return {
      year: Number(row['year']),
      heading: headingOf(String(row['heading'])),
      agreements: sides.map(pair),
      out,
    };
  });
}

/** A title without the formula that some sources append to it. */
const headingOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\s*:\s*(resolution|decision)\b.*$/, '')
    .trim();
