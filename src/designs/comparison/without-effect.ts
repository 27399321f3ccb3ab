import { power } from '../../kernel/power.js';
import { countYears } from '../../kernel/years.js';
import { chiSquaredShare } from '../../statistics/chi-squared-share.js';
import { meanShift } from '../../statistics/mean-shift.js';
import { defaultBlockLength } from '../../statistics/moving-block.js';
import type { Draw } from '../design.js';
import { normalsOf } from '../draws.js';
import type { Evidence } from './evidence.js';
import { type ComparisonParameters, isDrawnAnew, spansOf } from './parameters.js';
import { inYears, type Yearly } from './quantities/quantity.js';
import { contributions, effectOf, levelOrChange } from './statistic.js';

/**
 * The effect in worlds where there is none, one for each draw. Against a group: the place of the state goes to whichever of all of them
 * draws lowest. Of things that are drawn anew: for levels, it does not matter in a block of years which side is which;
 * for changes, it does not matter which years come first.
 * Otherwise: yearly contributions around 0, first-order autoregressive with the longest memory that those seen allow and
 * the spread that goes with it, driven by the draws of the years.
 */
export function effectWithoutEffect(p: ComparisonParameters, seen: Evidence): (draw: Draw) => number {
  if (seen.ccode !== undefined) return byPlace(p, seen, seen.ccode);
  if (!isDrawnAnew(p)) return byYears(p, seen);
  return p.years ? bySides(p, seen) : byTime(p, seen);
}

/** Blocks of neighbouring years, as long as those that are drawn anew: the same side is first in all of one. */
function bySides(p: ComparisonParameters, seen: Evidence): (draw: Draw) => number {
  const length = defaultBlockLength(countYears(p.years!));
  const [one, other] = seen.sides as [Yearly, Yearly];
  const effect = effectOf(p);
  const blocks = one.years.map((year) => year - ((year - p.years!.from) % length));
  const [a, b] = [[...one.values], [...other.values]]; // of one draw after the other
  const sides = [
    { ...one, values: a },
    { ...other, values: b },
  ];
  return (draw) => {
    for (let t = 0; t < blocks.length; t++) {
      const turned = draw.keyOf(blocks[t]!) < 0.5;
      a[t] = (turned ? other : one).values[t]!;
      b[t] = (turned ? one : other).values[t]!;
    }
    return effect(sides);
  };
}

/** The years of both spans in the order of their draws, all sides alike. */
function byTime(p: ComparisonParameters, seen: Evidence): (draw: Draw) => number {
  const compared = (year: number): boolean => spansOf(p).some((span) => inYears(span, year));
  const own = seen.sides.map((side) => {
    const at = side.years.flatMap((year, t) => (compared(year) ? [t] : []));
    const pick = (list: readonly number[]): number[] => at.map((t) => list[t]!);
    return { years: pick(side.years), values: pick(side.values), weights: pick(side.weights) };
  });
  const effect = effectOf(p);
  return (draw) => {
    const sides = own.map(({ years, values, weights }) => {
      const keys = years.map((year) => draw.keyOf(year));
      const order = years.map((_, i) => i).sort((i, j) => keys[i]! - keys[j]! || i - j);
      return { years, values: order.map((i) => values[i]!), weights: order.map((i) => weights[i]!) };
    });
    return effect(sides);
  };
}

function byPlace(p: ComparisonParameters, seen: Evidence, ccode: number): (draw: Draw) => number {
  const spans = spansOf(p);
  const all = [{ ccode, yearly: seen.sides[0]! }, ...seen.members].map((unit) => ({
    ccode: unit.ccode,
    value: levelOrChange(unit.yearly, spans),
  }));
  const sum = all.reduce((total, { value }) => total + value, 0);
  return (draw) => {
    let first = all[0]!;
    let least = draw.keyOf(first.ccode);
    for (const unit of all.slice(1)) {
      const key = draw.keyOf(unit.ccode);
      if (key < least || (key === least && unit.value < first.value)) [first, least] = [unit, key];
    }
    return first.value - (sum - first.value) / (all.length - 1);
  };
}

/** No calendar year: the unit whose key decides the size of the errors. */
const scaleUnit = -1;

function byYears(p: ComparisonParameters, seen: Evidence): (draw: Draw) => number {
  const { years, values, later } = contributions(p, seen.sides);
  const { weights, memory } = meanShift(years, values, later);
  if (!memory) return () => 0;
  const { longest, df } = memory;
  const kept = years.map((year, t) => (t === 0 ? 0 : power(longest.rho, year - years[t - 1]!)));
  const fresh = kept.map((k) => Math.sqrt(1 - k * k));
  const normals = normalsOf([...years, scaleUnit]);
  return (draw) => {
    const news = normals(draw);
    let before = 0;
    let total = 0;
    for (let t = 0; t < years.length; t++) {
      before = kept[t]! * before + fresh[t]! * news[t]!;
      total += weights[t]! * before;
    }
    return total * Math.sqrt(longest.variance / chiSquaredShare(news[years.length]!, df));
  };
}
