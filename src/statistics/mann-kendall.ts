import { needFinite } from './checks.js';
import { normalQuantile, twoSidedNormal } from './distributions.js';
import { averageRanks, kendallVariance, tieSizes } from './ranks.js';
import { senSlope } from './theil-sen.js';

/** A statistic S with its variance under the null, and what follows from the two. */
export interface MannKendall {
  /** Pairs of years in which the later value is larger, less those in which it is smaller. */
  readonly s: number;
  /** Variance of S if the order of the values were random, corrected for ties. */
  readonly variance: number;
  /** (S − sign S) / √variance. */
  readonly z: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
  /** Kendall's τ-b: S over the geometric mean of the pairs untied in time (all) and in value; −1 to 1. */
  readonly tau: number;
}

/** S: the sum of the signs of all differences between a later and an earlier value. */
function kendallS(values: ArrayLike<number>): number {
  let s = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) s += Math.sign(values[j]! - values[i]!);
  }
  return s;
}

function standardised(s: number, variance: number): { readonly z: number; readonly p: number } {
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return { z, p: twoSidedNormal(z) };
}

/**
 * The Mann–Kendall test of a monotone trend (Mann 1945, *Econometrica* 13: 245–259; Kendall 1975, *Rank Correlation
 * Methods*): does a series tend to rise or fall, whatever the shape? Takes the values in the order of time. It
 * supposes years to be independent; see `mannKendallAutocorrelated`. A constant series has z = 0, p = 1, τ = 0.
 * Throws on fewer than four values.
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  needFinite(values, 4, 'the Mann–Kendall test');
  const s = kendallS(values);
  const variance = kendallVariance(values);
  const pairs = (m: number): number => (m * (m - 1)) / 2;
  const all = pairs(values.length);
  const untied = tieSizes(values).reduce((left, t) => left - pairs(t), all);
  return { s, variance, ...standardised(s, variance), tau: untied > 0 ? s / Math.sqrt(all * untied) : 0 };
}

/** Mann–Kendall with the variance of Hamed & Rao. */
export interface AutocorrelatedMannKendall extends MannKendall {
  /** n/n*: the factor by which autocorrelation multiplies the variance of S. */
  readonly factor: number;
}

/** Autocorrelations of a series at lags 1 … n − 1: Σ dₜ dₜ₊ₗ / Σ dₜ² with d the differences from the mean. */
function autocorrelations(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
  const difference = Float64Array.from(values, (value) => value - mean);
  const covariance = (lag: number): number => {
    let total = 0;
    for (let i = lag; i < n; i++) total += difference[i]! * difference[i - lag]!;
    return total;
  };
  const variance = covariance(0);
  return Float64Array.from({ length: n - 1 }, (_, i) => covariance(i + 1) / variance);
}

/**
 * The Mann–Kendall test for a series with memory (Hamed & Rao 1998, *Journal of Hydrology* 204: 182–196): the
 * variance of S times n/n* = 1 + 2 / (n (n − 1)(n − 2)) Σ (n − i)(n − i − 1)(n − i − 2) ρᵢ, where ρᵢ are the
 * autocorrelations of the ranks of the series after Sen's slope is taken out, those alone that differ from 0 at the
 * 5 % level (|ρᵢ| > 1.96 / √n). Values are taken to follow one another at equal steps.
 *
 * In short series the factor can come out at 0 or less; the test does not exist then and the answer is undefined.
 * A factor below 1 makes the test less cautious than the plain one. A constant series has z = 0, p = 1, factor 1.
 * Throws on fewer than four values.
 */
export function mannKendallAutocorrelated(values: ArrayLike<number>): AutocorrelatedMannKendall | undefined {
  const plain = mannKendall(values);
  const n = values.length;
  const { slope } = senSlope(
    Array.from(values, (_, i) => i),
    values,
  );
  const ranks = averageRanks(Float64Array.from(values, (value, i) => value - slope * (i + 1)));
  if (ranks.every((rank) => rank === ranks[0])) return { ...plain, factor: 1 };
  const bound = normalQuantile(0.975) / Math.sqrt(n);
  const weighted = autocorrelations(ranks).reduce((total, rho, i) => {
    const left = n - (i + 1);
    return Math.abs(rho) > bound ? total + left * (left - 1) * (left - 2) * rho : total;
  }, 0);
  const factor = 1 + (2 / (n * (n - 1) * (n - 2))) * weighted;
  if (!(factor > 0)) return undefined;
  const variance = plain.variance * factor;
  return { ...plain, variance, ...standardised(plain.s, variance), factor };
}
