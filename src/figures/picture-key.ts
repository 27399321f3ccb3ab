import type { Mark, Picture } from '../designs/picture.js';
import { place } from './curve-marks.js';
import { type Html, html } from './html.js';
import type { PictureFrame } from './picture-frame.js';
import { byName, type Look, type SeriesMark } from './picture-series.js';
import { textSize, textWidth, wrapText } from './text-width.js';

export const keyRow = 20;
const sign = 22;

/** Where the signs of a key stand: side by side, on as many rows as they and their names need. */
export function keyPlaces(picture: Picture, width: number) {
  let [x, row] = [0, 0];
  const rank = { main: 0, comparison: 1, context: 2 };
  const named = [...byName(picture)].sort(([, a], [, b]) => rank[a[0]!.role] - rank[b[0]!.role]);
  const places = named.map(([name, marks]) => {
    const lines = wrapText(name, (width - sign) / 1.08, textSize);
    const room = sign + Math.max(...lines.map((l) => textWidth(l, textSize))) * 1.08;
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const at = { mark: marks[0]!, lines, x, row };
    if (lines.length > 1) [x, row] = [0, row + lines.length];
    else x += room + 16;
    return at;
  });
  return { places, rows: row + (x > 0 ? 1 : 0) };
}

/** A key above the picture: the sign of each series, then its name. */
export function key(picture: Picture, frame: PictureFrame, look: ReadonlyMap<Mark, Look>): Html {
  if (!frame.keyed) return html``;
  return html`${keyPlaces(picture, frame.width).places.map(({ mark, lines, x, row }) => {
    const { colour } = look.get(mark)!;
    const y = 15 + frame.axisName.length * 15 + row * keyRow;
    const name = lines.map((l, i) => html`<tspan x="${place(x + sign)}" y="${y + 4 + i * 16}">${l}</tspan>`);
    return html`${keySign(mark, look.get(mark)!, x + 8, y)}<text fill="${colour}" font-weight="600">${name}</text>`;
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
