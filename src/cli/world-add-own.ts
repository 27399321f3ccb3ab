import { fail } from '../kernel/errors.js';
import type { AddFolders } from '../world/add.js';
import { type AddedOwn, addOwn } from '../world/local/add-own.js';
import type { DecimalMark } from '../world/local/own-numbers.js';
import { type OwnRequest, type OwnVariable, parseOwnLevel } from '../world/local/own-request.js';
import type { OwnFindings } from '../world/local/own-source.js';
import type { Effects } from './effects.js';
import { readAbout } from './own-about.js';
import { shownPath } from './shown-path.js';

/** What can be said of a table of one's own on the command line. */
export interface OwnOptions {
  readonly level?: string;
  readonly state?: readonly string[];
  readonly year?: string;
  readonly columns?: readonly string[];
  readonly prefix?: string;
  readonly decimal?: string;
  readonly missing?: readonly string[];
  readonly leaveOut?: readonly string[];
  readonly readAs?: readonly string[];
  readonly symmetric?: boolean;
  readonly unit?: readonly string[];
  readonly citation?: string;
  readonly about?: string;
}

/** Those that say nothing of the copy of a source. */
export const ownOptionNames: readonly (keyof OwnOptions)[] = [
  ...(['state', 'year', 'columns', 'prefix', 'decimal', 'missing', 'leaveOut'] as const),
  ...(['readAs', 'symmetric', 'unit', 'citation', 'about'] as const),
];

/** `entente world add NAME FILE --level …`: a table of the user's own, and what was seen on the way. */
export async function addOwnTable(
  name: string,
  file: string,
  options: OwnOptions & { readonly level: string },
  folders: AddFolders,
  effects: Effects,
): Promise<AddedOwn> {
  const added = await addOwn(name, file, requestOf(options), folders);
  const { manifest, found } = added;
  for (const line of remarks(found, options)) effects.say(`${line}\n`);
  const { variables } = manifest;
  const names = variables.map((v) => v.name);
  effects.say(
    `kept in ${shownPath(folders.local)}: variables, show, panel and your own claims know ${names.slice(0, 4).join(', ')}${names.length > 4 ? ' …' : ''}; a verdict that rests on it says so\n`,
  );
  return added;
}

function requestOf(options: OwnOptions & { readonly level: string }): OwnRequest {
  const about = options.about === undefined ? {} : readAbout(options.about);
  const units = pairsOf(options.unit, '--unit', 'score=points');
  const variables: Record<string, OwnVariable> = { ...about.variables };
  for (const [column, unit] of Object.entries(units)) variables[column] = { ...variables[column], unit };
  return {
    level: parseOwnLevel(options.level),
    states: options.state,
    year: options.year,
    columns: options.columns,
    prefix: options.prefix,
    decimal: options.decimal === undefined ? undefined : decimalMark(options.decimal),
    missing: options.missing,
    leaveOut: options.leaveOut,
    readAs: pairsOf(options.readAs, '--read-as', '"Korea=South Korea"'),
    symmetric: options.symmetric,
    title: about.title,
    citation: options.citation ?? about.citation,
    variables,
  };
}

const decimalMark = (text: string): DecimalMark =>
  text === 'point' || text === 'comma'
    ? text
    : fail('cli/wrong-value', `wrong value for --decimal: ${text}`, { hint: 'expected point or comma' });

function pairsOf(list: readonly string[] = [], option: string, such: string): Record<string, string> {
  return Object.fromEntries(
    list.map((text) => {
      const at = text.indexOf('=');
      if (at <= 0 || at === text.length - 1)
        fail('cli/wrong-value', `wrong value for ${option}: ${text}`, { hint: `write ${option} ${such}` });
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

const names: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** How the file was read, and what may not be as it was meant. */
function remarks({ table, encoding, columns, rows }: OwnFindings, options: OwnOptions): string[] {
  const named = columns.states.map(([surest]) => table.header[surest!]).join(' and ');
  const rowOf = [named, table.header[columns.year]].filter(Boolean).join(', ');
  const read = `read as ${encoding}, columns parted by ${names[table.separator]}, decimal ${rows.decimal}; a row is one ${rowOf}`;
  const left = columns.leftOut.map(({ column, why }) => `${column} (${why})`);
  const also = columns.states.flatMap((side) => side.slice(1)).map((i) => table.header[i]);
  return [
    read,
    ...(also.length > 0 ? [`held against it, and in agreement: ${also.join(', ')}`] : []),
    ...(left.length > 0 ? [`left out: ${left.join(', ')}`] : []),
    ...sentinels(rows.rows, columns, options.missing ?? []),
    ...oneWay(rows.rows, options),
  ];
}

/** Numbers by which many files say that there is none. */
const often = [-9, -66, -77, -88, -99, -999, -9999, -99999];

function sentinels(
  rows: OwnFindings['rows']['rows'],
  { variables }: OwnFindings['columns'],
  told: readonly string[],
): string[] {
  return variables.flatMap(({ name }, i) => {
    const values = rows.flatMap(({ values: all }) => (all[i] === null ? [] : [all[i]!]));
    const low = values.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
    const next = values
      .filter((x) => x !== low)
      .reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
    if (!often.includes(low) || next < 0) return [];
    const n = values.filter((x) => x === low).length;
    return [
      `${name} is ${low} in ${n} ${n === 1 ? 'row' : 'rows'}: if that means no value, --missing=${[...told, low].join(',')}`,
    ];
  });
}

function oneWay(rows: OwnFindings['rows']['rows'], { level, symmetric }: OwnOptions): string[] {
  if (level !== 'dyad-year' || symmetric) return [];
  const there = new Set(rows.map(({ keys }) => keys.join(' ')));
  const both = rows.some(({ keys: [a, b, year] }) => there.has(`${b} ${a} ${year}`));
  return both ? [] : ['each pair stands in one direction only: if it holds of both, add --symmetric'];
}
