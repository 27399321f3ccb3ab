import { oddsInterval, spreadsOnBothSides } from './odds-interval.js';
import { type Drawn, resampledIntervals } from './ratio.js';
import type { Unit } from './units.js';

/**
 * The intervals of a ratio, and the one that counts: the widest of percentiles and BCa of states drawn anew and of the
 * linearised one on the odds; the last alone where fewer than two states of a side fell.
 */
export function intervalsOfRatio(units: readonly Unit[], ratio: number, amounts?: Drawn, yardsticks?: Drawn) {
  const { intervals: resampled, undefinedDraws } = resampledIntervals(units, ratio, amounts, yardsticks);
  const intervals = [...resampled, { method: 'linearised on the odds', ...oddsInterval(units) }];
  const valid = spreadsOnBothSides(units) ? intervals : intervals.slice(-1);
  const widest = valid.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  return { intervals, widest, undefinedDraws };
}
