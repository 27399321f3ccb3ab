import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import { saysMissing } from './own-numbers.js';
import type { OwnRequest } from './own-request.js';
import type { SeparatedText } from './separated-text.js';

/** Which column says what, by its place in the table. */
export interface OwnColumns {
  /** For each state of a row (none, one or two) the columns that name it, the surest first. */
  readonly states: readonly (readonly number[])[];
  readonly year: number;
  readonly variables: readonly { readonly index: number; readonly name: string }[];
  /** Columns that are neither, with the reason. */
  readonly leftOut: readonly { readonly column: string; readonly why: string }[];
}

/** How columns that name a state are called, the surest first; folded. */
const stateColumns = [
  ...['ccode', 'cow', 'cowcode', 'cowccode', 'cown', 'ccodecow', 'cownumber'],
  ...['iso3', 'iso3c', 'iso', 'isoa3', 'isocode', 'isoalpha3', 'alpha3', 'alpha3code', 'countrytextid'],
  ...['countrycode', 'code', 'wbcode', 'countryiso3code', 'stateabb'],
  ...['state', 'country', 'countryname', 'nameofcountry', 'statename', 'statenme', 'nation', 'entity'],
  ...['location', 'name', 'economy'],
];

/** What the columns of a pair add to those: first and second; folded. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/^(.*)1$/, /^(.*)2$/],
  [/^(.*)a$/, /^(.*)b$/],
  [/^(.*)o$/, /^(.*)d$/],
];
const pairs = [
  ['from', 'to'],
  ['sender', 'target'],
  ['sender', 'receiver'],
  ['origin', 'destination'],
  ['exporter', 'importer'],
  ['reporter', 'partner'],
  ['source', 'target'],
  ['donor', 'recipient'],
] as const;
const yearColumns = ['year', 'yr', 'years', 'calendaryear', 'time', 'timeperiod', 'refyear', 'period'];

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds which columns name states and years, by what they are called or as told, and which hold numbers.
 * Throws `world/own-no-column`, `world/own-doubled-column`, `world/own-wide`, `world/own-no-variables`.
 */
export function ownColumns(table: SeparatedText, request: OwnRequest, file: string): OwnColumns {
  const { header } = table;
  checkHeader(header, file);
  const states = statesOf(header, request, file);
  const year = request.year === undefined ? found(yearColumns, header) : named(request.year, header, file);
  if (year === undefined) noYear(header, file);
  const keys = new Set([year, ...states.flat()]);
  const wanted = request.columns?.map((name) => named(name, header, file));
  const inKeys = wanted?.find((i) => keys.has(i));
  if (inKeys !== undefined)
    fail('world/own-no-column', `${header[inKeys]} names the row: it is no variable`, {
      at: { file, line: 1 },
    });
  const leftOut: { column: string; why: string }[] = [];
  const variables = header.flatMap((name, index) => {
    if (keys.has(index)) return [];
    const why = wanted
      ? wanted.includes(index)
        ? undefined
        : 'not asked for'
      : noNumbers(table, index, request);
    if (why === undefined) return [{ index, name }];
    leftOut.push({ column: name || `column ${index + 1}`, why });
    return [];
  });
  if (variables.length === 0)
    fail('world/own-no-variables', `no column of numbers in ${file}`, {
      at: { file, line: 1 },
      hint: `beside states and years it has ${leftOut.map(({ column }) => column).join(', ') || 'nothing'}`,
    });
  return { states, year, variables, leftOut };
}

function checkHeader(header: readonly string[], file: string): void {
  const doubled = header.find((name, i) => name !== '' && header.indexOf(name) < i);
  if (doubled !== undefined)
    fail('world/own-doubled-column', `two columns are called ${doubled}`, {
      at: { file, line: 1 },
      hint: 'give each a name of its own',
    });
  const years = header.filter((name) => /^(X|y|yr)?(1[89]|20)\d\d$/.test(name));
  if (years.length >= 3)
    fail('world/own-wide', `the years stand side by side: ${years.slice(0, 3).join(', ')} …`, {
      at: { file, line: 1 },
      hint: 'one row a state and year is needed, with a column year (in R: tidyr::pivot_longer)',
    });
}

