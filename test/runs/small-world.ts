import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../src/kernel/canonical.js';
import { projectRoot } from '../../src/kernel/root.js';
import { readManifest } from '../../src/world/open.js';

/** A world of some tables of the shipped one, which opens in no time. */
export function smallWorld(folder: string, names: readonly string[]): void {
  const shipped = join(projectRoot(), 'world');
  const manifest = readManifest(shipped);
  const tables = manifest.tables.filter((t) => names.includes(t.name));
  mkdirSync(folder, { recursive: true });
  for (const { file } of tables) copyFileSync(join(shipped, file), join(folder, file));
  const world = contentHash(tables.map((t) => [t.name, t.sha256]));
  const variables = manifest.variables.filter((v) => names.includes(v.table));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, world, tables, variables }));
}
