import { type Field, field, integer, joined, tagged, text } from './bytes.js';
import type { StataFile } from './columns.js';

/** The tables of value labels, one a column that has some, named after it. */
export function labelTables({ columns }: StataFile): Uint8Array {
  const tables = columns.flatMap((c) => (c.values ? [labelTable(c.name, c.values)] : []));
  return tagged('value_labels', joined(tables));
}

function labelTable(name: string, values: Readonly<Record<number, string>>): Uint8Array {
  const entries = Object.entries(values)
    .map(([code, label]) => ({ code: Number(code), label: text(`${label}\0`) }))
    .sort((a, b) => a.code - b.code);
  let end = 0;
  const offsets = entries.map((e) => {
    const begin = end;
    end += e.label.length;
    return integer(begin, 4);
  });
  const table: Field[] = [
    integer(entries.length, 4),
    integer(end, 4),
    ...offsets,
    ...entries.map((e) => integer(e.code, 4)),
    ...entries.map((e) => e.label),
  ];
  const body = joined(table);
  return tagged('lbl', joined([integer(body.length, 4), field(name, 129), new Uint8Array(3), body]));
}
