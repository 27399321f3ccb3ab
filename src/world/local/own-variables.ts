import { basename } from 'node:path';
import { fail } from '../../kernel/errors.js';
import type { VariableCard } from '../cards.js';
import type { Reading } from '../sources/source.js';
import type { OwnColumns } from './own-columns.js';
import type { OwnRequest } from './own-request.js';
import type { OwnRow } from './own-rows.js';

/** The table that the variables are of: its name, its file as messages name it, and what was asked of it. */
export interface OfTable {
  readonly name: string;
  readonly file: string;
  readonly request: OwnRequest;
}

/**
 * The cards of the variables of a user's table: what the user says of them, and else what their columns are called and
 * hold. Throws `world/own-no-column`, `world/own-no-variables`.
 */
export function variableCards(
  { name, file, request }: OfTable,
  columns: OwnColumns,
  rows: readonly OwnRow[],
): VariableCard[] {
  const stray = Object.keys(request.variables ?? {}).find(
    (c) => !columns.variables.some((v) => v.name === c),
  );
  if (stray !== undefined)
    fail('world/own-no-column', `no column of numbers is called ${stray}`, {
      at: { file, line: 1 },
      hint: `it has ${columns.variables.map((v) => v.name).join(', ')}`,
    });
  return columns.variables.map(({ name: column }, i) => {
    const told = request.variables?.[column] ?? {};
    const values = rows.flatMap(({ values: all }) => (all[i] === null ? [] : [all[i]!]));
    if (values.length === 0)
      fail('world/own-no-variables', `the column ${column} has no value in the rows that enter`, {
        at: { file, line: 1 },
        hint: `choose others with --columns`,
      });
    const marks = values.every((x) => x === 0 || x === 1);
    const low = told.low ?? (marks ? 0 : undefined);
    const high = told.high ?? (marks ? 1 : undefined);
    return {
      name: variableName(request.prefix ?? `${name}_`, column, file),
      title: told.title ?? column,
      definition: told.definition ?? `The column ${column} of ${basename(file)}, a file of the user’s own.`,
      unit: told.unit ?? (marks ? '0/1' : 'unit not told'),
      ...((low !== undefined || high !== undefined) && {
        scale: { ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
      }),
      ...(request.symmetric && { symmetric: true }),
    };
  });
}

/** A name of the catalogue from the name of a column: small letters, digits and `_`. */
function variableName(prefix: string, column: string, file: string): string {
  const plain = column
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (plain !== '') return `${prefix}${plain}`;
  return fail('world/own-no-column', `no name can be made of the column ${column}`, {
    at: { file, line: 1 },
    hint: 'give it a name in Latin letters',
  });
}

/** Throws `world/own-doubled-column`, `world/own-name` for names that cannot be those of variables. */
export async function checkNames(
  reading: Reading,
  cards: readonly VariableCard[],
  file: string,
): Promise<void> {
  const names = cards.map((c) => c.name);
  const doubled = names.find((name, i) => names.indexOf(name) < i);
  if (doubled !== undefined)
    fail('world/own-doubled-column', `two columns would be the variable ${doubled}`, {
      at: { file, line: 1 },
      hint: `${cards
        .filter((c) => c.name === doubled)
        .map((c) => c.title)
        .join(' and ')}: rename one`,
    });
  const words = await reading.rows(
    `SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category = 'reserved'`,
  );
  const reserved = new Set(words.map((w) => String(w['word'])));
  const bad = names.find((name) => reserved.has(name));
  if (bad !== undefined)
    fail('world/own-name', `a variable cannot be called ${bad}`, {
      at: { file, line: 1 },
      hint: 'it is a word of the database: choose another --prefix',
    });
}
