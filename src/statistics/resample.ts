import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';
import { type Random, randomFrom } from '../kernel/random.js';
import { needFinite } from './checks.js';
import { normalCdf, normalQuantile } from './distributions.js';
import { quantileOfSorted, sorted } from './quantile.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** n indices from 0 … n − 1, drawn with replacement. */
export function bootstrapIndices(random: Random, n: number): Int32Array {
  if (!(Number.isInteger(n) && n > 0)) fail('statistics/empty', `a resample needs at least one unit: ${n}`);
  const drawn = new Int32Array(n);
  for (let i = 0; i < n; i++) drawn[i] = random.int(n);
  return drawn;
}

const kept = new Map<number, Uint8Array[]>();
/** Units whose draws are kept, all told: some 30 MB. */
const mostKept = 60_000;

/**
 * How often each of n units is taken in draw number m of n with replacement. The size and the number alone decide it:
 * whoever asks gets the same draw, so that what is compared between specifications does not differ by chance. At most
 * 255 times, which among more than a few units does not happen. Draws are kept for a while, for many ask alike.
 */
export function timesInDraw(n: number, m: number): Uint8Array {
  if (!(Number.isInteger(n) && n > 0)) fail('statistics/empty', `a resample needs at least one unit: ${n}`);
  const draws = n === last.n ? last.draws : askedLast(n);
  const known = draws[m];
  if (known) return known;
  const random = randomFrom(['draw', n, m]);
  const times = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const unit = random.int(n);
    times[unit] = Math.min(255, times[unit]! + 1);
  }
  draws[m] = times;
  return times;
}

let last: { readonly n: number; readonly draws: Uint8Array[] } = { n: 0, draws: [] };

/** The draws of n units that are kept; the size asked for last goes last, and too many first ones are given up. */
function askedLast(n: number): Uint8Array[] {
  const draws = kept.get(n) ?? [];
  kept.delete(n);
  kept.set(n, draws);
  for (const [size] of kept) {
    if (size === n || [...kept.keys()].reduce((sum, k) => sum + k, 0) <= mostKept) break;
    kept.delete(size);
  }
  last = { n, draws };
  return draws;
}

/** The percentile interval: the (1 − level)/2 and (1 + level)/2 quantiles (type 7) of the bootstrap replicates. */
export function percentileInterval(replicates: ArrayLike<number>, level = 0.95): Interval {
  needFinite(replicates, 2, 'a percentile interval');
  const rising = sorted(replicates);
  return {
    low: quantileOfSorted(rising, (1 - level) / 2),
    high: quantileOfSorted(rising, (1 + level) / 2),
  };
}

/**
 * Acceleration of a statistic from its values with each unit left out (Efron & Tibshirani 1993, *An
 * Introduction to the Bootstrap*, eq. 14.15): Σ d³ / (6 (Σ d²)^1.5) with d the mean of those values less each. 0 if
 * they are all alike.
 */
export function jackknifeAcceleration(leftOut: ArrayLike<number>): number {
  needFinite(leftOut, 2, 'a jackknife');
  const values = Float64Array.from(leftOut);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + power(mean - x, 2), 0);
  const cubes = values.reduce((sum, x) => sum + power(mean - x, 3), 0);
  return squares > 0 ? cubes / (6 * power(squares, 1.5)) : 0;
}

/** Quantile of the replicates at rank (R + 1) α, between ranks on the normal scale (Davison & Hinkley 1997, 5.1). */
function rankQuantile(rising: Float64Array, alpha: number): number {
  const rank = (rising.length + 1) * alpha;
  const below = Math.floor(rank + 1e-9);
  if (below < 1) return rising[0]!;
  if (below >= rising.length) return rising.at(-1)!;
  const at = (k: number): number => normalQuantile(k / (rising.length + 1));
  const share = rank - below < 1e-9 ? 0 : (normalQuantile(alpha) - at(below)) / (at(below + 1) - at(below));
  return rising[below - 1]! + share * (rising[below]! - rising[below - 1]!);
}

/**
 * The bias-corrected and accelerated bootstrap interval, BCa (Efron 1987, *JASA* 82: 171–185; Davison & Hinkley
 * 1997, *Bootstrap Methods and their Application*, 5.3.2): the percentiles of the replicates at
 * Φ(w + (w + z) / (1 − a (w + z))), with w = Φ⁻¹ of the share of replicates below the estimate, a the acceleration
 * and z = ∓1.96. Respects skew and bias; needs a thousand replicates or more. The numbers are those of R's boot.
 *
 * `leftOut` are the values of the statistic with each unit left out in turn. Where a percentile lies beyond the
 * replicates, the most extreme one stands. Throws if all replicates lie on one side of the estimate: no such
 * interval exists then.
 */
export function bcaInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  leftOut: ArrayLike<number>,
  level = 0.95,
): Interval {
  needFinite([estimate], 1, 'a BCa interval');
  needFinite(replicates, 2, 'a BCa interval');
  const rising = sorted(replicates);
  const below = rising.filter((x) => x < estimate).length / rising.length;
  if (below === 0 || below === 1) {
    fail('statistics/one-sided', `all replicates lie on one side of the estimate: ${estimate}`);
  }
  const bias = normalQuantile(below);
  const acceleration = jackknifeAcceleration(leftOut);
  const end = (p: number): number => {
    const moved = bias + normalQuantile(p);
    return rankQuantile(rising, normalCdf(bias + moved / (1 - acceleration * moved)));
  };
  return { low: end((1 - level) / 2), high: end((1 + level) / 2) };
}

/**
 * p-value of a test by m random permutations, of which `asExtreme` gave a statistic at least as extreme as the one
 * observed: (b + 1) / (m + 1), which is never 0 (Phipson & Smyth 2010, *Statistical Applications in Genetics and
 * Molecular Biology* 9: 39).
 */
export function permutationP(asExtreme: number, m: number): number {
  if (!(Number.isInteger(m) && m > 0 && asExtreme >= 0 && asExtreme <= m)) {
    fail('statistics/domain', `as extreme in ${asExtreme} of ${m} permutations`);
  }
  return (asExtreme + 1) / (m + 1);
}
