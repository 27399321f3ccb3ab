import type { CurvePoint } from './curve-scale.js';
import { type Html, html } from './html.js';
import { paint } from './paint.js';

/** A place on paper with one decimal, as short as it can be written. */
export const place = (x: number): string => String(Math.round(x * 10) / 10);

type Shown = 'for' | 'open' | 'against';
const shown: readonly Shown[] = ['open', 'against', 'for'];

/** Beyond so many tests single lines can no longer be told apart: intervals are bundled, and choices stand as heights. */
export const crowded = (tests: number): boolean => tests > 150;

/** Where the marks of a curve stand: the middle of the i-th of n, and the height of an effect. */
export interface CurveFrame {
  x(i: number): number;
  y(value: number): number;
  /** Room for one test, in pixels. */
  readonly step: number;
}

/**
 * Intervals as strokes and estimates as marks, one path for each stance: discs for, squares against, rings open.
 * Where tests are crowded, a pale surface holds all intervals and a darker one the middle interval of each pixel.
 */
export function curveMarks(points: readonly CurvePoint[], frame: CurveFrame): Html {
  const size = Math.min(7, Math.max(2.2, frame.step * 0.75));
  return html`${shown.map((stance) => {
    const mine = points.flatMap((p, i) => (p.graded.stance === stance ? [{ p, i }] : []));
    if (mine.length === 0) return '';
    const bars = crowded(points.length) ? bundles(mine, frame, stance) : strokes(mine, frame, stance);
    const dots = mine.map(({ p, i }) => `M${place(frame.x(i))} ${place(frame.y(p.value))}h0`);
    return html`<g class="${stance}">${bars}${marks(stance, [...new Set(dots)].join(''), size)}</g>`;
  })}`;
}

type Placed = { readonly p: CurvePoint; readonly i: number };

function strokes(mine: readonly Placed[], frame: CurveFrame, stance: Shown): Html {
  const width = Math.min(1.6, Math.max(0.5, frame.step * 0.45));
  const d = mine.map(({ p, i }) => upright(frame.x(i), frame.y(p.low), frame.y(p.high)));
  return html`<path d="${d.join('')}" fill="none" stroke="${paint[stance]}" stroke-width="${place(width)}" stroke-opacity=".5"/>`;
}

/** All intervals of a pixel from end to end; over every four pixels the middle ones of the lower and of the upper ends. */
function bundles(mine: readonly Placed[], frame: CurveFrame, stance: Shown): Html {
  const draw = (wide: number, of: (ends: readonly number[], side: 'low' | 'high') => number): string =>
    [...grouped(mine, ({ i }) => Math.floor(frame.x(i) / wide))]
      .map(([at, there]) => {
        const pick = (side: 'low' | 'high'): number =>
          of(
            there.map(({ p }) => frame.y(p[side])).sort((a, b) => a - b),
            side,
          );
        return upright((at + 0.5) * wide, pick('low'), pick('high'));
      })
      .join('');
  const all = draw(1, (ends, side) => (side === 'low' ? ends.at(-1)! : ends[0]!)); // pixels run downwards
  const middle = draw(4, (ends) => ends[Math.floor(ends.length / 2)]!);
  const look = html`fill="none" stroke="${paint[stance]}"`;
  return html`<path d="${all}" ${look} stroke-width="1.05" stroke-opacity=".2"/><path d="${middle}" ${look} stroke-width="4.05" stroke-opacity=".4"/>`;
}

function grouped(
  mine: readonly Placed[],
  by: (one: Placed) => number,
): ReadonlyMap<number, readonly Placed[]> {
  const groups = new Map<number, Placed[]>();
  for (const one of mine) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

const upright = (x: number, from: number, to: number): string => `M${place(x)} ${place(from)}V${place(to)}`;

function marks(stance: Shown, path: string, size: number): Html {
  const cap = stance === 'against' ? 'square' : 'round';
  const width = stance === 'against' ? size * 0.85 : size;
  const mark = html`<path d="${path}" fill="none" stroke="${paint[stance]}" stroke-width="${place(width)}" stroke-linecap="${cap}"/>`;
  if (stance !== 'open' || size < 4) return mark;
  return html`${mark}<path d="${path}" fill="none" stroke="${paint.paper}" stroke-width="${place(width - 2.6)}" stroke-linecap="round"/>`;
}
