import { fail } from '../kernel/errors.js';
import type { Random } from '../kernel/random.js';

/** Default length of a block for a series of n years: n^(1/3), rounded, at least 1 (the rate of Künsch 1989). */
export function defaultBlockLength(n: number): number {
  return Math.max(1, Math.round(Math.cbrt(n)));
}

export interface BlockOptions {
  /** Years in a block; `defaultBlockLength(n)` unless given. */
  readonly length?: number;
  /**
   * `'circular'` (Politis & Romano 1992): blocks run on from the last year to the first, so that each year is drawn
   * as often as any other. `'moving'` (Künsch 1989): blocks lie within the series, its ends are drawn less often.
   */
  readonly kind?: 'circular' | 'moving';
}

/**
 * Indices 0 … n − 1 of a bootstrap draw from a series with memory: blocks of neighbouring years, each block's start
 * drawn with replacement, put end to end and cut to n (Künsch 1989, *Annals of Statistics* 17: 1217–1241; Politis &
 * Romano 1992, in LePage & Billard, eds., *Exploring the Limits of Bootstrap*, 263–270). With blocks of one year it
 * is the ordinary bootstrap. Long memory asks for longer blocks. Throws unless 1 ≤ length ≤ n.
 */
export function blockIndices(
  random: Random,
  n: number,
  { length, kind = 'circular' }: BlockOptions = {},
): Int32Array {
  if (!(Number.isInteger(n) && n > 0)) fail('statistics/empty', `a resample needs at least one year: ${n}`);
  const block = length ?? defaultBlockLength(n);
  if (!(Number.isInteger(block) && block >= 1 && block <= n)) {
    fail('statistics/domain', `a block has 1 to ${n} years: ${block}`);
  }
  const starts = kind === 'circular' ? n : n - block + 1;
  const indices = new Int32Array(n);
  for (let from = 0; from < n; from += block) {
    const start = random.int(starts);
    for (let i = from; i < Math.min(n, from + block); i++) indices[i] = (start + i - from) % n;
  }
  return indices;
}
