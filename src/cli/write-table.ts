import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from '../kernel/errors.js';
import type { Query, World } from '../world/open.js';
import { pathLiteral } from '../world/sql.js';

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

/** Writes the rows of a query to a file, which appears whole or not at all; gives their number. */
export async function writeTable(query: Query, file: string, world: World): Promise<number> {
  const format = formatOf(file);
  const path = resolve(file);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const copy = `COPY (${query.sql}) TO ${pathLiteral(draft)} ${format}`;
    const [written] = await world.ask({ sql: copy, tables: query.tables });
    renameSync(draft, path);
    return Number(written!['Count']);
  } catch (error) {
    rmSync(draft, { force: true });
    return fail('cli/cannot-write', `cannot write ${file}`, { hint: (error as Error).message });
  }
}
