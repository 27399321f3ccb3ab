import { type Html, html, raw } from './html.js';
import { font, paint } from './paint.js';
import { wrapText } from './text-width.js';

/** What a figure says of itself when it leaves its page. */
export interface SheetText {
  readonly title: string;
  readonly subtitle: string;
  /** Under the figure, such as `Source: V-Dem 15`. */
  readonly source: string;
}

const [side, above] = [16, 12];

/**
 * A figure as a file of its own: title and subtitle above it, its source below, on light paper, in plain colours that
 * every program knows. Takes the SVG of one of our figures, gives SVG; the alternative text stays.
 */
export function sheetOf(svg: string, { title, subtitle, source }: SheetText): string {
  const [, open = '', inner = ''] = /^(<svg[^>]*>)([\s\S]*)<\/svg>$/.exec(svg) ?? [];
  const measure = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(open)?.[1] ?? 0);
  const alt = / aria-label="([^"]*)"/.exec(open)?.[1] ?? '';
  const [width, height] = [measure('width'), measure('height')];
  const head = wrapText(title, width, 19.5);
  const under = subtitle ? wrapText(subtitle, width, 13.5) : [];
  const foot = source ? wrapText(source, width, 12) : [];
  const top = head.length * 23 + under.length * 17 + 14;
  const total = top + height + 12 + foot.length * 15;
  const box = { width: width + 2 * side, height: total + 2 * above };
  const sheet = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-side} ${-above} ${box.width} ${box.height}" width="${box.width}" height="${box.height}" role="img" aria-label="${raw(alt)}" font-family="${font}" font-size="12" fill="${paint.ink}" color="${paint.ink}"><rect x="${-side}" y="${-above}" width="${box.width}" height="${box.height}" fill="${paint.paper}"/>${lines(head, 18, 23, html`font-size="18" font-weight="650"`)}${lines(under, head.length * 23 + 12, 17, html`font-size="13" fill="${paint.muted}"`)}<g transform="translate(0,${top})">${raw(inner)}</g>${lines(foot, top + height + 18, 15, html`font-size="11" fill="${paint.muted}"`)}</svg>`;
  return inLight(sheet.html);
}

const lines = (texts: readonly string[], from: number, step: number, look: Html): Html =>
  html`${texts.map((t, i) => html`<text x="0" y="${from + i * step}" ${look}>${t}</text>`)}`;

/** Custom properties, which only browsers know, replaced by the colours of light paper that stand behind them. */
const inLight = (svg: string): string => svg.replace(/var\(--[\w-]+, (#[\da-f]+)\)/g, '$1');
