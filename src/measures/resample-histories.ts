import type { Random } from '../kernel/random.js';
import type { Repeated } from './repeated-dispersion.js';
import { type Moments, momentsOfDraws } from './resampled-moments.js';
import type { StateHistory } from './state-histories.js';
import { timesOf } from './taken.js';
import { columnIn, missingIn } from './weighted-columns.js';

/** Prepares the values of some years, and gives the statistic of each when state i counts `times[i]` times. */
export type Prepared = (
  histories: readonly StateHistory[],
  kept: readonly number[],
) => (times: Uint16Array) => number[];

/** For a statistic that follows from moments. */
export const fromMoments =
  (statistic: (moments: Moments) => number): Prepared =>
  (histories, kept) =>
    momentsOfDraws(histories, kept, statistic);

/** For a statistic of values in rising order. */
export const fromOrder =
  (statistic: Repeated): Prepared =>
  (histories, kept) => {
    const years = kept
      .map((t) => columnIn(histories, t))
      .map((column) => {
        const of = inOrder(column);
        return {
          statistic: statistic(
            Float64Array.from(of, (i) => column[i]!),
            of,
          ),
          without: missingIn(column),
        };
      });
    return (times) => {
      const drawn = timesOf(times);
      return years.map(({ statistic, without }) => statistic(times, drawn - timesOf(times, without)));
    };
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
  const times = new Uint16Array(histories.length);
  return (random) => {
    statistics ??= prepare(histories, kept);
    times.fill(0);
    for (let i = 0; i < histories.length; i++) times[random.int(histories.length)]!++;
    return statistics(times);
  };
}

/** The states with a value in the order of their values. */
function inOrder(column: Float64Array): Int32Array {
  const of = new Int32Array(column.length);
  let n = 0;
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i]!)) of[n++] = i;
  return of.slice(0, n).sort((i, j) => column[i]! - column[j]! || i - j);
}
