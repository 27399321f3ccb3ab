import type { World } from '../world/open.js';
import type { OutTable } from './out-table.js';
import { formatOf, whole, writeTable } from './write-table.js';

/** What was written: how many rows, and which names the format did not take as they were. */
export interface Written {
  readonly rows: number;
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** Writes a table as .csv, .parquet or .dta; the file appears whole or not at all. Throws `cli/unknown-format`, `cli/cannot-write`. */
export async function writePanel(table: OutTable, file: string, world: World): Promise<Written> {
  if (formatOf(file) !== 'dta') return { rows: await writeTable(table.query, file, world), renamed: [] };
  const { writeDta } = await import('./stata/write-dta.js');
  return whole(file, (draft) => writeDta(table, draft, world));
}
