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
  const [heads, options] = [page.rows.filter((r) => r.heading), page.rows.filter((r) => !r.heading)];
  const topOf = (row: Row): number => row.y + (page.narrow ? 17 : 2.5);
  const rules = options.map((row) => {
    const level = topOf(row) + (heights ? tall : tall / 2);
    return `M${place(page.left)} ${place(level)}H${place(page.right)}`;
  });
  return html`<g font-weight="600">${heads.map((row) => html`<text x="0" y="${place(row.y + 13)}">${row.label}</text>`)}</g>
${names(options, page)}<path d="${rules.join('')}" stroke="${paint.grid}"/>
<g class="choices" ${heights ? html`fill="${paint.ink}"` : html`stroke="${paint.ink}" stroke-width="${place(tickWidth(page.step))}"`}>${options.map(
    (row) => {
      const own = row.stance && html` ${heights ? 'fill' : 'stroke'}="${paint[row.stance]}"`;
      const d = heights
        ? bars(heights.get(row)!, page, topOf(row) + tall)
        : ticks(row.used, page, topOf(row));
      return html`<path d="${d}"${own}/>`;
    },
  )}</g>`;
}

/** Names of options, beside their rows or above them. */
function names(options: readonly Row[], page: CurvePage): Html {
  const x = place(page.narrow ? page.left : page.left - 8);
  const below = page.narrow ? 11 : 13;
  return html`<g class="names" fill="${paint.muted}"${!page.narrow && html` text-anchor="end"`}>${options.map(
    (row) => html`<text x="${x}" y="${place(row.y + below)}">${row.label}</text>`,
  )}</g>`;
}

/** Ticks in the row of an option: one for each test that uses it, those that fall on the same half pixel once. */
function ticks(used: readonly number[], frame: CurveFrame, top: number): string {
  const at = [...new Set(used.map((i) => Math.round(frame.x(i) * 2) / 2))];
  return at
    .map((x, i) => (i === 0 ? `M${x} ${place(top)}v${tall}` : `m${x - at[i - 1]!}-${tall}v${tall}`))
    .join('');
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
