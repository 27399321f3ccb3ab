import { comparison } from '../../src/designs/comparison/comparison.js';
import { estimateComparison } from '../../src/designs/comparison/estimate.js';
import { type Evidence, evidence } from '../../src/designs/comparison/evidence.js';
import { type Interval, widest, withError } from '../../src/designs/comparison/intervals.js';
import { type ComparisonParameters, spansOf } from '../../src/designs/comparison/parameters.js';
import { inYears, type Yearly } from '../../src/designs/comparison/quantities/quantity.js';
import { meanIn, measurementError } from '../../src/designs/comparison/statistic.js';
import { effectWithoutEffect } from '../../src/designs/comparison/without-effect.js';
import type { Estimate } from '../../src/designs/design.js';
import { type Random, randomFrom } from '../../src/kernel/random.js';
import { estimatesWithoutEffect } from '../../src/runs/worlds-without-effect.js';
import { memoriesAround } from '../../src/statistics/ar1.js';
import { gaussian } from '../../src/statistics/simulate.js';
import type { World } from '../../src/world/open.js';
import { autoregressions } from './autoregressions.js';
import { firstWritten, stepped } from './first-written.js';
import { definitions, methods, type Place, places, sources } from './layout.js';
import { asked } from './real-world.js';
import { moved, type Oriented, type Simulation } from './simulation.js';

const near = 'Japan+South Korea+Taiwan+Mongolia';
const south = 'Vietnam+Cambodia+Thailand+Malaysia+Singapore+Brunei+Indonesia+Philippines';
const far = `${near}+${south}`;

/** Four families of series, of one thing each, as claims measure it: a quantity, whose it is, and over which years. */
const families: readonly {
  readonly of: readonly Readonly<Record<string, unknown>>[];
  readonly one: string;
  readonly from: string;
  readonly to: string;
}[] = [
  {
    of: ['polyarchy_v15', 'libdem_v15', 'fh_score', 'civlib'].map((variable) => ({ variable })),
    one: 'USA',
    from: '1990-1999',
    to: '2000-2020',
  },
  {
    of: [
      'human_rights_protection',
      'physical_integrity_v12',
      'political_liberties_v12',
      'private_liberties_v12',
    ].map((variable) => ({ variable })),
    one: 'USA',
    from: '1990-1999',
    to: '2000-2019',
  },
  {
    of: [near, far, south, 'Japan+South Korea'].map((region) => ({ 'trade-share': 'imports', of: region })),
    one: 'CHN',
    from: '1990-1999',
    to: '2000-2014',
  },
  {
    of: ['milex', 'milper'].flatMap((share) =>
      [near, far].map((region) => ({ share, among: ['CHN', 'USA', region] })),
    ),
    one: 'CHN',
    from: '1990-1999',
    to: '2000-2014',
  },
];

/** Pairs of spans that claims compare. */
const spans: readonly (readonly [from: string, to: string])[] = [
  ['2005-2009', '2016-2020'],
  ['2000-2009', '2016-2018'],
  ['1996-2000', '2010-2014'],
];

/** A real series: the memory of its deviations from its line, and how large the source’s own error is beside them. */
interface RealSeries {
  readonly rho: number;
  /** Standard deviation by the source’s intervals over that of the deviations; undefined where it gives none. */
  readonly error: number | undefined;
  readonly changes: ReadonlyMap<number, number>;
}

/** The sixteen series. */
export async function realYearly(world: World): Promise<RealSeries[]> {
  const found: RealSeries[] = [];
  const each = families.flatMap(({ of, ...rest }) => of.map((one) => ({ of: one, ...rest })));
  for (const written of each) {
    const p = asked('comparison', written) as ComparisonParameters;
    const side = evidence(p, await world.answer(comparison.needs(p, world)), world).sides[0]!;
    const middle = side.years.reduce((sum, year) => sum + year, 0) / side.years.length;
    const { rho, variance } = memoriesAround(
      side.years.map((year) => year - middle),
      side.values,
      'line',
    ).likeliest;
    found.push({
      rho,
      error: side.sds && side.sds.reduce((sum, sd) => sum + sd, 0) / side.sds.length / Math.sqrt(variance),
      changes: new Map(side.years.slice(1).map((year, t) => [year, side.values[t + 1]! - side.values[t]!])),
    });
  }
  return found;
}

