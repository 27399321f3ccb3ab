import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestTable } from './cards.js';
import type { Database } from './database.js';
import type { Account, Folders } from './reading.js';
import type { Source } from './sources/source.js';
import { identifier, pathLiteral } from './sql.js';

/**
 * Makes a view of a table as the project’s world holds it, and counts what was lost then, if the same version of the
 * source made it from the same bytes of `inputs`, which enter the account either way. False where there is no such
 * table, or it is damaged.
 */
export async function tableAsBefore(
  db: Database,
  { card }: Source,
  folders: Folders,
  account: Account,
  name: string,
  inputs: readonly ManifestTable[],
): Promise<boolean> {
  account.read.push(...inputs.map(({ file, sha256, bytes, rows }) => ({ file, sha256, bytes, rows })));
  const world = join(folders.root, 'world');
  const manifest = join(world, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const { sources, tables } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const source = sources.find((s) => s.name === card.name && s.version === card.version);
  const table = tables.find((t) => t.name === name && t.source === card.name);
  if (!source || !table || JSON.stringify(source.read) !== JSON.stringify(account.read)) return false;
  const path = join(world, table.file);
  if (!existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== table.sha256)
    return false;
  for (const { reason, rows } of source.lost) account.lost.set(reason, rows);
  await db.run(
    `CREATE OR REPLACE VIEW ${identifier(name)} AS SELECT * FROM read_parquet(${pathLiteral(path)})`,
  );
  return true;
}
