import type { ManifestVariable } from '../cards.js';
import { identifier } from '../sql.js';

/** One column of a panel: what it is called, what it says, and the SQL that yields it. */
export interface PanelColumn {
  readonly name: string;
  readonly title: string;
  readonly sql: string;
  /** The joins it rests on, in the order in which they must stand. */
  readonly joins: readonly Join[];
  /** The variable behind it; none behind a key. */
  readonly variable?: ManifestVariable;
  readonly unit?: string;
  /** What its codes mean. */
  readonly values?: Readonly<Record<number, string>>;
  /** SQL of the reason of a missing value, NULL where there is a value. */
  readonly reason?: string;
}

/** A LEFT JOIN; joins of one alias are one. */
export interface Join {
  readonly alias: string;
  /** A table, or a SELECT in parentheses. */
  readonly of: string;
  readonly on: string;
}

/**
 * Whose value of a variable a column holds: which keys of the variable's table meet which keys of the row. In a
 * dyad panel `cinc2` is `[['ccode', 'ccode2']]`; in an undirected one `imports2`, from 2 to 1, is
 * `[['ccode1', 'ccode2'], ['ccode2', 'ccode1']]`; a variable of the system has no keys but the year.
 */
export interface Holding {
  readonly variable: ManifestVariable;
  /** What its columns are called: the variable, and the side. */
  readonly name: string;
  readonly title: string;
  readonly keys: readonly (readonly [table: string, row: string])[];
}

/** Unit and meaning of codes of a column that holds a variable's own values. */
export function own(variable: ManifestVariable): Pick<PanelColumn, 'variable' | 'unit' | 'values'> {
  const values = variable.values ?? (variable.unit === yesNo.unit ? yesNo.values : undefined);
  return { variable, unit: variable.unit, ...(values && { values }) };
}

/** Of columns that tell whether something is so. */
export const yesNo = { unit: '0/1', values: { 0: 'no', 1: 'yes' } } as const;

/** The holdings that a variable yields in a panel. */
export function holdingsOf(variable: ManifestVariable, level: string, undirected: boolean): Holding[] {
  const holding = (side: string, of: string, keys: Holding['keys']): Holding => ({
    variable,
    name: `${variable.name}${side}`,
    title: `${variable.title}${of}`,
    keys,
  });
  if (variable.level === 'system-year') return [holding('', '', [])];
  if (variable.level === 'state-year' && level !== 'dyad-year')
    return [holding('', '', [['ccode', 'ccode']])];
  if (variable.level === 'state-year')
    return [1, 2].map((side) => holding(`${side}`, ` (state ${side})`, [['ccode', `ccode${side}`]]));
  const there = [
    ['ccode1', 'ccode1'],
    ['ccode2', 'ccode2'],
  ] as const;
  if (!undirected || variable.symmetric) return [holding('', '', there)];
  const back = [
    ['ccode1', 'ccode2'],
    ['ccode2', 'ccode1'],
  ] as const;
  return [holding('1', ' (1 to 2)', there), holding('2', ' (2 to 1)', back)];
}

/** The value of a variable, from the alias of a join, in a year: zero where the source says that absence means zero. */
export function cell(variable: ManifestVariable, alias: string, year: string, member = ''): string {
  const value = `${alias}.${identifier(variable.name)}`;
  if (variable.absentIsZero === undefined) return value;
  return `CASE WHEN ${alias}.year IS NULL AND ${inYears(variable, year)}${member && ` AND ${member}`} THEN 0 ELSE ${value} END`;
}

export const inYears = ({ years }: ManifestVariable, year: string): string =>
  `${year} BETWEEN ${years.from} AND ${years.to}`;

/** Why a value is missing; NULL where it is there. */
export function reason(
  variable: ManifestVariable,
  alias: string,
  { value, year, member }: { value: string; year: string; member?: string | undefined },
): string {
  const own = variable.missing
    ? `coalesce(${alias}.${identifier(variable.missing)}, 'not-coded')`
    : `'not-coded'`;
  return `CASE WHEN ${value} IS NOT NULL THEN NULL WHEN NOT (${inYears(variable, year)}) THEN 'out-of-years'${
    member ? ` WHEN NOT (${member}) THEN 'not-in-system'` : ''
  } WHEN ${alias}.year IS NULL THEN 'no-match' ELSE ${own} END`;
}