function named(name: string, header: readonly string[], file: string): number {
  const index = header.indexOf(name);
  if (index >= 0) return index;
  return fail('world/own-no-column', `no column ${name} in ${file}`, {
    at: { file, line: 1 },
    hint: didYouMean(name, header.filter(Boolean), 20),
  });
}

const found = (names: readonly string[], header: readonly string[]): number | undefined => {
  const folded = header.map(fold);
  const name = names.find((n) => folded.includes(n));
  return name === undefined ? undefined : folded.indexOf(name);
};

function noYear(header: readonly string[], file: string): never {
  return fail('world/own-no-column', `no column of years in ${file}`, {
    at: { file, line: 1 },
    hint: `call it year, or say --year COLUMN; it has ${header.join(', ')}`,
  });
}

function statesOf(header: readonly string[], request: OwnRequest, file: string): number[][] {
  const count = { 'state-year': 1, 'dyad-year': 2, 'system-year': 0 }[request.level];
  if (request.states) {
    if (request.states.length !== count)
      fail(
        'world/own-no-column',
        `--state names ${request.states.length} columns: a ${request.level} table has ${count}`,
        {
          hint:
            count === 2
              ? 'write --state FIRST,SECOND'
              : count === 1
                ? 'write --state COLUMN'
                : 'leave it out',
        },
      );
    return request.states.map((name) => [named(name, header, file)]);
  }
  if (count === 0) return [];
  const found = count === 1 ? oneState(header) : twoStates(header);
  if (found.length === count) return found;
  const [what, names, say] =
    count === 1
      ? ['states', 'ccode (COW numbers), iso3 or country', '--state COLUMN']
      : ['both states', 'ccode1 and ccode2, iso3a and iso3b, or from and to', '--state FIRST,SECOND'];
  return fail('world/own-no-column', `no column of ${what} in ${file}`, {
    at: { file, line: 1 },
    hint: `call it ${names}, or say ${say}; it has ${header.join(', ')}`,
  });
}

function oneState(header: readonly string[]): number[][] {
  const folded = header.map(fold);
  const columns = stateColumns.flatMap((name) => (folded.includes(name) ? [folded.indexOf(name)] : []));
  return columns.length > 0 ? [columns] : [];
}

function twoStates(header: readonly string[]): number[][] {
  const folded = header.map(fold);
  const stems = [...stateColumns, 'iso3', 'statea', 'sideccode'];
  const sided = sides.flatMap(([first, second]) =>
    stems.flatMap((stem) => {
      const at = (side: RegExp) => folded.findIndex((name) => side.exec(name)?.[1] === stem);
      const [a, b] = [at(first), at(second)];
      return a >= 0 && b >= 0 ? [[a, b] as const] : [];
    }),
  );
  const plain = pairs.flatMap(([first, second]) => {
    const [a, b] = [folded.indexOf(first), folded.indexOf(second)];
    return a >= 0 && b >= 0 ? [[a, b] as const] : [];
  });
  const all = [...sided, ...plain];
  return all.length > 0 ? [all.map(([a]) => a), all.map(([, b]) => b)] : [];
}

/** Why a column holds no numbers, or nothing where it holds some. */
function noNumbers({ header, rows }: SeparatedText, index: number, request: OwnRequest): string | undefined {
  if (header[index] === '') return 'it has no name';
  let some = false;
  for (const { cells } of rows) {
    const text = cells[index]!;
    if (saysMissing(text, request.missing)) continue;
    if (/^[^\p{L}]*\d/u.test(text) || isTruth(text)) return undefined;
    some = true;
  }
  return some ? 'it holds text' : 'it is empty';
}

/** R and Python write yes and no so. */
export const isTruth = (text: string): boolean => /^(true|false)$/i.test(text);
