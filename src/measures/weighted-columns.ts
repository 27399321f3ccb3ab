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
