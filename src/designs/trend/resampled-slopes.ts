import { fail } from '../../kernel/errors.js';
import type { Random } from '../../kernel/random.js';
import type { Series } from '../../measures/measure.js';
import { type Interval, percentileInterval } from '../../statistics/resample.js';

export const draws = 499;

/** Part of the draws that must have a value. */
const leastDefined = 0.95;

/** Weights by which a least-squares slope on these years is a sum over the values: (t − mean) / Σ (t − mean)². */
export function slopeWeights(years: readonly number[]): Float64Array {
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  const off = Float64Array.from(years, (year) => year - middle);
  const squares = off.reduce((sum, x) => sum + x * x, 0);
  return off.map((x) => x / squares);
}

export function weightedSum(weights: Float64Array, values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]! * values[i]!;
  return total;
}

/** Slopes a year of the series when its states are drawn anew; undefined where the measure offers no such thing. */
export function slopesOfResampledStates(series: Series, random: Random): Float64Array | undefined {
  if (!series.resampled) return undefined;
  const weights = slopeWeights(series.years);
  const slopes = new Float64Array(draws);
  for (let i = 0; i < draws; i++) slopes[i] = weightedSum(weights, series.resampled(random));
  return slopes;
}

/** The percentile interval of those slopes that exist. Throws `designs/undefined-draws` where under 95 % do. */
export function statesInterval(slopes: Float64Array): Interval {
  const defined = slopes.filter(Number.isFinite);
  if (defined.length < leastDefined * slopes.length) {
    fail(
      'designs/undefined-draws',
      `in ${slopes.length - defined.length} of ${slopes.length} draws of states the measure has no value`,
    );
  }
  return percentileInterval(defined);
}
