import type { Cell } from '../../world/database.js';
import { field, integer, joined, tagged, text } from './bytes.js';
import { rowWidth, type StataColumn, type StataFile, type StataType } from './columns.js';
import { dtaRows } from './rows.js';
import { labelTables } from './value-labels.js';

const codes = { byte: 65530, int: 65529, long: 65528, double: 65526 } as const;

/**
 * The head of a Stata file in format 118 (Stata 14 and later; StataCorp, `help dta`): everything before the rows.
 * Little-endian, texts in UTF-8, no time stamp, so that the same table gives the same bytes.
 */
export function dtaHead(file: StataFile): Uint8Array {
  const { columns } = file;
  const opening = joined([
    text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder>'),
    tagged('K', integer(columns.length, 2)),
    tagged('N', integer(file.rows, 8)),
    tagged('label', counted(file.label, 80)),
    tagged('timestamp', integer(0, 1)),
    text('</header>'),
  ]);
  const sections = [
    tagged('variable_types', joined(columns.map((c) => integer(codeOf(c.type), 2)))),
    tagged(
      'varnames',
      fields(columns, 129, (c) => c.name),
    ),
    tagged('sortlist', sortList(file)),
    tagged('formats', fields(columns, 57, formatOf)),
    tagged(
      'value_label_names',
      fields(columns, 129, (c) => (c.values ? c.name : '')),
    ),
    tagged(
      'variable_labels',
      fields(columns, 321, (c) => shortened(c.label, 80)),
    ),
    tagged(
      'characteristics',
      joined([...notes('_dta', file.notes), ...columns.flatMap((c) => notes(c.name, c.notes ?? []))]),
    ),
  ];
  const rowBytes = rowWidth(columns) * file.rows;
  return joined([
    opening,
    map(opening.length, sections, rowBytes, labelTables(file)),
    ...sections,
    text('<data>'),
  ]);
}

/** What follows the rows. */
export const dtaTail = (file: StataFile): Uint8Array =>
  joined([text('</data><strls></strls>'), labelTables(file), text('</stata_dta>')]);

/** A whole Stata file of columns that fit in memory. */
export const dta = (file: StataFile, cells: readonly (readonly Cell[])[]): Uint8Array =>
  joined([dtaHead(file), dtaRows(file.columns)(cells), dtaTail(file)]);

const codeOf = (type: StataType): number => (typeof type === 'string' ? codes[type] : type.text);

function formatOf({ type, date }: StataColumn): string {
  if (date) return '%td';
  if (typeof type !== 'string') return `%-${Math.min(type.text, 40)}s`;
  return { byte: '%8.0g', int: '%8.0g', long: '%12.0g', double: '%10.0g' }[type];
}

const fields = (columns: readonly StataColumn[], width: number, of: (c: StataColumn) => string): Uint8Array =>
  joined(columns.map((c) => field(of(c), width)));

/** Numbers of the columns by which rows are sorted, from 1, ended by zeros. */
function sortList({ columns, sortedBy }: StataFile): Uint8Array {
  const order = sortedBy.map((name) => columns.findIndex((c) => c.name === name) + 1);
  return joined(Array.from({ length: columns.length + 1 }, (_, i) => integer(order[i] ?? 0, 2)));
}

/** Notes are characteristics: `note0` counts them, `note1`, `note2` … hold them. */
function notes(of: string, list: readonly string[]): Uint8Array[] {
  if (list.length === 0) return [];
  return [String(list.length), ...list].map((note, i) => {
    const body = joined([field(of, 129), field(`note${i}`, 129), text(`${note}\0`)]);
    return tagged('ch', joined([integer(body.length, 4), body]));
  });
}

/** Where each of the fourteen parts of the file begins, and where the file ends. */
function map(
  opening: number,
  sections: readonly Uint8Array[],
  rowBytes: number,
  labels: Uint8Array,
): Uint8Array {
  const size = '<map></map>'.length + 14 * 8;
  const starts = [0, opening];
  let at = opening + size;
  for (const s of sections) {
    starts.push(at);
    at += s.length;
  }
  starts.push(at); // <data>
  at += '<data></data>'.length + rowBytes;
  starts.push(at); // <strls>
  at += '<strls></strls>'.length;
  starts.push(at); // <value_labels>
  at += labels.length;
  starts.push(at, at + '</stata_dta>'.length);
  return tagged('map', joined(starts.map((s) => integer(s, 8))));
}

/** A text after the number of its bytes, which takes two. */
function counted(label: string, longest: number): Uint8Array {
  const bytes = text(shortened(label, longest));
  return joined([integer(bytes.length, 2), bytes]);
}

const shortened = (label: string, longest: number): string => {
  const letters = [...label];
  return letters.length <= longest ? label : `${letters.slice(0, longest - 1).join('')}…`;
};
