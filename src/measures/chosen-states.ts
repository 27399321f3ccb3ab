import { fail } from '../kernel/errors.js';
import type { Losses } from '../kernel/missing.js';
import { showYears, type Years } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { countReasons } from './member-values.js';
import { isComplete, type StateHistory } from './state-histories.js';

/** Below this, a dispersion over states means little. */
const fewest = 10;

/** The states of a series about all of them, and the years in which they are enough. */
export interface Chosen {
  readonly used: readonly StateHistory[];
  /** Which years of the span have a value, counted from its first. */
  readonly kept: readonly number[];
  readonly lost: Losses;
}

/** The states with a value in every year. Throws `measures/too-few-states`. */
export function constantSet(histories: readonly StateHistory[], years: Years): Chosen {
  const used = histories.filter(isComplete);
  if (used.length < fewest)
    fail(
      'measures/too-few-states',
      `${used.length} states have a value in every year of ${showYears(years)}: at least ${fewest} are needed`,
    );
  const lost = histories
    .filter((h) => !isComplete(h))
    .map(({ member }) =>
      member.every(Boolean)
        ? 'states without a value in every year'
        : 'states that were not members in every year',
    );
  return {
    used,
    kept: Array.from({ length: years.to - years.from + 1 }, (_, t) => t),
    lost: countReasons(lost),
  };
}

/** Whoever has a value, in the years in which four of five members have one. */
export function everyone(histories: readonly StateHistory[], { from, to }: Years): Chosen {
  const kept: number[] = [];
  const lost: string[] = [];
  for (let t = 0; t <= to - from; t++) {
    const members = histories.filter(({ member }) => member[t]);
    const without = members.flatMap(({ reasons }) => reasons.get(t) ?? []);
    const scored = members.length - without.length;
    if (members.length === 0) continue;
    if (scored < fewest || scored / members.length < leastCoverage) {
      lost.push(`years in which under ${100 * leastCoverage} % of the members have a value`);
    } else {
      kept.push(t);
      lost.push(...without);
    }
  }
  return { used: histories, kept, lost: countReasons(lost) };
}
