import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contentHash } from '../kernel/canonical.js';
import { EntenteError, fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { type Built, buildSource, fieldMacros, moveIntoPlace } from './build.js';
import type { Manifest } from './cards.js';
import { type Database, openDatabase } from './database.js';
import { draftFolder } from './draft-folder.js';
import { localManifests } from './local.js';
import { readManifest } from './open.js';
import { localSources } from './sources/local/index.js';
import type { Source } from './sources/source.js';
import { pathLiteral } from './sql.js';

/** Where `addLocal` finds the built world and the project, and keeps what it adds. */
export interface AddFolders {
  readonly world: string;
  readonly root: string;
  /** Folder of local tables, one folder a source: beside the world, never in it. */
  readonly local: string;
}

/**
 * Reads a user’s own copy of a source that may not be passed on, and adds its tables for this user: they join panels
 * and answer `show`, marked as local, and no verdict ever rests on them. All or nothing: a file that is refused leaves
 * what was there before. Returns the manifest of what was added.
 * Throws `world/unknown-source` (with the nearest name), `world/source-missing`, `world/source-unreadable`,
 * `world/source-changed` and what else its reader finds, at the user’s file.
 */
export async function addLocal(name: string, file: string, folders: AddFolders): Promise<Manifest> {
  const source = localSourceOf(name);
  const path = resolve(file);
  if (!existsSync(path) || !statSync(path).isFile()) {
    fail('world/source-missing', `no such file: ${file}`, {
      at: { file },
      hint: `expected ${source.card.title}`,
    });
  }
  return addSource(source, path, folders, (error) => refuse(error, source, file));
}

/**
 * Reads one source from the file at a path and puts its tables beside the world, in place of what was there under its
 * name; a file that is refused leaves that. Throws what the reader throws, as `refuse` tells it.
 */
export async function addSource(
  source: Source,
  path: string,
  folders: AddFolders,
  refuse: (error: unknown) => never = rethrow,
): Promise<Manifest> {
  const { name, files } = source.card;
  const shipped = readManifest(folders.world);
  const others = localManifests(folders.local).filter((m) => !m.sources.some((s) => s.name === name));
  const target = join(folders.local, name);
  const draft = join(folders.local, `.${name}.${process.pid}.tmp`);
  const settled = draftFolder(draft);
  const db = await openDatabase();
  try {
    await prepare(db, folders.world);
    const known = [shipped, ...others].flatMap((m) => m.variables);
    const built: Built = { tables: [], variables: [...known], sources: [] };
    const given = new Map(files.map((f) => [f, path]));
    const places = { sources: dirname(path), root: folders.root, given };
    await buildSource(db, source, places, draft, built).catch(refuse);
    const manifest: Manifest = {
      format: 1,
      world: contentHash(built.tables.map((t) => [t.name, t.sha256])),
      system: shipped.system,
      tables: built.tables,
      variables: built.variables.slice(known.length),
      sources: built.sources,
    };
    writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    moveIntoPlace(draft, target);
    return manifest;
  } finally {
    db.close();
    settled();
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function localSourceOf(name: string): Source {
  const names = localSources.map((s) => s.card.name);
  return (
    localSources.find((s) => s.card.name === name) ??
    fail('world/unknown-source', `no source of your own is called ${name}`, { hint: didYouMean(name, names) })
  );
}

/** A reader resolves against the state system of the built world. */
async function prepare(db: Database, world: string): Promise<void> {
  const table = (name: string): string => `read_parquet(${pathLiteral(join(world, `${name}.parquet`))})`;
  await db.run(fieldMacros);
  await db.run(`CREATE TABLE state_years AS SELECT * FROM ${table('state_years')};
    CREATE TABLE spells_named AS SELECT ccode, from_year, to_year, iso3c, name FROM ${table('states')}`);
}

/** A reader names the file by its place among upstream files; the user knows it by another. */
function refuse(error: unknown, source: Source, file: string): never {
  if (!(error instanceof EntenteError)) throw error;
  const own = source.card.files[0] ?? '';
  throw new EntenteError(error.code, error.message.replaceAll(own, file), {
    at: error.at === undefined || error.at.file === own ? { ...error.at, file } : error.at,
    hint: `${error.hint ? `${error.hint}; ` : ''}is it ${source.card.title}, ${source.card.version}?`,
  });
}
