import type { Years } from '../kernel/years.js';
import { countYears } from '../kernel/years.js';

/**
 * What is known of a variable, by year and state. A cell counts what could have a value (the state itself, or its
 * pairs with the other members that it met in the year) and how many of these have one.
 */
export interface CoverageGrid {
  readonly level: 'state-year' | 'dyad-year' | 'system-year';
  /** The columns. */
  readonly years: Years;
  /** The years that the source covers: outside them nothing can be known. */
  readonly covered: Years;
  /** By first membership, then by name; of a variable about the system one row. */
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly ccode: number;
  readonly name: string;
  /** ISO code, empty where the state had none. */
  readonly code: string;
  /** One number a column: how many could have a value, 0 where the state was no member. */
  readonly of: readonly number[];
  /** How many have one. */
  readonly known: readonly number[];
}

/** What a year of a state is: no member, outside the source’s years, without a value, or with one. */
export type CellKind = 'absent' | 'outside' | 'none' | 'known';

export function kindOf(grid: CoverageGrid, row: GridRow, column: number): CellKind {
  if (row.of[column] === 0) return 'absent';
  if (row.known[column]! > 0) return 'known';
  const year = grid.years.from + column;
  return year < grid.covered.from || year > grid.covered.to ? 'outside' : 'none';
}

/** The part of what could have a value that has one, 0 where nothing could. */
export const shareOf = ({ of, known }: GridRow, column: number): number =>
  of[column]! > 0 ? known[column]! / of[column]! : 0;

/** Columns side by side that are alike. */
export interface Run<T> {
  readonly is: T;
  readonly from: number;
  /** The last of them. */
  readonly to: number;
}

/** The runs of columns that are alike, in order. */
export function runsOf<T>(grid: CoverageGrid, of: (column: number) => T): Run<T>[] {
  const runs: { is: T; from: number; to: number }[] = [];
  for (let column = 0; column < countYears(grid.years); column++) {
    const is = of(column);
    const last = runs.at(-1);
    if (last?.is === is) last.to = column;
    else runs.push({ is, from: column, to: column });
  }
  return runs;
}

/** Spans of years in which a row is of a kind. */
export const spansOf = (grid: CoverageGrid, row: GridRow, kind: CellKind): Years[] =>
  runsOf(grid, (column) => kindOf(grid, row, column))
    .filter((run) => run.is === kind)
    .map((run) => ({ from: grid.years.from + run.from, to: grid.years.from + run.to }));

/** A year of all rows together; of pairs each counts twice, once for either state. */
export function totals(grid: CoverageGrid, rows = grid.rows): { of: number[]; known: number[] } {
  const sum = (kind: 'of' | 'known'): number[] => {
    const all = new Array<number>(countYears(grid.years)).fill(0);
    for (const row of rows) for (const [i, n] of row[kind].entries()) all[i] = all[i]! + n;
    return all;
  };
  return { of: sum('of'), known: sum('known') };
}

/** The rows by how many of their years as members, within the source’s years, have a value. */
export function completeness(
  grid: CoverageGrid,
): Readonly<Record<'every' | 'some' | 'never', readonly GridRow[]>> {
  const found: Record<'every' | 'some' | 'never', GridRow[]> = { every: [], some: [], never: [] };
  for (const row of grid.rows) {
    const kinds = new Set(runsOf(grid, (column) => kindOf(grid, row, column)).map((run) => run.is));
    if (kinds.has('known')) found[kinds.has('none') ? 'some' : 'every'].push(row);
    else if (kinds.has('none')) found.never.push(row);
  }
  return found;
}
