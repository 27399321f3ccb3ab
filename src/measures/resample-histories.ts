import type { Random } from '../kernel/random.js';
import type { Repeated } from './repeated-dispersion.js';
import { type Moments, momentsOfDraws } from './resampled-moments.js';
import type { StateHistory } from './state-histories.js';

/** Prepares the values of some years, and gives the statistic of each when state i counts `times[i]` times. */
export type Prepared = (
  histories: readonly StateHistory[],
  kept: readonly number[],
) => (times: Uint16Array) => number[];

/** For a statistic that follows from moments. */
export const fromMoments =
  (statistic: (moments: Moments) => number): Prepared =>
  (histories, kept) => {
    const moments = momentsOfDraws(histories, kept);
    return (times) => moments(times).map(statistic);
  };

/** For a statistic of values in rising order. */
export const fromOrder =
  (statistic: Repeated): Prepared =>
  (histories, kept) => {
    const ordered = kept.map((t) => inOrder(histories, t));
    return (times) => ordered.map(({ values, of }) => statistic(values, of, times));
  };

/**
 * A function that draws as many states as there are, with replacement and each with its whole history, and gives the
 * statistic of every kept year. What does not change between draws is prepared when the first is asked for.
 */
export function resampling(
  histories: readonly StateHistory[],
  kept: readonly number[],
  prepare: Prepared,
): (random: Random) => readonly number[] {
  let statistics: ReturnType<Prepared> | undefined;
  return (random) => {
    statistics ??= prepare(histories, kept);
    const times = new Uint16Array(histories.length);
    for (let i = 0; i < histories.length; i++) times[random.int(histories.length)]!++;
    return statistics(times);
  };
}

function inOrder(
  histories: readonly StateHistory[],
  t: number,
): { readonly values: Float64Array; readonly of: Int32Array } {
  const of = histories
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(histories[i]!.values[t]!))
    .sort((i, j) => histories[i]!.values[t]! - histories[j]!.values[t]! || i - j);
  return { values: Float64Array.from(of, (i) => histories[i]!.values[t]!), of: Int32Array.from(of) };
}
