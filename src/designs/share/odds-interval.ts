import { power } from '../../kernel/power.js';
import { tQuantile } from '../../statistics/distributions.js';
import type { Interval } from '../../statistics/resample.js';
import type { Unit } from './units.js';

/** What the states of one side (the group, or the others) add up to. */
interface Side {
  readonly amount: number;
  readonly yardstick: number;
  /** How many have any amount. */
  readonly changed: number;
  /** Variance of log (amount / yardstick) of the side. */
  readonly variance: number;
}

function sideOf(units: readonly Unit[]): Side {
  const amount = units.reduce((sum, u) => sum + u.amount, 0);
  const yardstick = units.reduce((sum, u) => sum + u.yardstick, 0);
  return {
    amount,
    yardstick,
    changed: units.filter((u) => u.amount > 0).length,
    variance: units.reduce((sum, u) => sum + power(u.amount / amount - u.yardstick / yardstick, 2), 0),
  };
}

/** Whether at least two states of each side have any amount: with fewer, no interval can know how it spreads. */
export function spreadsOnBothSides(units: readonly Unit[]): boolean {
  const many = (inGroup: boolean): boolean =>
    units.filter((u) => u.inGroup === inGroup && u.amount > 0).length > 1;
  return many(true) && many(false);
}

/**
 * A 95 % interval of the ratio by linearisation on the odds of the share.
 *
 * With G and O what fell on the group and on the others, and g and o their parts of the yardstick, log (G/O) less
 * log (g/o) moves with each state by ±(amount / amount of its side − yardstick / yardstick of its side); the variance is the sum of the
 * squares. Its ends, log (G/O) ± t · se, are turned back into shares and divided by the group’s part of the
 * yardstick, so that they lie between 0 and the most that the ratio can be.
 *
 * t has Welch–Satterthwaite degrees of freedom, each side counting as many observations as it has states with
 * any amount: a state with none says nothing of how the amounts spread. Where few states fell this is what a resample
 * cannot know. Where fewer than two did on one side, the interval is all that is possible.
 *
 * Welch, B. L. (1947), Biometrika 34:28–35.
 */
export function oddsInterval(units: readonly Unit[]): Interval {
  const group = sideOf(units.filter((u) => u.inGroup));
  const others = sideOf(units.filter((u) => !u.inGroup));
  const part = group.yardstick / (group.yardstick + others.yardstick);
  if (!spreadsOnBothSides(units)) return { low: 0, high: 1 / part };
  const variance = group.variance + others.variance;
  const df =
    power(variance, 2) /
    (power(group.variance, 2) / (group.changed - 1) + power(others.variance, 2) / (others.changed - 1));
  const reach = variance > 0 ? tQuantile(0.975, df) * Math.sqrt(variance) : 0;
  const at = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds)) / part;
  const logOdds = Math.log(group.amount / others.amount);
  return { low: at(logOdds - reach), high: at(logOdds + reach) };
}
