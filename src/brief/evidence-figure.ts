import type { Picture } from '../designs/picture.js';
import { drawPicture } from '../figures/draw-picture.js';
import { type Content, type Html, html, raw } from '../figures/html.js';
import { pictureTable } from './tables.js';

/** A figure in two widths: the page shows the one that fits, so that its letters stay readable on a phone. */
export const bothWidths = (wide: string, narrow: string): Html =>
  html`<div class="wide">${raw(wide)}</div><div class="narrow">${raw(narrow)}</div>`;

export const wideWidth = 760;
export const narrowWidth = 358;

/** The evidence of the typical specification: finding, unit and years, picture, source, and its numbers. */
export async function evidenceFigure(picture: Picture, shown: Content): Promise<Html> {
  const [wide, narrow] = await Promise.all([
    drawPicture(picture, { width: wideWidth }),
    drawPicture(picture, { width: narrowWidth }),
  ]);
  return html`<figure><figcaption><strong>${picture.title}</strong><span>${picture.subtitle}</span></figcaption>
${bothWidths(wide, narrow)}
<p class="source">Source: ${picture.source}. ${shown}</p>
${pictureTable(picture)}</figure>
`;
}
