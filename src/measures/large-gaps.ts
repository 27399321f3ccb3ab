import { continuing } from './continuing-states.js';
import type { MemberValue } from './member-values.js';

type YearOfMembers = readonly [year: number, members: readonly MemberValue[]];

/**
 * Tells the years in which a member has no value that was among the `count` largest in the last year before and in the
 * first year after in which it has one, as far as there are such years. So the Soviet Union, without a figure for its
 * output to 1991 and ninth in 1992, is a gap in all the years before; a state that is large in one odd year is none.
 * A state that never has a value is never known to be large. States are followed across a change of number.
 */
export function largeGaps(
  years: readonly YearOfMembers[],
  count: number,
): { readonly has: (year: number) => boolean } {
  const members = new Map(years);
  const leasts = new Map<number, number>();
  const isLarge = (year: number, value: number): boolean => {
    const least = leasts.get(year) ?? leastOfLargest(members.get(year)!, count);
    leasts.set(year, least);
    return value >= least && value > 0;
  };
  const known = knownValues(years);
  const isGap = (year: number, { ccode, value }: MemberValue): boolean => {
    if (value !== null) return false;
    const list = known.get(continuing(ccode)) ?? [];
    const around = [list.findLast((k) => k.year <= year), list.find((k) => k.year >= year)];
    const there = around.filter((k) => k !== undefined);
    return there.length > 0 && there.every((k) => k.year !== year && isLarge(k.year, k.value));
  };
  const found = new Map<number, boolean>();
  return {
    has(year) {
      const before = found.get(year) ?? (members.get(year) ?? []).some((member) => isGap(year, member));
      found.set(year, before);
      return before;
    },
  };
}

/** The values, in order of years, of the states that lack one in some year. */
function knownValues(years: readonly YearOfMembers[]) {
  const known = new Map<number, { readonly year: number; readonly value: number }[]>();
  for (const [, members] of years)
    for (const { ccode, value } of members) if (value === null) known.set(continuing(ccode), []);
  for (const [year, members] of years)
    for (const { ccode, value } of members)
      if (value !== null) known.get(continuing(ccode))?.push({ year, value });
  return known;
}

/** The amount of the last of the largest. */
function leastOfLargest(members: readonly MemberValue[], count: number): number {
  const rising = Float64Array.from(members.flatMap(({ value }) => (value === null ? [] : [value]))).sort();
  return rising[Math.max(0, rising.length - count)] ?? Number.POSITIVE_INFINITY;
}
