import { continuing } from './continuing-states.js';
import type { MemberValue } from './member-values.js';

type YearOfMembers = readonly [year: number, members: readonly MemberValue[]];

/** A year in which a state has a value, and whether it was one of the largest then. */
interface Known {
  readonly year: number;
  readonly large: boolean;
}

/**
 * The years in which a member has no value that was among the `count` largest in the last year before and in the
 * first year after in which it has one, as far as there are such years. So the Soviet Union, without a figure for its
 * output to 1991 and ninth in 1992, is a gap in all the years before; a state that is large in one odd year is none.
 * A state that never has a value is never known to be large. States are followed across a change of number.
 */
export function largeGaps(years: readonly YearOfMembers[], count: number): ReadonlySet<number> {
  const known = new Map<number, Known[]>();
  for (const [year, members] of years) {
    const least = leastOfLargest(members, count);
    for (const { ccode, value } of members) {
      if (value === null) continue;
      const list = known.get(continuing(ccode)) ?? [];
      known.set(continuing(ccode), list);
      list.push({ year, large: value >= least && value > 0 });
    }
  }
  const isGap = (year: number, { ccode, value }: MemberValue): boolean => {
    if (value !== null) return false;
    const list = known.get(continuing(ccode)) ?? [];
    const around = [list.findLast((k) => k.year <= year), list.find((k) => k.year >= year)];
    const there = around.filter((k) => k !== undefined);
    return there.length > 0 && there.every((k) => k.large && k.year !== year);
  };
  return new Set(
    years.filter(([year, members]) => members.some((m) => isGap(year, m))).map(([year]) => year),
  );
}

/** The amount of the last of the largest. */
function leastOfLargest(members: readonly MemberValue[], count: number): number {
  const rising = Float64Array.from(members.flatMap(({ value }) => (value === null ? [] : [value]))).sort();
  return rising[Math.max(0, rising.length - count)] ?? Number.POSITIVE_INFINITY;
}
