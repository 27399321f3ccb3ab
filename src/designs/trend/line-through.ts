import type { Series } from '../../measures/measure.js';
import { type LinearTrend, linearTrend } from '../../statistics/linear-trend.js';

const fits = new WeakMap<Series, LinearTrend>();

/** The straight line through a series with its errors, found once for a series. */
export function lineThrough(series: Series): LinearTrend {
  const fit = fits.get(series) ?? linearTrend(series.years, series.values);
  fits.set(series, fit);
  return fit;
}
