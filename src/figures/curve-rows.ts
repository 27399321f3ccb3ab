import { type CurveFrame, crowded, place } from './curve-marks.js';
import type { CurvePage } from './curve-page.js';
import { type Html, html } from './html.js';
import { paint } from './paint.js';

type Row = CurvePage['rows'][number];

/** Height of ticks and of the tallest bar. */
const tall = 12;
/** Where tests are crowded, the least width of a bar, in pixels, and the fewest tests that one stands for. */
const [wide, fewest] = [4, 6];

/** The table of choices under a curve: for each option a tick where a test uses it, or, where tests are crowded, bars. */
export function curveRows(page: CurvePage, tests: number): Html {
  const heights = crowded(tests) ? barHeights(page, tests) : undefined;
  return html`${page.rows.map((row) => drawRow(row, page, heights?.get(row)))}`;
}

function drawRow(row: Row, page: CurvePage, heights: readonly number[] | undefined): Html {
  if (row.heading) return html`<text x="0" y="${place(row.y + 13)}" font-weight="600">${row.label}</text>`;
  const top = page.narrow ? row.y + 17 : row.y + 2.5;
  const baseline = row.y + (page.narrow ? 11 : 13);
  const anchor = page.narrow
    ? html`x="${place(page.left)}"`
    : html`x="${place(page.left - 8)}" text-anchor="end"`;
  const colour = row.stance ? paint[row.stance] : paint.ink;
  const level = top + (heights ? tall : tall / 2);
  const marks = heights
    ? html`<path d="${bars(heights, page, top + tall)}" fill="${colour}"/>`
    : html`<path d="${ticks(row.used, page, top)}" stroke="${colour}" stroke-width="${place(tickWidth(page.step))}"/>`;
  return html`<text ${anchor} y="${place(baseline)}" fill="${paint.muted}">${row.label}</text><path d="M${place(page.left)} ${place(level)}H${place(page.right)}" stroke="${paint.grid}"/>${marks}
`;
}

/** Ticks in the row of an option: one for each test that uses it, those that fall on the same half pixel once. */
function ticks(used: readonly number[], frame: CurveFrame, top: number): string {
  const at = new Set(used.map((i) => Math.round(frame.x(i) * 2) / 2));
  return [...at].map((x) => `M${place(x)} ${place(top)}v${tall}`).join('');
}

const tickWidth = (step: number): number => Math.min(6, Math.max(1, step * 0.6));

/**
 * For each option, along the curve, the part of the tests there that use it, of 1. Options of one choice share a scale,
 * on which the tallest bar of all is 1, so that a choice of twenty can be read as well as one of two.
 */
function barHeights(page: CurvePage, tests: number): ReadonlyMap<Row, readonly number[]> {
  const bins = Math.max(1, Math.floor(Math.min((page.right - page.left) / wide, tests / fewest)));
  const binOf = (i: number): number => Math.min(bins - 1, Math.floor(((i + 0.5) / tests) * bins));
  const sizes = count(
    Array.from({ length: tests }, (_, i) => i),
    binOf,
    bins,
  );
  const heights = new Map<Row, readonly number[]>();
  let choice: Row[] = [];
  const settle = (): void => {
    const most = Math.max(...choice.flatMap((row) => heights.get(row)!));
    for (const row of choice)
      heights.set(
        row,
        heights.get(row)!.map((h) => h / most),
      );
    choice = [];
  };
  for (const row of page.rows) {
    if (row.heading && choice.length > 0) settle();
    if (row.heading) continue;
    const used = count(row.used, binOf, bins);
    heights.set(
      row,
      used.map((n, bin) => (sizes[bin]! > 0 ? n / sizes[bin]! : 0)),
    );
    choice.push(row);
  }
  if (choice.length > 0) settle();
  return heights;
}

function count(indices: readonly number[], binOf: (i: number) => number, bins: number): number[] {
  const found = new Array<number>(bins).fill(0);
  for (const i of indices) found[binOf(i)]! += 1;
  return found;
}

/** Bars side by side as one surface. */
function bars(heights: readonly number[], { left, right }: CurvePage, base: number): string {
  const x = (bin: number): string => place(left + (bin / heights.length) * (right - left));
  let d = '';
  for (const [bin, height] of heights.entries()) {
    if (height === 0) continue;
    const before = heights[bin - 1] ?? 0;
    if (before === 0) d += `M${x(bin)} ${place(base)}`;
    d += `V${place(base - height * tall)}H${x(bin + 1)}`;
    if ((heights[bin + 1] ?? 0) === 0) d += `V${place(base)}z`;
  }
  return d;
}
