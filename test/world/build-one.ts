import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/root.js';
import { buildWorld } from '../../src/world/build.js';
import type { Manifest } from '../../src/world/cards.js';
import { openDatabase, type Row } from '../../src/world/database.js';
import type { Source } from '../../src/world/sources/source.js';
import { statesSource } from '../../src/world/sources/states/states.js';
import { identifier, pathLiteral } from '../../src/world/sql.js';

const root = projectRoot();

/** Where the raw upstream files are, if they are here at all: a clone has only the built world. */
export const upstream = join(root, '..', 'shared', 'sources');

/** True, and said on the console, where the raw upstream files are not here: builder tests are then skipped. */
export const withoutUpstream = !existsSync(upstream);
if (withoutUpstream) console.warn(`skipped, for the raw upstream files are not here: ${upstream}`);

/** A small world: the state system and some sources, with a view per table. */
export interface SmallWorld {
  readonly dir: string;
  readonly manifest: Manifest;
  rows<T extends Row = Row>(sql: string): Promise<T[]>;
  /** Closes the database and removes the folder. */
  close(): Promise<void>;
}

/** Builds the state system and these sources from the raw upstream files into a folder of its own. */
export async function buildOne(sources: readonly Source[]): Promise<SmallWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-world-'));
  const dir = join(folder, 'world');
  const others = sources.filter((s) => s !== statesSource);
  const manifest = await buildWorld([statesSource, ...others], { sources: upstream, root }, dir, () => {});
  const db = await openDatabase();
  for (const table of manifest.tables) {
    await db.run(
      `CREATE VIEW ${identifier(table.name)} AS SELECT * FROM read_parquet(${pathLiteral(join(dir, table.file))})`,
    );
  }
  return {
    dir,
    manifest,
    rows: db.rows,
    async close() {
      db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
