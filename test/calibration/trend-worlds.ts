import { type Interval, widest } from '../../src/designs/comparison/intervals.js';
import { decade } from '../../src/designs/trend/estimate.js';
import { slopesWithoutTrend } from '../../src/designs/trend/no-trend.js';
import type { TrendParameters } from '../../src/designs/trend/parameters.js';
import { chosenMeasure, seriesIn } from '../../src/designs/trend/series.js';
import { trend } from '../../src/designs/trend.js';
import { randomFrom } from '../../src/kernel/random.js';
import { measures } from '../../src/measures/index.js';
import { estimatesWithoutEffect } from '../../src/runs/worlds-without-effect.js';
import { autocorrelation } from '../../src/statistics/ar1.js';
import { type LinearTrend, linearTrend } from '../../src/statistics/linear-trend.js';
import type { World } from '../../src/world/open.js';
import { autoregressions } from './autoregressions.js';
import { bent, firstWritten } from './first-written.js';
import { definitions, methods, type Place, places, sources } from './layout.js';
import { asked } from './real-world.js';
import { moved, type Oriented, type Simulation } from './simulation.js';

/** Four families of series from four claims; the windows are those of the claims, the longest last. */
const families: readonly {
  readonly series: readonly Readonly<Record<string, unknown>>[];
  readonly windows: readonly [string, string, string];
}[] = [
  {
    series: ['library', 'roll-calls', 'roll-calls-final', 'roll-calls-adopted'].map((votes) => ({
      measure: 'minority-share',
      state: 'USA',
      under: 0.1,
      votes,
      abstentions: 'aside',
    })),
    windows: ['1991-2020', '2001-2020', '1971-2020'],
  },
  {
    series: ['cinc_share', 'gdp_current', 'gdp_ppp', 'milex'].map((of) => ({
      measure: 'concentration',
      of,
      as: 'effective-number',
    })),
    windows: ['1992-2019', '2001-2019', '1992-2014'],
  },
  {
    series: ['polyarchy', 'libdem', 'polity2', 'fh_score'].map((of) => ({
      measure: 'dispersion',
      of,
      as: 'sd',
      set: 'constant',
    })),
    windows: ['1990-2018', '2000-2018', '1975-2018'],
  },
  {
    series: [
      ['gdp_per_capita', 'gini'],
      ['gdp_per_capita_maddison', 'theil'],
      ['gdp_current/population_wb', 'mld'],
      ['gdp_current/population_wb', 'p90-p10'],
    ].map(([of, index]) => ({ measure: 'inequality', gap: 'between', of, as: index, set: 'constant' })),
    windows: ['1990-2016', '2000-2016', '1980-2016'],
  },
];

/** A real series: its years in each window, and the memory of its deviations over the longest. */
interface RealSeries {
  readonly windows: readonly (readonly number[])[];
  readonly rho: number;
  /** Changes from year to year over the longest window. */
  readonly changes: ReadonlyMap<number, number>;
}

export async function realSeries(world: World): Promise<RealSeries[]> {
  const found: RealSeries[] = [];
  for (const { series, windows } of families)
    for (const written of series) {
      const each = [];
      for (const years of windows) {
        const p = asked('trend', { series: written, years }) as TrendParameters;
        const answers = await world.answer(trend.needs(p, world));
        each.push(seriesIn(chosenMeasure(p, measures), p.years, answers));
      }
      const longest = each.reduce((a, b) => (b.years.length > a.years.length ? b : a));
      const middle = longest.years.reduce((sum, year) => sum + year, 0) / longest.years.length;
      const times = longest.years.map((year) => year - middle);
      found.push({
        windows: each.map(({ years }) => years),
        rho: autocorrelation(times, longest.values, 'bend'),
        changes: new Map(
          longest.years.slice(1).map((year, t) => [year, longest.values[t + 1]! - longest.values[t]!]),
        ),
      });
    }
  return found;
}

const first = 1971;
const last = 2021;

/**
 * Worlds of trends. Each way of measuring is a series with the years, gaps and memory of a real one and no trend; its
 * deviations are normal. As in real claims: sixteen series, each seen in three windows, what is new in a year shared
 * among them as in the draws of three real claims. At a set correlation: forty-eight series with the years and memories of one of the twelve
 * windows, which takes turns from world to world, so that nothing but what is shared moves two of them together.
 */
export function trendWorlds(real: readonly RealSeries[], realCorrelation: number): Simulation {
  return {
    name: 'trend',
    design: trend,
    correlations: ['real', 0, 0.5, 0.9],
    effectOnlyMoves: true,
    kinds: (correlation) => (correlation === 'real' ? 1 : sources * definitions),
    world(index, correlation) {
      const random = randomFrom(['calibration', 'trend', correlation, index]);
      const isReal = correlation === 'real';
      const family = Math.floor(index / definitions) % sources;
      const likeOf = ({ source, method }: Place): number => (isReal ? source : family) * methods + method;
      const rhos = isReal ? real.map(({ rho }) => rho) : places.map((place) => real[likeOf(place)]!.rho);
      const all = autoregressions(random, last - first + 1, rhos, isReal ? realCorrelation : correlation);
      const series = places.map((place, s) => {
        const way = likeOf(place);
        const years = real[way]!.windows[isReal ? place.definition : index % definitions]!;
        const own = all[isReal ? way : s]!;
        return { years, values: years.map((year) => own[year - first]!) };
      });
      const fits = series.map(({ years, values }) => linearTrend(years, values));
      const widestOf = (errorsOf: (fit: LinearTrend, s: number) => readonly Interval[]): Oriented[] =>
        fits.map((fit, s) => {
          const { low, high } = widest(errorsOf(fit, s));
          return { value: decade * fit.slope, low: decade * low, high: decade * high };
        });
      const now = widestOf(({ errors }) => errors);
      const then = widestOf(({ errors }, s) =>
        firstWritten(errors, bent(series[s]!.years, series[s]!.values)),
      );
      let drawn: string[] | undefined;
      return {
        estimates: (effects) => moved(now, effects),
        before: (effects) => moved(then, effects),
        without: () =>
          (drawn ??= series.map((own) => {
            const slopes = slopesWithoutTrend({ ...own, counts: [], lost: {} });
            return estimatesWithoutEffect((draw) => decade * slopes(draw));
          })),
      };
    },
  };
}
