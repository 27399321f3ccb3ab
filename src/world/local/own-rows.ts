import { fail } from '../../kernel/errors.js';
import type { States } from '../../kernel/states.js';
import type { Years } from '../../kernel/years.js';
import { isTruth, type OwnColumns } from './own-columns.js';
import { type DecimalMark, decimalMarkOf, numberIn, type OwnCell, saysMissing } from './own-numbers.js';
import type { OwnRequest } from './own-request.js';
import { type NamedRow, type Resolved, resolveRows } from './own-states.js';
import type { SeparatedRow, SeparatedText } from './separated-text.js';

/** A row as it enters the table: its keys, and a value or nothing for each variable. */
export interface OwnRow {
  readonly line: number;
  readonly keys: readonly number[];
  readonly values: readonly (number | null)[];
}

export interface OwnRows {
  readonly rows: readonly OwnRow[];
  readonly lost: ReadonlyMap<string, number>;
  readonly decimal: DecimalMark;
}

/** Who the states are, and in which years. */
export interface OwnRecord {
  readonly states: States;
  readonly system: Years;
  isMember(ccode: number, year: number): boolean;
}

const lostYears = 'outside the years of the record';
const lostItself = 'a state with itself';

interface Dated {
  readonly row: SeparatedRow;
  readonly year: number;
}

/**
 * The rows of a user's table, each with the states it is about, its year and its numbers. Every row enters or is
 * counted as lost. Throws `world/own-not-a-year`, `world/own-doubled-row`, `world/own-not-symmetric`,
 * `world/own-nothing-left`, and what states and numbers throw, with the line.
 */
export function ownRows(
  table: SeparatedText,
  columns: OwnColumns,
  request: OwnRequest,
  record: OwnRecord,
  file: string,
): OwnRows {
  const lost = new Map<string, number>();
  const lose = (why: string): void => void lost.set(why, (lost.get(why) ?? 0) + 1);
  const dated = table.rows.map(
    (row): Dated => ({ row, year: yearOf(row, table.header, columns.year, file) }),
  );
  const within = dated.filter(({ year }) => year >= record.system.from && year <= record.system.to);
  for (let i = within.length; i < dated.length; i++) lose(lostYears);
  const sides = columns.states.map((side) => resolvedSide(within, side, request, record, file));
  const decimal = request.decimal ?? decimalMarkOf(cells(table, columns, request), table.separator, file);
  const rows = within.flatMap(({ row, year }, i): OwnRow[] => {
    const resolved = sides.map((side) => side[i]!);
    const states = resolved.flatMap((r) => ('ccode' in r ? [r.ccode] : []));
    const gone = resolved.find((r) => 'lost' in r);
    const why =
      gone && 'lost' in gone ? gone.lost : states.length === 2 && states[0] === states[1] ? lostItself : '';
    if (why === '')
      return [
        { line: row.line, keys: [...states, year], values: valuesOf(row, columns, request, decimal, file) },
      ];
    lose(why);
    return [];
  });
  if (rows.length === 0) nothingLeft(lost, file);
  checkDoubles(rows, record, file);
  return { rows: request.symmetric ? bothWays(rows, columns, record, file) : rows, lost, decimal };
}

function yearOf(
  { cells, line }: SeparatedRow,
  header: readonly string[],
  index: number,
  file: string,
): number {
  const text = cells[index]!;
  if (/^[1-9]\d{3}(\.0+)?$/.test(text)) return Number(text);
  return fail(
    'world/own-not-a-year',
    `not a year in column ${header[index]}: ${text === '' ? 'nothing' : text}`,
    {
      at: { file, line },
      hint: /^\d{4}-\d\d/.test(text)
        ? 'one row a year, with the year alone: 2001'
        : 'write it in four digits: 2001',
    },
  );
}

function resolvedSide(
  rows: readonly Dated[],
  side: readonly number[],
  { leaveOut = [], readAs = {} }: OwnRequest,
  { states, isMember }: OwnRecord,
  file: string,
): Resolved[] {
  const named = rows.map(
    ({ row, year }): NamedRow => ({ names: side.map((c) => row.cells[c]!), year, line: row.line }),
  );
  return resolveRows(named, { leaveOut, readAs }, states, isMember, file);
}

function* cells(table: SeparatedText, columns: OwnColumns, request: OwnRequest): Generator<OwnCell> {
  for (const { cells: texts, line } of table.rows)
    for (const { index, name } of columns.variables) {
      const text = texts[index]!;
      if (!saysMissing(text, request.missing)) yield { text, line, column: name };
    }
}

function valuesOf(
  { cells: texts, line }: SeparatedRow,
  { variables }: OwnColumns,
  { missing }: OwnRequest,
  decimal: DecimalMark,
  file: string,
): (number | null)[] {
  return variables.map(({ index, name }) => {
    const text = texts[index]!;
    if (saysMissing(text, missing)) return null;
    if (isTruth(text)) return text.toLowerCase() === 'true' ? 1 : 0;
    return numberIn({ text, line, column: name }, decimal, file);
  });
}

function nothingLeft(lost: ReadonlyMap<string, number>, file: string): never {
  const why = [...lost].map(([reason, n]) => `${reason}: ${n}`).join('; ');
  return fail('world/own-nothing-left', `no row of ${file} is of the record`, { at: { file }, hint: why });
}

function checkDoubles(rows: readonly OwnRow[], { states }: OwnRecord, file: string): void {
  const seen = new Map<string, number>();
  for (const { keys, line } of rows) {
    const key = keys.join(' ');
    const before = seen.get(key);
    if (before !== undefined) {
      const year = keys[keys.length - 1]!;
      const who = keys.slice(0, -1).map((ccode) => states.nameOf(ccode, year));
      fail(
        'world/own-doubled-row',
        `two rows for ${[...who, year].join(', ')}: lines ${before} and ${line}`,
        {
          at: { file, line },
          hint: 'one row each: take one out, or add them up',
        },
      );
    }
    seen.set(key, line);
  }
}

/** Each pair in both directions. Throws `world/own-not-symmetric` where the file has both and they differ. */
function bothWays(
  rows: readonly OwnRow[],
  { variables }: OwnColumns,
  { states }: OwnRecord,
  file: string,
): OwnRow[] {
  const known = new Map(rows.map((row) => [row.keys.join(' '), row]));
  return rows.flatMap((row) => {
    const [a, b, year] = row.keys as [number, number, number];
    const back = known.get(`${b} ${a} ${year}`);
    if (!back) return [row, { ...row, keys: [b, a, year] }];
    const differs = row.values.findIndex((value, i) => value !== back.values[i]);
    if (differs >= 0)
      fail(
        'world/own-not-symmetric',
        `${variables[differs]!.name} is not the same both ways: ${states.nameOf(a, year)} and ${states.nameOf(b, year)} in ${year}`,
        {
          at: { file, line: Math.max(row.line, back.line) },
          hint: `lines ${row.line} and ${back.line}; leave out --symmetric to keep both`,
        },
      );
    return [row];
  });
}
