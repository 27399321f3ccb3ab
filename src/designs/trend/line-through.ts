import type { Series } from '../../measures/measure.js';
import { type Memories, memoriesAround } from '../../statistics/ar1.js';
import { type LinearTrend, linearTrend } from '../../statistics/linear-trend.js';

const fits = new WeakMap<Series, LinearTrend>();

/** The straight line through a series with its errors, found once for a series. */
export function lineThrough(series: Series): LinearTrend {
  const fit = fits.get(series) ?? linearTrend(series.years, series.values);
  fits.set(series, fit);
  return fit;
}

const memories = new WeakMap<Series, Memories>();

/** The memory of the deviations from that line, likeliest and longest, found once for a series. */
export function memoriesAroundLine(series: Series): Memories {
  const known = memories.get(series);
  if (known) return known;
  const { years, values } = series;
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  const times = years.map((year) => year - middle);
  const found = memoriesAround(times, values, 'line');
  memories.set(series, found);
  return found;
}
