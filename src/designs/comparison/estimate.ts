import { settled } from '../../kernel/canonical.js';
import { fail } from '../../kernel/errors.js';
import type { Random } from '../../kernel/random.js';
import { meanShift } from '../../statistics/mean-shift.js';
import { placebos } from '../../statistics/placebos.js';
import type { Estimate } from '../design.js';
import type { Evidence } from './evidence.js';
import { countFigures, type Figures, figuresOf } from './figures.js';
import {
  draws,
  exactInterval,
  type Interval,
  intervalOfChance,
  intervalsOfPlacebos,
  intervalsOfYears,
  widest,
  withError,
} from './intervals.js';
import { type ComparisonParameters, isDrawnAnew, spansOf } from './parameters.js';
import { inYears } from './quantities/quantity.js';
import { contributions, effectOf, levelOrChange, measurementError } from './statistic.js';

export function estimateComparison(p: ComparisonParameters, seen: Evidence, random: Random): Estimate {
  return seen.ccode === undefined ? againstOne(p, seen, random) : againstGroup(p, seen);
}

/** One state against a group: every member takes its place. */
function againstGroup(p: ComparisonParameters, seen: Evidence): Estimate {
  const spans = spansOf(p);
  const one = seen.sides[0]!;
  const changes = seen.members.map(({ yearly }) => levelOrChange(yearly, spans));
  const own = levelOrChange(one, spans);
  const test = placebos(own, changes);
  const ofGroup = seen.members.map(({ yearly }) => measurementError(yearly, spans) ?? 0);
  const error = Math.hypot(measurementError(one, spans) ?? 0, Math.hypot(...ofGroup) / changes.length);
  const placed = intervalsOfPlacebos(test);
  const mean = changes.reduce((sum, x) => sum + x, 0) / changes.length;
  return asEstimate(
    seen,
    test.gap,
    error > 0 ? [...placed, withError(widest(placed), test.gap, error)] : placed,
    {
      ...figuresOf('one', one, p),
      [spans.length === 1 ? 'mean_of_group' : 'change_of_group']: mean,
      placebos: changes.length,
      rank_from_lowest: test.rankFromLowest,
      rank_from_highest: test.rankFromHighest,
      placebo_p: test.p,
      ...(error > 0 && { source_error: error }),
    },
  );
}

/** One against one, against another quantity, or against its own past: what is drawn anew tells chance, or else years and sources. */
function againstOne(p: ComparisonParameters, seen: Evidence, random: Random): Estimate {
  const value = effectOf(p)(seen.sides);
  if (!Number.isFinite(value)) fail('designs/nothing-to-compare', 'there is nothing on either side');
  const { intervals, figures } = isDrawnAnew(p) ? byDraws(p, seen, random) : byYears(p, seen, value);
  return asEstimate(
    seen,
    value,
    p.as === 'relative' && !spansOf(p)[1] ? intervals.map(within100) : intervals,
    {
      ...figuresOf('one', seen.sides[0]!, p),
      ...(seen.sides[1] && figuresOf('other', seen.sides[1], p)),
      ...countFigures(p, seen.sides),
      years: seen.sides[0]!.years.filter((year) => spansOf(p).some((span) => inYears(span, year))).length,
      ...figures,
    },
  );
}

interface Intervals {
  readonly intervals: readonly Interval[];
  readonly figures: Figures;
}

function byDraws(p: ComparisonParameters, seen: Evidence, random: Random): Intervals {
  const drawn = seen.chances.map((chance) => intervalOfChance(p, chance, random));
  return {
    intervals: [...drawn, ...exactInterval(p, seen.sides)],
    figures: { draws, draws_without_value: Math.max(...drawn.map((d) => d.undefinedDraws)) },
  };
}

function byYears(p: ComparisonParameters, seen: Evidence, value: number): Intervals {
  const { years, values, later } = contributions(p, seen.sides);
  const shift = meanShift(years, values, later);
  const errors = seen.sides.map((side) => measurementError(side, spansOf(p))).filter((e) => e !== undefined);
  const error = Math.hypot(...errors);
  const own = intervalsOfYears(shift);
  return {
    intervals: [...own, ...(error > 0 ? [withError(widest(own), value, error)] : [])],
    figures: shift.memory
      ? { autoregression: shift.memory.likeliest.rho }
      : { variation: 'none within the years compared' },
  };
}

/** A part of both together lies between all and none. */
const within100 = (i: Interval): Interval => ({
  ...i,
  low: Math.max(-100, i.low),
  high: Math.min(100, i.high),
});

function asEstimate(
  seen: Evidence,
  value: number,
  intervals: readonly Interval[],
  figures: Figures,
): Estimate {
  const chosen = widest(intervals);
  return {
    value: settled(value),
    low: settled(chosen.low),
    high: settled(chosen.high),
    n: seen.n,
    of: seen.of,
    lost: seen.lost,
    errors: intervals.map((i) => ({
      method: i.method,
      low: settled(i.low),
      high: settled(i.high),
      chosen: i === chosen,
    })),
    diagnostics: Object.fromEntries(
      Object.entries(figures).map(([name, x]) => [name, typeof x === 'number' ? settled(x) : x]),
    ),
  };
}
