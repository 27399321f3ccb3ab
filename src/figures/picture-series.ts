import type { Mark, Picture, Role } from '../designs/picture.js';
import { rolePaint } from './paint.js';

export type SeriesMark = Exclude<Mark, { kind: 'rule' }>;
export type Shape = 'circle' | 'diamond' | 'triangle';

/** How a series looks: its hue, and what tells it apart without hue. */
export interface Look {
  readonly colour: string;
  readonly dash: string | undefined;
  readonly shape: Shape;
  readonly width: number;
}

const dashes: Readonly<Record<Role, readonly (string | undefined)[]>> = {
  main: [undefined, '12 3'],
  comparison: ['6 3', '6 3 2 3', '10 4'],
  context: ['2 3', '1 3'],
};
const shapes: Readonly<Record<Role, Shape>> = { main: 'circle', comparison: 'diamond', context: 'triangle' };

export const seriesOf = (picture: Picture): readonly SeriesMark[] =>
  picture.marks.filter((m): m is SeriesMark => m.kind !== 'rule');

/** The marks of each series, by name: a line with gaps is several lines and dots of one name. */
export function byName(picture: Picture): ReadonlyMap<string, readonly SeriesMark[]> {
  const found = new Map<string, SeriesMark[]>();
  for (const mark of seriesOf(picture)) found.set(mark.name, [...(found.get(mark.name) ?? []), mark]);
  return found;
}

/**
 * Whether series are named by a key and not at their right ends: where one is of bars or of dots alone, or ends well
 * before the others.
 */
export function needsKey(picture: Picture): boolean {
  const series = [...byName(picture).values()];
  if (series.length < 2) return false;
  if (series.some((marks) => marks.every((m) => m.kind === 'bars' || m.kind === 'dots'))) return true;
  const xs = (marks: readonly SeriesMark[]): number[] =>
    marks.flatMap((m) => m.points.map((p) => Number(p.x)));
  const all = series.flatMap(xs).filter(Number.isFinite);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return series.some((marks) => last - Math.max(...xs(marks)) > 0.12 * (last - first));
}

/** The look of each series: by role, several of a role told apart; marks of one name and role look alike. */
export function looks(picture: Picture): ReadonlyMap<Mark, Look> {
  const found = new Map<Mark, Look>();
  for (const role of ['main', 'comparison', 'context'] as const) {
    const mine = seriesOf(picture).filter((m) => m.role === role);
    const names = [...new Set(mine.map((m) => m.name))];
    for (const mark of mine) {
      const i = names.indexOf(mark.name);
      const dash = mark.kind === 'line' && mark.dashed ? '3 3' : dashes[role][i % dashes[role].length];
      found.set(mark, {
        colour: rolePaint[role][i % rolePaint[role].length]!,
        dash,
        shape: shapes[role],
        width: role === 'main' ? 2.4 : role === 'comparison' ? 2 : 1.5,
      });
    }
  }
  return found;
}

/**
 * Categories in the order in which the marks name them; where several series of bars, each falling in size, share
 * none (a ranking in parts), in the order of the ranking.
 */
export function categories(picture: Picture): readonly string[] {
  const marks = seriesOf(picture).flatMap((m) => (m.kind === 'band' ? [] : [m]));
  const points = marks.flatMap((m) => m.points);
  const names = [...new Set(points.map((p) => String(p.x)))];
  const falling = marks.every((m) => m.points.every((p, i) => i === 0 || p.y <= m.points[i - 1]!.y));
  const ranking = marks.every((m) => m.kind === 'bars') && names.length === points.length && falling;
  if (!ranking) return names;
  return [...points].sort((a, b) => b.y - a.y).map((p) => String(p.x));
}

/** Every number that the axis of values must hold. */
export function values(picture: Picture): readonly number[] {
  const numbers = picture.marks.flatMap((m) => {
    if (m.kind === 'rule') return m.axis === 'y' ? [m.at] : [];
    if (m.kind === 'band') return m.points.flatMap((p) => [p.low, p.high]);
    return m.points.map((p) => p.y);
  });
  const zero = picture.y.zero || seriesOf(picture).some((m) => m.kind === 'bars') ? [0] : [];
  const found = numbers.filter(Number.isFinite);
  return found.length === 0 ? [] : [...found, ...zero];
}

/** Every number that an axis of years or numbers must hold. */
export function places(picture: Picture): readonly number[] {
  const numbers = picture.marks.flatMap((m): (number | string)[] =>
    m.kind === 'rule' ? (m.axis === 'x' ? [m.at] : []) : m.points.map((p) => p.x),
  );
  return numbers.map(Number).filter(Number.isFinite);
}
