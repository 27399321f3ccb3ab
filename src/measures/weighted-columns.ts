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
  if (!counted) {
    const values = valuesIn(histories, t);
    return { values, weights: new Float64Array(values.length).fill(1) };
  }
  const heads = peopleOf(people);
  const rows = histories
    .filter(({ values }) => !Number.isNaN(values[t]!))
    .map(({ unit, values }) => ({ value: values[t]!, weight: heads(unit, t) }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  return {
    values: Float64Array.from(rows, ({ value }) => value),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}

/** The values of a year in rising order. */
export function valuesIn(histories: readonly StateHistory[], t: number): Float64Array {
  const found = new Float64Array(histories.length);
  let n = 0;
  for (const { values } of histories) {
    const value = values[t]!;
    if (!Number.isNaN(value)) found[n++] = value;
  }
  return found.slice(0, n).sort();
}

/** The value of each state in a year; NaN where it has none. */
export function columnIn(histories: readonly StateHistory[], t: number): Float64Array {
  const column = new Float64Array(histories.length);
  for (let i = 0; i < column.length; i++) column[i] = histories[i]!.values[t]!;
  return column;
}

/** Which states have no value in a year. */
export function missingIn(column: Float64Array): Int32Array {
  const missing = new Int32Array(column.length);
  let n = 0;
  for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i]!)) missing[n++] = i;
  return missing.slice(0, n);
}
