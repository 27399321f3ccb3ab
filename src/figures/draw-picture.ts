import type { Picture } from '../designs/picture.js';
import { html, raw } from './html.js';
import { showTicks } from './numbers.js';
import { font, paint } from './paint.js';
import { frame, type PictureFrame } from './picture-frame.js';
import { key } from './picture-key.js';
import {
  barLabels,
  categoryLabels,
  endLabels,
  pointLabels,
  type Scales,
  topLabels,
} from './picture-labels.js';
import { bandPadding, plotMarks } from './picture-marks.js';
import { looks } from './picture-series.js';
import { type Drawn, type Plotting, plotDocument } from './plot-document.js';
import { type SheetText, sheetOf } from './sheet.js';
import { textSize } from './text-width.js';

export interface PictureOptions {
  readonly width?: number;
  /** For a file of its own: title, subtitle and source line stand inside the picture. */
  readonly standalone?: boolean;
}

/**
 * Draws a picture as SVG, in the house style: lines named at their ends, roles told apart by hue and by dash or
 * shape, years without commas, the alternative text on the image. Throws `figures/empty-picture`.
 */
export async function drawPicture(
  picture: Picture,
  { width = 760, standalone = false }: PictureOptions = {},
): Promise<string> {
  const plotting = await plotDocument();
  const at = frame(picture, width);
  const look = looks(picture);
  const plot = plotting.draw(plotOptions(plotting.Plot, picture, at, look));
  const scales = scalesOf(plot, at);
  const axisName = html`${at.axisName.map((line, i) => html`<text x="0" y="${12 + i * 15}" fill="${paint.muted}">${line}</text>`)}${
    picture.x.kind === 'number' &&
    html`<text x="${at.right}" y="${at.height - 6}" text-anchor="end" fill="${paint.muted}">${picture.x.label}</text>`
  }`;
  const body = html`<g text-anchor="middle" fill="currentColor">${raw(tidy(plot.innerHTML))}</g>${axisName}${key(picture, at, look)}${categoryLabels(at, scales)}${barLabels(picture, at, scales)}${topLabels(picture, at, scales)}${endLabels(picture, at, look, scales)}${pointLabels(picture, at, scales)}`;
  const { html: svg } =
    html`<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at.width} ${at.height}" width="${at.width}" height="${at.height}" role="img" aria-label="${picture.alt}" font-family="${font}" font-size="${textSize}" fill="${paint.ink}">${body}</svg>`;
  return standalone ? sheetOf(svg, sheetText(picture)) : svg;
}

/** What a picture says of itself in a file of its own. */
export const sheetText = ({ title, subtitle, source }: Picture): SheetText => ({
  title,
  subtitle,
  source: `Source: ${source}`,
});

function plotOptions(
  Plot: Plotting['Plot'],
  picture: Picture,
  at: PictureFrame,
  look: ReturnType<typeof looks>,
): Record<string, unknown> {
  const values = { domain: at.values.domain, axis: null };
  const bars = picture.marks.some((m) => m.kind === 'bars');
  const along =
    at.along.kind === 'category'
      ? {
          type: bars ? 'band' : 'point',
          domain: at.along.names,
          padding: bars ? bandPadding : 0.5,
          axis: null,
        }
      : { type: 'linear', domain: at.along.domain, axis: null };
  const grid = { stroke: paint.grid, strokeOpacity: 1 };
  const shown = showTicks(at.values.ticks);
  const labels = { tickSize: 0, fill: paint.muted, tickFormat: (_: number, i: number) => shown[i] };
  const named = at.along.kind === 'category' ? [] : showTicks(at.along.ticks);
  const across =
    at.along.kind === 'category'
      ? []
      : [
          Plot.axisX(at.along.ticks, {
            tickSize: 4,
            stroke: paint.muted,
            fill: paint.muted,
            color: paint.muted,
            tickFormat: at.along.kind === 'year' ? 'd' : (_: number, i: number) => named[i],
          } as never),
        ];
  const axes = at.horizontal
    ? [Plot.gridX(at.values.ticks, grid as never), Plot.axisX(at.values.ticks, labels as never)]
    : [Plot.gridY(at.values.ticks, grid as never), Plot.axisY(at.values.ticks, labels as never), ...across];
  return {
    ...{ width: at.width, height: at.height, marginLeft: at.left, marginRight: at.width - at.right },
    ...{ marginTop: at.top, marginBottom: at.height - at.bottom, style: { fontSize: `${textSize}px` } },
    x: { ...(at.horizontal ? values : along), label: null },
    y: { ...(at.horizontal ? along : values), label: null },
    marks: [...axes, ...plotMarks(Plot, picture, at, look)],
  };
}

function scalesOf(plot: Drawn, at: PictureFrame): Scales {
  const [x, y] = [plot.scale('x')!, plot.scale('y')!];
  const [value, along] = at.horizontal ? [x, y] : [y, x];
  const half = (along.bandwidth ?? 0) / 2;
  const { kind } = at.along;
  return {
    value: (v) => value.apply(v),
    along: (v) => along.apply(kind === 'category' ? String(v) : Number(v)) + half,
  };
}

/** Plot’s markup without its style sheet and the labels of single groups (the image has one), numbers with two decimals. */
function tidy(markup: string): string {
  return markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/ aria-(?:label|hidden|description)="[^"]*"/g, '')
    .replace(
      / (d|transform|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g,
      (_, name: string, value: string) =>
        ` ${name}="${value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (n) => String(Math.round(Number(n) * 100) / 100))}"`,
    );
}
