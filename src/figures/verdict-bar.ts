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

type Fill = (typeof parts)[number];

/**
 * Strips of shares: for at the left, against at the right, what is open or failed between or behind. One path for each
 * side; what is against is marked by a row of dots, so that no reader needs its colour.
 */
export function shareStrips() {
  const paths: Record<Fill, string> = { for: '', open: '', against: '', failed: '' };
  let dots = '';
  return {
    add(shares: Shares, x: number, y: number, width: number, height: number): void {
      let at = x;
      for (const p of parts) {
        const room = Math.max(0, shares[p]) * width;
        if (room >= 0.05) {
          paths[p] += `M${place(at)} ${place(y)}h${place(room)}v${place(height)}h${place(-room)}z`;
          if (p === 'against' && room > 5)
            dots += `M${place(at + 3.5)} ${place(y + height / 2)}h${place(room - 5)}`;
        }
        at += room;
      }
    },
    drawn: (): Html =>
      html`${parts.map((p) => paths[p] && html`<path class="${p}" d="${paths[p]}" fill="${shareFill[p]}"/>`)}${dots && html`<path d="${dots}" fill="none" stroke="${paint.paper}" stroke-width="2.6" stroke-linecap="round" stroke-dasharray="0 6"/>`}`,
  };
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
  const strips = shareStrips();
  strips.add(shares, 0, 0, width, labels ? 14 : 10);
  return html`<svg class="bar" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${sharesInWords(shares)}" font-family="${font}" font-size="13">${strips.drawn()}${
    labels &&
    texts.map(
      (t) =>
        html`<text x="${place(t.at)}" y="29" text-anchor="${t.anchor}" fill="${paint[t.p]}" font-weight="600">${t.p} ${showPercent(shares[t.p])}</text>`,
    )
  }</svg>`.html;
}
