import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { EntenteError, fail } from '../kernel/errors.js';
import type { Query, World } from '../world/open.js';
import { literal } from '../world/sql.js';
import { checkCanWrite } from './can-write.js';

export const formats = ['csv', 'parquet', 'dta'] as const;
export type Format = (typeof formats)[number];

/** The format that the name of a file asks for. Throws `cli/unknown-format`. */
export function formatOf(file: string): Format {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return (
    formats.find((f) => f === ending) ??
    fail('cli/unknown-format', `cannot write this kind of file: ${file}`, {
      hint: 'end the name in .csv, .parquet or .dta',
    })
  );
}

/** Bytes of a name, with room for what is put behind that of a draft. */
const longestName = 235;

/** Checks that a file can stand where it should. Throws `cli/cannot-write`. */
export function checkPlace(file: string): void {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory())
    fail('cli/cannot-write', `this is a folder: ${file}`, { hint: 'name a file in it' });
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    fail('cli/cannot-write', `cannot write ${file}`, { hint: `there is no folder ${folder}` });
  if (Buffer.byteLength(basename(path)) > longestName)
    fail('cli/cannot-write', `cannot write ${file}`, { hint: 'the name is too long' });
  checkCanWrite(folder, file);
}

/** Lets a file be written beside its place and moves it there: it appears whole or not at all, also when Ctrl-C ends it. Throws `cli/cannot-write`. */
export async function whole<T>(file: string, write: (draft: string) => Promise<T>): Promise<T> {
  checkPlace(file);
  const path = resolve(file);
  const draft = `${path}.${process.pid}.tmp`;
  const drop = (): void => {
    try {
      rmSync(draft, { force: true });
    } catch {} // a name too long for a draft is told by the write
  };
  // Dies of the signal, without taking down the database in the midst of its work.
  const stop = (signal: NodeJS.Signals): void => {
    drop();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const done = await write(draft);
    renameSync(draft, path);
    return done;
  } catch (error) {
    drop();
    if (error instanceof EntenteError && error.code.startsWith('cli/')) throw error;
    const said = (error as Error).message.replaceAll(draft, file);
    return fail('cli/cannot-write', `cannot write ${file}`, { hint: said });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

const copies: Readonly<Record<string, string>> = {
  csv: '(FORMAT csv, HEADER)',
  parquet: '(FORMAT parquet, COMPRESSION zstd)',
};

/** Writes the rows of a query to a .csv or .parquet file; gives their number. Throws `cli/unknown-format`, `cli/cannot-write`. */
export function writeTable(query: Query, file: string, world: World): Promise<number> {
  const how =
    copies[formatOf(file)] ??
    fail('cli/unknown-format', `cannot write these rows as ${file}`, {
      hint: 'end the name in .csv or .parquet',
    });
  return whole(file, async (draft) => {
    let rows = 0;
    const sql = `COPY (${query.sql}) TO ${literal(draft)} ${how}`;
    for await (const chunk of world.chunks({ ...query, sql })) rows += Number(chunk.column(0)[0]);
    return rows;
  });
}
