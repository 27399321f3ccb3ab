import { fail } from '../../kernel/errors.js';
import type { Reading } from './source.js';

/** How to find the states that a table of facts names by ISO 3166 codes. */
export interface Iso3Resolution {
  /** Table to read (it has the column `line`) and table to make: the same columns and `ccode`. */
  readonly from: string;
  readonly into: string;
  /** SQL over `from`: the code, and a year in which the state bore it. */
  readonly key: string;
  readonly year: string;
  /** The file that a message should name. */
  readonly file: string;
}

/**
 * Adds the COW number of the state that bore an ISO 3166 code in a year, after the names of the state system. A code
 * that is nobody's, or two states', in that year stops the build (`world/unresolved-name`), with file and line.
 */
export async function resolveIso3(reading: Reading, r: Iso3Resolution): Promise<void> {
  await reading.run(`CREATE OR REPLACE TABLE coded AS
    SELECT f.*, n.ccode, (${r.key})::VARCHAR AS its_key, (${r.year})::INTEGER AS its_year FROM ${r.from} f
    LEFT JOIN spells_named n ON n.iso3c = ${r.key} AND (${r.year})::INTEGER BETWEEN n.from_year AND n.to_year`);
  const bad = (
    await reading.rows(
      `SELECT line, its_key, its_year FROM coded GROUP BY ALL HAVING count(DISTINCT ccode) <> 1 ORDER BY line LIMIT 1`,
    )
  )[0];
  if (bad) {
    fail(
      'world/unresolved-name',
      `no single state bears the code ${String(bad['its_key'])} in ${String(bad['its_year'])}`,
      {
        at: { file: r.file, line: Number(bad['line']) + 1 },
        hint: 'use the ISO 3166 code of src/world/sources/states/names.csv',
      },
    );
  }
  await reading.run(
    `CREATE OR REPLACE TABLE ${r.into} AS SELECT * EXCLUDE (its_key, its_year) FROM coded; DROP TABLE coded`,
  );
}
