import { fail } from '../../kernel/errors.js';

/** A table of texts as a person's program saved it. */
export interface SeparatedText {
  readonly header: readonly string[];
  readonly rows: readonly SeparatedRow[];
  readonly separator: string;
}

export interface SeparatedRow {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

/**
 * Reads a text whose columns are separated by commas, semicolons, tabs or bars, whichever gives every line as many
 * fields as the header (a first line `sep=;`, as spreadsheets write it, decides). Quoted fields may hold the separator,
 * line breaks and doubled quotes; lines may end in CR, LF or both; lines without any value are passed over; fields are
 * trimmed. Throws `world/own-no-columns`, `world/own-no-rows`, `world/own-ragged`, `world/own-quote`, with the line.
 */
export function separatedText(text: string, file: string): SeparatedText {
  const told = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const first = told ? 2 : 1;
  const separator = told?.[1] ?? separatorOf(body, file);
  const all = records(body, separator, file, first).filter(({ cells }) => cells.some((c) => c !== ''));
  const [head, ...rows] = all;
  if (!head || head.cells.length < 2)
    fail('world/own-no-columns', `no columns in ${file}`, {
      at: { file, line: 1 },
      hint: 'expected a first line with the names of the columns, separated by commas, semicolons or tabs',
    });
  if (rows.length === 0)
    fail('world/own-no-rows', `no rows in ${file}`, {
      at: { file, line: head.line },
      hint: 'expected rows under the names of the columns',
    });
  const ragged = rows.find(({ cells }) => cells.length !== head.cells.length);
  if (ragged)
    fail('world/own-ragged', `${ragged.cells.length} fields where the header has ${head.cells.length}`, {
      at: { file, line: ragged.line },
      hint: raggedHint(separator, ragged.cells.length > head.cells.length),
    });
  return { header: head.cells, rows, separator };
}

function raggedHint(separator: string, more: boolean): string {
  const name = separators[separator as keyof typeof separators];
  if (!more) return `the columns are separated by ${name}; is the line whole?`;
  return separator === ','
    ? 'put a field that holds a comma in quotes: "3,5"; or separate the columns by semicolons or tabs'
    : `the columns are separated by ${name}; put a field that holds one in quotes`;
}

/** Lines from which the separator is told. */
const enough = 20;

/** The separator that gives the first lines as many fields each, the most of them; else the one the header has most of. */
function separatorOf(text: string, file: string): string {
  const sample = text.split(/\r\n|\n|\r/, enough + 1).slice(0, enough);
  const [header = ''] = sample;
  const counts = (Object.keys(separators) as (keyof typeof separators)[]).map((separator) => {
    const fields = sample.filter((line) => line.trim() !== '').map((line) => fieldsIn(line, separator));
    const same = fields.every((n) => n === fields[0]);
    return { separator, inHeader: fieldsIn(header, separator), same };
  });
  const able = counts.filter(({ inHeader }) => inHeader > 1);
  if (able.length === 0)
    fail('world/own-no-columns', `cannot tell what separates the columns of ${file}`, {
      at: { file, line: 1 },
      hint: 'separate them by commas, semicolons or tabs',
    });
  const agreeing = able.filter(({ same }) => same);
  return (agreeing.length > 0 ? agreeing : able).reduce((a, b) => (b.inHeader > a.inHeader ? b : a))
    .separator;
}

/** Fields of a line, for telling the separator only: those within quotes count as one. */
const fieldsIn = (line: string, separator: string): number =>
  line.replace(/"[^"]*"/g, '').split(separator).length;

function records(text: string, separator: string, file: string, firstLine: number): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  let line = firstLine;
  let at = 0;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      const field = text[at] === '"' ? quoted(text, at, file, line) : plain(text, at, separator);
      cells.push(field.value.trim());
      line += field.lines;
      at = field.end;
      const next = text[at];
      more = next === separator;
      if (more) at++;
      else if (next !== undefined && next !== '\n' && next !== '\r')
        fail('world/own-quote', `text after a closing quote: ${text.slice(at, at + 20).split(/[\r\n]/)[0]}`, {
          at: { file, line },
          hint: 'double a quote that stands within a quoted field: ""',
        });
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line++;
    rows.push({ line: begins, cells });
  }
  return rows;
}

interface Field {
  readonly value: string;
  /** Where it ends: at a separator, at the end of a line or of the text. */
  readonly end: number;
  /** Line breaks within it. */
  readonly lines: number;
}

function plain(text: string, from: number, separator: string): Field {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(from, end), end, lines: 0 };
}

function quoted(text: string, from: number, file: string, line: number): Field {
  let value = '';
  for (let start = from + 1; ; ) {
    const close = text.indexOf('"', start);
    if (close < 0)
      fail('world/own-quote', 'a quote is opened and not closed', {
        at: { file, line },
        hint: 'close it, or double a quote that is meant as such: ""',
      });
    value += text.slice(start, close);
    if (text[close + 1] !== '"') {
      const lines = value.split(/\r\n|\n|\r/).length - 1;
      let end = close + 1;
      while (text[end] === ' ') end++;
      return { value, end, lines };
    }
    value += '"';
    start = close + 2;
  }
}
