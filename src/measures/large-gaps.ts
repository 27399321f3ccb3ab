import { continuing } from './continuing-states.js';
import type { MemberValue } from './member-values.js';

export interface LargeGaps {
  has(year: number): boolean;
  /** The values, in order of years, of the states that lack one in some year. */
  readonly known: ReadonlyMap<number, readonly { readonly year: number; readonly value: number }[]>;
}

/**
 * Tells the years in which a member has no value that was among the `count` largest in the last year before and in the
 * first year after in which it has one, as far as there are such years. So the Soviet Union, without a figure for its
 * output to 1991 and ninth in 1992, is a gap in all the years before; a state that is large in one odd year is none.
 * A state that never has a value is never known to be large. States are followed across a change of number. `of` are the
 * gaps among the same members and another one, whose values need not be found anew.
 */
export function largeGaps(
  years: readonly number[],
  members: (year: number) => readonly MemberValue[],
  count: number,
  of?: LargeGaps,
): LargeGaps {
  const leasts = new Map<number, number>();
  const isLarge = (year: number, value: number): boolean => {
    const least = leasts.get(year) ?? leastOfLargest(members(year), count);
    leasts.set(year, least);
    return value >= least && value > 0;
  };
  const known = of?.known ?? knownValues(years.map(members), years);
  const isGap = (year: number, { ccode, value }: MemberValue): boolean => {
    if (value !== null) return false;
    const list = known.get(continuing(ccode)) ?? [];
    const around = [list.findLast((k) => k.year <= year), list.find((k) => k.year >= year)];
    const there = around.filter((k) => k !== undefined);
    return there.length > 0 && there.every((k) => k.year !== year && isLarge(k.year, k.value));
  };
  const found = new Map<number, boolean>();
  return {
    known,
    has(year) {
      const before = found.get(year) ?? members(year).some((member) => isGap(year, member));
      found.set(year, before);
      return before;
    },
  };
}

function knownValues(
  members: readonly (readonly MemberValue[])[],
  years: readonly number[],
): LargeGaps['known'] {
  const known = new Map<number, { readonly year: number; readonly value: number }[]>();
  for (const own of members)
    for (const { ccode, value } of own) if (value === null) known.set(continuing(ccode), []);
  for (const [t, own] of members.entries())
    for (const { ccode, value } of own)
      if (value !== null) known.get(continuing(ccode))?.push({ year: years[t]!, value });
  return known;
}

/** The amount of the last of the largest. */
function leastOfLargest(members: readonly MemberValue[], count: number): number {
  const rising = new Float64Array(members.length);
  let n = 0;
  for (const { value } of members) if (value !== null) rising[n++] = value;
  return rising.subarray(0, n).sort()[Math.max(0, n - count)] ?? Number.POSITIVE_INFINITY;
}
