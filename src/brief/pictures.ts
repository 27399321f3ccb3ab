import { drawAlignmentMap, mapSource } from '../figures/alignment-map/draw-alignment-map.js';
import { drawPicture } from '../figures/draw-picture.js';
import { type Html, html } from '../figures/html.js';
import { spelled } from '../figures/names.js';
import { showNumber } from '../figures/numbers.js';
import { drawAgreement } from '../figures/over-time/draw-agreement.js';
import type { ShownPicture } from './brief-input.js';
import { evidenceFigure } from './evidence-figure.js';
import { figureBlock, narrowWidth, wideWidth } from './figure-block.js';
import type { Heading } from './heading.js';
import { numeral } from './tables.js';
import { fileName } from './take-away.js';

/** Pictures of who stands with whom, beside the tests of a claim. */
export async function picturesSection(
  pictures: readonly ShownPicture[],
  claim: string,
  heading: Heading,
): Promise<Html> {
  if (pictures.length === 0) return html``;
  const figures: Html[] = [];
  for (const shown of pictures) {
    if ('map' in shown) {
      figures.push(mapFigure(shown, claim));
      continue;
    }
    const { picture, pairs } = shown;
    figures.push(
      await evidenceFigure(picture, '', [claim, picture.title], (width) =>
        pairs ? drawAgreement(picture, pairs, { width }) : drawPicture(picture, { width }),
      ),
    );
  }
  return html`${heading('Who stands with whom')}<p>Drawn from the votes of the General Assembly, beside the tests: no verdict rests on it.</p>
${figures}`;
}

/** A map of a year, with the numbers of every state. */
function mapFigure({ map, heads, rows }: Extract<ShownPicture, { map: unknown }>, claim: string): Html {
  const { title, subtitle } = map.words;
  const { year, poles } = map.alignment;
  const file = [claim, 'map', String(year), ...poles.map((pole) => pole.name)];
  const draw = (width: number): string =>
    drawAlignmentMap(map, { width, name: fileName(...file, String(width)) });
  const source = `Source: ${mapSource(map)}.`;
  return figureBlock({
    ...{
      title,
      says: subtitle,
      wide: draw(wideWidth),
      narrow: draw(narrowWidth),
      source,
      under: source,
      file,
    },
    summary: 'The numbers of this map',
    table: {
      caption: title,
      columns: heads.map((head, i) => ({
        head: spelled(head),
        csv: [head],
        number: typeof rows[0]?.[i] === 'number',
      })),
      rows: rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? numeral(cell, showCell(cell)) : cell)),
      ),
    },
  });
}

/** Years and numbers of states as they are. */
const showCell = (x: number): string => (Number.isInteger(x) ? String(x) : showNumber(x));
