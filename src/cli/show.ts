import { parseYears, type Years } from '../kernel/years.js';
import { withMeasures } from '../measures/with-measures.js';
import type { ManifestSource, ManifestTable, ManifestVariable } from '../world/cards.js';
import { sourceOf, tableOf, variableOf } from '../world/catalogue.js';
import { localTerms } from '../world/local.js';
import type { Query, World } from '../world/open.js';
import { type Panel, panelOf, parseLevel } from '../world/panel.js';
import type { Effects } from './effects.js';
import { checkNamedStates } from './named-states.js';
import { openWithLocal } from './open-with-local.js';
import { outTable } from './out-table.js';
import { shortNumber, textTable } from './table.js';
import { writePanel } from './write-panel.js';

interface ShowOptions {
  readonly states?: readonly string[];
  readonly years?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly world?: string;
}

/** Rows printed to a terminal without `--states` or `--years`. */
const fewRows = 20;

/** `entente show`: the card of a variable, and its values. */
export async function show(name: string, options: ShowOptions, effects: Effects): Promise<void> {
  const bare = await openWithLocal(options);
  try {
    const world = await withMeasures(bare, [name]);
    const card = variableOf(world.manifest, name);
    const source = sourceOf(world.manifest, card.source);
    const years = yearsOf(card, options, world);
    checkNamedStates(options.states, card.level, years, world.states, effects);
    const panel = valuesOf(card, options, years, world);
    const { query } = panel;
    if (options.out !== undefined)
      await writePanel(outTable(panel, parseLevel(card.level), world.manifest), options.out, world);
    if (options.json) {
      effects.out(`${JSON.stringify({ variable: card, source, values: await world.ask(query) }, null, 1)}\n`);
      return;
    }
    effects.out(cardText(card, tableOf(world.manifest, card.table), source));
    if (options.out === undefined) effects.out(await valuesText(query, options, world));
  } finally {
    bare.close();
  }
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

function cardText(card: ManifestVariable, table: ManifestTable, source: ManifestSource): string {
  const scale = card.scale
    ? `${card.scale.low ?? '…'} to ${card.scale.high ?? '…'}${card.scale.higher ? `; higher: ${card.scale.higher}` : ''}`
    : 'open';
  const lines: [string, string | undefined][] = [
    ['variable', `${card.name}: ${card.title}`],
    ['definition', card.definition],
    ['level', card.level],
    ['unit', card.unit],
    ['scale', scale],
    ['codes', codesText(card)],
    [
      'interval',
      card.interval &&
        `${card.interval.low} to ${card.interval.high}, ${Math.round(card.interval.level * 100)} %`,
    ],
    ['years', `${card.coverage.from}–${card.coverage.to}`],
    [
      'coverage',
      `${card.coverage.rows} values${card.coverage.states > 0 ? ` of ${card.coverage.states} states` : ''}`,
    ],
    ['rows', table.says],
    ['absent rows', card.absentIsZero],
    ['known defects', [...(card.defects ?? []), ...(source.defects ?? [])].join(' ') || undefined],
    ['source', `${source.title}, ${source.version}`],
    ['terms', table.licence === 'local' ? localTerms : table.licence],
    ['citation', source.citation],
  ];
  const text = lines.filter(([, value]) => value).map(([label, value]) => `${label.padEnd(14)}${value}`);
  return `${text.join('\n')}\n`;
}

const codesText = ({ values }: ManifestVariable): string | undefined =>
  values &&
  Object.entries(values)
    .map(([code, meaning]) => `${code} ${meaning}`)
    .join('; ');

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
