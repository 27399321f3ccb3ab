import { power } from '../../kernel/power.js';
import type { Series } from '../../measures/measure.js';
import { chiSquaredShare } from '../../statistics/chi-squared-share.js';
import type { Draw } from '../design.js';
import { normalsOf, sharedByDraw } from '../draws.js';
import { lineThrough, memoriesAroundLine } from './line-through.js';
import { slopeWeights } from './resampled-slopes.js';

/** What is needed to draw series like this one that have no trend. */
interface NoTrend {
  readonly years: readonly number[];
  readonly weights: Float64Array;
  /** Correlation of neighbouring years, and standard deviation of the deviations, at the longest memory allowed. */
  readonly rho: number;
  readonly spread: number;
  readonly df: number;
  /** What each year brought that the year before does not explain: mean 0, variance 1. */
  readonly news: Float64Array;
}

/**
 * The world without a trend that goes with a series: deviations from its own straight line follow a first-order
 * autoregression, and what is new in a year is drawn with replacement from what was new in the years of the series (a
 * sieve bootstrap, Bühlmann 1997, *Bernoulli* 3: 123–148). The memory is the longest that the record allows, as in the
 * interval: with the likeliest, which for a short series is mostly too short, a test at 5 % rejects a true null in 12 %
 * of series of 28 years with ρ = 0.95.
 *
 * Blocks of the residuals themselves will not do: the line has taken out of them just the slow movement that the
 * slope of a short series with memory is made of, and a test at 5 % then rejects a true null in 20 to 40 % of
 * series of 20 to 50 years with ρ from 0.5 to 0.8. Undefined for a series that lies on its line exactly.
 */
function noTrend(series: Series): NoTrend | undefined {
  const { years, values } = series;
  const fit = lineThrough(series);
  if (!fit.errors.some(({ method }) => method === 'autoregressive')) return undefined; // it lies on a curve exactly
  const { likeliest, longest } = memoriesAroundLine(series);
  const off = values.map((value, i) => value - fit.intercept - fit.slope * years[i]!);
  return {
    years,
    weights: slopeWeights(years),
    rho: longest.rho,
    spread: Math.sqrt(longest.variance),
    df: years.length - 2,
    news: newsOf(years, off, likeliest.rho),
  };
}

function newsOf(years: readonly number[], off: readonly number[], rho: number): Float64Array {
  const raw = Float64Array.from(off, (value, t) => {
    if (t === 0) return value;
    const memory = power(rho, years[t]! - years[t - 1]!);
    return (value - memory * off[t - 1]!) / Math.sqrt(1 - memory * memory);
  });
  const centre = raw.reduce((sum, x) => sum + x, 0) / raw.length;
  const size = Math.sqrt(raw.reduce((sum, x) => sum + power(x - centre, 2), 0) / raw.length);
  return raw.map((x) => (x - centre) / size);
}

/**
 * The slope a year in each draw. What is new in a year comes from a year that the draw gives it, the same in every
 * specification that knows both, so that series which move together also do so without a trend. That the variance is
 * estimated is in it: the size of the errors varies as chi-squared does, one number for all specifications of a draw. 0
 * for a series without deviations.
 */
export function slopesWithoutTrend(of: Series): (draw: Draw) => number {
  const model = noTrend(of);
  if (model === undefined) return () => 0;
  const { years, weights, rho, df, spread, news } = model;
  const sources = sourcesOf(years);
  const memory = Float64Array.from(years, (year, t) => (t === 0 ? 0 : power(rho, year - years[t - 1]!)));
  const fresh = memory.map((m) => Math.sqrt(1 - m * m));
  return (draw) => {
    const from = sources(draw);
    let before = 0;
    let slope = 0;
    for (let t = 0; t < years.length; t++) {
      before = memory[t]! * before + fresh[t]! * news[from[t]!]!;
      slope += weights[t]! * before;
    }
    return (spread * slope) / Math.sqrt(chiSquaredShare(scaleIn(draw)[0]!, df));
  };
}

/** No calendar year: the unit whose key decides the size of the errors. */
const scaleUnit = -1;
const scaleIn = normalsOf([scaleUnit]);

/** Years are told apart by their place in a round of this many. */
const round = 256;

const placeInRound = (year: number): number => ((year % round) + round) % round;

/** Of each year of a series, the place of the year from which a draw takes its news. */
const sourcesOf = sharedByDraw((years: readonly number[]) => {
  const place = new Int16Array(round).fill(-1);
  for (const [i, year] of years.entries()) place[placeInRound(year)] = i;
  return (draw) => years.map((year) => sourceOf(draw.keyOf(year), place));
});

/**
 * The year from which a year's news is taken: the first year of the series on a walk through all years that the key
 * alone decides. Each year of the series is as likely as any other, and two series meet the same year unless one of
 * them lacks it.
 */
function sourceOf(key: number, place: Int16Array): number {
  let state = Math.floor(key * 2 ** 32) >>> 0;
  for (;;) {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    const at = place[((mixed ^ (mixed >>> 15)) >>> 0) % round]!;
    if (at >= 0) return at;
  }
}
