import { fail } from '../kernel/errors.js';
import { needFinite, needNonNegative, needProbability, needSameLength } from './checks.js';

/**
 * Indices of inequality of amounts that carry weights: shares of a population that have each amount. Values stand in
 * rising order; a weight of 0 leaves its value out; equal weights give the unweighted index; whole weights count
 * repetitions. Multiplying all values, or all weights, by one number changes nothing.
 */
export type WeightedIndex = (rising: ArrayLike<number>, weights: ArrayLike<number>) => number;

/**
 * Gini index, 0 (all alike) to nearly 1: Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| / (2 × mean), w the shares of the weight (Gini 1912;
 * Cowell 2011, *Measuring Inequality*, 3rd ed.). The divisor is n², not n (n − 1), as `ineq` in R has it.
 */
export const giniIndex: WeightedIndex = (rising, weights) => {
  const { total, mean } = sums(rising, weights, 'a Gini index');
  let below = 0;
  let area = 0;
  for (let i = 0; i < rising.length; i++) {
    const share = weights[i]! / total;
    area += share * rising[i]! * (2 * below + share - 1);
    below += share;
  }
  return area / mean;
};

/**
 * Theil's index, 0 (all alike) to ln n: Σ w (x/mean) ln(x/mean) (Theil 1967, *Economics and Information Theory*). It
 * is moved most by the top. Needs positive values.
 */
export const theilIndex: WeightedIndex = (rising, weights) => {
  const { total, mean } = sums(rising, weights, 'Theil’s index');
  let index = 0;
  for (let i = 0; i < rising.length; i++) {
    if (weights[i] === 0) continue;
    const part = positive(rising[i]!, 'Theil’s index') / mean;
    index += (weights[i]! / total) * part * Math.log(part);
  }
  return index;
};

/**
 * Mean log deviation, 0 (all alike) up: Σ w ln(mean/x), also called Theil’s second index (Theil 1967; Shorrocks 1980,
 * *Econometrica* 48: 613–625). It is moved most by the bottom. Needs positive values.
 */
export const meanLogDeviation: WeightedIndex = (rising, weights) => {
  const { total, mean } = sums(rising, weights, 'a mean log deviation');
  let index = 0;
  for (let i = 0; i < rising.length; i++) {
    if (weights[i] === 0) continue;
    index += (weights[i]! / total) * Math.log(mean / positive(rising[i]!, 'a mean log deviation'));
  }
  return index;
};

/** How many times the 90th percentile is the 10th, both as `risingQuantile` has them. Needs positive values. */
export const ninetyToTen: WeightedIndex = (rising, weights) => {
  const low = positive(risingQuantile(rising, weights, 0.1), 'a ratio of percentiles');
  return risingQuantile(rising, weights, 0.9) / low;
};

/** Mean of the values by their weights. */
export const weightedMean: WeightedIndex = (rising, weights) => sums(rising, weights, 'a mean').mean;

/** The middle of the values by their weights. */
export const weightedMedian: WeightedIndex = (rising, weights) => risingQuantile(rising, weights, 0.5);

/** `weightedQuantile` of values that are in rising order already, without sorting them again. */
export function risingQuantile(rising: ArrayLike<number>, weights: ArrayLike<number>, p: number): number {
  needProbability(p);
  const { total } = sums(rising, weights, 'a weighted quantile');
  const target = p * total;
  const slack = 1e-12 * total; // sums of decimal weights are not exact
  let reached = 0;
  let at: number | undefined;
  for (let i = 0; i < rising.length; i++) {
    if (!(weights[i]! > 0)) continue;
    if (at !== undefined) return (at + rising[i]!) / 2;
    reached += weights[i]!;
    if (reached > target + slack) return rising[i]!;
    if (reached >= target - slack) at = rising[i]!;
  }
  return at!;
}

/** Sum of the weights and weighted mean. Throws where a value is no number, a weight is negative or all are 0. */
function sums(
  rising: ArrayLike<number>,
  weights: ArrayLike<number>,
  what: string,
): { readonly total: number; readonly mean: number } {
  needSameLength(rising, weights, what);
  let total = 0;
  let amount = 0;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rising.length; i++) {
    const value = rising[i]!;
    const weight = weights[i]!;
    if (!(value >= before && value < Number.POSITIVE_INFINITY && weight >= 0))
      return refused(rising, weights, what);
    before = value;
    total += weight;
    amount += weight * value;
  }
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) return refused(rising, weights, what);
  return { total, mean: amount / total };
}

/** What is wrong with the values or weights, looked up only when something is: these sums are taken by the million. */
function refused(rising: ArrayLike<number>, weights: ArrayLike<number>, what: string): never {
  needFinite(rising, 1, what);
  needNonNegative(weights, 1, what);
  for (let i = 1; i < rising.length; i++) {
    if (rising[i]! < rising[i - 1]!)
      fail(
        'statistics/not-rising',
        `${what} takes values in rising order: ${rising[i]} after ${rising[i - 1]}`,
      );
  }
  return fail('statistics/no-weight', `${what} needs some positive weight`);
}

function positive(value: number, what: string): number {
  if (value > 0) return value;
  return fail('statistics/not-positive', `${what} needs positive amounts: ${value}`);
}
