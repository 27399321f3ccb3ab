import type { Shares } from '../verdicts/verdict.js';
import { place } from './curve-marks.js';
import { type Html, html } from './html.js';
import { showPercent } from './numbers.js';
import { font, paint, shareFill } from './paint.js';

const parts = ['for', 'open', 'against', 'failed'] as const;

/** Shares in words: `62 % for, 10 % open, 28 % against`. */
export const sharesInWords = (shares: Shares): string =>
  parts
    .filter((p) => p !== 'failed' || shares.failed > 0)
    .map((p) => `${showPercent(shares[p])} ${p}`)
    .join(', ');

/** The strip itself: for at the left, against at the right, what is open or failed between or behind. */
export function shareStrip(shares: Shares, x: number, y: number, width: number, height: number): Html {
  let at = x;
  return html`${parts.map((p) => {
    const room = Math.max(0, shares[p]) * width;
    const from = at;
    at += room;
    return room < 0.05
      ? ''
      : html`<rect x="${place(from)}" y="${place(y)}" width="${place(room)}" height="${place(height)}" fill="${shareFill[p]}"/>`;
  })}`;
}

export interface BarOptions {
  readonly width?: number;
  /** Words under the bar; without them the bar is a strip for a table. */
  readonly labels?: boolean;
}

/** A small bar of the weight of tests for, open and against. Returns SVG. */
export function verdictBar(shares: Shares, { width = 340, labels = true }: BarOptions = {}): string {
  const height = labels ? 34 : 10;
  const texts = [
    { at: 0, anchor: 'start', p: 'for' },
    { at: width / 2, anchor: 'middle', p: 'open' },
    { at: width, anchor: 'end', p: 'against' },
  ] as const;
  return html`<svg class="bar" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${sharesInWords(shares)}" font-family="${font}" font-size="13">${shareStrip(shares, 0, 0, width, labels ? 14 : 10)}${
    labels &&
    texts.map(
      (t) =>
        html`<text x="${place(t.at)}" y="29" text-anchor="${t.anchor}" fill="${paint[t.p]}" font-weight="600">${t.p} ${showPercent(shares[t.p])}</text>`,
    )
  }</svg>`.html;
}
