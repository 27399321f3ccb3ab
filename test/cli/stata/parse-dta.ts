import type { StataColumn, StataFile, StataType } from '../../../src/cli/stata/columns.js';
import type { Cell } from '../../../src/world/database.js';

/**
 * A reader of Stata files of format 118, as plain as the description of it: each part is looked up where the map says
 * it is, and must begin and end with its tags. For tests; it knows nothing of the writer but the names of its types.
 */
export function parseDta(bytes: Uint8Array): StataFile & { cells: Cell[][] } {
  const buffer = Buffer.from(bytes);
  const head = buffer.indexOf('<K>') + 3;
  const count = buffer.readUInt16LE(head);
  const at = buffer.indexOf('<N>') + 3;
  const rows = Number(buffer.readBigUInt64LE(at));
  const labelAt = buffer.indexOf('<label>', at) + 7;
  const label = buffer.toString('utf8', labelAt + 2, labelAt + 2 + buffer.readUInt16LE(labelAt));
  const map = buffer.indexOf('<map>') + 5;
  const places = Array.from({ length: 14 }, (_, i) => Number(buffer.readBigUInt64LE(map + 8 * i)));
  if (places[0] !== 0 || places[1] !== map - 5 || places[13] !== buffer.length) throw new Error('bad map');
  if (buffer.toString('utf8', places[12]) !== '</stata_dta>') throw new Error('bad end');

  const part = (tag: string, place: number): Buffer => {
    const open = `<${tag}>`;
    const body = buffer.subarray(places[place]! + open.length, places[place + 1]! - open.length - 1);
    if (buffer.toString('utf8', places[place], places[place]! + open.length) !== open) throw new Error(tag);
    if (buffer.toString('utf8', places[place + 1]! - open.length - 1, places[place + 1]!) !== `</${tag}>`)
      throw new Error(`</${tag}>`);
    return body;
  };
  const field = (from: Buffer, start: number, width: number): string => {
    const raw = from.subarray(start, start + width);
    return raw.toString('utf8', 0, raw.indexOf(0) === -1 ? width : raw.indexOf(0));
  };
  const fields = (tag: string, place: number, width: number): string[] =>
    Array.from({ length: count }, (_, i) => field(part(tag, place), i * width, width));

  const types = part('variable_types', 2);
  const names = fields('varnames', 3, 129);
  const order = part('sortlist', 4);
  const valueLabels = fields('value_label_names', 6, 129);
  const labels = fields('variable_labels', 7, 321);
  const notes = notesIn(part('characteristics', 8));
  const meanings = meaningsIn(part('value_labels', 11));
  const columns: StataColumn[] = names.map((name, i) => ({
    name,
    type: typeOf(types.readUInt16LE(2 * i)),
    label: labels[i]!,
    notes: notes.get(name) ?? [],
    values: meanings.get(valueLabels[i]!),
  }));
  const sortedBy: string[] = [];
  for (let i = 0; order.readUInt16LE(2 * i) > 0; i++) sortedBy.push(names[order.readUInt16LE(2 * i) - 1]!);
  return {
    label,
    notes: notes.get('_dta') ?? [],
    columns,
    rows,
    sortedBy,
    cells: cellsIn(part('data', 9), columns, rows),
  };
}

const typeOf = (code: number): StataType => {
  const known: Readonly<Record<number, StataType>> = {
    65530: 'byte',
    65529: 'int',
    65528: 'long',
    65526: 'double',
  };
  return known[code] ?? { text: code };
};

function cellsIn(data: Buffer, columns: readonly StataColumn[], rows: number): Cell[][] {
  const cells: Cell[][] = columns.map(() => []);
  let at = 0;
  for (let r = 0; r < rows; r++) {
    columns.forEach(({ type }, i) => {
      const [width, value] = cellAt(data, at, type);
      cells[i]!.push(value);
      at += width;
    });
  }
  if (at !== data.length) throw new Error('rows end elsewhere');
  return cells;
}

function cellAt(data: Buffer, at: number, type: StataType): [width: number, value: Cell] {
  if (type === 'byte') return [1, data.readInt8(at) > 100 ? null : data.readInt8(at)];
  if (type === 'int') return [2, data.readInt16LE(at) > 32740 ? null : data.readInt16LE(at)];
  if (type === 'long') return [4, data.readInt32LE(at) > 2147483620 ? null : data.readInt32LE(at)];
  if (type === 'double') return [8, data.readDoubleLE(at) >= 2 ** 1023 ? null : data.readDoubleLE(at)];
  const raw = data.subarray(at, at + type.text);
  const end = raw.indexOf(0);
  const text = raw.toString('utf8', 0, end === -1 ? type.text : end);
  return [type.text, text === '' ? null : text];
}

function notesIn(part: Buffer): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  const text = (from: number, to: number): string =>
    part.toString('utf8', from, part.indexOf(0, from) < to ? part.indexOf(0, from) : to);
  for (let at = 0; at < part.length; ) {
    const length = part.readInt32LE(at + 4);
    const body = at + 8;
    const of = text(body, body + 129);
    const name = text(body + 129, body + 258);
    const content = text(body + 258, body + length);
    const list = notes.get(of) ?? [];
    if (name === 'note0') notes.set(of, list);
    else {
      if (name !== `note${list.length + 1}`) throw new Error('notes out of order');
      notes.set(of, [...list, content]);
    }
    at = body + length + '</ch>'.length;
  }
  return notes;
}

function meaningsIn(part: Buffer): Map<string, Record<number, string>> {
  const all = new Map<string, Record<number, string>>();
  for (let at = 0; at < part.length; ) {
    const length = part.readInt32LE(at + 5);
    const name = part.toString('utf8', at + 9, part.indexOf(0, at + 9));
    const table = at + 9 + 129 + 3;
    const entries = part.readInt32LE(table);
    const texts = table + 8 + 8 * entries;
    const meanings: Record<number, string> = {};
    for (let i = 0; i < entries; i++) {
      const from = texts + part.readInt32LE(table + 8 + 4 * i);
      meanings[part.readInt32LE(table + 8 + 4 * (entries + i))] = part.toString(
        'utf8',
        from,
        part.indexOf(0, from),
      );
    }
    all.set(name, meanings);
    at = table + length + '</lbl>'.length;
  }
  return all;
}
