import type { Chosen } from './chosen-states.js';
import { countReasons } from './member-values.js';
import type { StateHistory } from './state-histories.js';

/** Part of the world’s people that the states with a value must hold. */
export const leastPeople = 0.8;

const counts = new WeakMap<readonly StateHistory[], ReadonlyMap<number, Float64Array>>();

/** People of a state in a year of the span; NaN where nobody counted them. */
export function peopleOf(people: readonly StateHistory[]): (unit: number, t: number) => number {
  const known = counts.get(people) ?? new Map(people.map((history) => [history.unit, history.values]));
  counts.set(people, known);
  return (unit, t) => known.get(unit)?.[t] ?? Number.NaN;
}

/** The histories; where states count by their people, without the values of years in which nobody counted them. */
export function peopled(
  histories: readonly StateHistory[],
  people: readonly StateHistory[],
  counted: boolean,
): readonly StateHistory[] {
  if (!counted) return histories;
  const heads = peopleOf(people);
  return histories.map((history) => {
    const uncounted = (t: number): boolean => !(heads(history.unit, t) > 0);
    const reasons = new Map(history.reasons);
    history.values.forEach((value, t) => {
      if (!Number.isNaN(value) && uncounted(t)) reasons.set(t, 'no count of its people');
    });
    return { ...history, reasons, values: history.values.map((v, t) => (uncounted(t) ? Number.NaN : v)) };
  });
}

/** Without the years in which the states with a value hold under 80 % of the people of all members. */
export function withEnoughPeople(chosen: Chosen, people: readonly StateHistory[]): Chosen {
  const heads = peopleOf(people);
  const sum = (histories: readonly StateHistory[], t: number): number =>
    histories.reduce((total, { unit }) => total + (heads(unit, t) || 0), 0);
  const enough = (t: number): boolean => {
    const holding = chosen.used.filter(({ values }) => !Number.isNaN(values[t]!));
    return sum(holding, t) >= leastPeople * sum(people, t);
  };
  const kept = chosen.kept.filter(enough);
  const left = chosen.kept.length - kept.length;
  const reason = `years in which the states with a value hold under ${100 * leastPeople} % of the people`;
  const counts = left > 0 ? countReasons(new Array<string>(left).fill(reason)) : {};
  return { ...chosen, kept, lost: { ...chosen.lost, ...counts } };
}
