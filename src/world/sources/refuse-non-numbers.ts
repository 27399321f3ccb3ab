import { fail } from '../../kernel/errors.js';
import { identifier, literal } from '../sql.js';
import type { Reading } from './source.js';

/**
 * Stops the build (`world/not-a-number`, at the first such line) where a column that should hold numbers holds
 * something else. Empty fields, `NA` and `NaN` are missing values, as for `as_number`.
 */
export async function refuseNonNumbers(
  reading: Reading,
  {
    from,
    columns,
    file,
  }: { readonly from: string; readonly columns: readonly string[]; readonly file: string },
): Promise<void> {
  const each = columns.map((c) => {
    const x = identifier(c);
    return `SELECT line, ${literal(c)} AS name, ${x} AS said FROM ${from} WHERE ${x} NOT IN ('', 'NA', 'NaN') AND try_cast(${x} AS DOUBLE) IS NULL`;
  });
  const bad = (await reading.rows(`${each.join(' UNION ALL ')} ORDER BY line, name LIMIT 1`))[0];
  if (!bad) return;
  fail('world/not-a-number', `${String(bad['name'])} is not a number: ${String(bad['said'])}`, {
    at: { file, line: Number(bad['line']) + 1 },
  });
}
