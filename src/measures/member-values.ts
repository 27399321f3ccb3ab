import { fail } from '../kernel/errors.js';
import type { Years } from '../kernel/years.js';
import type { ManifestVariable } from '../world/cards.js';
import { tableOf, variableOf } from '../world/catalogue.js';
import type { Catalogue, Query } from '../world/open.js';
import { identifier } from '../world/sql.js';

/** A member of the state system in a year, its value, or why it has none. */
export interface MemberValue {
  readonly year: number;
  readonly ccode: number;
  readonly value: number | null;
  readonly reason: string | null;
}

/** State-year variables by name. Throws `world/unknown-variable`, `measures/not-of-states`. */
export function stateVariables(names: readonly string[], { manifest }: Catalogue): ManifestVariable[] {
  return names.map((name) => {
    const variable = variableOf(manifest, name);
    if (variable.level === 'state-year') return variable;
    return fail('measures/not-of-states', `not a figure about states: ${name}`, {
      hint: `${name} is about a ${variable.level}; a state-year variable is needed`,
    });
  });
}

export interface MemberValuesOptions {
  readonly of: readonly string[];
  readonly years: Years;
  /** From the columns of the variables to the value; their sum unless told. */
  readonly value?: (columns: readonly string[]) => string;
  /** Taken as it stands: without the source’s own interval. */
  readonly certain?: true;
  /** More columns, as SQL over `s`, the table `state_years`. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * The query for every member of the state system in every one of these years, with a value made from one or more
 * recorded variables, and the reason where it has none; of one variable whose source gives intervals, with the ends of
 * each (`value` of a single column must rise with it). Where a source states that absence is zero, it is zero
 * within the source's years.
 */
export function memberValues(options: MemberValuesOptions, catalogue: Catalogue): Query {
  const { of, years, value = sum, more = {} } = options;
  const variables = stateVariables(of, catalogue);
  const tables = [...new Set(variables.map((v) => v.table))];
  const alias = (v: ManifestVariable): string => `t${tables.indexOf(v.table)}`;
  const column = (v: ManifestVariable): string => {
    const plain = `${alias(v)}.${identifier(v.name)}`;
    if (v.absentIsZero === undefined) return plain;
    const { from, to } = tableOf(catalogue.manifest, v.table).years;
    return `CASE WHEN ${alias(v)}.ccode IS NULL AND s.year BETWEEN ${from} AND ${to} THEN 0 ELSE ${plain} END`;
  };
  const reason = (v: ManifestVariable): string =>
    `CASE WHEN (${column(v)}) IS NOT NULL THEN NULL
      WHEN s.year NOT BETWEEN ${v.years.from} AND ${v.years.to} THEN 'out-of-years'
      WHEN ${alias(v)}.ccode IS NULL THEN 'no-match'
      ELSE ${v.missing === undefined ? `'not-coded'` : `coalesce(${alias(v)}.${identifier(v.missing)}, 'not-coded')`} END`;
  const around =
    of.length === 1 && options.certain !== true ? endsOf(variables[0]!, alias(variables[0]!)) : undefined;
  const ends = around && { low: value([around.low]), high: value([around.high]) };
  const extra = Object.entries({ ...more, ...ends }).map(([name, sql]) => `, ${sql} AS ${identifier(name)}`);
  const joins = tables.map(
    (t, i) => `LEFT JOIN ${identifier(t)} t${i} ON t${i}.ccode = s.ccode AND t${i}.year = s.year`,
  );
  return {
    sql: `SELECT s.year, s.ccode, CAST(${value(variables.map(column))} AS DOUBLE) AS "value",
      coalesce(${variables.map(reason).join(', ')}) AS reason${extra.join('')}
      FROM state_years s ${joins.join(' ')}
      WHERE s.year BETWEEN ${years.from} AND ${years.to} ORDER BY s.year, s.ccode`,
    tables: [...new Set(['state_years', ...tables])],
    ...(around && { interval: around.interval }),
  };
}

/** A normal number lies within one standard error with this probability. */
const withinOne = 0.682689492137086;

/**
 * The ends of the source’s own interval of a variable, as SQL: as the source gives them, or one standard error off; of an
 * amount that ends at 0 alone, by as many times, so that it stays above 0 (the standard deviation of the logarithm is
 * √ln(1 + (error/value)²) where the amount is lognormal).
 */
function endsOf(v: ManifestVariable, table: string) {
  const column = (name: string): string => `${table}.${identifier(name)}`;
  if (v.interval)
    return {
      low: column(v.interval.low),
      high: column(v.interval.high),
      interval: { level: v.interval.level, scale: 'linear' as const },
    };
  if (v.error === undefined) return undefined;
  const [x, error] = [column(v.name), column(v.error)];
  const isAmount = v.scale?.low === 0 && v.scale.high === undefined;
  if (!isAmount)
    return {
      low: `${x} - ${error}`,
      high: `${x} + ${error}`,
      interval: { level: withinOne, scale: 'linear' as const },
    };
  const factor = `exp(sqrt(ln(1 + (${error} / nullif(${x}, 0)) * (${error} / nullif(${x}, 0)))))`;
  return {
    low: `${x} / ${factor}`,
    high: `${x} * ${factor}`,
    interval: { level: withinOne, scale: 'log' as const },
  };
}

const sum = (columns: readonly string[]): string => columns.map((c) => `(${c})`).join(' + ');

/** Rows by year, the years rising. */
export function byYear<R extends { readonly year: number }>(rows: readonly R[]): [number, R[]][] {
  const groups = new Map<number, R[]>();
  let last: { readonly year: number; readonly group: R[] } | undefined; // rows mostly come by year
  for (const row of rows) {
    const { year } = row;
    if (last?.year !== year) {
      const group = groups.get(year) ?? [];
      groups.set(year, group);
      last = { year, group };
    }
    last.group.push(row);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

/** How often each reason stands in a list, the reasons in alphabetical order. */
export function countReasons(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
