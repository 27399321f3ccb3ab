import { leastCoverage } from '../world/catalogue.js';
import type { Series } from './measure.js';

/** The series, over these years, of the states that have a value in four of five of them. */
export function seriesInMost(
  byState: ReadonlyMap<number, ReadonlyMap<number, number>>,
  years: readonly number[],
): ReadonlyMap<number, Series> {
  return new Map(
    [...byState].flatMap(([state, values]) => {
      const own = years.filter((year) => values.has(year));
      if (own.length < leastCoverage * years.length) return [];
      const missing = years.length - own.length;
      const series: Series = {
        years: own,
        values: own.map((year) => values.get(year)!),
        counts: own.map(() => 1),
        lost: missing > 0 ? { 'years without a value': missing } : {},
      };
      return [[state, series] as const];
    }),
  );
}
