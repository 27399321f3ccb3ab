import type { Deciding, ReadingVerdict } from '../verdicts/verdict.js';
import { capital } from './choice-rows.js';
import { place } from './curve-marks.js';
import { mixedScales } from './curve-scale.js';
import { type Html, html } from './html.js';
import { type Names, namesFrom } from './names.js';
import { showPercent, showTogether } from './numbers.js';
import { font, paint } from './paint.js';
import { textWidth, wrapText } from './text-width.js';
import { shareStrips } from './verdict-bar.js';

export interface OptionsOptions {
  readonly names?: Names;
  readonly width?: number;
}

const size = 12;

/**
 * What decides a verdict: for each choice its share of the spread of the estimates, and for each of its options the
 * split of weight for, open and against, with the median. The choice that decides most stands first. Returns SVG.
 */
export function optionsChart(
  verdict: ReadingVerdict,
  { names = namesFrom(), width = 760 }: OptionsOptions = {},
): string {
  const choices = [...verdict.decides].sort((a, b) => b.share - a.share);
  const medians = !mixedScales(verdict.graded);
  const page = columns(choices, names, width, medians);
  const strips = shareStrips();
  const drawn: Html[] = [];
  let y = 26;
  for (const choice of choices) {
    const block = drawChoice(choice, y, page, names, strips);
    drawn.push(block.drawn);
    y = block.next;
  }
  return html`<svg class="options" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="${optionsAlt(choices, names)}" font-family="${font}" font-size="${size}" fill="${paint.ink}">
${heads(page)}${drawn}${strips.drawn()}</svg>`.html;
}

/** The chart in words, from its numbers. */
export function optionsAlt(choices: readonly Deciding[], names: Names): string {
  const told = choices.map((c) => {
    const options = c.options.map(
      (o) =>
        `${names.option(c.alternative, o.option)} ${showPercent(o.for)} for and ${showPercent(o.against)} against`,
    );
    return `${showPercent(c.share)} of the spread hangs on ${names.choice(c.alternative)}: ${options.join('; ')}.`;
  });
  return told.length === 0 ? 'Nothing varies' : told.join(' ');
}

interface Columns {
  readonly width: number;
  readonly narrow: boolean;
  readonly bar: { readonly from: number; readonly width: number };
  /** Right ends of the columns of numbers. */
  readonly ends: readonly {
    readonly head: string;
    readonly at: number;
    readonly of: 'for' | 'open' | 'against' | 'median';
  }[];
}

function columns(choices: readonly Deciding[], names: Names, width: number, medians: boolean): Columns {
  const narrow = width < 560;
  const labels = choices.flatMap((c) =>
    c.options.map((o) => textWidth(names.option(c.alternative, o.option), size)),
  );
  const from = narrow ? 0 : Math.min(Math.max(110, ...labels) + 24, width * 0.4);
  const all = ['for', 'open', 'against', 'median'] as const;
  const kept = all.filter((c) => medians || c !== 'median');
  const shown = choices.flatMap((c) => showTogether(c.options.map((o) => o.median ?? Number.NaN)));
  const widest = Math.max(0, ...shown.map((m) => textWidth(m, size)));
  const median = Math.max(narrow ? 52 : 64, widest + (narrow ? 8 : 16));
  const rooms = { for: 0, open: narrow ? 44 : 60, against: narrow ? 54 : 64, median };
  const after = (i: number): number => kept.slice(i + 1).reduce((sum, c) => sum + rooms[c], 0);
  const ends = kept.map((of, i) => ({ of, head: of, at: width - after(i) }));
  return { width, narrow, bar: { from, width: ends[0]!.at - (narrow ? 42 : 52) - from }, ends };
}

const heads = (page: Columns): Html =>
  html`${page.ends.map((c) => html`<text x="${place(c.at)}" y="12" text-anchor="end" fill="${c.of === 'median' ? paint.muted : paint[c.of]}" font-weight="600" font-size="${page.narrow ? 11 : size}">${c.head}</text>`)}`;

function drawChoice(
  choice: Deciding,
  top: number,
  page: Columns,
  names: Names,
  strips: ReturnType<typeof shareStrips>,
): { drawn: Html; next: number } {
  let y = top;
  const title = `${capital(names.choice(choice.alternative))}: ${showPercent(choice.share)} of the spread`;
  const lines = wrapText(title, page.width / 1.1, size + 1).map((line, i) => {
    y += i === 0 ? 0 : 16;
    return html`<text x="0" y="${place(y + 12)}" font-size="13" font-weight="600">${line}</text>`;
  });
  y += 18;
  const share = Math.max(0, Math.min(1, choice.share)) * page.width;
  const spread = html`<path d="M0 ${place(y + 2)}h${page.width}" stroke="${paint.shade}" stroke-width="4"/><path d="M0 ${place(y + 2)}h${place(share)}" stroke="${paint.ink}" stroke-width="4"/>`;
  y += 12;
  const rows = choice.options.map((o) => {
    const at = y;
    y += page.narrow ? 36 : 22;
    const bar = page.narrow ? at + 17 : at + 2;
    const failed = Math.max(0, 1 - o.for - o.open - o.against);
    strips.add({ ...o, failed }, page.bar.from, bar, page.bar.width, 13);
    return { option: o, label: page.narrow ? at + 12 : at + 13, numbers: bar + 11 };
  });
  const name = (o: Row['option']): string =>
    names.option(choice.alternative, o.option) + (choice.flips.includes(o.option) ? ' ⇄' : '');
  const labels = html`<g${page.narrow ? '' : html` text-anchor="end"`}>${rows.map((r) => html`<text x="${page.narrow ? 0 : place(page.bar.from - 10)}" y="${place(r.label)}">${name(r.option)}</text>`)}</g>`;
  return { drawn: html`${lines}${spread}${labels}${figures(rows, page)}\n`, next: y + 12 };
}

interface Row {
  readonly option: Deciding['options'][number];
  /** Baselines of the name and of the numbers. */
  readonly label: number;
  readonly numbers: number;
}

/** The columns of numbers of one choice. */
function figures(rows: readonly Row[], page: Columns): Html {
  const medians = showTogether(rows.map(({ option }) => option.median ?? Number.NaN));
  const said = (of: Columns['ends'][number]['of'], i: number): string =>
    of === 'median' ? medians[i]! : showPercent(rows[i]!.option[of]);
  return html`<g text-anchor="end" fill="${paint.muted}">${page.ends.map((c) =>
    rows.map((r, i) => html`<text x="${place(c.at)}" y="${place(r.numbers)}">${said(c.of, i)}</text>`),
  )}</g>`;
}
