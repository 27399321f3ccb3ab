import type { Interval } from '../../src/designs/comparison/intervals.js';
import { shapeColumns } from '../../src/statistics/ar1.js';
import { tQuantile } from '../../src/statistics/distributions.js';
import { neweyWest } from '../../src/statistics/hac.js';
import { leastSquares } from '../../src/statistics/least-squares.js';
import { fixedBandwidthCritical } from '../../src/statistics/linear-trend.js';

/** The columns of a regression of which the second’s coefficient is estimated, and what is regressed. */
export interface Regression {
  readonly columns: readonly Float64Array[];
  readonly values: ArrayLike<number>;
}

/** The regression behind a trend, around a line with an even bend. */
export function bent(years: readonly number[], values: ArrayLike<number>): Regression {
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  return {
    columns: shapeColumns(
      years.map((year) => year - middle),
      'bend',
    ),
    values,
  };
}

/** The regression behind a difference of two means. */
export const stepped = (values: ArrayLike<number>, later: readonly boolean[]): Regression => ({
  columns: [new Float64Array(later.length).fill(1), Float64Array.from(later, Number)],
  values,
});

const changed = /longest.memory|source’s own error|prewhitened/;

/**
 * The intervals of years as the rule was first written: none at the longest memory, and the prewhitening of Newey–West
 * bounded at 0.97 (Andrews & Monahan 1992) however few the years.
 */
export function firstWritten<I extends Interval>(
  errors: readonly I[],
  { columns, values }: Regression,
): Interval[] {
  const n = values.length;
  const fit = leastSquares(columns, values);
  const { covariance, lag } = neweyWest({ columns, ...fit }, { prewhite: true, bound: 0.97 });
  const critical = Math.max(
    fixedBandwidthCritical(Math.min(1, (lag + 1) / n)),
    tQuantile(0.975, n - columns.length),
  );
  const [value, half] = [fit.coefficients[1]!, critical * Math.sqrt(covariance[1]![1]!)];
  return [
    ...errors.filter(({ method }) => !changed.test(method)),
    { method: 'prewhitened to 0.97', low: value - half, high: value + half },
  ];
}
