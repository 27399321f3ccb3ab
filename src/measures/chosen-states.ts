import { fail } from '../kernel/errors.js';
import type { Losses } from '../kernel/missing.js';
import { countYears, showYears, type Years } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { countReasons } from './member-values.js';
import type { StateHistory } from './state-histories.js';

/** Below this, a dispersion over states means little. */
const fewest = 10;

/** The states of a series about all of them, and the years in which they are enough. */
export interface Chosen<H extends StateHistory = StateHistory> {
  readonly used: readonly H[];
  /** Which years of the span have a value, counted from its first. */
  readonly kept: readonly number[];
  readonly lost: Losses;
}

const thinYears = (least: number): string =>
  `years in which under ${100 * least} % of the members have a value`;

/** Whoever has a value, in the years in which four of five members have one. */
export function everyone<H extends StateHistory>(histories: readonly H[], years: Years): Chosen<H> {
  const { kept, thin } = coveredYears(histories, years, leastCoverage);
  const without = kept.flatMap((t) => histories.flatMap(({ reasons }) => reasons.get(t) ?? []));
  return { used: histories, kept, lost: countReasons([...thin, ...without]) };
}

/**
 * The states that were members in every year and have a value in each in which four of five members (or `least` of
 * them) have one: a year for which the source has no scores (Freedom House has none for 1982) is left out, not the
 * states. Throws `measures/too-few-states`.
 */
export function constantSet<H extends StateHistory>(
  histories: readonly H[],
  years: Years,
  least = leastCoverage,
): Chosen<H> {
  const { kept, thin } = coveredYears(histories, years, least);
  const isMember = ({ member }: StateHistory): boolean => member.every(Boolean);
  const isScored = ({ values }: StateHistory): boolean => kept.every((t) => !Number.isNaN(values[t]!));
  const used = histories.filter((h) => isMember(h) && isScored(h));
  if (kept.length > 0 && used.length < fewest)
    fail(
      'measures/too-few-states',
      `${used.length} states have a value in every year of ${showYears(years)}: at least ${fewest} are needed`,
    );
  const lost = histories
    .filter((h) => !used.includes(h))
    .map((h) =>
      isMember(h) ? 'states without a value in every year' : 'states that were not members in every year',
    );
  return { used, kept, lost: countReasons([...thin, ...lost]) };
}

/** The years, counted from the first, in which enough members have a value; a reason for each of the others. */
function coveredYears(
  histories: readonly StateHistory[],
  years: Years,
  least: number,
): { kept: number[]; thin: string[] } {
  const kept: number[] = [];
  const thin: string[] = [];
  for (let t = 0; t < countYears(years); t++) {
    let [members, scored] = [0, 0];
    for (const { member, values } of histories) {
      if (member[t]) members++;
      if (!Number.isNaN(values[t]!)) scored++;
    }
    if (members === 0) continue;
    if (scored < fewest || scored / members < least) thin.push(thinYears(least));
    else kept.push(t);
  }
  return { kept, thin };
}
