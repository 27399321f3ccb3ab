import { fail } from '../kernel/errors.js';
import { needNonNegative } from './checks.js';

/** Each amount as a share of their sum. Throws on a negative amount and if all are 0. */
export function shares(amounts: ArrayLike<number>): Float64Array {
  needNonNegative(amounts, 1, 'a share');
  const total = Float64Array.from(amounts).reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) fail('statistics/no-amount', 'a share needs a positive total: 0');
  return Float64Array.from(amounts, (amount) => amount / total);
}

/** Share of the total that the k largest hold together, 0 to 1. Throws unless 1 ≤ k ≤ n. */
export function shareOfFirst(amounts: ArrayLike<number>, k: number): number {
  const falling = shares(amounts).sort().reverse();
  if (!(Number.isInteger(k) && k >= 1 && k <= falling.length)) {
    fail('statistics/domain', `the first k of ${falling.length}: ${k}`);
  }
  return falling.subarray(0, k).reduce((sum, share) => sum + share, 0);
}

/**
 * Herfindahl–Hirschman index: the sum of squared shares, from 1/n (all alike) to 1 (one holds all). The chance that
 * two units of the amount, drawn with replacement, have one owner.
 */
export function herfindahl(amounts: ArrayLike<number>): number {
  return shares(amounts).reduce((sum, share) => sum + share * share, 0);
}

/**
 * Effective number of holders, 1/HHI (Laakso & Taagepera 1979, *Comparative Political Studies* 12: 3–27): as many
 * holders of equal size would be just as concentrated. From 1 to n.
 */
export function effectiveNumber(amounts: ArrayLike<number>): number {
  return 1 / herfindahl(amounts);
}

/**
 * CON, the concentration of capabilities of Singer, Bremer & Stuckey (1972, in Russett, ed., *Peace, War, and
 * Numbers*, 19–48): √[(Σ s² − 1/n) / (1 − 1/n)] over the shares of n states, from 0 (all alike) to 1 (one holds
 * all). Unlike HHI it depends on how many are counted, also on those that hold nothing. Throws if n < 2.
 */
export function singerConcentration(amounts: ArrayLike<number>): number {
  needNonNegative(amounts, 2, 'CON');
  const n = amounts.length;
  return Math.sqrt(Math.max(0, herfindahl(amounts) - 1 / n) / (1 - 1 / n));
}
