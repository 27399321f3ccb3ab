import { power } from '../kernel/power.js';
import { quantileTimes } from './repeated-quantile.js';

/**
 * Statistics of values in rising order where value k counts `times[of[k]]` times (0, 1, 2, …), n times all told: what
 * the plain statistics of `src/statistics` give for the list with repetitions, in one or two passes and without
 * building it. A resample of states is such a list. NaN where the statistic does not exist.
 */
export type Repeated = (values: Float64Array, of: Int32Array) => (times: Uint16Array, n: number) => number;

/** Of c equal values at ranks r … r + c − 1 (from 0), Σ (2 rank − n + 1) = c (2 r + c − n). */
export const repeatedGini: Repeated = (values, of) => (times, n) => {
  let total = 0;
  let rank = 0;
  for (let k = 0; k < of.length; k++) {
    const c = times[of[k]!]!;
    total += values[k]! * c * (2 * rank + c - n);
    rank += c;
  }
  return n < 2 ? Number.NaN : (2 * total) / (n * (n - 1));
};

export const repeatedInterquartile: Repeated = (values, of) => (times, n) => {
  if (n < 2) return Number.NaN;
  return quantileTimes(values, of, times, n, 0.75) - quantileTimes(values, of, times, n, 0.25);
};

/** Esteban and Ray's polarisation of camps that are classes of equal width: neighbours in the order of values. */
export const repeatedPolarisation =
  (classes: number, alpha: number): Repeated =>
  (values, of) => {
    const camps = Array.from(values, (x) => Math.min(classes - 1, Math.floor(x * classes + 1e-9)));
    const ends = Array.from({ length: classes }, (_, camp) => camps.filter((own) => own <= camp).length);
    const shares = new Float64Array(classes);
    const means = new Float64Array(classes);
    return (times, n) => {
      if (n < 2) return Number.NaN;
      let held = 0; // camps that anybody is in
      for (let camp = 0, k = 0; camp < classes; camp++) {
        let count = 0;
        let sum = 0;
        for (; k < ends[camp]!; k++) {
          const c = times[of[k]!]!;
          count += c;
          sum += c * values[k]!;
        }
        if (count === 0) continue;
        shares[held] = count / n;
        means[held++] = sum / count;
      }
      let total = 0;
      for (let i = 0; i < held; i++) {
        const own = power(shares[i]!, 1 + alpha);
        for (let j = 0; j < held; j++) total += own * shares[j]! * Math.abs(means[i]! - means[j]!);
      }
      return power(2, 1 + alpha) * total;
    };
  };
