import { place } from '../curve-marks.js';
import { type Html, html } from '../html.js';
import { showTogether } from '../numbers.js';
import { paint } from '../paint.js';
import { textSize, textWidth, wrapText } from '../text-width.js';
import { type Aligned, type Bounds, leaning, type Side, sideOf } from './alignment.js';
import { withArticle } from './alignment-words.js';
import type { AlignmentMap } from './draw-alignment-map.js';
import { drawnInPart, polesWithoutLand, withoutLand } from './other-borders.js';
import { hatched, type Surface, surfaceOf } from './surfaces.js';

interface Room {
  readonly width: number;
  readonly top: number;
}

interface Block {
  readonly marks: Html;
  readonly bottom: number;
}

const line = 17;

/** The key under a map: the scale between the poles, what other surfaces mean, and who is not on the map. */
export function keyOf(map: AlignmentMap, bounds: Bounds, room: Room): Block {
  const scale = scaleOf(map, bounds, room);
  const signs = signsOf(map, { ...room, top: scale.bottom + 14 });
  const list = listOf(map, bounds, { ...room, top: signs.bottom + 8 });
  return { marks: html`${scale.marks}${signs.marks}${list.marks}`, bottom: list.bottom };
}

const swatch = ({ fill, over }: Surface, x: number, y: number, width: number, height: number): Html => {
  const box = (by: string): Html =>
    html`<rect x="${place(x)}" y="${place(y)}" width="${place(width)}" height="${height}" fill="${by}"/>`;
  return html`${box(fill)}${over && box(over)}`;
};

const sides: readonly Side[] = [3, 2, 1, 0, -1, -2, -3];

function scaleOf({ alignment, words }: AlignmentMap, bounds: Bounds, { width, top }: Room): Block {
  const cell = Math.min(58, Math.floor((width - 20) / sides.length));
  const left = (width - cell * sides.length) / 2;
  const right = left + cell * sides.length;
  const half = (width - 24) / 2;
  const names = alignment.poles.map(({ name }) =>
    wrapText(
      `${words.nearer} ${withArticle(name)}`,
      Math.min(half, (right - left) / 2 + left - 12),
      textSize * 1.1,
    ),
  );
  const rows = Math.max(...names.map((n) => n.length));
  const y = top + rows * line;
  const name = (lines: readonly string[], i: number): Html =>
    html`<text font-weight="600" text-anchor="${i === 0 ? 'end' : 'start'}">${lines.map((l, k) => html`<tspan x="${place(width / 2 + (i === 0 ? -12 : 12))}" y="${place(top + 10 + (rows - lines.length + k) * line)}">${l}</tspan>`)}</text>`;
  const marks = [bounds[2], bounds[1], bounds[0]];
  const shown = showTogether(marks).map((t) => t.replace(/\.0+$/, ''));
  const ticks = [...shown, ...shown.toReversed()];
  const cells = sides.map((side, i) => swatch(surfaceOf(side), left + i * cell, y, cell - 1, 13));
  const numbers = ticks.map(
    (t, i) =>
      html`<text x="${place(left + (i + 1) * cell - 0.5)}" y="${place(y + 27)}" text-anchor="middle" fill="${paint.muted}">${t}</text>`,
  );
  const unit = wrapText(words.unit, width, textSize);
  const under = html`<text text-anchor="middle" fill="${paint.muted}">${unit.map((l, k) => html`<tspan x="${place(width / 2)}" y="${place(y + 43 + k * 15)}">${l}</tspan>`)}</text>`;
  return {
    marks: html`${names.map(name)}${cells}${numbers}${under}`,
    bottom: y + 43 + (unit.length - 1) * 15,
  };
}

