import { z } from 'zod';
import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import { tableOf } from '../../world/catalogue.js';
import type { Catalogue } from '../../world/open.js';
import { identifier, literal } from '../../world/sql.js';

const scalar = z.union([z.string(), z.number()]);

const bounds = z
  .strictObject({
    from: scalar.optional().describe('not less than this; of dates: not before'),
    to: scalar.optional().describe('not more than this; of dates: not after (2011 holds all days of 2011)'),
    above: scalar.optional(),
    below: scalar.optional(),
    empty: z.literal(true).optional().describe('an empty field fits too; alone: only an empty field'),
  })
  .refine((b) => Object.keys(b).length > 0, 'say from, to, above, below or empty')
  .refine(
    ({ from, to }) => !(typeof from === 'number' && typeof to === 'number') || from <= to,
    'from lies above to',
  );

/** Conditions on columns, all of which a row must meet: a value, one of a list, or bounds. */
export const conditions = z
  .record(z.string(), z.union([scalar, z.array(scalar).min(1), bounds]))
  .describe('column: a value, a list of values, or { from, to, above, below, empty }');

export type Conditions = z.infer<typeof conditions>;

/**
 * Throws `world/unknown-table`, `designs/unknown-column` with the nearest name, `designs/wrong-kind` where a column of
 * numbers is asked for a text, or one of texts for a number.
 */
export function checkConditions(
  table: string,
  where: Conditions,
  columns: readonly (string | undefined)[],
  catalogue: Catalogue,
): void {
  checkColumns(table, [...Object.keys(where), ...columns], catalogue);
  const types = new Map(tableOf(catalogue.manifest, table).columns.map(({ name, type }) => [name, type]));
  for (const [column, asked] of Object.entries(where)) {
    const type = types.get(column)!;
    const wrong = valuesIn(asked).find((x) => (typeof x === 'number' ? type === 'VARCHAR' : !fits(x, type)));
    if (wrong !== undefined)
      fail('designs/wrong-kind', `${column} of ${table} is never this: ${wrong}`, {
        hint: `it holds ${type === 'VARCHAR' ? 'texts: write it in quotes' : 'numbers'}`,
      });
  }
}

/** Whether a text can be compared with a column: every text with one that holds texts or days. */
const fits = (text: string, type: string): boolean =>
  !/INT|DOUBLE|FLOAT|DECIMAL/.test(type) || /^-?\d+(\.\d+)?$/.test(text.trim());

const valuesIn = (asked: Conditions[string]): readonly (string | number)[] => {
  if (typeof asked !== 'object') return [asked];
  if (!('length' in asked))
    return [asked.from, asked.to, asked.above, asked.below].filter((x) => x !== undefined);
  return asked;
};

/** Throws `world/unknown-table`, `designs/unknown-column` with the nearest name. */
function checkColumns(
  table: string,
  columns: readonly (string | undefined)[],
  { manifest }: Catalogue,
): void {
  const names = manifest.tables.map((t) => t.name);
  if (!names.includes(table))
    fail('world/unknown-table', `unknown table: ${table}`, { hint: didYouMean(table, names) });
  const known = tableOf(manifest, table).columns.map((c) => c.name);
  const stray = columns.find((c) => c !== undefined && !known.includes(c));
  if (stray !== undefined) {
    fail('designs/unknown-column', `${table} has no column: ${stray}`, { hint: didYouMean(stray, known) });
  }
}

/**
 * The conditions as SQL. Numbers are compared as numbers, texts as texts; a date as precise as it was read is a text
 * (`1973`, `1973-05`, `1973-05-22`), and `to: 2011` is met by every day of 2011.
 */
export const whereSql = (where: Conditions): string =>
  Object.entries(where)
    .map(([column, asked]) => `(${condition(identifier(column), asked)})`)
    .join(' AND ') || 'true';

type Bounds = z.infer<typeof bounds>;

const value = (x: string | number): string => (typeof x === 'number' ? String(x) : literal(x));

function condition(column: string, asked: Conditions[string]): string {
  if (Array.isArray(asked)) return `${column} IN (${asked.map(value).join(', ')})`;
  if (typeof asked !== 'object') return `${column} = ${value(asked)}`;
  return bounded(column, asked);
}

function bounded(column: string, { from, to, above, below, empty }: Bounds): string {
  const compare = (sign: string, x: string | number | undefined): string[] =>
    x === undefined
      ? []
      : [`${typeof x === 'string' ? `CAST(${column} AS VARCHAR)` : column} ${sign} ${value(x)}`];
  const upTo =
    typeof to === 'string'
      ? [`left(CAST(${column} AS VARCHAR), ${to.length}) <= ${literal(to)}`]
      : compare('<=', to);
  const all = [...compare('>=', from), ...upTo, ...compare('>', above), ...compare('<', below)];
  if (empty && all.length === 0) return `${column} IS NULL`;
  return empty ? `${column} IS NULL OR (${all.join(' AND ')})` : all.join(' AND ');
}
