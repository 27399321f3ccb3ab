import type { WeightedIndex } from '../statistics/inequality.js';
import { peopleOf } from './peopled-histories.js';
import { fromOrder, type Prepared } from './resample-histories.js';
import type { StateHistory } from './state-histories.js';

/** The values of a year in rising order, and the weight of each. */
export interface WeightedColumn {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** A year of some histories, states counted once or by their people. */
export function weightedColumn(
  histories: readonly StateHistory[],
  people: readonly StateHistory[],
  t: number,
  counted: boolean,
): WeightedColumn {
  const heads = peopleOf(people);
  const rows = histories
    .filter(({ values }) => !Number.isNaN(values[t]!))
    .map(({ unit, values }) => ({ value: values[t]!, weight: counted ? heads(unit, t) : 1 }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  return {
    values: Float64Array.from(rows, ({ value }) => value),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}

/** An index of states drawn anew: of each value, the weight is how often its state was drawn. */
export const weightedDraws = (index: WeightedIndex): Prepared =>
  fromOrder((values, of, times) => {
    const drawn = new Float64Array(of.length);
    const weights = new Float64Array(of.length);
    let n = 0;
    for (let k = 0; k < of.length; k++) {
      const taken = times[of[k]!]!;
      if (taken === 0) continue; // a third of the states are not drawn
      drawn[n] = values[k]!;
      weights[n++] = taken;
    }
    return n > 0 ? index(drawn.subarray(0, n), weights.subarray(0, n)) : Number.NaN;
  });
