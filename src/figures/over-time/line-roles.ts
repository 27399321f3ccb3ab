import type { Mark, Point, Role } from '../../designs/picture.js';
import { type OfYear, unbroken } from './unbroken.js';

/** So many lines can be told apart, by hue and by dash. */
export const mostLines = 7;

/** The part that the i-th of several lines plays: the first two in front, the last behind. */
export const roleOf = (i: number): Role => (i < 2 ? 'main' : i < 5 ? 'comparison' : 'context');

/** A line for each stretch without a gap, a dot for a year that stands by itself. */
export function lineWithGaps<T extends OfYear>(
  name: string,
  role: Role,
  series: readonly T[],
  value: (one: T) => number,
): Mark[] {
  return unbroken(series).map((run): Mark => {
    const points = run.map((one): Point => ({ x: one.year, y: value(one) }));
    return { kind: run.length === 1 ? 'dots' : 'line', role, name, points };
  });
}
