import { type CoverageGrid, totals } from '../../figures/coverage-grid.js';
import type { Row } from '../../world/database.js';
import type { World } from '../../world/open.js';
import type { Panel } from '../../world/panel.js';
import { shortNumber, textTable } from '../table.js';

/** Rows printed to a terminal of all, and of those that a person chose by state or year. */
const [fewRows, manyRows] = [20, 1000];

/** The rows that a person chose, as a table for a terminal. */
export async function chosenText(panel: Panel, world: World): Promise<string> {
  const { query } = panel;
  const shown = await world.ask({ ...query, sql: `${query.sql} LIMIT ${manyRows}` });
  if (shown.length < manyRows) return tableText(shown, shown.length);
  const count = { ...query, sql: `SELECT count(*)::INTEGER AS n FROM (${query.sql})` };
  return tableText(shown, Number((await world.ask(count))[0]!['n']));
}

/**
 * The first rows of a variable; the grid knows how many there are in all. Of pairs a panel of all takes a second to
 * sort, so those of the first states alone are looked at before.
 */
export async function firstText(
  panelOf: (states: readonly string[] | undefined) => Panel,
  grid: CoverageGrid,
  world: World,
): Promise<string> {
  const rows =
    (grid.level === 'dyad-year' ? await firstPairs(panelOf, grid, world) : undefined) ??
    (await few(panelOf(undefined), world));
  const all = totals(grid).of.reduce((a, b) => a + b, 0);
  return tableText(rows, all);
}

const few = ({ query }: Panel, world: World): Promise<readonly Row[]> =>
  world.ask({ ...query, sql: `${query.sql} LIMIT ${fewRows}` });

/** Rows of the first state with those that follow it; undefined where they are too few to be the first of all. */
async function firstPairs(
  panelOf: (states: readonly string[]) => Panel,
  grid: CoverageGrid,
  world: World,
): Promise<readonly Row[] | undefined> {
  const first = grid.rows.map((row) => row.ccode).sort((a, b) => a - b);
  const rows = await few(panelOf(first.slice(0, fewRows + 1).map(String)), world);
  return rows.length === fewRows && rows.at(-1)!['ccode1'] === first[0] ? rows : undefined;
}

function tableText(rows: readonly Row[], all: number): string {
  if (rows.length === 0) return '\nno rows for these states and years\n';
  const columns = Object.keys(rows[0]!);
  const cells = rows.map((row) => columns.map((c) => cellText(c, row[c])));
  const more =
    all > rows.length
      ? `\n… ${all - rows.length} more rows; choose with --states and --years, or write them with --out FILE`
      : '';
  return `\n${textTable(columns, cells)}${more}\n`;
}

const cellText = (column: string, value: Row[string] | undefined): string =>
  typeof value === 'number' && column !== 'year' && !column.startsWith('ccode')
    ? shortNumber(value)
    : String(value ?? '');
