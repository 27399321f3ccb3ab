import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail } from '../kernel/errors.js';
import type { Query, World } from '../world/open.js';
import { pathLiteral } from '../world/sql.js';
import { exitCodes } from './exit-codes.js';

const formats: Readonly<Record<string, string>> = {
  csv: '(FORMAT csv, HEADER)',
  parquet: '(FORMAT parquet, COMPRESSION zstd)',
};

/** Checks that a file can be written as a table. Throws `cli/unknown-format`. */
export function formatOf(file: string): string {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return (
    formats[ending] ??
    fail('cli/unknown-format', `cannot write this kind of file: ${file}`, {
      hint: 'end the name in .csv or .parquet',
    })
  );
}

/** Writes the rows of a query to a file, which appears whole or not at all; gives their number. Throws `cli/cannot-write`. */
export async function writeTable(query: Query, file: string, world: World): Promise<number> {
  const format = formatOf(file);
  const path = resolve(file);
  checkPlace(file, path);
  const draft = `${path}.${process.pid}.tmp`;
  const drop = (): void => rmSync(draft, { force: true });
  const stop = (): void => {
    drop();
    process.exit(exitCodes.interrupted);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const copy = `COPY (${query.sql}) TO ${pathLiteral(draft)} ${format}`;
    const [written] = await world.ask({ sql: copy, tables: query.tables });
    renameSync(draft, path);
    return Number(written!['Count']);
  } catch (error) {
    drop();
    const said = (error as Error).message.replaceAll(draft, file);
    return fail('cli/cannot-write', `cannot write ${file}`, { hint: said });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function checkPlace(file: string, path: string): void {
  const folder = dirname(path);
  const isFolder = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isDirectory() === true;
  const hint = isFolder(path) ? 'it is a folder' : isFolder(folder) ? undefined : `no such folder: ${folder}`;
  if (hint !== undefined) fail('cli/cannot-write', `cannot write ${file}`, { hint });
}
