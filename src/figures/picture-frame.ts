import type { Picture } from '../designs/picture.js';
import { fail } from '../kernel/errors.js';
import { showTicks } from './numbers.js';
import { keyPlaces, keyRow } from './picture-key.js';
import { byName, categories, needsKey, places, seriesOf, values } from './picture-series.js';
import { textSize, textWidth, wrapText } from './text-width.js';
import { linearTicks } from './ticks.js';

/** Where the parts of a picture stand, in pixels, and the spans and ticks of its axes. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Categories down the side, values to the right. */
  readonly horizontal: boolean;
  readonly values: { readonly domain: readonly [number, number]; readonly ticks: readonly number[] };
  readonly along:
    | {
        readonly kind: 'category';
        readonly names: readonly string[];
        readonly lines: readonly (readonly string[])[];
      }
    | {
        readonly kind: 'year' | 'number';
        readonly domain: readonly [number, number];
        readonly ticks: readonly number[];
      };
  /** Room for the names of series at the right end, 0 where none are needed. */
  readonly endRoom: number;
  /** The name of the axis of values, in lines. */
  readonly axisName: readonly string[];
  /** Series are named by a key above, because they are dots or bars. */
  readonly keyed: boolean;
}

/** The span rounded outwards to whole ticks. */
function axisOf(numbers: readonly number[], count: number, tight: boolean, spare?: number) {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const pad = low === high ? (spare ?? (Math.abs(low) * 0.1 || 1)) : 0;
  const ticks = linearTicks(low - pad, high + pad, count);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  if (tight) return { domain: [low - pad, high + pad] as const, ticks };
  const down = Math.floor((low - pad) / step + 1e-9) * step;
  const up = Math.ceil((high + pad) / step - 1e-9) * step;
  return { domain: [down, up] as const, ticks: linearTicks(down, up, Math.round((up - down) / step)) };
}

/** Lays a picture out on a width. Throws `figures/empty-picture` where no mark holds a number. */
export function frame(picture: Picture, width: number): PictureFrame {
  const numbers = values(picture);
  if (numbers.length === 0) fail('figures/empty-picture', `nothing to draw: ${picture.title}`);
  const narrow = width < 560;
  const series = seriesOf(picture);
  const category = picture.x.kind === 'category';
  const names = category ? categories(picture) : [];
  const horizontal = category && (picture.horizontal || !fits(names, width - 60));
  const valueAxis = axisOf(numbers, narrow && horizontal ? 3 : 5, false);
  const side = horizontal
    ? Math.min(Math.max(...names.map((n) => textWidth(n, textSize))) + 10, width * (narrow ? 0.36 : 0.34))
    : Math.max(...showTicks(valueAxis.ticks).map((t) => textWidth(t, textSize))) + 12;
  const room = horizontal ? side - 10 : (width - side) / Math.max(1, names.length) - 6;
  const lines = names.map((n) => wrapText(n, room, textSize));
  const keyed = needsKey(picture);
  const rules = picture.marks.some((m) => m.kind === 'rule' && m.axis === 'y');
  const endRoom = endLabelRoom(picture, narrow, keyed, rules && !horizontal);
  const tallest = Math.max(1, ...lines.map((l) => l.length));
  const keyRows = keyed ? keyPlaces(picture, width).rows : 0;
  const headroom = !horizontal && series.some((s) => s.kind === 'bars') ? 10 : 0;
  const axisName = wrapText(picture.y.label, width, textSize);
  const top =
    11 + axisName.length * 15 + keyRows * keyRow + headroom + topRules(picture, horizontal, width) * 15;
  const rowRoom = Math.max(30, tallest * 15 + 8, 15 * barSeries(picture) + 10);
  const body = horizontal ? names.length * rowRoom : narrow ? 230 : 300;
  const under = horizontal ? 26 : category ? tallest * 15 + 12 : picture.x.kind === 'year' ? 26 : 44;
  const along = category
    ? ({ kind: 'category', names, lines } as const)
    : ({ kind: picture.x.kind as 'year' | 'number', ...alongAxis(picture, narrow) } as const);
  const height = top + body + under;
  return {
    ...{
      width,
      height,
      left: side,
      right: width - 8 - endRoom - (horizontal ? 44 : 6),
      top,
      bottom: height - under,
    },
    ...{ horizontal, values: valueAxis, along, endRoom, axisName, keyed },
  };
}

function alongAxis(picture: Picture, narrow: boolean) {
  const years = picture.x.kind === 'year';
  const { domain, ticks } = axisOf(places(picture), narrow ? 4 : 8, true, years ? 1 : undefined);
  const whole = years ? ticks.filter(Number.isInteger) : ticks;
  return { domain, ticks: narrow && whole.length > 6 ? whole.filter((_, i) => i % 2 === 0) : whole };
}

/** How many series of bars share a category. */
export function barSeries(picture: Picture): number {
  const bars = seriesOf(picture).filter((m) => m.kind === 'bars');
  const seen = bars.flatMap((m) => m.points.map((p) => String(p.x)));
  return new Set(seen).size === seen.length ? Math.min(1, bars.length) : bars.length;
}

/** Lines that the names of upright rules need above the plot. */
const topRules = (picture: Picture, horizontal: boolean, width: number): number =>
  picture.marks
    .flatMap((m) => (m.kind === 'rule' && (m.axis === 'x') !== horizontal ? [m] : []))
    .reduce((sum, rule) => sum + ruleName(rule.label, width).length, 0);

/** How much wider bold letters may stand than `textWidth` says. */
export const bold = 1.18;

/** The name of an upright rule, in lines that fit the picture. */
export const ruleName = (label: string, width: number): readonly string[] =>
  wrapText(label, width / bold, textSize);

/** Whether names fit side by side, each within its band, over at most three lines. */
function fits(names: readonly string[], width: number): boolean {
  const band = width / Math.max(1, names.length) - 6;
  return names.every((n) => {
    const lines = wrapText(n, band, textSize);
    return lines.length <= 3 && lines.every((l) => textWidth(l, textSize) <= band);
  });
}

function endLabelRoom(picture: Picture, narrow: boolean, keyed: boolean, rules: boolean): number {
  const names = [...byName(picture).keys()];
  const texts = [
    ...(keyed || names.length < 2 ? [] : names),
    ...picture.marks.flatMap((m) => (rules && m.kind === 'rule' && m.axis === 'y' ? [m.label] : [])),
  ];
  if (texts.length === 0) return 0;
  return Math.min(Math.max(...texts.map((t) => textWidth(t, textSize))) + 14, narrow ? 92 : 170);
}
