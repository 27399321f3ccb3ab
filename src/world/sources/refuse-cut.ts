import { fail } from '../../kernel/errors.js';
import { identifier } from '../sql.js';
import type { Reading } from './source.js';

/** How a file ends that is whole: its number of rows, and the last field of the last of them, as printed. */
export interface WholeFile {
  /** The table that the file was read into. */
  readonly from: string;
  readonly file: string;
  readonly rows: number;
  readonly field: string;
  readonly last: string;
}

/**
 * Stops the build (`world/source-changed`, at the last row) where a file is not as long as the one that was reviewed,
 * or ends otherwise: cut off after a row, or within its last number, it would still be a CSV, and the years or states
 * at its end would be missing without a word.
 */
export async function refuseCut(
  reading: Reading,
  { from, file, rows, field, last }: WholeFile,
): Promise<void> {
  const [end] = await reading.rows(
    `SELECT line, ${identifier(field)} AS field FROM ${from} ORDER BY line DESC LIMIT 1`,
  );
  const found = Number(end?.['line'] ?? 0);
  const ends = String(end?.['field'] ?? '');
  if (found === rows && ends === last) return;
  fail('world/source-changed', `not the whole of the file that was reviewed, or another: ${file}`, {
    at: { file, line: found + 1 },
    hint: `expected ${rows} rows, the last of which has ${last} under ${field}; found ${found} and ${ends || 'nothing'}`,
  });
}
