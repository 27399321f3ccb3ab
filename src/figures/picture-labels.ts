import type { Mark, Picture } from '../designs/picture.js';
import { place } from './curve-marks.js';
import { type Html, html } from './html.js';
import { showTogether } from './numbers.js';
import { paint } from './paint.js';
import { barSeries, bold, type PictureFrame, ruleName } from './picture-frame.js';
import { band } from './picture-marks.js';
import { byName, type Look, seriesOf } from './picture-series.js';
import { spread } from './spread.js';
import { textSize, textWidth, wrapText } from './text-width.js';

/** Pixels of a value, and of a year, number or (its middle) category. */
export interface Scales {
  value(y: number): number;
  along(x: number | string): number;
}

const lineHeight = 14;
const halo = html`stroke="${paint.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;

/** Names of lines and of level rules at their right ends, moved apart where they would touch, with a leader where moved. */
export function endLabels(
  picture: Picture,
  frame: PictureFrame,
  look: ReadonlyMap<Mark, Look>,
  at: Scales,
): Html {
  if (frame.endRoom === 0) return html``;
  const ends = endsOf(picture, frame, at);
  const lines = ends.map((e) => wrapText(e.text, frame.endRoom - 12, textSize));
  const middles = spread(
    ends.map((e) => e.y),
    lines.map((l) => l.length * lineHeight),
    frame.top - 6,
    frame.bottom + 6,
  );
  return html`${ends.map((e, i) => {
    const colour = look.get(e.mark)?.colour ?? paint.muted;
    const x = frame.right + 12;
    const first = middles[i]! - ((lines[i]!.length - 1) * lineHeight) / 2 + 4;
    const leader = `M${place(e.x + 2)} ${place(e.y)}L${place(x - 3)} ${place(middles[i]!)}`;
    return html`<path d="${leader}" stroke="${colour}" stroke-width=".8" stroke-opacity=".6"/><text fill="${colour}" font-weight="600">${lines[i]!.map((l, k) => html`<tspan x="${place(x)}" y="${place(first + k * lineHeight)}">${l}</tspan>`)}</text>`;
  })}`;
}

interface End {
  readonly mark: Mark;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The last point of each series, and the right end of each level rule. */
function endsOf(picture: Picture, frame: PictureFrame, at: Scales): End[] {
  const rules = picture.marks.flatMap((mark): End[] =>
    mark.kind === 'rule' && mark.axis === 'y' && !frame.horizontal
      ? [{ mark, text: mark.label, x: frame.right, y: at.value(mark.at) }]
      : [],
  );
  const names = byName(picture);
  if (frame.keyed || names.size < 2) return rules;
  const series = [...names].flatMap(([text, marks]): End[] => {
    const drawn = marks.some((m) => m.kind !== 'band') ? marks.filter((m) => m.kind !== 'band') : marks;
    const points = drawn.flatMap((mark) =>
      mark.points.map((p) => ({ mark, p, y: 'low' in p ? (p.low + p.high) / 2 : p.y })),
    );
    const last = points
      .filter((o) => Number.isFinite(o.y))
      .sort((a, b) => at.along(a.p.x) - at.along(b.p.x))
      .at(-1);
    return last ? [{ mark: last.mark, text, x: at.along(last.p.x), y: at.value(last.y) }] : [];
  });
  return [...series, ...rules];
}

/** Names of upright rules, above the plot, each on a line of its own. */
export function topLabels(picture: Picture, frame: PictureFrame, at: Scales): Html {
  const rules = picture.marks.flatMap((m) =>
    m.kind === 'rule' && (m.axis === 'x') !== frame.horizontal ? [m] : [],
  );
  const names = rules.map((r) => ruleName(r.label, frame.width));
  return html`${rules.map((r, i) => {
    const x = r.axis === 'x' ? at.along(r.at) : at.value(r.at);
    const below = names.slice(i + 1).reduce((sum, lines) => sum + lines.length, 0);
    const lines = names[i]!;
    const last = frame.top - 8 - below * 15;
    const width = Math.max(...lines.map((l) => textWidth(l, textSize))) * bold;
    const over = x + 5 + width > frame.width;
    const end = over && x - 5 - width >= 0;
    const from = end ? x - 5 : over ? Math.max(0, frame.width - width) : x + 5;
    const text = lines.map(
      (l, k) => html`<tspan x="${place(from)}" y="${place(last - (lines.length - 1 - k) * 15)}">${l}</tspan>`,
    );
    return html`<path d="M${place(x)} ${place(last + 4)}V${place(frame.top)}" stroke="${paint.ink}" stroke-dasharray="4 3"/><text fill="${paint.muted}" font-weight="600"${end && html` text-anchor="end"`}>${text}</text>`;
  })}`;
}

/** The value of each bar at its end. */
export function barLabels(picture: Picture, frame: PictureFrame, at: Scales): Html {
  const bars = seriesOf(picture).flatMap((m) => (m.kind === 'bars' ? [m] : []));
  const of = barSeries(picture);
  const room = band(frame);
  const all = bars.flatMap((m) => m.points.map((p) => p.y));
  const texts = showTogether(all);
  const shown = new Map(all.map((y, i) => [y, texts[i]!]));
  return html`${bars.map((mark, i) => {
    const shift = of > 1 ? ((i + 0.5) / of - 0.5) * room : 0;
    return mark.points.map((p) => {
      if (!Number.isFinite(p.y)) return '';
      const [along, value] = [at.along(p.x) + shift, at.value(p.y)];
      const text = p.label ? p.label : shown.get(p.y)!;
      return frame.horizontal
        ? html`<text x="${place(value + (p.y < 0 ? -5 : 5))}" y="${place(along + 4)}" text-anchor="${p.y < 0 ? 'end' : 'start'}" ${halo}>${text}</text>`
        : html`<text x="${place(along)}" y="${place(value + (p.y < 0 ? 14 : -5))}" text-anchor="middle" ${halo}>${text}</text>`;
    });
  })}`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Labels of single points, right, left, above or below, wherever no other label stands; else none (the table has them). */
export function pointLabels(picture: Picture, frame: PictureFrame, at: Scales): Html {
  const placed: Box[] = [];
  const free = (b: Box): boolean =>
    b.x >= 0 &&
    b.x + b.width <= frame.width &&
    placed.every((o) => b.x + b.width < o.x || o.x + o.width < b.x || Math.abs(b.y - o.y) > 13);
  const marks = seriesOf(picture).filter((m) => m.kind === 'line' || m.kind === 'dots');
  return html`${marks.flatMap((m) =>
    m.points.map((p) => {
      if (!('label' in p) || !p.label || !Number.isFinite(p.y)) return '';
      const [a, v] = [at.along(p.x), at.value(p.y)];
      const [x, y] = frame.horizontal ? [v, a] : [a, v];
      const width = textWidth(p.label, textSize);
      const beside: Box[] = [
        { x: x + 8, y: y + 4, width },
        { x: x - 8 - width, y: y + 4, width },
      ];
      const across: Box[] = [
        { x: x - width / 2, y: y - 9, width },
        { x: x - width / 2, y: y + 18, width },
      ];
      const spot = (m.kind === 'line' ? [...across, ...beside] : [...beside, ...across]).find(free);
      if (!spot) return '';
      placed.push(spot);
      return html`<text x="${place(spot.x)}" y="${place(spot.y)}" ${halo}>${p.label}</text>`;
    }),
  )}`;
}

/** Names of categories, in lines, beside or under their bars. */
export function categoryLabels(frame: PictureFrame, at: Scales): Html {
  const { along } = frame;
  if (along.kind !== 'category') return html``;
  return html`${along.names.map((name, i) => {
    const lines = along.lines[i]!;
    const middle = at.along(name);
    const x = frame.horizontal ? frame.left - 8 : middle;
    const y = frame.horizontal ? middle + 4 - ((lines.length - 1) * lineHeight) / 2 : frame.bottom + 17;
    return html`<text text-anchor="${frame.horizontal ? 'end' : 'middle'}">${lines.map((l, k) => html`<tspan x="${place(x)}" y="${place(y + k * lineHeight)}">${l}</tspan>`)}</text>`;
  })}`;
}
