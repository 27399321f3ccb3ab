import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EntenteError, fail } from '../kernel/errors.js';
import type { Database } from './database.js';
import type { Reading } from './sources/source.js';
import { literal, pathLiteral } from './sql.js';

/** Where a build finds things. */
export interface Folders {
  /** Upstream files. */
  readonly sources: string;
  /** The project: `facts/` and `src/world/sources/<folder>/`. */
  readonly root: string;
  /** Where the user’s own copies of upstream files stand, by the path that a card gives them. */
  readonly given?: ReadonlyMap<string, string>;
}

/** What was read and lost while one source was read. */
export interface Account {
  readonly read: { file: string; sha256: string; bytes: number; rows: number }[];
  readonly lost: Map<string, number>;
}

type CsvOptions = Parameters<Reading['csv']>[2];

/** The upstream files of one source, as a reader sees them; every file that is read enters the account with its hash. */
export interface UpstreamFiles extends Pick<Reading, 'csv' | 'text' | 'files'> {
  /** A CSV at a path of its own; `shown` is its name in messages and in the account. */
  csvAt(path: string, shown: string, into: string, options: CsvOptions): Promise<void>;
}

export function upstreamFiles(db: Database, folders: Folders, account: Account): UpstreamFiles {
  const pathOf = (file: string): string =>
    folders.given?.get(file) ?? join(file.startsWith('facts/') ? folders.root : folders.sources, file);
  const present = (path: string, shown: string): string =>
    existsSync(path)
      ? path
      : fail('world/source-missing', `upstream file not found: ${shown}`, { hint: `expected at ${path}` });
  const wasRead = (file: string, bytes: Buffer, rows: number): void => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    account.read.push({ file, sha256, bytes: bytes.length, rows });
  };

  const csvAt: UpstreamFiles['csvAt'] = async (path, shown, into, options) => {
    present(path, shown);
    const header = options.header ?? true;
    const named = header ? '' : `, names=[${options.columns.map(literal).join(',')}], null_padding=true`;
    try {
      await db.run(
        `CREATE OR REPLACE TABLE ${into} AS SELECT row_number() OVER ()::INTEGER AS line, * FROM read_csv(${pathLiteral(path)},
         all_varchar=true, header=${header}, delim=${literal(options.delimiter ?? ',')}, quote='"', escape='"',
         encoding=${literal(options.encoding ?? 'utf-8')}, max_line_size=10000000, sample_size=-1${named})`,
      );
    } catch (error) {
      const said = error instanceof EntenteError ? error.message : String(error);
      fail('world/source-unreadable', `cannot be read as CSV: ${shown}`, { at: { file: shown }, hint: said });
    }
    const there = new Set((await db.rows(`DESCRIBE ${into}`)).map((r) => String(r['column_name'])));
    for (const column of options.columns) {
      if (!there.has(column)) {
        fail('world/source-changed', `column ${column} is not in ${shown}`, {
          at: { file: shown, line: 1 },
          hint: `it has ${[...there].slice(1, 12).join(', ')} …`,
        });
      }
    }
    const rows = (await db.rows(`SELECT count(*) AS n FROM ${into}`))[0]!['n'];
    wasRead(shown, readFileSync(path), Number(rows));
  };

  return {
    csvAt,
    csv: (file, into, options) => csvAt(pathOf(file), file, into, options),
    async text(file, encoding = 'utf-8') {
      const bytes = readFileSync(present(pathOf(file), file));
      try {
        const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
        const text =
          encoding === 'utf-8'
            ? new TextDecoder('utf-8', { fatal: true }).decode(plain)
            : plain.toString('latin1');
        wasRead(file, bytes, text.split('\n').length);
        return text;
      } catch (error) {
        return fail('world/source-unreadable', `cannot be read as ${encoding} text: ${file}`, {
          at: { file },
          hint: error instanceof Error ? error.message : '',
        });
      }
    },
    files: async (folder) =>
      readdirSync(present(pathOf(folder), folder))
        .sort()
        .map((name) => join(folder, name)),
  };
}
