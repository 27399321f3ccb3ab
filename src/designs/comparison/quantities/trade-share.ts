import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import type { Years } from '../../../kernel/years.js';
import { continuing } from '../../../measures/continuing-states.js';
import { byYear } from '../../../measures/member-values.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Row } from '../../../world/database.js';
import type { Catalogue } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';
import { cannotMean, stateIn } from '../subjects.js';
import { listed, stateList, statesListed, withoutOne } from './listed.js';
import type { Quantity, Side, Yearly } from './quantity.js';
import { yearlyObserved } from './yearly-observed.js';

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
  withOthers: true,
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
  without: (of, is) => ({ ...of, of: withoutOne(of.of, is) }),
  needs: (sides, years, catalogue) =>
    Object.fromEntries(
      regionsOf(sides).map((region, i) => {
        const { of } = sides.find((side) => regionOf(side) === region)!;
        const { table, name } = variableOf(catalogue.manifest, of['trade-share']);
        const flow = identifier(name);
        const members = listed(of.of)
          .flatMap((n) => catalogue.states.all(n))
          .join(', ');
        const between = `year BETWEEN ${years.from} AND ${years.to} AND ${flow} IS NOT NULL`;
        return [
          asked(i),
          {
            sql: `WITH flows AS (
              SELECT year, ccode1, ccode2, ${flow} AS flow FROM ${table} WHERE ccode1 IN (${members}) AND ${between}
              UNION ALL SELECT year, ccode2, ccode1, ${flow} FROM ${table} WHERE ccode2 IN (${members}) AND ${between})
            SELECT year, ccode1, ccode2, sum(flow)::DOUBLE AS flow FROM flows GROUP BY year, ccode1, ccode2 ORDER BY year, ccode1, ccode2`,
            tables: [table],
          },
        ];
      }),
    ),
  observe(sides, years, spans, answers, catalogue) {
    const regions = regionsOf(sides);
    const membersIn = statesListed(catalogue);
    const yearly = sides.map((side) =>
      sharesByYear(
        side,
        years,
        flowsByYear(answers[asked(regions.indexOf(regionOf(side)))] ?? []),
        membersIn,
        catalogue,
      ),
    );
    return yearlyObserved(yearly, years, spans, 'recorded flow');
  },
};

/** What is asked of one list of states, whoever the partner is. */
const regionOf = ({ of }: Side<TradeShareQuantity>): string => `${of['trade-share']} of ${String(of.of)}`;
const regionsOf = (sides: readonly Side<TradeShareQuantity>[]): string[] => [...new Set(sides.map(regionOf))];
const asked = (i: number): string => `flows${i}`;

/** Both flows between a state of the list (the first) and another. */
interface Flow {
  readonly year: number;
  readonly ccode1: number;
  readonly ccode2: number;
  readonly flow: number;
}

/** The trade of a list of states in a year. */
interface TradeOfYear {
  readonly total: number;
  readonly trading: number;
  readonly with: ReadonlyMap<number, number>;
}

const read = new WeakMap<readonly Row[], ReadonlyMap<number, readonly Flow[]>>();

/** The flows of an answer by year, read once however many specifications ask. */
function flowsByYear(rows: readonly Row[]): ReadonlyMap<number, readonly Flow[]> {
  const known = read.get(rows) ?? new Map(byYear(rows as unknown as readonly Flow[]));
  read.set(rows, known);
  return known;
}

const added = new WeakMap<readonly Flow[], Map<string, TradeOfYear>>();

/** What these states traded with each other one, added up once for many partners. */
function tradeOf(members: ReadonlySet<number | undefined>, flows: readonly Flow[]): TradeOfYear {
  const known = added.get(flows) ?? new Map<string, TradeOfYear>();
  added.set(flows, known);
  const key = [...members].join(' ');
  const found = known.get(key) ?? addedUp(members, flows);
  known.set(key, found);
  return found;
}

function addedUp(members: ReadonlySet<number | undefined>, flows: readonly Flow[]): TradeOfYear {
  const trading = new Set<number>();
  const partners = new Map<number, number>();
  let total = 0;
  for (const { ccode1, ccode2, flow } of flows) {
    const member = continuing(ccode1);
    if (!members.has(member)) continue;
    const partner = continuing(ccode2);
    trading.add(member);
    total += flow;
    partners.set(partner, (partners.get(partner) ?? 0) + flow);
  }
  return { total, trading: trading.size, with: partners };
}

function sharesByYear(
  { of, about }: Side<TradeShareQuantity>,
  years: Years,
  flows: ReadonlyMap<number, readonly Flow[]>,
  membersIn: ReturnType<typeof statesListed>,
  catalogue: Catalogue,
): Yearly {
  const found: { year: number; value: number }[] = [];
  for (let year = years.from; year <= years.to; year++) {
    const partner = stateIn(about[0]!, year, catalogue);
    const members = new Set(membersIn(of.of, year));
    members.delete(partner);
    const trade = tradeOf(members, flows.get(year) ?? none);
    if (trade.trading < members.size || !(trade.total > 0)) continue;
    found.push({ year, value: (100 * (trade.with.get(partner ?? Number.NaN) ?? 0)) / trade.total });
  }
  return {
    years: found.map(({ year }) => year),
    values: found.map(({ value }) => value),
    weights: found.map(() => 1),
  };
}

const none: readonly Flow[] = [];
