import type { Picture } from '../designs/picture.js';
import { drawPicture } from '../figures/draw-picture.js';
import { type Content, type Html, html } from '../figures/html.js';
import { figureBlock, narrowWidth, wideWidth } from './figure-block.js';
import { pictureTable } from './tables.js';

/** A picture on the page: finding, unit and years, drawing, source, its numbers, and the files to take away. */
export async function evidenceFigure(
  picture: Picture,
  shown: Content,
  file: readonly string[] = [picture.title],
  draw: (width: number) => Promise<string> = (width) => drawPicture(picture, { width }),
): Promise<Html> {
  const [wide, narrow] = await Promise.all([draw(wideWidth), draw(narrowWidth)]);
  const source = `Source: ${picture.source}.`;
  return figureBlock({
    ...{ title: picture.title, says: picture.subtitle, wide, narrow, source, file },
    under: html`${source} ${shown}`,
    table: pictureTable(picture),
  });
}
