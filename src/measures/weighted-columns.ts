import { peopleOf } from './peopled-histories.js';
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
  const there = histories.filter(({ values }) => !Number.isNaN(values[t]!));
  if (!counted) {
    const values = Float64Array.from(there, (history) => history.values[t]!).sort();
    return { values, weights: new Float64Array(values.length).fill(1) };
  }
  const heads = peopleOf(people);
  const rows = there
    .map(({ unit, values }) => ({ value: values[t]!, weight: heads(unit, t) }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  return {
    values: Float64Array.from(rows, ({ value }) => value),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}
