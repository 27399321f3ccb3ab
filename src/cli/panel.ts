import { availableParallelism } from 'node:os';
import { parseYears } from '../kernel/years.js';
import { withMeasures } from '../measures/with-measures.js';
import { sourceOf, variableOf } from '../world/catalogue.js';
import { openWorld } from '../world/open.js';
import { panelQuery, parseLevel } from '../world/panel.js';
import type { Effects } from './effects.js';
import { checkNamedStates } from './named-states.js';
import { placesOf } from './places.js';
import { formatOf, writeTable } from './write-table.js';

interface PanelOptions {
  readonly variables: readonly string[];
  readonly out: string;
  readonly states?: readonly string[];
  readonly years?: string;
  readonly undirected?: boolean;
  readonly reasons?: boolean;
  readonly world?: string;
}

/** `entente panel`: a clean, cited panel as CSV or Parquet. */
export async function panel(levelName: string, options: PanelOptions, effects: Effects): Promise<void> {
  const level = parseLevel(levelName);
  formatOf(options.out);
  const request = {
    level,
    variables: options.variables,
    ...(options.states && { states: options.states }),
    ...(options.years !== undefined && { years: parseYears(options.years) }),
    undirected: options.undirected === true,
    reasons: options.reasons === true,
  };
  const bare = await openWorld(placesOf(options, process.env).world, availableParallelism());
  try {
    const world = await withMeasures(bare, options.variables);
    const { from, to } = world.manifest.system;
    checkNamedStates(options.states, level, request.years ?? { from, to }, world.states, effects);
    const query = panelQuery(request, world.manifest, world.states);
    const rows = await writeTable(query, options.out, world);
    effects.say(`${rows} rows in ${options.out}\n`);
    const sources = [...new Set(options.variables.map((v) => variableOf(world.manifest, v).source))];
    for (const s of sources) effects.say(`cite: ${sourceOf(world.manifest, s).citation}\n`);
  } finally {
    bare.close();
  }
}
