import type { Mark, Picture } from '../designs/picture.js';
import { paint } from './paint.js';
import { barSeries, type PictureFrame } from './picture-frame.js';
import type { Look } from './picture-series.js';
import type { Plotting } from './plot-document.js';

type Plot = Plotting['Plot'];
type Options = Record<string, unknown>;

/** The marks of a picture in Plot’s terms, bands and context behind, main series in front. */
export function plotMarks(
  Plot: Plot,
  picture: Picture,
  frame: PictureFrame,
  look: ReadonlyMap<Mark, Look>,
): readonly unknown[] {
  const rank = (m: Mark): number =>
    ({ band: 0, rule: 1, bars: 2, line: 3, dots: 6 })[m.kind] +
    (m.kind === 'rule' ? 0 : { context: 0, comparison: 1, main: 2 }[m.role] / 3);
  const ordered = [...picture.marks].sort((a, b) => rank(a) - rank(b));
  const bars: readonly Mark[] = picture.marks.filter((m) => m.kind === 'bars');
  return ordered.flatMap((mark) =>
    mark.kind === 'rule'
      ? rule(Plot, mark, frame)
      : draw[mark.kind](Plot, mark as never, look.get(mark)!, frame, bars.indexOf(mark), barSeries(picture)),
  );
}

function rule(Plot: Plot, mark: Extract<Mark, { kind: 'rule' }>, { horizontal }: PictureFrame): unknown {
  const make = (mark.axis === 'x') !== horizontal ? Plot.ruleX : Plot.ruleY;
  return make([mark.at], { stroke: paint.ink, strokeWidth: 1.1, strokeDasharray: '4 3' });
}

type Draw = (Plot: Plot, mark: never, look: Look, frame: PictureFrame, index: number, of: number) => unknown;

const along = (x: number | string, { along }: PictureFrame): number | string =>
  along.kind === 'category' ? String(x) : Number(x);

const points = (mark: Extract<Mark, { kind: 'line' | 'dots' | 'bars' }>, frame: PictureFrame) =>
  mark.points.map((p) => ({ x: along(p.x, frame), y: p.y }));

const axes = ({ horizontal }: PictureFrame): Options =>
  horizontal ? { x: 'y', y: 'x' } : { x: 'x', y: 'y' };

const draw: Readonly<Record<'line' | 'dots' | 'bars' | 'band', Draw>> = {
  line: (Plot, mark: Extract<Mark, { kind: 'line' }>, look, frame) =>
    Plot.line(points(mark, frame), {
      ...axes(frame),
      stroke: look.colour,
      strokeWidth: look.width,
      ...(look.dash ? { strokeDasharray: look.dash } : {}),
      strokeLinejoin: 'round',
    } as never),
  dots: (Plot, mark: Extract<Mark, { kind: 'dots' }>, look, frame) =>
    Plot.dot(points(mark, frame), {
      ...axes(frame),
      symbol: look.shape,
      r: look.shape === 'circle' ? 4 : 3.6,
      fill: look.shape === 'circle' ? look.colour : paint.paper,
      stroke: look.colour,
      strokeWidth: 1.6,
    } as never),
  bars: (Plot, mark: Extract<Mark, { kind: 'bars' }>, look, frame, index, of) => {
    const inset = frame.horizontal ? ['insetTop', 'insetBottom'] : ['insetLeft', 'insetRight'];
    const room = band(frame);
    const place =
      of > 1 ? { [inset[0]!]: (index / of) * room, [inset[1]!]: ((of - 1 - index) / of) * room } : {};
    const make = frame.horizontal ? Plot.barX : Plot.barY;
    const hollow = mark.role !== 'main';
    const bar = (options: Options): unknown =>
      make(points(mark, frame), { ...axes(frame), ...place, ...options } as never);
    const full = bar({ fill: look.colour });
    const tint = { fill: look.colour, fillOpacity: 0.25, stroke: look.colour, strokeWidth: 1.4 };
    return hollow ? [bar({ fill: paint.paper }), bar(tint)] : full;
  },
  band: (Plot, mark: Extract<Mark, { kind: 'band' }>, look) =>
    Plot.areaY(mark.points, { x: 'x', y1: 'low', y2: 'high', fill: look.colour, fillOpacity: 0.16 } as never),
};

export const bandPadding = 0.22;

/** Pixels that a category has for its bars. */
export function band(frame: PictureFrame): number {
  const n = frame.along.kind === 'category' ? frame.along.names.length : 1;
  const span = frame.horizontal ? frame.bottom - frame.top : frame.right - frame.left;
  return (span / n) * (1 - bandPadding);
}
