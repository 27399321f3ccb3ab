import { many } from './layout.js';
import type { Oriented } from './simulation.js';

/** The normal quantile by which the width of a 95 % interval becomes a standard error. */
export const widths = 2 * 1.959963984540054;

/** Estimates of all specifications in all worlds, at one size of effect. */
export interface Kept {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const keptFor = (worlds: number): Kept => ({
  value: new Float64Array(worlds * many),
  low: new Float64Array(worlds * many),
  high: new Float64Array(worlds * many),
});

export function keep(kept: Kept, world: number, estimates: readonly Oriented[]): void {
  for (const [s, { value, low, high }] of estimates.entries()) {
    kept.value[world * many + s] = value;
    kept.low[world * many + s] = low;
    kept.high[world * many + s] = high;
  }
}

export const estimateIn = (kept: Kept, world: number, s: number): Oriented => ({
  value: kept.value[world * many + s]!,
  low: kept.low[world * many + s]!,
  high: kept.high[world * many + s]!,
});

/**
 * Standard errors that the specifications report, averaged over the worlds of one kind: the width of the 95 % interval
 * over 2 · 1.96. An interval without an end (a ratio of nothing) is left out of the mean.
 */
export function meanErrors(kept: Kept, worlds: number, kinds: number): Float64Array[] {
  return Array.from({ length: kinds }, (_, kind) =>
    Float64Array.from({ length: many }, (_, s) => {
      let [sum, n] = [0, 0];
      for (let w = kind; w < worlds; w += kinds) {
        const { low, high } = estimateIn(kept, w, s);
        if (!Number.isFinite(high - low)) continue;
        sum += (high - low) / widths;
        n++;
      }
      return sum / n;
    }),
  );
}

/** Standard deviations of the estimates over the worlds of one kind; those without an end are left out. */
export function spreads(kept: Kept, worlds: number, kinds: number): Float64Array[] {
  return Array.from({ length: kinds }, (_, kind) =>
    Float64Array.from({ length: many }, (_, s) => {
      let [n, mean, squares] = [0, 0, 0];
      for (let w = kind; w < worlds; w += kinds) {
        const { value } = estimateIn(kept, w, s);
        if (!Number.isFinite(value)) continue;
        n++;
        const off = value - mean;
        mean += off / n;
        squares += off * (value - mean);
      }
      return Math.sqrt(squares / (n - 1));
    }),
  );
}