const first = 1996;
const last = 2020;

/** The source’s own error is one for all years of a span. */
function judged(yearly: Yearly, p: ComparisonParameters, random: Random): Yearly {
  if (!yearly.sds) return yearly;
  const values = [...yearly.values];
  for (const span of spansOf(p)) {
    const off = gaussian(random) * meanIn({ ...yearly, values: yearly.sds }, span);
    for (const [t, year] of yearly.years.entries()) if (inYears(span, year)) values[t] = values[t]! + off;
  }
  return { ...yearly, values };
}

/** As the design was first written. */
function intervalBefore(p: ComparisonParameters, { value, errors }: Estimate, side: Yearly): Interval {
  const { years, values } = side;
  const own = widest(
    firstWritten(
      errors,
      stepped(
        values,
        years.map((year) => inYears(spansOf(p)[1]!, year)),
      ),
    ),
  );
  const error = measurementError(side, spansOf(p));
  return error ? withError(own, value, error) : own;
}

/**
 * Worlds of a comparison over years: a state against its own past. Series have the memory of real ones, and the source’s
 * own error where it gives one; spans are those of claims.
 */
export function yearsWorlds(real: readonly RealSeries[], realCorrelation: number): Simulation {
  const parameters = spans.map(
    ([from, to]) =>
      asked('comparison', { of: { variable: 'polyarchy' }, one: 'USA', from, to }) as ComparisonParameters,
  );
  const allYears = Array.from({ length: last - first + 1 }, (_, t) => first + t);
  return {
    name: 'comparison over years',
    design: comparison,
    correlations: ['real', 0, 0.5, 0.9],
    effectOnlyMoves: true,
    kinds: (correlation) => (correlation === 'real' ? 1 : sources * definitions),
    world(index, correlation) {
      const random = randomFrom(['calibration', 'years', correlation, index]);
      const isReal = correlation === 'real';
      const family = Math.floor(index / definitions) % sources;
      const likeOf = ({ source, method }: Place): RealSeries =>
        real[(isReal ? source : family) * methods + method]!;
      const rhos = (isReal ? real : places.map(likeOf)).map(({ rho }) => rho);
      const all = autoregressions(random, allYears.length, rhos, isReal ? realCorrelation : correlation);
      const seen = places.map((place, s) => {
        const p = parameters[isReal ? place.definition : index % definitions]!;
        const { error } = likeOf(place);
        const values = all[isReal ? place.source * methods + place.method : s]!;
        const kept = allYears.filter((year) => spansOf(p).some((span) => inYears(span, year)));
        const side = judged(
          {
            years: kept,
            values: kept.map((year) => values[year - first]!),
            weights: kept.map(() => 1),
            ...(error !== undefined && { sds: kept.map(() => error) }),
          },
          p,
          random,
        );
        return { p, side, evidence: evidenceOf(side) };
      });
      const now = seen.map(({ p, evidence }) => estimateComparison(p, evidence, random));
      let then: Oriented[] | undefined;
      let drawn: string[] | undefined;
      return {
        estimates: (effects) => moved(now, effects),
        before(effects) {
          then ??= seen.map(({ p, side }, s) => {
            const { low, high } = intervalBefore(p, now[s]!, side);
            return { value: now[s]!.value, low, high };
          });
          return moved(then, effects);
        },
        without: () =>
          (drawn ??= seen.map(({ p, evidence }) => estimatesWithoutEffect(effectWithoutEffect(p, evidence)))),
      };
    },
  };
}

const evidenceOf = (side: Yearly): Evidence => ({
  sides: [side],
  shown: [side],
  members: [],
  ccode: undefined,
  n: side.years.length,
  of: 'years',
  lost: {},
  chances: [],
});
