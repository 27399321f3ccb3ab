import type { CoverageGrid } from '../../src/figures/coverage-grid.js';
import type { Years } from '../../src/kernel/years.js';

/** A grid of states from what a person can read: a share by year, null where the state was no member. */
export function gridOf(
  years: Years,
  rows: Readonly<Record<string, readonly (number | null)[]>>,
  level: CoverageGrid['level'] = 'state-year',
): CoverageGrid {
  const most = level === 'dyad-year' ? 100 : 1;
  return {
    level,
    years,
    covered: years,
    rows: Object.entries(rows).map(([name, cells], i) => ({
      ccode: i + 1,
      name,
      code: name.slice(0, 3).toUpperCase(),
      of: cells.map((x) => (x === null ? 0 : most)),
      known: cells.map((x) => (x ?? 0) * most),
    })),
  };
}
