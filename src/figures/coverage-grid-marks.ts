import { showYears } from '../kernel/years.js';
import { type GridRow, kindOf, runsOf, shareOf, spansOf, totals } from './coverage-grid.js';
import { type GridBlock, type GridPage, rowTall } from './coverage-grid-page.js';
import type { CoverageFigure } from './draw-coverage-grid.js';
import { type Html, html } from './html.js';
import { withCommas } from './numbers.js';
import { paint, rolePaint, shareFill } from './paint.js';

const known = rolePaint.main[0];

/** Colour of what has no value: a gap catches the eye, what a source implies to be zero does not. */
export const noneFill = ({ softly }: CoverageFigure): Html =>
  softly ? html`fill="${known}" fill-opacity="0.2"` : html`fill="${paint.against}" fill-opacity="0.32"`;

const round = (x: number): number => Math.round(x * 100) / 100;

/** A rectangle of a path. */
const box = (x: number, y: number, wide: number, tall: number): string =>
  `M${x} ${round(y)}h${wide}v${round(tall)}h${-wide}z`;

const shape = (d: string, style: Html): Html => (d === '' ? html`` : html`<path d="${d}" ${style}/>`);

/** All states of a year as one column: those with a value, and above them the rest. */
export function columns({ grid, ...figure }: CoverageFigure, page: GridPage): Html {
  if (figure.total === '') return html``;
  const { of, known: has } = totals(grid);
  const { top, tall } = page.columns;
  const bottom = top + tall;
  const most = Math.max(...of);
  const wide = page.cell > 5 ? page.cell - 1 : page.cell;
  const high = (n: number): number => (tall * n) / most;
  /** A part of every column, from so many states on. */
  const part = (from: (i: number) => number, to: (i: number) => number): string =>
    of
      .map((_, i) =>
        to(i) > from(i) ? box(page.x(i), bottom - high(to(i)), wide, high(to(i)) - high(from(i))) : '',
      )
      .join('');
  const covered = (i: number): boolean =>
    grid.years.from + i >= grid.covered.from && grid.years.from + i <= grid.covered.to;
  const [left, right] = [page.left, page.right];
  // Each pair stands in the rows of two states.
  const shown = withCommas(grid.level === 'dyad-year' ? most / 2 : most);
  return html`<text x="${left}" y="${top - 8}" font-size="12" fill="${paint.muted}">${figure.total}</text>${[
    shape(
      part(
        () => 0,
        (i) => has[i]!,
      ),
      html`fill="${known}"`,
    ),
    shape(
      part(
        (i) => has[i]!,
        (i) => (covered(i) ? of[i]! : 0),
      ),
      noneFill({ grid, ...figure }),
    ),
    shape(
      part(
        (i) => has[i]!,
        (i) => (covered(i) ? 0 : of[i]!),
      ),
      html`fill="${shareFill.failed}"`,
    ),
  ]}<path d="M${left - 4} ${top}H${right}M${left - 4} ${bottom}H${right}" stroke="${paint.muted}" stroke-width="0.6"/><g text-anchor="end" fill="${paint.muted}"><text x="${left - 8}" y="${top + 4}">${shown}</text><text x="${left - 8}" y="${bottom + 4}">0</text></g>`;
}

/** As many rows need no second line of years under them. */
const fewRows = 12;

/** A block of rows under a line of years. */
export function rows(figure: CoverageFigure, page: GridPage, block: GridBlock): Html {
  const bottom = block.top + block.rows.length * rowTall;
  const years = (y: number): Html =>
    html`<g text-anchor="middle" fill="${paint.muted}">${page.ticks.map(({ year, x }) => html`<text x="${x}" y="${y}">${year}</text>`)}</g>`;
  const ruled = page.ticks.map(({ edge }) => `M${edge} ${block.top - 3}V${bottom + 1}`).join('');
  return html`${years(block.top - 6)}${block.rows.map((row, i) => oneRow(figure, page, row, block.top + i * rowTall))}${shape(ruled, html`stroke="${paint.paper}" stroke-opacity="0.75"`)}${block.last && block.rows.length > fewRows && years(bottom + 12)}`;
}

const eighths = 8;

/** The least that an eye finds, in pixels. */
const leastTall = 2;

/** How high a share stands, in eighths: any at all is seen, and only all of it fills the cell. */
const level = (share: number): number => (share >= 1 ? eighths : Math.max(1, Math.floor(share * eighths)));

function oneRow(figure: CoverageFigure, page: GridPage, row: GridRow, top: number): Html {
  const { grid } = figure;
  const lookAt = (i: number): number | string => {
    const kind = kindOf(grid, row, i);
    return kind === 'known' ? level(shareOf(row, i)) : kind;
  };
  const [high, bottom] = [rowTall - 2, top + rowTall - 1];
  /** Boxes over runs of years, as high above the bottom of the row as the looks of these years say. */
  const boxes = (tall: (look: string | number) => number, from = bottom): string =>
    runsOf(grid, (i) => tall(lookAt(i)))
      .filter(({ is }) => is > 0)
      .map((run) => box(page.x(run.from), from - run.is, (run.to - run.from + 1) * page.cell, run.is))
      .join('');
  const full = boxes((look) => (typeof look === 'number' ? Math.max(leastTall, (high * look) / eighths) : 0));
  const pale = boxes((look) => (look === 'none' || (typeof look === 'number' && look < eighths) ? high : 0));
  const outside = boxes((look) => (look === 'outside' ? 2 : 0), top + rowTall / 2 + 1);
  const line = top + rowTall - 2.5;
  return html`<g><title>${saying(figure, row)}</title><text x="${page.left - 8}" y="${line}" text-anchor="end">${row.name}</text>${[
    shape(outside, html`fill="${shareFill.open}"`),
    shape(pale, noneFill(figure)),
    shape(full, html`fill="${known}"`),
  ]}<text x="${page.right + 6}" y="${line}" font-size="9" fill="${paint.muted}">${row.code}</text></g>`;
}

/** What a row shows, in words, for whoever points at it. */
function saying({ grid }: CoverageFigure, row: GridRow): string {
  const said = {
    known: 'a value in',
    none: 'no value in',
    outside: 'outside the source’s years in',
  } as const;
  const spans = (Object.keys(said) as (keyof typeof said)[]).flatMap((kind) => {
    const list = spansOf(grid, row, kind);
    return list.length === 0 ? [] : [`${said[kind]} ${list.map(showYears).join(', ')}`];
  });
  return `${row.name}: ${spans.join('; ')}`;
}
