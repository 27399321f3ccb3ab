import { render } from '../figures/html.js';
import type { Cell, Column } from './tables.js';

type Value = string | number;

/**
 * A table as comma-separated values (RFC 4180): one line of heads, then one a row, lines ended by CR LF. Numbers stand
 * in full with a plain minus and a point, intervals in two columns; a missing one is empty, one
 * without an end is `Inf`.
 */
export function csvOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const heads = columns.flatMap((c) => c.csv ?? [c.head]);
  const lines = rows.map((row) => row.flatMap((cell, i) => values(cell, columns[i]?.csv?.length ?? 1)));
  return [heads, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function values(cell: Cell, wanted: number): readonly Value[] {
  const given = typeof cell === 'object' && cell !== null && 'csv' in cell ? cell.csv : plain(cell);
  const found = Array.isArray(given) ? (given as readonly Value[]) : [given as Value];
  return Array.from({ length: wanted }, (_, i) => found[i] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a cell shows, without its markup; a dash that stands for nothing is nothing. */
function plain(cell: Exclude<Cell, { readonly csv: unknown }>): string {
  const text = render(cell)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return text === '–' ? '' : text;
}

/** A number in full; one without an end as R writes it. */
const numeralOf = (value: number): string =>
  Number.isNaN(value) ? '' : String(value).replace('Infinity', 'Inf');

function quoted(value: Value): string {
  const text = typeof value === 'number' ? numeralOf(value) : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
