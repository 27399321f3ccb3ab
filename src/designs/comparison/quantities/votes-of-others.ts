import { tablesOf, voteSets } from '../../../measures/assembly-votes.js';
import { continuing } from '../../../measures/continuing-states.js';
import type { OfOthers, Side, Yearly } from './quantity.js';
import type { VotesQuantity } from './votes.js';

const asked = 'votes_of_others';

/**
 * The agreements of a comparison of votes with every other state in the place of one of those named, wherever that one
 * stands: by state and session, how many votes count (all of those compared took part) and the agreement of each pair
 * summed over them. Sums of halves are exact, so they are what `votes` finds for the same states.
 */
export const votesOfOthers: OfOthers<VotesQuantity> = {
  needs(sides, place, _years, spans, { states }) {
    const { votes, issue, abstentions, without } = sides[0]!.of;
    const { texts, cast, key, where } = voteSets[votes];
    const fixed = fixedIn(sides, place);
    const seats = fixed.map((name) => states.all(name).join(', '));
    const column = (name: string | number): string =>
      name === place ? 'v.vote' : `vote${fixed.indexOf(name)}`;
    const agreement = ({ about: [a, b] }: Side): string =>
      abstentions === 'halfway'
        ? `1 - abs(${column(a!)} - ${column(b!)}) / 2`
        : `(${column(a!)} = ${column(b!)})::INTEGER`;
    const all = ['v.vote', ...fixed.map(column)];
    const counted = all.map((c) => `${c} IN (${abstentions === 'left-out' ? '1, 3' : '1, 2, 3'})`);
    const on = issue === 'all' ? '' : ` AND ${issue} = 1`;
    const off = without === 'nothing' ? '' : ` AND coalesce(${without}, 0) = 0`;
    const within = spans.map(({ from, to }) => `session_year BETWEEN ${from} AND ${to}`).join(' OR ');
    const out = [...fixed, place].flatMap((name) => states.all(name)).join(', ');
    return {
      [asked]: {
        sql: `WITH fixed AS (SELECT t.${key} AS text, session_year, ${seats.map((s, i) => `min(v.vote) FILTER (v.ccode IN (${s})) AS vote${i}`).join(', ')}
            FROM (SELECT * FROM ${texts} WHERE ${where} AND (${within})${on}${off}) t
            JOIN ${cast} v ON v.${key} = t.${key} AND v.ccode IN (${seats.join(', ')}) GROUP BY ALL)
          SELECT v.ccode, session_year AS year, count(*)::INTEGER AS votes, ${sides.map((side, i) => `sum(${agreement(side)})::DOUBLE AS agreement${i}`).join(', ')}
          FROM fixed JOIN ${cast} v ON v.${key} = text WHERE v.ccode NOT IN (${out}) AND ${counted.join(' AND ')}
          GROUP BY v.ccode, session_year ORDER BY v.ccode, session_year`,
        tables: tablesOf(votes),
      },
    };
  },
  observe(sides, _place, answers) {
    const found = new Map<number, Map<number, { votes: number; sums: number[] }>>();
    for (const row of answers[asked] ?? []) {
      const state = continuing(Number(row['ccode']));
      const own = found.get(state) ?? new Map<number, { votes: number; sums: number[] }>();
      found.set(state, own);
      const at = own.get(Number(row['year'])) ?? { votes: 0, sums: sides.map(() => 0) };
      own.set(Number(row['year']), {
        votes: at.votes + Number(row['votes']),
        sums: at.sums.map((sum, i) => sum + Number(row[`agreement${i}`])),
      });
    }
    return new Map(
      [...found].map(([state, sessions]) => {
        const years = [...sessions.keys()].sort((a, b) => a - b);
        const weights = years.map((year) => sessions.get(year)!.votes);
        const yearly = sides.map(
          (_, i): Yearly => ({
            years,
            weights,
            values: years.map((year, t) => (100 * sessions.get(year)!.sums[i]!) / weights[t]!),
          }),
        );
        return [state, yearly];
      }),
    );
  },
};

/** Those who stay where they are. */
const fixedIn = (sides: readonly Side[], place: string | number): (string | number)[] => [
  ...new Set(sides.flatMap(({ about }) => about).filter((name) => name !== place)),
];
