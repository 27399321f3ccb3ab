import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';
import { needFinite } from './checks.js';
import { quantileOfSorted, sorted } from './quantile.js';

/** Mean of the values. */
export function mean(values: ArrayLike<number>): number {
  needFinite(values, 1, 'a mean');
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total / values.length;
}

/** Σ (x − mean)ᵖ / n. */
function centralMoment(values: ArrayLike<number>, p: number): number {
  const centre = mean(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += power(values[i]! - centre, p);
  return total / values.length;
}

/** Sample standard deviation, divisor n − 1, in the values' own unit. */
export function standardDeviation(values: ArrayLike<number>): number {
  needFinite(values, 2, 'a standard deviation');
  return Math.sqrt((centralMoment(values, 2) * values.length) / (values.length - 1));
}

/**
 * Gini's mean difference: the mean of |x − y| over all pairs of different units, in the values' own unit
 * (Gini 1912; divisor n (n − 1)). Half of it over the mean is the Gini coefficient.
 */
export function giniMeanDifference(values: ArrayLike<number>): number {
  needFinite(values, 2, "Gini's mean difference");
  const n = values.length;
  const total = sorted(values).reduce((sum, x, i) => sum + (2 * i - n + 1) * x, 0);
  return (2 * total) / (n * (n - 1));
}

/** Interquartile range: third quartile less first (type 7), in the values' own unit. */
export function interquartileRange(values: ArrayLike<number>): number {
  needFinite(values, 2, 'an interquartile range');
  const rising = sorted(values);
  return quantileOfSorted(rising, 0.75) - quantileOfSorted(rising, 0.25);
}

/**
 * Sarle's bimodality coefficient with SAS's correction for small samples: (g₁² + 1) / (g₂ + 3 (n − 1)² /
 * ((n − 2)(n − 3))), where g₁ and g₂ are the bias-corrected skewness and excess kurtosis (Pfister, Schwarz,
 * Janczyk, Dale & Freeman 2013, *Frontiers in Psychology* 4: 700). About 0 to 1; a uniform distribution has 5/9,
 * and more than that hints at two humps. It says nothing of how far apart they are, and one long tail raises it
 * too. Throws on fewer than four values and on a constant series.
 */
export function bimodalityCoefficient(values: ArrayLike<number>): number {
  needFinite(values, 4, 'a bimodality coefficient');
  const n = values.length;
  const rising = sorted(values);
  if (rising[0] === rising.at(-1)) {
    fail('statistics/no-variance', 'a bimodality coefficient needs values that differ');
  }
  const m2 = centralMoment(values, 2);
  const skewness = (centralMoment(values, 3) / power(m2, 1.5)) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const kurtosis =
    ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (centralMoment(values, 4) / power(m2, 2) - 3) + 6);
  return (power(skewness, 2) + 1) / (kurtosis + (3 * power(n - 1, 2)) / ((n - 2) * (n - 3)));
}
