import { writeFileSync } from 'node:fs';
import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { parseYears, type Years } from '../kernel/years.js';
import { withMeasures } from '../measures/with-measures.js';
import type { Manifest, ManifestTable, ManifestVariable } from '../world/cards.js';
import { sourceOf, tableOf } from '../world/catalogue.js';
import type { Query, World } from '../world/open.js';
import { type Panel, panelOf, parseLevel } from '../world/panel.js';
import { type Card, cardText } from './card/card-text.js';
import { coverageByYear } from './card/coverage.js';
import { showTable } from './card/show-table.js';
import { stateStrips } from './card/state-strips.js';
import { usedIn } from './card/used-in.js';
import type { Effects } from './effects.js';
import { checkNamedStates } from './named-states.js';
import { openWithLocal } from './open-with-local.js';
import { outTable } from './out-table.js';
import { placesOf } from './places.js';
import { shortNumber, textTable } from './table.js';
import { writePanel } from './write-panel.js';
import { checkPlace, whole } from './write-table.js';

interface ShowOptions {
  readonly states?: readonly string[];
  readonly years?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly world?: string;
}

/** Rows printed to a terminal without `--states` or `--years`. */
const fewRows = 20;

/** `entente show`: the card of a variable with its coverage drawn, and its values; or what a table holds. */
export async function show(name: string, options: ShowOptions, effects: Effects): Promise<void> {
  const bare = await openWithLocal(options);
  try {
    const world = await withMeasures(bare, [name]);
    const found = named(name, world.manifest);
    if ('key' in found) {
      await showTable(found, options, world, effects);
      return;
    }
    const years = yearsOf(found, options, world);
    checkNamedStates(options.states, found.level, years, world.states, effects);
    const card: Card = {
      variable: found,
      table: tableOf(world.manifest, found.table),
      source: sourceOf(world.manifest, found.source),
      coverage: await coverageByYear(found, world),
      usedIn: await usedIn(found, placesOf(options, process.env).library, world),
    };
    const panel = valuesOf(found, options, years, world);
    const { query } = panel;
    if (options.out !== undefined) await write(card, panel, options.out, world);
    if (options.json) {
      const { variable, source } = card;
      const values = await world.ask(query);
      effects.out(`${JSON.stringify({ variable, source, used_in: card.usedIn, values }, null, 1)}\n`);
      return;
    }
    effects.out(cardText(card));
    if (options.out !== undefined) return;
    if (options.states && found.level === 'state-year') {
      const whole = valuesOf(found, options, options.years ? years : yearsOf(found, {}, world), world);
      effects.out(stateStrips(await world.ask(whole.query), name, (c, y) => world.states.nameOf(c, y)));
    }
    effects.out(await valuesText(query, options, world));
  } finally {
    bare.close();
  }
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

/** The values as a table; under a name that ends in .svg, the coverage as a picture. */
async function write(card: Card, panel: Panel, file: string, world: World): Promise<void> {
  if (!/\.svg$/i.test(file)) {
    await writePanel(outTable(panel, parseLevel(card.variable.level), world.manifest), file, world);
    return;
  }
  checkPlace(file);
  const [{ drawPicture }, { coveragePicture }] = await Promise.all([
    import('../figures/draw-picture.js'),
    import('./card/coverage-picture.js'),
  ]);
  const picture = coveragePicture(card.variable, card.source, card.coverage);
  const svg = await drawPicture(picture, { standalone: true });
  await whole(file, async (draft) => writeFileSync(draft, svg));
}

function yearsOf({ coverage }: ManifestVariable, { years }: ShowOptions, { manifest }: World): Years {
  if (years !== undefined) return parseYears(years);
  // Some sources run beyond the state system, which has no members there to show.
  return {
    from: Math.max(coverage.from, manifest.system.from),
    to: Math.min(coverage.to, manifest.system.to),
  };
}

function valuesOf(card: ManifestVariable, options: ShowOptions, years: Years, world: World): Panel {
  return panelOf(
    {
      level: parseLevel(card.level),
      variables: [card.name],
      reasons: true,
      ...(options.states && { states: options.states }),
      years,
    },
    world.manifest,
    world.states,
  );
}

async function valuesText(query: Query, options: ShowOptions, world: World): Promise<string> {
  const asked = options.states !== undefined || options.years !== undefined;
  const shown = await world.ask(asked ? query : { ...query, sql: `${query.sql} LIMIT ${fewRows}` });
  const count = { ...query, sql: `SELECT count(*) AS n FROM (${query.sql})` };
  const all = asked ? shown.length : Number((await world.ask(count))[0]!['n']);
  if (shown.length === 0) return '\nno rows for these states and years\n';
  const columns = Object.keys(shown[0]!);
  const cells = shown.map((r) =>
    columns.map((c) =>
      typeof r[c] === 'number' && c !== 'year' && !c.startsWith('ccode')
        ? shortNumber(r[c])
        : String(r[c] ?? ''),
    ),
  );
  const more =
    shown.length < all
      ? `\n… ${all - shown.length} more rows; choose with --states and --years, or write them with --out FILE`
      : '';
  return `\n${textTable(columns, cells)}${more}\n`;
}
