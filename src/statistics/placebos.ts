import { power } from '../kernel/power.js';
import { needFinite } from './checks.js';
import { tQuantile } from './distributions.js';
import { sorted } from './quantile.js';
import type { Interval } from './resample.js';

/** Where one unit stands among others each of which takes its place in turn. */
export interface Placebos {
  /** The unit's value less the mean of the others. */
  readonly gap: number;
  /** 1 where no other lies lower; ties take the place that speaks least for the unit being low. */
  readonly rankFromLowest: number;
  readonly rankFromHighest: number;
  /** Part of all units, itself included, whose gap is at least as large in size: a two-sided p-value, at least 1/n. */
  readonly p: number;
  /** The interval from the order of the others, and the probability with which it holds the truth. */
  readonly ordered: Interval & { readonly level: number };
  /** The interval if the others are a draw from a normal population. */
  readonly normal: Interval;
}

/**
 * Inference for a single unit by placebo: every other unit takes its place. With no effect the unit is like the
 * others, and each of the n ranks is as likely as any other (Abadie, Diamond & Hainmueller 2010, *JASA* 105:
 * 493–505, in-space placebos; the test is Fisher's). The gap of unit i is its value less the mean of all others.
 *
 * Two intervals for the gap, both by asking what a new member of the others' population could be:
 * - `ordered`: value − xₘ₊₁₋ₖ to value − xₖ, x the others' values in rising order, m their number, k the largest with
 *   2k ≤ (1 − level)(m + 1). It inverts the test by rank, needs no more than exchangeability, and holds the truth with
 *   probability 1 − 2k/(m + 1) (Conley & Taber 2011, *Review of Economics and Statistics* 93: 113–125, who put the
 *   untreated in the place of the treated likewise). Fewer than 39 others give no interval of 95 %: the whole range is
 *   then taken, of probability 1 − 2/(m + 1).
 * - `normal`: gap ± t(m − 1) s √(1 + 1/m), the prediction interval of a normal population.
 *
 * The unit's own error of measurement is not in them. Throws unless there are at least three others.
 */
export function placebos(value: number, others: readonly number[], level = 0.95): Placebos {
  needFinite([value], 1, 'a test by placebo');
  needFinite(others, 3, 'a test by placebo');
  const m = others.length;
  const mean = others.reduce((sum, x) => sum + x, 0) / m;
  const gap = value - mean;
  const rising = sorted(others);
  const k = Math.max(1, Math.floor(((1 - level) * (m + 1)) / 2 + 1e-9));
  const spread = Math.sqrt(others.reduce((sum, x) => sum + power(x - mean, 2), 0) / (m - 1));
  const half = tQuantile((1 + level) / 2, m - 1) * spread * Math.sqrt(1 + 1 / m);
  const total = mean * m + value;
  const scale = Math.max(Math.abs(value), ...others.map(Math.abs));
  const size = (x: number): number => Math.abs(x - (total - x) / m);
  const hair = 1e-12 * scale; // sums of the same amounts in another order differ in their last bits
  const asLarge = others.filter((x) => size(x) >= size(value) - hair).length;
  return {
    gap,
    rankFromLowest: 1 + others.filter((x) => x <= value + hair).length,
    rankFromHighest: 1 + others.filter((x) => x >= value - hair).length,
    p: (asLarge + 1) / (m + 1),
    ordered: { low: value - rising[m - k]!, high: value - rising[k - 1]!, level: 1 - (2 * k) / (m + 1) },
    normal: { low: gap - half, high: gap + half },
  };
}
