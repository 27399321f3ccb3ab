import type { CurvePoint } from './curve-scale.js';
import { type Html, html } from './html.js';
import { paint } from './paint.js';

/** A place on paper with one decimal, as short as it can be written. */
export const place = (x: number): string => String(Math.round(x * 10) / 10);

type Shown = 'for' | 'open' | 'against';
const shown: readonly Shown[] = ['open', 'against', 'for'];

/** Where the marks of a curve stand: the middle of the i-th of n, and the height of an effect. */
export interface CurveFrame {
  x(i: number): number;
  y(value: number): number;
  /** Room for one test, in pixels. */
  readonly step: number;
}

/**
 * Intervals as strokes and estimates as marks, one path for each stance: discs for, squares against, rings open.
 * Strokes thin out as tests grow in number; with hundreds they close up to a surface, which is what they then show.
 */
export function curveMarks(points: readonly CurvePoint[], frame: CurveFrame): Html {
  const size = Math.min(7, Math.max(2.2, frame.step * 0.75));
  const stroke = Math.min(1.6, Math.max(0.5, frame.step * 0.45));
  return html`${shown.map((stance) => {
    const mine = points.flatMap((p, i) => (p.graded.stance === stance ? [{ p, i }] : []));
    if (mine.length === 0) return '';
    const bars = mine
      .map(({ p, i }) => `M${place(frame.x(i))} ${place(frame.y(p.low))}V${place(frame.y(p.high))}`)
      .join('');
    const dots = mine.map(({ p, i }) => `M${place(frame.x(i))} ${place(frame.y(p.value))}h0`).join('');
    return html`<g class="${stance}"><path d="${bars}" fill="none" stroke="${paint[stance]}" stroke-width="${place(stroke)}" stroke-opacity=".5"/>${marks(stance, dots, size)}</g>`;
  })}`;
}

function marks(stance: Shown, path: string, size: number): Html {
  const cap = stance === 'against' ? 'square' : 'round';
  const width = stance === 'against' ? size * 0.85 : size;
  const mark = html`<path d="${path}" fill="none" stroke="${paint[stance]}" stroke-width="${place(width)}" stroke-linecap="${cap}"/>`;
  if (stance !== 'open' || size < 4) return mark;
  return html`${mark}<path d="${path}" fill="none" stroke="${paint.paper}" stroke-width="${place(width - 2.6)}" stroke-linecap="round"/>`;
}

/** Ticks in the row of an option: one for each test that uses it, those that fall on the same half pixel once. */
export function ticks(used: readonly number[], frame: CurveFrame, top: number, height: number): string {
  const at = new Set(used.map((i) => Math.round(frame.x(i) * 2) / 2));
  const down = place(height);
  return [...at].map((x) => `M${place(x)} ${place(top)}v${down}`).join('');
}

export const tickWidth = (step: number): number => Math.min(6, Math.max(1, step * 0.6));
