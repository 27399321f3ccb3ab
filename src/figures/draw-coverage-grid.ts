import type { CellKind, CoverageGrid } from './coverage-grid.js';
import { columns, noneFill, rows } from './coverage-grid-marks.js';
import { type GridPage, gridPage } from './coverage-grid-page.js';
import { type Html, html } from './html.js';
import { font, paint, rolePaint, shareFill } from './paint.js';

/** A grid of what is known of a variable, with the words that stand around it. */
export interface CoverageFigure {
  readonly grid: CoverageGrid;
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly alt: string;
  /** What the columns above the grid count; empty where there are none. */
  readonly total: string;
  readonly key: Readonly<Record<CellKind, string>>;
  /** A cell without a value is no gap, and does not catch the eye. */
  readonly softly: boolean;
}

const edge = { x: 16, y: 12 } as const;

/**
 * Draws what is known of a variable as SVG: one row a state, one column a year. A value fills its cell (of pairs, as
 * high as their share), a member without one is pale, a year outside the source’s is a thin line, and where the state
 * was no member there is nothing: the four differ in shape as well as in colour. Above, the same for all states.
 */
export function drawCoverageGrid(figure: CoverageFigure): string {
  const page = gridPage(figure);
  const [width, height] = [page.width + 2 * edge.x, page.height + 2 * edge.y];
  const parts = [
    html`<rect x="${-edge.x}" y="${-edge.y}" width="${width}" height="${height}" fill="${paint.paper}"/>`,
    lines(page.title, 18, 23, html`font-size="18" font-weight="650"`),
    lines(page.subtitle, page.subtitleY, 17, html`font-size="13" fill="${paint.muted}"`),
    key(figure, page),
    columns(figure, page),
    ...page.blocks.map((block) => rows(figure, page, block)),
    lines(page.source, page.sourceY, 16, html`font-size="12" fill="${paint.muted}"`),
  ];
  return html`<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="${-edge.x} ${-edge.y} ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${figure.alt}" font-family="${font}" font-size="10" fill="${paint.ink}">${parts}</svg>`
    .html;
}

const lines = (texts: readonly string[], y: number, step: number, style: Html): Html =>
  html`${texts.map((line, i) => html`<text x="0" y="${y + i * step}" ${style}>${line}</text>`)}`;

function key(figure: CoverageFigure, { keyPlaces }: GridPage): Html {
  const signs: Readonly<Record<CellKind, Html>> = {
    known: html`<rect width="16" height="10" fill="${rolePaint.main[0]}"/>`,
    none: html`<rect width="16" height="10" ${noneFill(figure)}/>`,
    outside: html`<rect y="4" width="16" height="2" fill="${shareFill.open}"/>`,
    absent: html`<rect x="0.5" y="0.5" width="15" height="9" fill="none" stroke="${paint.grid}"/>`,
  };
  return html`${keyPlaces.map(
    ({ kind, x, y }) =>
      html`<g transform="translate(${x},${y})">${signs[kind]}<text x="22" y="9" font-size="12">${figure.key[kind]}</text></g>`,
  )}`;
}
