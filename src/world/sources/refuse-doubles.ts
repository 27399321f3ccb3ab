import { fail } from '../../kernel/errors.js';
import type { Reading } from './source.js';

/**
 * Stops the build (`world/doubled-row`, at the second row's line) where an upstream file has two rows for what it
 * calls one: `key` lists its own columns, such as country and year.
 */
export async function refuseDoubles(
  reading: Reading,
  { from, key, file }: { readonly from: string; readonly key: readonly string[]; readonly file: string },
): Promise<void> {
  const columns = key.join(', ');
  const second = (
    await reading.rows(
      `SELECT ${columns}, line FROM ${from} QUALIFY row_number() OVER (PARTITION BY ${columns} ORDER BY line) = 2 ORDER BY line LIMIT 1`,
    )
  )[0];
  if (!second) return;
  const said = key.map((k) => String(second[k])).join(', ');
  fail('world/doubled-row', `two rows for ${said}`, {
    at: { file, line: Number(second['line']) + 1 },
    hint: 'each may stand there once; look which of the two is meant',
  });
}
