import { type CoverageGrid, type GridRow, kindOf, shareOf } from '../../figures/coverage-grid.js';
import { countYears } from '../../kernel/years.js';
import { mostMarks, sparkline, unitsOfMark } from './sparkline.js';

/** Most marks of a strip with a name before it. */
const mostOfStrip = 72;

/** One state: how much of what it stands for has a value, blank where nothing could have one. */
export function strip(grid: CoverageGrid, row: GridRow, most = mostMarks): string {
  const cell = (i: number): number | null =>
    ['absent', 'outside'].includes(kindOf(grid, row, i)) ? null : shareOf(row, i);
  return sparkline(
    row.of.map((_, i) => cell(i)),
    1,
    most,
  );
}

/** The whole grid: one strip a state under its name, then what the marks mean. */
export function stateStrips(grid: CoverageGrid): string {
  if (grid.rows.length === 0) return '';
  const { from, to } = grid.years;
  const beyond = from < grid.covered.from || to > grid.covered.to;
  const width = Math.max(...grid.rows.map((row) => [...row.name].length));
  const lines = grid.rows.map((row) =>
    `${row.name.padEnd(width)}  ${strip(grid, row, mostOfStrip)}`.trimEnd(),
  );
  const size = unitsOfMark(countYears(grid.years), mostOfStrip);
  const full = grid.level === 'dyad-year' ? 'a value with every other member' : 'a value';
  const key = [
    `█ ${full}${size > 1 ? ' in every year' : ''}`,
    ...(size > 1 || grid.level === 'dyad-year' ? ['lower: in part'] : []),
    '· none',
    `blank no member${beyond ? ' or outside the source’s years' : ''}`,
  ];
  return `\n${lines.join('\n')}\n${from}–${to}, ${size === 1 ? 'one mark a year' : `one mark for ${size} years`}: ${key.join(', ')}\n`;
}
