import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail } from '../../kernel/errors.js';
import { makeFolder } from '../../kernel/make-folder.js';
import type { Cell, Row } from '../../world/database.js';
import { cannotWrite, checkCanWrite } from '../can-write.js';
import { checkPlace, whole } from '../write-table.js';
import type { Followed } from './follow.js';

/** Rows under a name: those of a question, or the table that is summed up. */
interface Written {
  readonly part: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly sql?: string;
}

const isFile = (out: string): boolean => /\.csv$/i.test(out);

/** Names that mean a file of another kind, and no folder. */
const otherFiles = /\.(parquet|dta|xlsx?|ods|json|tsv|txt|sav|rds)$/i;

/** Checks, before anything runs, that rows can be written there. Throws `cli/unknown-format`, `cli/cannot-write`. */
export function checkOut(out: string): void {
  if (isFile(out)) checkPlace(out);
  else if (otherFiles.test(out))
    fail('cli/unknown-format', `cannot write these rows as ${out}`, {
      hint: 'end the name in .csv, or name a folder',
    });
  else if (existsSync(resolve(out)) && !statSync(resolve(out)).isDirectory())
    fail('cli/cannot-write', `this is no folder: ${out}`, { hint: 'end the name in .csv, or name a folder' });
  else checkCanWrite(out, out);
}

/**
 * Every row behind the numbers: into one .csv (the part and the name of the table in its first columns), or into a
 * folder, a file a table with the question that gave it beside it, a folder a part where the claim has several. Gives the number of rows.
 */
export async function writeRows(followed: readonly Followed[], out: string): Promise<number> {
  const all = followed.flatMap(tables);
  if (isFile(out)) await writeText(out, oneTable(all));
  else for (const t of all) await writeInto(resolve(out), t);
  return all.reduce((sum, { rows }) => sum + rows.length, 0);
}

const tables = ({ part: { name: part }, working, answered }: Followed): Written[] => [
  ...(working ? [{ part, name: 'working', rows: working.rows }] : []),
  ...answered.map(({ name, query, rows }) => ({ part, name, rows, sql: query.sql })),
];

async function writeInto(out: string, { part, name, rows, sql }: Written): Promise<void> {
  const folder = part ? join(out, part) : out;
  makeIt(folder);
  await writeText(join(folder, `${name}.csv`), csv(columnsOf(rows), rows));
  if (sql !== undefined) await writeText(join(folder, `${name}.sql`), `${sql}\n`);
}

function makeIt(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    cannotWrite(folder, error);
  }
}

const writeText = (file: string, text: string): Promise<void> =>
  whole(file, async (draft) => writeFileSync(draft, text));

function oneTable(all: readonly Written[]): string {
  const rows = all.flatMap(({ part, name, rows }) =>
    rows.map((row) => ({ ...(part && { part }), table: name, ...row })),
  );
  return csv(columnsOf(rows), rows);
}

const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((r) => Object.keys(r)))];

const csv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((r) => columns.map((c) => r[c] ?? null))]
    .map((cells) => `${cells.map(field).join(',')}\n`)
    .join('');

const field = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
