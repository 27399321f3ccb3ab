import { z } from 'zod';
import { parseYears, type Years } from '../../../kernel/years.js';
import type { Manifest } from '../../../world/cards.js';
import { sourceOf, tableOf } from '../../../world/catalogue.js';
import type { Row } from '../../../world/database.js';
import type { Catalogue, Query } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';

export const span = z
  .union([z.string(), z.number()])
  .transform((text, context): Years => {
    try {
      return parseYears(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message, input: text });
      return z.NEVER;
    }
  })
  .describe('the years that are observed: 1973, or 2013-2016');

export const oneYear = z
  .union([z.int(), z.string().regex(/^\d{4}$/, 'a year such as 2010')])
  .transform(Number);

export const complete = z
  .boolean()
  .describe(
    'whether the record holds all that is asked for; one that does not bears out “at least” but refutes it never',
  );

/** Why a table cannot serve these years, or null. */
export function cannotCover(table: string, years: Years, { manifest }: Catalogue): string | null {
  const covers = tableOf(manifest, table).years;
  if (years.from < covers.from) return `${table} begins in ${covers.from}`;
  return years.to > covers.to ? `${table} ends in ${covers.to}` : null;
}

/** Who says what a table says: its source and version. */
export function saidBy(table: string, { manifest }: Catalogue): string {
  const { title, version } = sourceOf(manifest, tableOf(manifest, table).source);
  return `${title}, ${version}`;
}

/** Rows of a table in whole, by its key. */
export const wholeRows = (table: string, where: string, manifest: Manifest): Query => ({
  sql: `SELECT * FROM ${identifier(table)} WHERE ${where} ORDER BY ${tableOf(manifest, table).key.map(identifier).join(', ')}`,
  tables: [table],
});

/** Different texts of a column, in order of rows; undefined where no row has one. */
export function texts(rows: readonly Row[], column: string | undefined): string | undefined {
  if (column === undefined) return undefined;
  const found = new Set(rows.flatMap((r) => (r[column] === null ? [] : [String(r[column])])));
  return found.size === 0 ? undefined : [...found].join('; ');
}
