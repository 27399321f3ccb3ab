import { drawPicture } from '../figures/draw-picture.js';
import { type Html, html } from '../figures/html.js';
import { drawAgreement } from '../figures/over-time/draw-agreement.js';
import type { ShownPicture } from './brief-input.js';
import { evidenceFigure } from './evidence-figure.js';
import type { Heading } from './heading.js';

/** Pictures of who stands with whom, beside the tests of a claim. */
export async function picturesSection(
  pictures: readonly ShownPicture[],
  claim: string,
  heading: Heading,
): Promise<Html> {
  if (pictures.length === 0) return html``;
  const figures: Html[] = [];
  for (const { picture, pairs } of pictures)
    figures.push(
      await evidenceFigure(picture, '', [claim, picture.title], (width) =>
        pairs ? drawAgreement(picture, pairs, { width }) : drawPicture(picture, { width }),
      ),
    );
  return html`${heading('Who stands with whom')}<p>Drawn from the votes of the General Assembly, beside the tests: no verdict rests on it.</p>
${figures}`;
}
