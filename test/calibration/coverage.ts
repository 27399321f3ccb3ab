import { widest } from '../../src/designs/comparison/intervals.js';
import { randomFrom } from '../../src/kernel/random.js';
import { linearTrend } from '../../src/statistics/linear-trend.js';
import { meanShift } from '../../src/statistics/mean-shift.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { bent, firstWritten, stepped } from './first-written.js';
import { widths } from './kept-estimates.js';

/** How often the widest interval holds the truth, and its width beside what is needed, for series of one memory. */
export interface Coverage {
  readonly of: 'trend' | 'shift';
  /** Years of the series, or of each of two spans, ten years apart from first to first. */
  readonly years: number;
  readonly rho: number;
  readonly now: number;
  readonly before: number;
  /** Mean standard error that the interval stands for, over the standard deviation of the estimates. */
  readonly errorOverSpread: { readonly now: number; readonly before: number };
}

const span = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);

/** A slope, or a later mean less an earlier one, of a series without either, its intervals, and the regression behind. */
const estimators = {
  trend(random: ReturnType<typeof randomFrom>, years: number, rho: number) {
    const values = simulateAutoregression(random, span(years), rho);
    const { slope, errors } = linearTrend(span(years), values);
    return { value: slope, errors, regression: bent(span(years), values) };
  },
  shift(random: ReturnType<typeof randomFrom>, years: number, rho: number) {
    const at = [...span(years), ...span(years, Math.max(10, years))];
    const values = simulateAutoregression(random, at, rho);
    const later = at.map((_, t) => t >= years);
    return { ...meanShift(at, values, later), regression: stepped(values, later) };
  },
};

export const memoriesShown = [0, 0.5, 0.8, 0.95, 0.998];
export const lengths = { trend: [14, 30, 46], shift: [5, 10, 20] } as const;

export function coverageOf(of: Coverage['of'], years: number, rho: number, series: number): Coverage {
  const held = { now: 0, before: 0 };
  const errors = { now: 0, before: 0 };
  let squares = 0;
  for (let i = 0; i < series; i++) {
    const found = estimators[of](randomFrom(['coverage', of, years, rho, i]), years, rho);
    squares += found.value ** 2;
    const intervals = { now: found.errors, before: firstWritten(found.errors, found.regression) };
    for (const version of ['now', 'before'] as const) {
      const { low, high } = widest(intervals[version]);
      if (low <= 0 && 0 <= high) held[version]++;
      errors[version] += (high - low) / widths;
    }
  }
  const spread = Math.sqrt(squares / series);
  return {
    of,
    years,
    rho,
    now: held.now / series,
    before: held.before / series,
    errorOverSpread: { now: errors.now / series / spread, before: errors.before / series / spread },
  };
}
