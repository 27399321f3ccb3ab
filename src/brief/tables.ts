import type { Picture } from '../designs/picture.js';
import { type Content, type Html, html } from '../figures/html.js';
import { showNumber, showTogether } from '../figures/numbers.js';
import { type SeriesMark, seriesOf } from '../figures/picture-series.js';

export interface Column {
  readonly head: string;
  /** Numbers stand right. */
  readonly number?: boolean;
}

/** A table with a caption; the first cell of each row is its heading. Wide ones scroll within themselves. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  const kind = (i: number): Html => (columns[i]?.number ? html` class="n"` : html``);
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption><span>${caption}</span></caption><thead><tr>${columns.map(
    (c, i) => html`<th scope="col"${kind(i)}>${c.head}</th>`,
  )}</tr></thead><tbody>
${rows.map((row) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row"${kind(i)}>${cell}</th>` : html`<td${kind(i)}>${cell}</td>`))}</tr>\n`)}</tbody></table></div>`;
}

/** A table that is folded away behind a figure. */
export const foldedTable = (
  summary: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html =>
  html`<details class="data"><summary>${summary}</summary>${table(caption, columns, rows)}</details>`;

/** The numbers of a picture: a row for each year, number or category, a column for each series and each band. */
export function pictureTable(picture: Picture): Html {
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
    ...[...cells.keys()].map((head) => ({ head, number: true })),
    ...(noted ? [{ head: 'Label' }] : []),
  ];
  const rows = keys.map((x) => [
    typeof x === 'number' && picture.x.kind === 'number' ? showNumber(x) : String(x),
    ...[...cells.values()].map((c) => c.get(x) ?? '–'),
    ...(noted ? [labels.get(x) ?? ''] : []),
  ]);
  return foldedTable('The numbers of this chart', `${picture.title} (${picture.y.label})`, columns, rows);
}

/** Cells by the head of their column; the parts of a line with gaps share one. */
function columnsOf(series: readonly SeriesMark[]): ReadonlyMap<string, Map<number | string, string>> {
  const columns = new Map<string, Map<number | string, string>>();
  for (const m of series) {
    const head = m.kind === 'band' ? `${m.name} (interval)` : m.name;
    const cells = columns.get(head) ?? new Map<number | string, string>();
    for (const p of m.points) cells.set(p.x, 'low' in p ? interval(p.low, p.high) : showNumber(p.y));
    columns.set(head, cells);
  }
  return columns;
}

export function interval(low: number, high: number): string {
  const [from, to] = showTogether([low, high]);
  return `${from} to ${to}`;
}
