import type { Mark, Picture } from '../designs/picture.js';
import { place } from './curve-marks.js';
import { type Html, html } from './html.js';
import type { PictureFrame } from './picture-frame.js';
import { type Look, type SeriesMark, seriesOf } from './picture-series.js';
import { textSize, textWidth } from './text-width.js';

export const keyRow = 20;

/** Where the signs of a key stand: side by side, on as many rows as they need. */
export function keyPlaces(picture: Picture, width: number) {
  const named = new Map<string, SeriesMark>();
  for (const s of seriesOf(picture)) if (!named.has(s.name)) named.set(s.name, s);
  let [x, row] = [0, 0];
  return [...named.values()].map((mark) => {
    const room = textWidth(mark.name, textSize) * 1.08 + 20;
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const at = { mark, x, row };
    x += room + 16;
    return at;
  });
}

/** A key above the picture, for series of dots or bars: the sign, then the name. */
export function key(picture: Picture, frame: PictureFrame, look: ReadonlyMap<Mark, Look>): Html {
  if (!frame.keyed) return html``;
  return html`${keyPlaces(picture, frame.width).map(({ mark, x: from, row }) => {
    const { colour } = look.get(mark)!;
    const y = 15 + frame.axisName.length * 15 + row * keyRow;
    return html`${keySign(mark, look.get(mark)!, from + 7, y)}<text x="${place(from + 20)}" y="${y + 4}" fill="${colour}" font-weight="600">${mark.name}</text>`;
  })}`;
}

const diamond = 'l5 6l-5 6l-5 -6z';

function keySign(mark: SeriesMark, { colour, shape, dash, width }: Look, x: number, y: number): Html {
  if (mark.kind === 'line')
    return html`<path d="M${place(x - 8)} ${y}h16" stroke="${colour}" stroke-width="${width}"${dash && html` stroke-dasharray="${dash}"`}/>`;
  if (mark.kind === 'dots')
    return shape === 'circle'
      ? html`<circle cx="${place(x)}" cy="${y}" r="4.5" fill="${colour}"/>`
      : html`<path d="M${place(x)} ${y - 6}${shape === 'diamond' ? diamond : 'l6 11h-12z'}" fill="none" stroke="${colour}" stroke-width="1.6"/>`;
  return html`<rect x="${place(x - 6)}" y="${y - 5}" width="12" height="10" fill="${colour}" fill-opacity="${mark.role === 'main' && mark.kind === 'bars' ? 1 : 0.25}" stroke="${colour}" stroke-width="1.4"/>`;
}
