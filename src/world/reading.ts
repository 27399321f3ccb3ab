import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/errors.js';
import type { ManifestSource } from './cards.js';
import type { Database } from './database.js';
import type { Reading, Resolution, Source } from './sources/source.js';
import { identifier, pathLiteral } from './sql.js';
import { type Account, type Folders, upstreamFiles } from './upstream-files.js';

export type { Account, Folders } from './upstream-files.js';

export const lostRows = (account: Account): ManifestSource['lost'] =>
  [...account.lost]
    .map(([reason, rows]) => ({ reason, rows }))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1));

/** The hands of a source: see `Reading`. `write`, `written` and `asBefore` are the builder's. */
export function reading(
  db: Database,
  source: Source,
  folders: Folders,
  account: Account,
  builder: Pick<Reading, 'write' | 'written' | 'asBefore'>,
): Reading {
  const own = join('src/world/sources', source.folder);
  const one = async (sql: string): Promise<unknown> =>
    Object.values((await db.rows(sql))[0] ?? {})[0] ?? null;
  const lose = (reason: string, rows: number): void => {
    if (rows > 0) account.lost.set(reason, (account.lost.get(reason) ?? 0) + rows);
  };

  const upstream = upstreamFiles(db, folders, account);

  const resolve = async (r: Resolution): Promise<void> => {
    const column = identifier(r.as ?? 'ccode');
    const there = await db.rows(`DESCRIBE ${r.from}`);
    if (there.some((c) => c['column_name'] === (r.as ?? 'ccode'))) {
      fail('world/doubled-column', `${r.from} already has a column ${r.as ?? 'ccode'}`, {
        hint: 'resolve it under another name with `as`',
      });
    }
    const names = await namesOf(r);
    await db.run(`CREATE OR REPLACE TABLE located AS SELECT f.*, n.state AS its_state, n.placed AS is_placed, n.why AS its_reason FROM
      (SELECT *, (${r.key})::VARCHAR AS its_key, (${r.year})::INTEGER AS its_year FROM ${r.from}) f
      LEFT JOIN ${names} n ON n.key = f.its_key AND f.its_year BETWEEN n.first AND n.last`);
    const doubled = await db.rows(
      `SELECT line, its_key, its_year FROM located GROUP BY ALL HAVING count(*) > 1 LIMIT 1`,
    );
    const lost = await db.rows(
      `SELECT line, its_key, its_year FROM located WHERE is_placed IS NULL ORDER BY line LIMIT 1`,
    );
    const bad = doubled[0] ?? lost[0];
    if (bad) {
      fail(
        doubled[0] ? 'world/doubled-name' : 'world/unresolved-name',
        `${doubled[0] ? 'two states answer to' : 'no state answers to'} ${String(bad['its_key'])} in ${String(bad['its_year'])}`,
        {
          at: { file: r.file, line: Number(bad['line']) + 1 },
          hint: `set it right in ${join(own, 'names.csv')}`,
        },
      );
    }
    for (const row of await db.rows(
      `SELECT its_reason AS why, count(*)::INTEGER AS n FROM located WHERE its_state IS NULL GROUP BY its_reason`,
    )) {
      lose(String(row['why'] ?? 'not a member of the state system'), Number(row['n']));
    }
    await db.run(
      `CREATE OR REPLACE TABLE ${r.into} AS SELECT * EXCLUDE (its_key, its_year, its_state, is_placed, its_reason), its_state AS ${column} FROM located WHERE its_state IS NOT NULL; DROP TABLE located`,
    );
  };

  /** The reviewed names, and for sources that use COW numbers every number that names.csv does not redirect. */
  const namesOf = async (r: Resolution): Promise<string> => {
    const file = join(folders.root, own, 'names.csv');
    const parts: string[] = [];
    if (existsSync(file)) {
      parts.push(`SELECT key, coalesce(try_cast("from" AS INTEGER), -9999) AS first, coalesce(try_cast("to" AS INTEGER), 9999) AS last,
        ccode::INTEGER AS state, true AS placed, note AS why FROM read_csv(${pathLiteral(file)}, all_varchar=true, header=true, delim=',', quote='"', escape='"')`);
    }
    if (r.codes === 'cow') {
      const except = parts.length > 0 ? ` WHERE ccode::VARCHAR NOT IN (SELECT key FROM (${parts[0]}))` : '';
      parts.push(
        `SELECT DISTINCT ccode::VARCHAR AS key, -9999 AS first, 9999 AS last, ccode AS state, true AS placed, NULL AS why FROM state_years${except}`,
      );
    }
    if (parts.length === 0)
      fail('world/names-missing', `no names.csv for ${source.card.name}`, {
        hint: `write ${join(own, 'names.csv')}`,
      });
    await db.run(`CREATE OR REPLACE TEMP TABLE names AS ${parts.join(' UNION ALL ')}`);
    return 'names';
  };

  return {
    run: db.run,
    rows: db.rows,
    csv: upstream.csv,
    text: upstream.text,
    files: upstream.files,
    ownCsv: (file, into, columns) =>
      upstream.csvAt(join(folders.root, own, file), join(own, file), into, { columns }),
    resolve,
    async inSystem({ from, into, year, state = 'ccode' }) {
      const member = `EXISTS (SELECT 1 FROM state_years m WHERE m.ccode = f.${identifier(state)} AND m.year = (f.${year})::INTEGER)`;
      lose(
        'not a member of the state system in that year',
        Number(await one(`SELECT count(*) FROM ${from} f WHERE NOT ${member}`)),
      );
      await db.run(`CREATE OR REPLACE TABLE ${into} AS SELECT * FROM ${from} f WHERE ${member}`);
    },
    lose,
    async check(what, sql, expected) {
      const found = await one(sql);
      if (found !== expected) {
        fail('world/source-changed', `upstream has changed: ${what}`, {
          at: { file: source.card.files[0] ?? source.card.name },
          hint: `expected ${String(expected)}, found ${String(found)}; look at the reader of ${source.card.name}`,
        });
      }
    },
    ...builder,
  };
}
