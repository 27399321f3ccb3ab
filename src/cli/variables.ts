import { foldName } from '../kernel/states.js';
import { fullManifest } from '../measures/with-measures.js';
import type { Manifest, ManifestTable } from '../world/cards.js';
import { findVariables, sourceOf, tableOf } from '../world/catalogue.js';
import type { Effects } from './effects.js';
import { openWithLocal } from './open-with-local.js';
import { textTable } from './table.js';

interface VariablesOptions {
  readonly tables?: boolean;
  readonly json?: boolean;
  readonly world?: string;
}

/** `entente variables`: the catalogue, recorded and measured, or the cards that hold all of the words; or the tables. */
export async function variables(
  words: readonly string[],
  options: VariablesOptions,
  effects: Effects,
): Promise<void> {
  const world = await openWithLocal(options);
  const manifest = options.tables ? world.manifest : fullManifest(world);
  world.close();
  const kind = options.tables ? tableList : variableList;
  const { found, text } = kind(manifest, words);
  if (options.json) effects.out(`${JSON.stringify(found, null, 1)}\n`);
  else if (found.length > 0) effects.out(`${text()}\n`);
  else effects.say(`no ${options.tables ? 'table' : 'variable'} has ${words.join(' ')} on its card\n`);
}

interface List {
  readonly found: readonly unknown[];
  readonly text: () => string;
}

function variableList(manifest: Manifest, words: readonly string[]): List {
  const found = findVariables(manifest, words);
  const rows = found.map((v) => [
    v.name,
    v.level,
    `${v.coverage.from}–${v.coverage.to}`,
    v.coverage.states > 0 ? String(v.coverage.states) : '',
    v.title,
    v.unit,
    tableOf(manifest, v.table).licence === 'local' ? `${v.source} (local)` : v.source,
  ]);
  return {
    found,
    text: () => textTable(['variable', 'level', 'years', 'states', 'title', 'unit', 'source'], rows),
  };
}

/** All tables, those too whose columns are no variables (votes, visits, spells): `entente show NAME` has their rows. */
function tableList(manifest: Manifest, words: readonly string[]): List {
  const found = findTables(manifest, words);
  const rows = found.map((t) => [
    t.name,
    t.level,
    t.key.join(', '),
    String(t.rows),
    `${t.years.from}–${t.years.to}`,
    String(manifest.variables.filter((v) => v.table === t.name).length),
    t.source,
    t.licence,
  ]);
  const head = ['table', 'level', 'a row is one', 'rows', 'years', 'variables', 'source', 'licence'];
  return { found, text: () => textTable(head, rows) };
}

/** Tables whose name, description, columns, level or source hold every one of the words. */
function findTables(manifest: Manifest, words: readonly string[]): readonly ManifestTable[] {
  const wanted = words.map(foldName);
  return manifest.tables.filter((t) => {
    const columns = t.columns.map((c) => c.name).join(' ');
    const source = sourceOf(manifest, t.source).title;
    const text = foldName(`${t.name} ${t.says} ${t.level} ${t.source} ${source} ${columns}`);
    return wanted.every((w) => text.includes(w));
  });
}
