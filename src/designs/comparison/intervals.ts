import { fail } from '../../kernel/errors.js';
import type { Random } from '../../kernel/random.js';
import { binomialInterval } from '../../statistics/binomial-interval.js';
import { normalQuantile } from '../../statistics/distributions.js';
import type { MeanShift } from '../../statistics/mean-shift.js';
import type { Placebos } from '../../statistics/placebos.js';
import { percentileInterval } from '../../statistics/resample.js';
import { type ComparisonParameters, quantityOf, spansOf } from './parameters.js';
import type { Chance, Yearly } from './quantities/quantity.js';
import { effectOf, inCommon, totalIn } from './statistic.js';

/** An interval of 95 % (unless its method says otherwise), and how it was made. */
export interface Interval {
  readonly method: string;
  readonly low: number;
  readonly high: number;
}

export const draws = 499;
/** Part of the draws that must have a value. */
const leastDefined = 0.95;

export const widest = (intervals: readonly Interval[]): Interval =>
  intervals.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));

const methodNames: Readonly<Record<MeanShift['errors'][number]['method'], string>> = {
  classical: 'as if years were independent',
  'newey-west': 'Newey–West',
  'newey-west-prewhitened': 'Newey–West, prewhitened',
  autoregressive: 'first-order autoregression',
  'longest-memory': 'first-order autoregression, the longest memory allowed',
};

/** What the variation from year to year allows. */
export const intervalsOfYears = ({ errors }: MeanShift): Interval[] =>
  errors.map(({ method, low, high }) => ({ method: methodNames[method], low, high }));

/** What the order of the placebos allows, and what a normal population of them would. */
export const intervalsOfPlacebos = ({ ordered, normal }: Placebos): Interval[] => [
  {
    method: `placebos by rank${ordered.level < 0.95 ? `, all of them: ${(100 * ordered.level).toFixed(1)} %` : ''}`,
    low: ordered.low,
    high: ordered.high,
  },
  { method: 'placebos, as of a normal population', low: normal.low, high: normal.high },
];

/** An interval with an independent error of measurement besides: half widths added in squares. */
export function withError(interval: Interval, value: number, error: number): Interval {
  const more = normalQuantile(0.975) * error;
  return {
    method: `${interval.method}, and the source’s own error`,
    low: value - Math.hypot(value - interval.low, more),
    high: value + Math.hypot(interval.high - value, more),
  };
}

/** Percentiles of 499 draws. Throws `designs/undefined-draws` where under 95 % have a value. */
export function intervalOfChance(
  p: ComparisonParameters,
  { method, draw }: Chance,
  random: Random,
): Interval & { readonly undefinedDraws: number } {
  const effect = effectOf(p);
  const values: number[] = [];
  for (let m = 0; m < draws; m++) {
    const value = effect(inCommon(draw(random, m)));
    if (Number.isFinite(value)) values.push(value);
  }
  if (values.length < leastDefined * draws)
    fail('designs/undefined-draws', `in ${draws - values.length} of ${draws} draws nothing can be compared`);
  return {
    method: `${method}, ${draws} times`,
    ...percentileInterval(values),
    undefinedDraws: draws - values.length,
  };
}

/** The exact interval of a relative difference of two counts over one span; none for other comparisons. */
export function exactInterval(p: ComparisonParameters, sides: readonly Yearly[]): Interval[] {
  const [span, later] = spansOf(p);
  const areCounts = [p.of, p.against ?? p.of].every((asked) => quantityOf(asked).counts);
  if (later || sides.length < 2 || p.as !== 'relative' || !areCounts) return [];
  const [a, b] = sides.map((side) => totalIn(side, span!)) as [number, number];
  const { low, high } = binomialInterval(a, a + b);
  return [{ method: 'exact, as if events were independent', low: 200 * low - 100, high: 200 * high - 100 }];
}
