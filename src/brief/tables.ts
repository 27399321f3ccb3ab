import type { Picture } from '../designs/picture.js';
import { type Content, type Html, html } from '../figures/html.js';
import { showNumber, showPercent, showTogether } from '../figures/numbers.js';
import { type SeriesMark, seriesOf } from '../figures/picture-series.js';
import { settled } from '../kernel/canonical.js';
import { csvOf } from './csv.js';

export interface Column {
  readonly head: string;
  /** Numbers stand right. */
  readonly number?: boolean;
  /** Heads in the file of the table, where they differ or one column is several there. */
  readonly csv?: readonly string[];
}

/** A cell: what is shown, or what is shown and what stands in the file of the table. */
export type Cell =
  | Content
  | { readonly shown: Content; readonly csv: string | number | readonly (string | number)[] };

/** A table with what it is called: the one behind a figure, on the page and as a file. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A number as a reader sees it, in full in the file. */
export const numeral = (value: number | null | undefined, shown?: string): Cell =>
  value === null || value === undefined ? '–' : { shown: shown ?? showNumber(value), csv: settled(value) };

/** A share as a percentage, in the file as a part of one. */
export const percent = (share: number): Cell => numeral(share, showPercent(share));

export const asFile = ({ columns, rows }: Table): string => csvOf(columns, rows);

const shownOf = (cell: Cell): Content =>
  typeof cell === 'object' && cell !== null && 'csv' in cell ? cell.shown : cell;

/** Columns of numbers of which the style of the page knows. */
export const mostColumns = 30;

/** A table with a caption; the first cell of each row is its heading. Wide ones scroll within themselves. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html {
  const right = columns.flatMap((c, i) => (c.number ? [`n${i + 1}`] : [])).join(' ');
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table${right && html` class="${right}"`}><caption><span>${caption}</span></caption><thead><tr>${columns.map(
    (c) => html`<th scope="col">${c.head}</th>`,
  )}</tr></thead><tbody>
${rows.map((row) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${shownOf(cell)}</th>` : html`<td>${shownOf(cell)}</td>`))}</tr>\n`)}</tbody></table></div>`;
}

/** A table that is folded away behind a figure. */
export const foldedTable = (
  summary: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Html =>
  html`<details class="data"><summary>${summary}</summary>${table(caption, columns, rows)}</details>`;

/** The numbers of a picture: a row for each year, number or category, a column for each series and each band. */
export function pictureTable(picture: Picture): Table {
  const series = seriesOf(picture);
  const keys = [...new Set(series.flatMap((m) => m.points.map((p) => p.x)))];
  if (picture.x.kind !== 'category') keys.sort((a, b) => Number(a) - Number(b));
  const cells = columnsOf(series);
  const labels = new Map(
    series.flatMap((m) =>
      m.points.flatMap((p) => ('label' in p && p.label ? [[p.x, p.label] as const] : [])),
    ),
  );
  const noted = labels.size > 0 && picture.x.kind !== 'category';
  const columns: Column[] = [
    {
      head: picture.x.label || ({ year: 'Year', number: 'Value', category: 'Case' } as const)[picture.x.kind],
    },
    ...[...cells.values()].map((c) => c.column),
    ...(noted ? [{ head: 'Label' }] : []),
  ];
  const rows = keys.map((x) => [
    typeof x === 'number' && picture.x.kind === 'number' ? numeral(x) : String(x),
    ...[...cells.values()].map((c) => c.of.get(x) ?? '–'),
    ...(noted ? [labels.get(x) ?? ''] : []),
  ]);
  return { caption: `${picture.title} (${picture.y.label})`, columns, rows };
}

/** Cells with their column, by its head; the parts of a line with gaps share one. */
function columnsOf(series: readonly SeriesMark[]) {
  const columns = new Map<string, { column: Column; of: Map<number | string, Cell> }>();
  for (const m of series) {
    const head = m.kind === 'band' ? `${m.name} (interval)` : m.name;
    const known = columns.get(head) ?? { column: columnOf(m, head), of: new Map<number | string, Cell>() };
    for (const p of m.points) known.of.set(p.x, 'low' in p ? span(p.low, p.high) : numeral(p.y));
    columns.set(head, known);
  }
  return columns;
}

const columnOf = (m: SeriesMark, head: string): Column =>
  m.kind === 'band'
    ? { head, number: true, csv: [`${m.name} (low)`, `${m.name} (high)`] }
    : { head, number: true };

/** An interval, in the file two numbers. */
export const span = (low: number, high: number): Cell => ({
  shown: interval(low, high),
  csv: [settled(low), settled(high)],
});

export function interval(low: number, high: number): string {
  const [from, to] = showTogether([low, high]);
  return `${from} to ${to}`;
}
