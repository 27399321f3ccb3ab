import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/errors.js';
import { type Alias, type StateSpell, type States, states } from '../kernel/states.js';
import type { Manifest } from './cards.js';
import { type Database, openDatabase, type Row } from './database.js';
import { identifier, pathLiteral } from './sql.js';

/** A question to the world: the SQL, and the tables it reads (for citations, and for the key of the cache). */
export interface Query {
  readonly sql: string;
  readonly tables: readonly string[];
}

/** What a unit asks of the world, by the names under which it wants the answers. */
export type Needs = Readonly<Record<string, Query>>;
export type Answers = Readonly<Record<string, readonly Row[]>>;

/** What can be known of the world without reading its tables: the manifest, and who the states are. */
export interface Catalogue {
  readonly manifest: Manifest;
  readonly states: States;
}

/** A built world, open for reading. Immutable while it is open. */
export interface World extends Catalogue {
  readonly folder: string;
  /** Rows of a query; a query asked before is answered from memory. Throws `world/query`. */
  ask(query: Query): Promise<readonly Row[]>;
  answer(needs: Needs): Promise<Answers>;
  /** Runs SQL that yields no rows (COPY … TO). */
  run(sql: string): Promise<void>;
  close(): void;
}

/** Reads the manifest. Throws `world/missing`, `world/unreadable-manifest`. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    fail('world/missing', `no world at ${folder}`, { hint: 'entente world build --sources DIR makes one' });
  }
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (manifest.format !== 1) fail('world/unreadable-manifest', `unknown format ${String(manifest.format)}`);
    return manifest;
  } catch (error) {
    return fail('world/unreadable-manifest', `not a manifest of this version: ${path}`, {
      at: { file: path },
      hint: error instanceof Error ? error.message : '',
    });
  }
}

/** Opens a world with an in-memory DuckDB (one thread, unless sums of decimals are not asked for) and one view a table. Throws `world/missing`, `world/damaged`. */
export async function openWorld(folder: string, threads = 1): Promise<World> {
  const manifest = readManifest(folder);
  const db = await openDatabase(threads);
  for (const table of manifest.tables) {
    const path = join(folder, table.file);
    if (!existsSync(path)) {
      fail('world/damaged', `table ${table.name} is not there`, {
        at: { file: path },
        hint: 'entente world verify tells what is damaged',
      });
    }
    try {
      await db.run(
        `CREATE VIEW ${identifier(table.name)} AS SELECT * FROM read_parquet(${pathLiteral(path)})`,
      );
    } catch {
      fail('world/damaged', `table ${table.name} cannot be read as Parquet`, {
        at: { file: path },
        hint: 'entente world verify tells what is damaged',
      });
    }
  }
  const asked = new Map<string, Promise<readonly Row[]>>();
  const ask = (query: Query): Promise<readonly Row[]> => {
    const known = asked.get(query.sql);
    if (known) return known;
    const rows = db.rows(query.sql);
    asked.set(query.sql, rows);
    return rows;
  };
  return {
    folder,
    manifest,
    states: await readStates(db),
    ask,
    async answer(needs) {
      const entries = await Promise.all(
        Object.entries(needs).map(async ([name, q]) => [name, await ask(q)] as const),
      );
      return Object.fromEntries(entries);
    },
    run: db.run,
    close: db.close,
  };
}

async function readStates(db: Database): Promise<States> {
  const spells = await db.rows(
    `SELECT ccode, coalesce(iso3c, '') AS iso3c, name, from_year AS "from", to_year AS "to" FROM states ORDER BY ccode, from_year`,
  );
  const aliases = await db.rows(
    `SELECT alias, ccode, from_year AS "from", to_year AS "to" FROM state_names ORDER BY alias, ccode, from_year`,
  );
  return states(spells as unknown as StateSpell[], aliases as unknown as Alias[]);
}

/** Compares every table with the manifest; a list of what is damaged, empty where all is well. */
export function verifyWorld(folder: string): { table: string; what: string }[] {
  const damaged: { table: string; what: string }[] = [];
  for (const table of readManifest(folder).tables) {
    const path = join(folder, table.file);
    if (!existsSync(path)) {
      damaged.push({ table: table.name, what: 'the file is not there' });
    } else if (createHash('sha256').update(readFileSync(path)).digest('hex') !== table.sha256) {
      damaged.push({ table: table.name, what: 'the file is not the one that was built' });
    }
  }
  return damaged;
}
