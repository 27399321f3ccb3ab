import { fullManifest } from '../measures/with-measures.js';
import { findVariables, tableOf } from '../world/catalogue.js';
import type { Effects } from './effects.js';
import { openWithLocal } from './open-with-local.js';
import { textTable } from './table.js';

/** `entente variables`: the catalogue, recorded and measured, or the cards that hold all of the words. */
export async function variables(
  words: readonly string[],
  options: { json?: boolean; world?: string },
  effects: Effects,
): Promise<void> {
  const world = await openWithLocal(options);
  const manifest = fullManifest(world);
  const found = findVariables(manifest, words);
  world.close();
  if (options.json) {
    effects.out(`${JSON.stringify(found, null, 1)}\n`);
    return;
  }
  if (found.length === 0) {
    effects.say(`no variable has ${words.join(' ')} on its card\n`);
    return;
  }
  const rows = found.map((v) => [
    v.name,
    v.level,
    `${v.coverage.from}–${v.coverage.to}`,
    v.coverage.states > 0 ? String(v.coverage.states) : '',
    v.title,
    v.unit,
    tableOf(manifest, v.table).licence === 'local' ? `${v.source} (local)` : v.source,
  ]);
  effects.out(`${textTable(['variable', 'level', 'years', 'states', 'title', 'unit', 'source'], rows)}\n`);
}
