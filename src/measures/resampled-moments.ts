import { power } from '../kernel/power.js';
import type { StateHistory } from './state-histories.js';
import { type Taken, takenOf, timesOf } from './taken.js';
import { columnIn, missingIn } from './weighted-columns.js';

/** Mean-centred moments of a list: Σ (x − mean)ᵖ / n. */
export interface Moments {
  readonly n: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** Standard deviation (n − 1); NaN for fewer than two. */
export const deviationOf = ({ n, m2 }: Moments): number =>
  n < 2 ? Number.NaN : Math.sqrt((m2 * n) / (n - 1));

/** Sarle's bimodality coefficient as `bimodalityCoefficient` defines it; NaN for fewer than four and for equal values. */
export function bimodalityOf({ n, m2, m3, m4 }: Moments): number {
  if (n < 4 || !(m2 > 1e-20)) return Number.NaN;
  const skewness = (m3 / power(m2, 1.5)) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (m4 / power(m2, 2) - 3) + 6);
  return (power(skewness, 2) + 1) / (kurtosis + (3 * power(n - 1, 2)) / ((n - 2) * (n - 3)));
}

/** A year's distances to its own mean, 0 for a state without a value, and who has none. */
interface Column {
  readonly off: Float64Array;
  readonly without: Int32Array;
}

/**
 * A statistic of the moments of each kept year when state i counts `times[i]` times: in one pass over the states, from
 * powers of the distance to the year's own mean, which is near enough to the mean of any draw for no digit to be lost.
 */
export function momentsOfDraws(
  histories: readonly StateHistory[],
  kept: readonly number[],
  statistic: (moments: Moments) => number,
): (times: Uint16Array) => number[] {
  const columns = kept.map((t) => distancesIn(columnIn(histories, t)));
  const takenIn = takenOf(histories.length);
  return (times) => {
    const taken = takenIn(times);
    return columns.map(({ off, without }) =>
      statistic(momentsOf(off, taken.all - timesOf(times, without), taken)),
    );
  };
}

function distancesIn(values: Float64Array): Column {
  const without = missingIn(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) sum += values[i]!;
  const centre = sum / (values.length - without.length);
  return { off: values.map((x) => (Number.isNaN(x) ? 0 : x - centre)), without };
}

function momentsOf(off: Float64Array, n: number, { who, weights, count }: Taken): Moments {
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let k = 0; k < count; k++) {
    const one = off[who[k]!]!;
    const weight = weights[k]!;
    const square = weight * one * one;
    s1 += weight * one;
    s2 += square;
    s3 += square * one;
    s4 += square * one * one;
  }
  return recentred(n, s1 / n, s2 / n, s3 / n, s4 / n);
}

/** Moments around the mean of the draw, d away from the centre used. */
function recentred(n: number, d: number, a2: number, a3: number, a4: number): Moments {
  return {
    n,
    m2: Math.max(0, a2 - d * d),
    m3: a3 - 3 * d * a2 + 2 * d * d * d,
    m4: a4 - 4 * d * a3 + 6 * d * d * a2 - 3 * d * d * d * d,
  };
}
