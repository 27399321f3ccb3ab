import { showYears } from '../../kernel/years.js';
import { variableOf } from '../../world/catalogue.js';
import { sidesOf, type Tie, type Tied } from './tie.js';

interface Flow {
  readonly ccode: number;
  readonly named: number;
  readonly year: number;
  readonly flow: number;
}

/**
 * The part of the trade of one of the two that goes with the other, in per cent: 100 (imports and exports between them)
 * / (imports and exports of `whose` with everyone). Flows of pairs without a row are unknown and enter neither.
 */
export const tradeShareTie: Tie = {
  says: 'The part of the merchandise trade of one of the two, in both directions, that goes with the other, in per cent.',
  needed: ['whose'],
  withOthers: true,
  unit: () => 'percentage points',
  label(p) {
    const { one, other } = sidesOf(p);
    return `share of ${other} in the trade of ${one}`;
  },
  formula: () => '100 × flows both ways between the two / flows both ways of the one with all',
  cannot({ pair, whose }, years, { manifest }) {
    if (!pair.includes(whose!)) return `${whose} is none of the two`;
    const { coverage } = variableOf(manifest, 'imports');
    const inside = coverage.from <= years.from && years.to <= coverage.to;
    return inside ? null : `imports covers ${showYears(coverage)} only`;
  },
  needs(p, years, { states, manifest }) {
    const { one, other } = sidesOf(p);
    const { table } = variableOf(manifest, 'imports');
    const [ones, named] = [one, other].map((name) => states.all(name).join(', '));
    const between = `year BETWEEN ${years.from} AND ${years.to} AND imports IS NOT NULL`;
    return {
      flows: {
        sql: `SELECT ccode, (ccode IN (${named}))::INTEGER AS named, year, sum(imports)::DOUBLE AS flow FROM (
            SELECT year, ccode2 AS ccode, imports FROM ${table} WHERE ccode1 IN (${ones}) AND ${between}
            UNION ALL SELECT year, ccode1, imports FROM ${table} WHERE ccode2 IN (${ones}) AND ${between})
          GROUP BY ccode, year ORDER BY year, ccode`,
        tables: [table],
      },
    };
  },
  needsOfOthers: () => ({}),
  read(_p, { flows = [] }) {
    const all = flows as unknown as readonly Flow[];
    const totals = new Map<number, number>();
    for (const { year, flow } of all) totals.set(year, (totals.get(year) ?? 0) + flow);
    return all.flatMap(({ ccode, named, year, flow }): Tied[] => {
      const total = totals.get(year)!;
      return total > 0 ? [{ ccode, named, year, value: (100 * flow) / total, count: 1 }] : [];
    });
  },
};
