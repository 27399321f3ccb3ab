import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fail } from '../kernel/errors.js';
import { chainsOn } from '../runs/chains.js';
import { crewOf } from '../runs/crew.js';
import { buildWorld } from '../world/build.js';
import { localManifests } from '../world/local.js';
import { readManifest, verifyWorld } from '../world/open.js';
import { idealPoints, idealPointsBy } from '../world/sources/ideal-points/ideal-points.js';
import { sources } from '../world/sources/index.js';
import type { Effects } from './effects.js';
import { placesOf } from './places.js';
import { textTable } from './table.js';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** `entente world info`: tables, sources, rows lost. */
export async function info(options: { json?: boolean; world?: string }, effects: Effects): Promise<void> {
  const { world, local } = placesOf(options, process.env);
  const manifest = readManifest(world);
  const own = localManifests(local);
  if (options.json) {
    effects.out(`${JSON.stringify(manifest, null, 1)}\n`);
    return;
  }
  const bytes = manifest.tables.reduce((sum, t) => sum + t.bytes, 0);
  const all = [manifest, ...own];
  const tables = all
    .flatMap((m) => m.tables)
    .map((t) => [
      t.name,
      t.level,
      `${t.years.from}–${t.years.to}`,
      String(t.rows),
      kilobytes(t.bytes),
      t.licence,
      t.source,
    ]);
  const rows = all
    .flatMap((m) => m.sources)
    .map((s) => [
      s.name,
      s.version,
      s.terms,
      String(s.lost.reduce((sum, l) => sum + l.rows, 0)),
      s.lost.map((l) => `${l.reason}: ${l.rows}`).join('; '),
    ]);
  effects.out(
    [
      `world ${manifest.world.slice(0, 12)} at ${world}: ${manifest.tables.length} tables, ${manifest.variables.length} variables, ${kilobytes(bytes)}`,
      ...(own.length > 0 ? [`and ${own.flatMap((m) => m.tables).length} local tables at ${local}`] : []),
      textTable(['table', 'level', 'years', 'rows', 'size', 'terms', 'source'], tables),
      textTable(['source', 'version', 'terms', 'rows lost', 'why'], rows),
      '',
    ].join('\n\n'),
  );
}

/** `entente world build`: the world from upstream files; the old one stays until the new one stands. */
export async function build(options: { sources: string; out?: string }, effects: Effects): Promise<void> {
  const places = placesOf({}, process.env);
  const target = resolve(options.out ?? places.world);
  const began = effects.now();
  const crew = crewOf(availableParallelism());
  const read = sources.map((source) => (source === idealPoints ? idealPointsBy(chainsOn(crew)) : source));
  const folders = { sources: resolve(options.sources), root: places.root };
  const manifest = await buildWorld(read, folders, target, (line) => effects.say(`${line}\n`)).finally(() =>
    crew.dismiss(),
  );
  const bytes = manifest.tables.reduce((sum, t) => sum + t.bytes, 0);
  effects.say(
    `world ${manifest.world.slice(0, 12)} at ${target}: ${manifest.tables.length} tables, ${kilobytes(bytes)}, in ${((effects.now() - began) / 1000).toFixed(1)} s\n`,
  );
}

/** `entente world verify`: every table against the manifest. Throws `world/damaged`. */
export async function verify(options: { world?: string }, effects: Effects): Promise<void> {
  const { world } = placesOf(options, process.env);
  const damaged = verifyWorld(world);
  if (damaged.length > 0) {
    fail('world/damaged', `damaged: ${damaged.map((d) => `${d.table} (${d.what})`).join(', ')}`, {
      at: { file: world },
      hint: 'restore the files, or build the world anew',
    });
  }
  effects.out(`all ${readManifest(world).tables.length} tables are as they were built\n`);
}
