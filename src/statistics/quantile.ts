import { fail } from '../kernel/errors.js';
import { needFinite, needNonNegative, needProbability, needSameLength } from './checks.js';

/** A copy of the values in rising order. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

/** `quantile` of values already in rising order; not checked. */
export function quantileOfSorted(rising: ArrayLike<number>, p: number): number {
  const place = (rising.length - 1) * p;
  const below = Math.floor(place + 4 * Number.EPSILON); // (n − 1) p is often a hair under a whole number
  const low = rising[below]!;
  const share = place - below;
  return share <= 4 * Number.EPSILON ? low : low + share * (rising[below + 1]! - low);
}

/**
 * Sample quantile of definition 7 of Hyndman & Fan (1996, *The American Statistician* 50: 361–365): the value at
 * place (n − 1) p + 1 of the values in rising order, neighbours joined by straight lines. In the values' own unit.
 * Throws on an empty or non-finite series and on p outside 0–1.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  needFinite(values, 1, 'a quantile');
  needProbability(p);
  return quantileOfSorted(sorted(values), p);
}

/** The median: the middle value, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * Quantile of values that carry weights: the inverse of the weighted distribution function, averaged where that
 * is flat. With F(x) the share of the weight on values at most x, it is the least x with F(x) > p, or, where some
 * x has F(x) = p exactly, the mean of that x and the next larger value. So it is always an observed value or the
 * mean of two; it does not change when a value is split in two of the same value that share its weight; whole
 * weights count repetitions; and with equal weights it is definition 2 of Hyndman & Fan (1996), whose median is
 * the ordinary one. (It is not definition 7: no interpolation is natural where weights differ.)
 *
 * Values of weight 0 are ignored. Throws if the weights are negative or all 0.
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, p: number): number {
  needFinite(values, 1, 'a weighted quantile');
  needNonNegative(weights, 1, 'a weighted quantile');
  needSameLength(values, weights, 'a weighted quantile');
  needProbability(p);
  const order = Array.from(values, (_, i) => i)
    .filter((i) => weights[i]! > 0)
    .sort((i, j) => values[i]! - values[j]! || weights[i]! - weights[j]!);
  if (order.length === 0) fail('statistics/no-weight', 'a weighted quantile needs some positive weight');
  const total = order.reduce((sum, i) => sum + weights[i]!, 0);
  const target = p * total;
  const slack = 1e-12 * total; // sums of decimal weights are not exact
  let reached = 0;
  for (let k = 0; k < order.length; k++) {
    const value = values[order[k]!]!;
    reached += weights[order[k]!]!;
    const next = order[k + 1];
    if (next === undefined || reached > target + slack) return value;
    if (reached >= target - slack) return (value + values[next]!) / 2;
  }
  return values[order.at(-1)!]!;
}
