import { normalQuantile } from '../../statistics/distributions.js';
import { meanShift } from '../../statistics/mean-shift.js';
import { placebos } from '../../statistics/placebos.js';
import type { Draw } from '../design.js';
import type { Evidence } from './evidence.js';
import { type ComparisonParameters, spansOf } from './parameters.js';
import { contributions, levelOrChange } from './statistic.js';

/**
 * The effect in a world where there is none. Against a group: the place of the state goes to whichever of all of them
 * draws lowest. Otherwise: yearly contributions around 0 with the memory and spread of those seen (first-order
 * autoregression), driven by the draws of the years.
 */
export function effectWithoutEffect(p: ComparisonParameters, seen: Evidence, draw: Draw): number {
  return seen.ccode === undefined ? byYears(p, seen, draw) : byPlace(p, seen, seen.ccode, draw);
}

function byPlace(p: ComparisonParameters, seen: Evidence, ccode: number, draw: Draw): number {
  const spans = spansOf(p);
  const all = [{ ccode, yearly: seen.sides[0]! }, ...seen.members]
    .map((unit) => ({ key: draw.keyOf(unit.ccode), value: levelOrChange(unit.yearly, spans) }))
    .sort((a, b) => a.key - b.key || a.value - b.value);
  return placebos(
    all[0]!.value,
    all.slice(1).map(({ value }) => value),
  ).gap;
}

function byYears(p: ComparisonParameters, seen: Evidence, draw: Draw): number {
  const { years, values, later } = contributions(p, seen.sides);
  const { weights, memory } = meanShift(years, values, later);
  if (!memory) return 0;
  let before = 0;
  let total = 0;
  for (let t = 0; t < years.length; t++) {
    const kept = t === 0 ? 0 : memory.rho ** (years[t]! - years[t - 1]!);
    const news = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, draw.keyOf(years[t]!))));
    before = kept * before + Math.sqrt(1 - kept * kept) * news;
    total += weights[t]! * memory.sd * before;
  }
  return p.as === 'relative' && !later ? Math.max(-100, Math.min(100, total)) : total;
}
