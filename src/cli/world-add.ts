import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { addLocal } from '../world/add.js';
import type { Manifest } from '../world/cards.js';
import { removeLocal } from '../world/local/remove.js';
import { localSources } from '../world/sources/local/index.js';
import type { Effects } from './effects.js';
import { placesOf } from './places.js';
import { shownPath } from './shown-path.js';
import { textTable } from './table.js';
import { addOwnTable, type OwnOptions, ownOptionNames } from './world-add-own.js';

interface AddOptions extends OwnOptions {
  readonly world?: string;
}

/**
 * `entente world add`: reads the user’s own copy of a source, or with `--level` any table of the user’s own, says what
 * it found, and adds its tables for this user.
 */
export async function add(
  name: string | undefined,
  file: string | undefined,
  options: AddOptions,
  effects: Effects,
): Promise<void> {
  if (name === undefined) {
    effects.out(`${whatCanBeAdded()}\n`);
    return;
  }
  if (file === undefined) {
    fail('cli/no-file', `no file to read ${name} from`, { hint: `entente world add ${name} FILE` });
  }
  const { world, root, local } = placesOf(options, process.env);
  if (options.level !== undefined) {
    const added = await addOwnTable(
      name,
      file,
      { ...options, level: options.level },
      { world, root, local },
      effects,
    );
    effects.out(foundText(added.manifest, added.found.table.rows.length));
    return;
  }
  const idle = ownOptionNames.find((option) => options[option] !== undefined);
  if (idle)
    fail('cli/no-level', 'a table of your own needs --level', {
      hint: 'write --level state-year, dyad-year or system-year',
    });
  const known = localSources.map((s) => s.card.name);
  if (!known.includes(name))
    fail('world/unknown-source', `no source of your own is called ${name}`, {
      hint: `${didYouMean(name, known)} a table of your own needs --level state-year, dyad-year or system-year`,
    });
  const manifest = await addLocal(name, file, { world, root, local });
  effects.out(foundText(manifest));
  effects.say(
    `added at ${local}: show, variables and panel know it; no verdict rests on it, and it may not be passed on\n`,
  );
}

/** `entente world remove`: takes away what was added under a name. */
export function remove(name: string, effects: Effects): void {
  const { local } = placesOf({}, process.env);
  removeLocal(name, local);
  effects.say(`removed ${name} from ${shownPath(local)}; the file that it was read from stays\n`);
}

const whatCanBeAdded = (): string =>
  textTable(
    ['name', 'source', 'version', 'file'],
    localSources.map(({ card }) => [
      card.name,
      card.title,
      card.version,
      card.files.map((f) => f.slice(f.lastIndexOf('/') + 1)).join(', '),
    ]),
  );

/** What was read, what it made, and what it lost. */
function foundText(manifest: Manifest, rows?: number): string {
  const source = manifest.sources[0]!;
  const read = source.read.filter((r) => r.rows > 0);
  const tables = manifest.tables.map((t) => [
    t.name,
    t.level,
    `${t.years.from}–${t.years.to}`,
    String(t.rows),
  ]);
  const variables = manifest.variables.map((v) => [
    v.name,
    `${v.coverage.from}–${v.coverage.to}`,
    String(v.coverage.states),
    String(v.coverage.rows),
    v.title,
  ]);
  const lost = source.lost.map((l) => `${l.reason}: ${l.rows}`).join('; ');
  return [
    `${source.title}, ${source.version}: ${rows === undefined ? read.map((r) => `${r.rows} rows`).join(', ') : `${rows} rows`} read`,
    textTable(['table', 'level', 'years', 'rows'], tables),
    ...(variables.length > 0
      ? [textTable(['variable', 'years', 'states', 'values', 'title'], variables)]
      : []),
    `lost: ${lost || 'nothing'}`,
    '',
  ].join('\n\n');
}
