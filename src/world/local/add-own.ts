import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { EntenteError, fail } from '../../kernel/errors.js';
import { type AddFolders, addSource } from '../add.js';
import type { Manifest } from '../cards.js';
import { openWorld, readManifest } from '../open.js';
import { localSources } from '../sources/local/index.js';
import { checkOwnName, checkPrefix, type OwnRequest } from './own-request.js';
import { type OwnFindings, ownSource } from './own-source.js';
import { mostBytes } from './own-text.js';

/** What was added, and what was found on the way. */
export interface AddedOwn {
  readonly manifest: Manifest;
  readonly found: OwnFindings;
}

/**
 * Adds a table of the user's own (CSV, or separated by semicolons, tabs or bars) beside the world, for this user alone.
 * States are resolved by every alias that the record knows, the year deciding; nothing is guessed. All or nothing: a
 * file that is refused leaves what was there under the name. Throws `world/own-…`, `world/source-missing`,
 * `world/doubled-variable`, with the line.
 */
export async function addOwn(
  name: string,
  file: string,
  request: OwnRequest,
  folders: AddFolders,
): Promise<AddedOwn> {
  const shipped = readManifest(folders.world).sources.map((s) => s.name);
  checkOwnName(name, [...localSources.map((s) => s.card.name), ...shipped]);
  if (request.prefix !== undefined) checkPrefix(request.prefix);
  if (request.symmetric && request.level !== 'dyad-year')
    fail('world/not-dyads', `--symmetric speaks of pairs of states: a ${request.level} table has none`);
  const path = resolve(file);
  checkFile(path, file);
  const world = await openWorld(folders.world);
  const { states } = world;
  world.close();
  let found: OwnFindings | undefined;
  const tell = (what: OwnFindings): void => {
    found = what;
  };
  const { system } = world.manifest;
  const source = ownSource({ name, file, path, request, states, system, tell });
  const manifest = await addSource(source, path, folders, (error) => refuse(error, file));
  return { manifest, found: found! };
}

function refuse(error: unknown, file: string): never {
  if (!(error instanceof EntenteError) || error.code !== 'world/doubled-variable') throw error;
  return fail(error.code, error.message, {
    at: { file, line: 1 },
    hint: 'let yours begin otherwise: --prefix my_',
  });
}

function checkFile(path: string, file: string): void {
  if (!existsSync(path) || !statSync(path).isFile())
    fail('world/source-missing', `no such file: ${file}`, {
      at: { file },
      hint: 'expected a table as text: CSV, or separated by semicolons or tabs',
    });
  const { size } = statSync(path);
  if (size > mostBytes)
    fail('world/own-too-large', `too large: ${basename(file)} has ${size} bytes`, {
      at: { file },
      hint: `${mostBytes} are the most; take out columns and years that you do not need`,
    });
}
