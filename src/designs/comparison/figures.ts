import { type ComparisonParameters, quantityOf, spansOf } from './parameters.js';
import type { Yearly } from './quantities/quantity.js';
import { levelOrChange, meanIn, measurementError, totalIn } from './statistic.js';

export type Figures = Readonly<Record<string, number | string>>;

/** Means of one side, before and after or over the years, and whether a change clears the source's own error. */
export function figuresOf(name: 'one' | 'other', side: Yearly, p: ComparisonParameters): Figures {
  const spans = spansOf(p);
  const error = measurementError(side, spans);
  const means = spans.map((span) => meanIn(side, span));
  if (means.length === 1)
    return {
      [`mean_of_${name}`]: means[0]!,
      ...(error !== undefined && { [`source_error_of_${name}`]: error }),
    };
  const change = levelOrChange(side, spans);
  return {
    [`${name}_before`]: means[0]!,
    [`${name}_after`]: means[1]!,
    [`change_of_${name}`]: change,
    ...(error !== undefined && {
      [`source_error_of_${name}`]: error,
      [`change_of_${name}_clears_the_source_error`]: Math.abs(change) > 1.96 * error ? 'yes' : 'no',
    }),
  };
}

/**
 * Two counts, their ratio, and how many events of the first kind would have to have gone unrecorded for it to be a
 * quarter, a half, or as many as the second: what an incomplete record would need to turn an answer.
 */
export function countFigures(p: ComparisonParameters, sides: readonly Yearly[]): Figures {
  const [span, later] = spansOf(p);
  if (later || sides.length < 2 || !quantityOf(p.of).counts) return {};
  const [a, b] = sides.map((side) => totalIn(side, span!)) as [number, number];
  return {
    count_of_one: a,
    count_of_other: b,
    ...(b > 0 && { ratio: a / b }),
    unrecorded_until_a_quarter: unrecordedUntil(1 / 4, a, b),
    unrecorded_until_half: unrecordedUntil(1 / 2, a, b),
    unrecorded_until_as_many: unrecordedUntil(1, a, b),
  };
}

export const unrecordedUntil = (part: number, a: number, b: number): number =>
  Math.max(0, Math.ceil(part * b - 1e-9) - a);
