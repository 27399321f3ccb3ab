import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { continuing } from '../../../measures/continuing-states.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';
import { cannotMean, stateIn } from '../subjects.js';
import { listed, stateList } from './listed.js';
import { inYears, type Quantity, type Side, type Yearly } from './quantity.js';

const parameters = z.strictObject({
  'trade-share': z.string().min(1).describe('a flow between states, of level dyad-year, such as imports'),
  of: stateList.describe('the states whose flows are shared out'),
});

export type TradeShareQuantity = z.infer<typeof parameters>;

/**
 * The part of the trade of some states that goes with one partner, in per cent: flows both ways between the partner
 * and the states listed, over their flows both ways with everyone. The partner itself, if listed, is left out of them.
 *
 * Flows of pairs without a row are unknown and enter neither side. A year in which one of the states has no recorded
 * flow at all has no share. 0 to 100.
 */
export const tradeShare: Quantity<TradeShareQuantity> = {
  name: 'trade-share',
  says: 'The part of the trade of some states, in both directions, that goes with one partner, in per cent. It does not say who depends on whom.',
  cites: [],
  parameters,
  states: 1,
  ofEveryState: false,
  drawnAnew: false,
  counts: false,
  unit: () => 'percentage points',
  label: () => 'share of the trade of the region',
  axis: () => 'per cent',
  cannot({ of, about }, years, catalogue) {
    const flow = variableOf(catalogue.manifest, of['trade-share']);
    if (flow.level !== 'dyad-year')
      fail('designs/not-of-pairs', `not a figure about pairs of states: ${flow.name}`, {
        hint: `${flow.name} is about a ${flow.level}; a dyad-year variable is needed`,
      });
    if (flow.coverage.to < years.to) return `${flow.name} ends in ${flow.coverage.to}`;
    if (flow.coverage.from > years.from) return `${flow.name} begins in ${flow.coverage.from}`;
    return cannotMean([...about, ...listed(of.of)], years, catalogue);
  },
  needs(sides, years, catalogue) {
    return Object.fromEntries(
      sides.map((side, i) => {
        const { table, name } = variableOf(catalogue.manifest, side.of['trade-share']);
        const flow = identifier(name);
        const seats = (names: readonly (string | number)[]): string =>
          names.flatMap((n) => catalogue.states.all(n)).join(', ');
        const members = seats(listed(side.of.of));
        const partner = seats(side.about);
        const between = `year BETWEEN ${years.from} AND ${years.to} AND ${flow} IS NOT NULL`;
        return [
          `flows${i}`,
          {
            sql: `WITH flows AS (
              SELECT year, ccode1 AS member, ccode2 AS other, ${flow} AS flow FROM ${table} WHERE ccode1 IN (${members}) AND ${between}
              UNION ALL SELECT year, ccode2, ccode1, ${flow} FROM ${table} WHERE ccode2 IN (${members}) AND ${between})
            SELECT year, member, sum(flow)::DOUBLE AS total, coalesce(sum(flow) FILTER (other IN (${partner})), 0)::DOUBLE AS own
            FROM flows WHERE member NOT IN (${partner}) GROUP BY year, member ORDER BY year, member`,
            tables: [table],
          },
        ];
      }),
    );
  },
  observe(sides, years, spans, answers, catalogue) {
    const yearly = sides.map((side, i) =>
      sharesByYear(side, years, (answers[`flows${i}`] ?? []) as unknown as Flow[], catalogue),
    );
    const compared = Array.from({ length: years.to - years.from + 1 }, (_, i) => years.from + i).filter(
      (year) => spans.some((s) => inYears(s, year)),
    );
    const kept = compared.filter((year) => yearly[0]!.years.includes(year)).length;
    return {
      sides: yearly,
      n: kept,
      of: 'years',
      lost:
        kept < compared.length
          ? { 'years in which one of the states has no recorded flow': compared.length - kept }
          : {},
      chances: [],
    };
  },
};

interface Flow {
  readonly year: number;
  readonly member: number;
  readonly total: number;
  readonly own: number;
}

function sharesByYear(
  { of, about }: Side<TradeShareQuantity>,
  years: { from: number; to: number },
  flows: readonly Flow[],
  catalogue: Catalogue,
): Yearly {
  const found: { year: number; value: number }[] = [];
  for (let year = years.from; year <= years.to; year++) {
    const partner = stateIn(about[0]!, year, catalogue);
    const members = new Set(listed(of.of).map((name) => stateIn(name, year, catalogue)));
    members.delete(partner);
    const own = flows.filter((f) => f.year === year && members.has(continuing(f.member)));
    if (new Set(own.map((f) => continuing(f.member))).size < members.size) continue;
    const total = own.reduce((sum, f) => sum + f.total, 0);
    if (total > 0) found.push({ year, value: (100 * own.reduce((sum, f) => sum + f.own, 0)) / total });
  }
  return {
    years: found.map(({ year }) => year),
    values: found.map(({ value }) => value),
    weights: found.map(() => 1),
  };
}
