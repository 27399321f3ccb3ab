import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/errors.js';
import type { Manifest } from './cards.js';
import { readManifest, type World } from './open.js';
import { identifier, pathLiteral } from './sql.js';

/** What `show` says of the terms of a local table. */
export const localTerms =
  'local: read from your own copy; not to be passed on, and part of no published verdict';

/** The manifests of the local sources that were added, in the order of their names. */
export function localManifests(folder: string): readonly Manifest[] {
  return localNames(folder).map((name) => readManifest(join(folder, name)));
}

/** The names under which something was added. */
export const localNames = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.') && existsSync(join(folder, name, 'manifest.json')))
        .sort()
    : [];

/**
 * The world with a user’s own tables beside its own: one catalogue, the local ones under terms `local`. The world
 * itself stays as it is, and so does its hash. `only` these sources, where told. Throws `world/damaged`, `world/doubled-variable` where a shipped
 * variable has taken the name of a local one.
 */
export async function withLocal(world: World, folder: string, only?: readonly string[]): Promise<World> {
  let manifest = world.manifest;
  const names = localNames(folder).filter((name) => only?.includes(name) ?? true);
  for (const name of names) {
    const added = readManifest(join(folder, name));
    const again = { hint: `entente world add ${name} FILE reads it anew; or remove ${join(folder, name)}` };
    const taken = added.variables.find((v) => manifest.variables.some((m) => m.name === v.name));
    if (taken) fail('world/doubled-variable', `two tables have a variable ${taken.name}`, again);
    for (const table of added.tables) {
      const path = join(folder, name, table.file);
      if (!existsSync(path))
        fail('world/damaged', `local table ${table.name} is not there`, { at: { file: path }, ...again });
      await world.run(
        `CREATE VIEW ${identifier(table.name)} AS SELECT * FROM read_parquet(${pathLiteral(path)})`,
      );
    }
    manifest = merge(manifest, added);
  }
  return { ...world, manifest, local: { folder, names } };
}

const merge = (world: Manifest, added: Manifest): Manifest => ({
  ...world,
  tables: [...world.tables, ...added.tables],
  variables: [...world.variables, ...added.variables],
  sources: [...world.sources, ...added.sources],
});
