import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { parseYears, type Years } from '../kernel/years.js';
import type { Manifest, ManifestTable, ManifestVariable } from '../world/cards.js';
import { sourceOf, tableOf } from '../world/catalogue.js';
import type { World } from '../world/open.js';
import { type Panel, panelOf, parseLevel } from '../world/panel.js';
import { cardText } from './card/card-text.js';
import { coverageGrid, sourceYears } from './card/coverage.js';
import { showTable } from './card/show-table.js';
import { stateStrips } from './card/state-strips.js';
import { usedIn } from './card/used-in.js';
import { chosenText, firstText } from './card/values-text.js';
import { asksForPicture, writeCoverage } from './card/write-coverage.js';
import type { Effects } from './effects.js';
import { checkNamedStates } from './named-states.js';
import { openWithLocal } from './open-with-local.js';
import { outTable } from './out-table.js';
import { placesOf } from './places.js';
import { writePanel } from './write-panel.js';

interface ShowOptions {
  readonly states?: readonly string[];
  readonly years?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly world?: string;
}

/** `entente show`: the card of a variable with its coverage drawn, and its values; or what a table holds. */
export async function show(name: string, options: ShowOptions, effects: Effects): Promise<void> {
  const bare = await openWithLocal(options);
  try {
    const world = await withNamed(name, bare);
    const found = named(name, world.manifest);
    if ('key' in found) await showTable(found, forAll(options), world, effects);
    else await showVariable(found, options, world, effects);
  } finally {
    bare.close();
  }
}

/** The world as it is where the name stands in it; else with what measures make, which takes longer to load. */
async function withNamed(name: string, world: World): Promise<World> {
  const { variables, tables } = world.manifest;
  if ([...variables, ...tables].some((one) => one.name === name)) return world;
  const { withMeasures } = await import('../measures/with-measures.js');
  return withMeasures(world, [name]);
}

/** The variable of a name, or the table. Throws `world/unknown-variable` with what is nearest among both. */
function named(name: string, { variables, tables }: Manifest): ManifestVariable | ManifestTable {
  const written = tables.filter((t) => t.file !== '');
  return (
    variables.find((v) => v.name === name) ??
    written.find((t) => t.name === name) ??
    fail('world/unknown-variable', `unknown variable: ${name}`, {
      hint: didYouMean(
        name,
        [...variables, ...written].map((one) => one.name),
      ),
    })
  );
}

/** `--states all`: every state, and the whole grid. */
const asksForAll = ({ states }: ShowOptions): boolean =>
  states?.length === 1 && states[0]!.toLowerCase() === 'all';

function forAll(options: ShowOptions): ShowOptions {
  const { states: _, ...rest } = options;
  return asksForAll(options) ? rest : options;
}

async function showVariable(
  variable: ManifestVariable,
  asked: ShowOptions,
  world: World,
  effects: Effects,
): Promise<void> {
  const options = variable.level === 'system-year' ? asked : forAll(asked);
  const years = options.years === undefined ? sourceYears(variable, world) : parseYears(options.years);
  checkNamedStates(options.states, variable.level, years, world.states, effects);
  const states = options.states?.flatMap((name) => world.states.all(name));
  const panel = valuesOf(variable, years, options.states, world);
  const source = sourceOf(world.manifest, variable.source);
  if (options.out !== undefined) {
    const span = options.years === undefined ? undefined : years;
    if (asksForPicture(options.out))
      await writeCoverage(variable, { years: span, states }, options.out, world);
    else await writePanel(outTable(panel, parseLevel(variable.level), world.manifest), options.out, world);
  }
  const library = placesOf(options, process.env).library;
  if (options.json) {
    const used = await usedIn(variable, library, world);
    const values = await world.ask(panel.query);
    effects.out(`${JSON.stringify({ variable, source, used_in: used, values }, null, 1)}\n`);
    return;
  }
  const [coverage, used] = await Promise.all([
    coverageGrid(variable, world),
    usedIn(variable, library, world),
  ]);
  const table = tableOf(world.manifest, variable.table);
  effects.out(cardText({ variable, table, source, coverage, usedIn: used }));
  if (options.out !== undefined) return;
  if (asked.states)
    effects.out(stateStrips(await coverageGrid(variable, world, { years, ...(states && { states }) })));
  if (options.states !== undefined || options.years !== undefined) {
    effects.out(await chosenText(panel, world));
    return;
  }
  const panelOfStates = (some: readonly string[] | undefined): Panel =>
    valuesOf(variable, years, some, world);
  effects.out(await firstText(panelOfStates, coverage, world));
}

function valuesOf(
  { name, level }: ManifestVariable,
  years: Years,
  states: readonly string[] | undefined,
  world: World,
): Panel {
  return panelOf(
    { level: parseLevel(level), variables: [name], reasons: true, years, ...(states && { states }) },
    world.manifest,
    world.states,
  );
}