/** What surfaces without a value mean, side by side on as many lines as they need. */
function signsOf({ alignment }: AlignmentMap, { width, top }: Room): Block {
  const signs: { surface: Surface; text: string; round?: boolean }[] = [
    ...(alignment.silent.length > 0 ? [{ surface: hatched, text: 'state with too few votes' }] : []),
    {
      surface: { fill: paint.shade },
      text: 'land without a vote of its own',
    },
    { surface: { fill: paint.paper }, text: 'state too small to be seen', round: true },
  ];
  let [x, y] = [0, top];
  const drawn = signs.map(({ surface, text, round }) => {
    const lines = wrapText(text, width - 24, textSize);
    const wide = 24 + Math.max(...lines.map((l) => textWidth(l, textSize)));
    if (x > 0 && x + wide > width) [x, y] = [0, y + line];
    const rim = html`fill="none" stroke="${paint.muted}" stroke-width=".6"`;
    const sign = round
      ? html`<circle cx="${place(x + 9)}" cy="${place(y + 6)}" r="3.2" ${rim}/>`
      : html`${swatch(surface, x, y, 18, 11)}<rect x="${place(x)}" y="${place(y)}" width="18" height="11" ${rim}/>`;
    const mark = html`${sign}<text>${lines.map((l, k) => html`<tspan x="${place(x + 24)}" y="${place(y + 10 + k * 15)}">${l}</tspan>`)}</text>`;
    if (lines.length > 1) [x, y] = [0, y + lines.length * line];
    else x += wide + 18;
    return mark;
  });
  return { marks: html`${drawn}`, bottom: y + (x > 0 ? line : 0) };
}

/** States that the land of the map does not show, each with its colour and how much nearer it is; then those shown in part. */
function listOf(map: AlignmentMap, bounds: Bounds, { width, top }: Room): Block {
  const { alignment, land, words } = map;
  const hidden = [...withoutLand(alignment, land)].sort((a, b) => leaning(b) - leaning(a));
  const part = drawnInPart(alignment, land);
  const poles = polesWithoutLand(alignment, land);
  let y = top + 14;
  const said = (text: string, bold = false): Html => {
    const lines = wrapText(text, width / (bold ? 1.08 : 1), textSize);
    const at = y;
    y += lines.length * 15 + 4;
    return html`<text${bold && html` font-weight="600"`}>${lines.map((l, k) => html`<tspan x="0" y="${place(at + k * 15)}">${l}</tspan>`)}</text>`;
  };
  const head =
    hidden.length > 0 ? said(`Not on the map of ${land.borders}, and how much nearer they were:`, true) : '';
  const rows = ([1, 0, -1] as const).map((sign) => {
    const own = hidden.filter((s) => Math.sign(sideOf(s, bounds)) === sign);
    if (own.length === 0) return '';
    const name =
      sign === 0
        ? 'About even:'
        : `${words.nearer} ${withArticle(alignment.poles[sign === 1 ? 0 : 1].name)}:`;
    const block = itemsOf(name, own, map, bounds, { width, top: y });
    y = block.bottom;
    return block.marks;
  });
  const notes = [
    poles.length > 0 && said(`Not on the map: ${poles.join(', ')}.`),
    part.length > 0 &&
      said(
        `Drawn on a part of their land, which then held other states of ${land.borders}: ${part.join(', ')}.`,
      ),
  ];
  return { marks: html`${head}${rows}${notes}`, bottom: y === top + 14 ? top : y - 10 };
}

function itemsOf(
  head: string,
  own: readonly Aligned[],
  { words }: AlignmentMap,
  bounds: Bounds,
  { width, top }: Room,
): Block {
  let [x, y] = [textWidth(head, textSize) + 8, top];
  const items = own.map((s) => {
    const text = `${s.name} ${words.amount(Math.abs(leaning(s)))}`;
    const wide = 18 + textWidth(text, textSize);
    if (x > 0 && x + wide > width) [x, y] = [0, y + line];
    const item = html`${swatch(surfaceOf(sideOf(s, bounds)), x, y - 10, 13, 11)}<text x="${place(x + 18)}" y="${place(y)}">${text}</text>`;
    x += wide + 14;
    return item;
  });
  return {
    marks: html`<text x="0" y="${place(top)}" fill="${paint.muted}">${head}</text>${items}`,
    bottom: y + line + 1,
  };
}
