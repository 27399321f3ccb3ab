import { type Content, type Html, html, raw } from '../figures/html.js';
import { sheetOf } from '../figures/sheet.js';
import { asFile, foldedTable, type Table } from './tables.js';
import { fileName, takeAway } from './take-away.js';

export const wideWidth = 760;
export const narrowWidth = 358;

/** A figure of the page, in the two widths in which it is drawn. */
export interface FigureBlock {
  /** The finding. */
  readonly title: string;
  /** Unit and years, and how it is read. */
  readonly says: string;
  readonly wide: string;
  readonly narrow: string;
  /** Where it comes from, on the sheet that a reader takes away. */
  readonly source: string;
  /** What stands under it on the page. */
  readonly under?: Content;
  /** What unfolds the table, where more is to be said than that it holds the numbers. */
  readonly summary?: string;
  readonly table: Table;
  /** Words for the names of its files; its title where there are none. */
  readonly file?: readonly string[];
}

/** What figures about one reading of a claim say of themselves in files of their own. */
export interface Said {
  /** Words for the names of the files. */
  readonly file: readonly string[];
  /** What they are about. */
  readonly source: string;
}

/** A figure with its finding, the table behind it, and the files to take away. */
export function figureBlock(block: FigureBlock): Html {
  const { title, says, wide, narrow, source, table } = block;
  const svg = sheetOf(wide, { title, subtitle: says, source });
  const name = fileName(...(block.file ?? [title]));
  return html`<figure><figcaption><strong>${title}</strong><span>${says}</span></figcaption>
${bothWidths(wide, narrow)}
${block.under && html`<p class="source">${block.under}</p>`}
${takeAway({ name, title, svg, csv: asFile(table) })}${foldedTable(block.summary ?? 'The numbers of this chart', table.caption, table.columns, table.rows)}</figure>
`;
}

/** A figure in two widths: the page shows the one that fits, so that its letters stay readable on a phone. */
const bothWidths = (wide: string, narrow: string): Html =>
  html`<div class="wide">${raw(wide)}</div><div class="narrow">${raw(narrow)}</div>`;
