import { power } from '../../kernel/power.js';
import type { Years } from '../../kernel/years.js';
import { type ComparisonParameters, spansOf } from './parameters.js';
import { inYears, type Yearly } from './quantities/quantity.js';

/** Mean over a span, each year by its weight; NaN where the span has no value. */
export function meanIn({ years, values, weights }: Yearly, span: Years): number {
  let sum = 0;
  let weight = 0;
  for (let t = 0; t < years.length; t++) {
    if (!inYears(span, years[t]!)) continue;
    sum += weights[t]! * values[t]!;
    weight += weights[t]!;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

/** Sum over a span of a count. */
export const totalIn = (side: Yearly, span: Years): number =>
  Math.round(meanIn(side, span) * side.years.filter((year) => inYears(span, year)).length);

/** The level over the years, or the change from the earlier to the later. */
export function levelOrChange(yearly: Yearly, spans: readonly Years[]): number {
  const first = meanIn(yearly, spans[0]!);
  return spans.length === 1 ? first : meanIn(yearly, spans[1]!) - first;
}

/** The same years of each side: a year that one lacks is left out of both. */
export function inCommon(sides: readonly Yearly[]): readonly Yearly[] {
  if (sides.every(({ years }) => years === sides[0]!.years)) return sides;
  const common = sides
    .map(({ years }) => new Set(years))
    .reduce((a, b) => new Set(Array.from(a).filter((y) => b.has(y))));
  return sides.map((side) => {
    const kept = side.years.flatMap((year, t) => (common.has(year) ? [t] : []));
    const pick = (list: readonly number[]): number[] => kept.map((t) => list[t]!);
    return {
      years: pick(side.years),
      values: pick(side.values),
      weights: pick(side.weights),
      ...(side.sds && { sds: pick(side.sds) }),
    };
  });
}

/**
 * Difference of two means as a percentage of both together, 100 (a − b) / (a + b): from −100, where one has none, to
 * 100. With r the one over the other it is 100 (r − 1) / (r + 1): half as much −33, a quarter −60, a tenth −82.
 */
const relative = (a: number, b: number): number => (100 * (a - b)) / (a + b);

/** Tells what is compared, as one number; NaN where it is not defined. Sides in common years. */
export function effectOf(p: ComparisonParameters): (sides: readonly Yearly[]) => number {
  const spans = spansOf(p);
  return (sides) => {
    const [one, other] = [sides[0]!, sides[1]];
    if (!other) return levelOrChange(one, spans);
    if (p.as === 'relative') {
      const each = spans.map((span) => relative(meanIn(one, span), meanIn(other, span)));
      return each.length === 1 ? each[0]! : each[1]! - each[0]!;
    }
    const [a, b] = [levelOrChange(one, spans), levelOrChange(other, spans)];
    if (p.as === 'movement') return Math.abs(a) - Math.abs(b);
    return p.as === 'less' ? b - a : a - b;
  };
}

/**
 * The effect as a mean over years, or a difference of two: one number a year (its linearised contribution, exact for
 * differences) whose mean over the span, or later less earlier mean, is the effect. Its variation from year to year is
 * what an interval that knows about memory needs.
 */
export function contributions(
  p: ComparisonParameters,
  sides: readonly Yearly[],
): { readonly years: number[]; readonly values: number[]; readonly later: boolean[] | undefined } {
  const spans = spansOf(p);
  const signs =
    p.as === 'movement'
      ? sides.map((side) => Math.sign(levelOrChange(side, spans)) || 1)
      : p.as === 'less'
        ? [-1, -1]
        : [1, 1];
  const found = spans.flatMap((span, s) => {
    const parts = sides.map((side) => spreadOut(side, span));
    const [a, b] = parts.map(({ mean }) => mean) as [number, number?];
    const gradient =
      b === undefined
        ? [1]
        : p.as === 'relative'
          ? [(200 * b) / power(a + b, 2), (-200 * a) / power(a + b, 2)]
          : [signs[0]!, -signs[1]!];
    const level = b === undefined ? a : p.as === 'relative' ? relative(a, b) : signs[0]! * a - signs[1]! * b;
    return parts[0]!.years.map((year, t) => ({
      year,
      value: parts.reduce((sum, { off }, i) => sum + gradient[i]! * off[t]!, level),
      later: s === 1,
    }));
  });
  return {
    years: found.map(({ year }) => year),
    values: found.map(({ value }) => value),
    later: spans.length === 2 ? found.map(({ later }) => later) : undefined,
  };
}

/** The years of a span, how far each moves its mean (weights included), and the mean. */
function spreadOut(side: Yearly, span: Years): { years: number[]; off: number[]; mean: number } {
  const at = side.years.flatMap((year, t) => (inYears(span, year) ? [t] : []));
  const mean = meanIn(side, span);
  const typical = at.reduce((sum, t) => sum + side.weights[t]!, 0) / at.length;
  return {
    years: at.map((t) => side.years[t]!),
    off: at.map((t) => (side.weights[t]! / typical) * (side.values[t]! - mean)),
    mean,
  };
}

/**
 * Standard error of a level or change by the source's own intervals; undefined where it has none. The errors of a
 * state's scores in neighbouring years are nearly the same error (the same coders), so that a mean over a span is no
 * surer than its years; those of the two spans are taken as independent, which is the cautious side for a change.
 */
export function measurementError(side: Yearly, spans: readonly Years[]): number | undefined {
  const { sds } = side;
  if (!sds) return undefined;
  const each = spans.map((span) => meanIn({ ...side, values: sds }, span));
  return Math.hypot(...each);
}
