import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/errors.js';
import { type Alias, type StateSpell, type States, states } from '../kernel/states.js';
import type { Manifest, ManifestTable } from './cards.js';
import { damageOf, whyUnread } from './damage.js';
import { type Chunk, type Database, openDatabase, type Row } from './database.js';
import { identifier, pathLiteral } from './sql.js';
import { wrongIn } from './wrong-manifest.js';

/** A question to the world: the SQL, and the tables it reads (for citations, and for the key of the cache). */
export interface Query {
  readonly sql: string;
  readonly tables: readonly string[];
  /**
   * Where its rows hold `low` and `high` around `value`: the probability between them, by the source itself, and the
   * scale on which the source’s error is even: amounts that end at 0 alone err by a factor (`log`).
   */
  readonly interval?: { readonly level: number; readonly scale: 'linear' | 'log' };
  /** Where single states cannot be seen in its rows: the rows with each state left out in turn, told by `left_out`. */
  readonly leftOut?: Query;
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
  /** What of the user’s own stands beside it: the folder, and the names under which it was added. */
  readonly local?: { readonly folder: string; readonly names: readonly string[] };
  /** Rows of a query; a query asked before is answered from memory. Throws `world/query`. */
  ask(query: Query): Promise<readonly Row[]>;
  answer(needs: Needs): Promise<Answers>;
  /** Rows of a query piece by piece, never kept: for tables too large for memory. Throws `world/query`. */
  chunks(query: Query): AsyncIterable<Chunk>;
  /** Runs SQL that yields no rows (COPY … TO). */
  run(sql: string): Promise<void>;
  /** Adds rows to a temporary table, column by column in its order. */
  append(table: string, columns: readonly (Int32Array | Float64Array)[]): Promise<void>;
  close(): void;
}

/** Reads the manifest. Throws `world/missing`, `world/unreadable-manifest`. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    fail('world/missing', `no world at ${folder}`, { hint: 'entente world build --sources DIR makes one' });
  }
  const unreadable = (hint: string): never =>
    fail('world/unreadable-manifest', 'not a manifest of this version', { at: { file: path }, hint });
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return unreadable(whyUnread(error));
  }
  if (manifest?.format !== 1) return unreadable(`its format is ${JSON.stringify(manifest?.format)}, not 1`);
  const lacking = (['tables', 'variables', 'sources', 'system'] as const).find((part) => !manifest[part]);
  if (lacking) return unreadable(`it has no ${lacking}`);
  const wrong = wrongIn(manifest as Manifest);
  return wrong === undefined ? (manifest as Manifest) : unreadable(wrong);
}

/**
 * Opens a world with an in-memory DuckDB (one thread, unless sums of decimals are not asked for) and one view a table,
 * each of which must be the one that the manifest names. Throws `world/missing`, `world/unreadable-manifest`,
 * `world/damaged`.
 */
export async function openWorld(folder: string, threads = 1): Promise<World> {
  const manifest = readManifest(folder);
  const damaged = damagedTables(folder, manifest)[0];
  if (damaged) {
    fail('world/damaged', `damaged: ${damaged.table} (${damaged.what})`, {
      at: { file: folder },
      hint: 'entente world verify tells all that is damaged',
    });
  }
  const db = await openDatabase(threads);
  for (const table of manifest.tables) await viewOf(table, folder, db);
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
    chunks: (query) => db.chunks(query.sql),
    run: db.run,
    append: db.append,
    close: db.close,
  };
}

/** Tables without which nothing can be asked. */
const always = ['states', 'state_names', 'state_years'];

/** Throws `world/damaged` where a file is as its manifest says, and yet holds no such table. */
async function viewOf({ name, file }: ManifestTable, folder: string, db: Database): Promise<void> {
  const path = pathLiteral(join(folder, file));
  try {
    await db.run(`CREATE VIEW ${identifier(name)} AS SELECT * FROM read_parquet(${path})`);
  } catch {
    db.close();
    fail('world/damaged', `damaged: ${name} (no table can be read from the file)`, {
      at: { file: folder },
      hint: 'restore the files, or build the world anew',
    });
  }
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

interface Damage {
  readonly table: string;
  readonly what: string;
}

/** Compares every table with the manifest; a list of what is damaged, empty where all is well. */
export const verifyWorld = (folder: string): Damage[] => damagedTables(folder, readManifest(folder));

function damagedTables(folder: string, { tables }: Manifest): Damage[] {
  const lacking = always.filter((name) => !tables.some((t) => t.name === name));
  const damaged = tables.flatMap((table) => {
    const what = damageOf(join(folder, table.file), table.sha256);
    return what === undefined ? [] : [{ table: table.name, what }];
  });
  return [...lacking.map((table) => ({ table, what: 'the manifest does not name it' })), ...damaged];
}
