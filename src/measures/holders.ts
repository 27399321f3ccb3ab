import type { Losses } from '../kernel/missing.js';
import type { Years } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { countedAgainAs, successions } from './continuing-states.js';
import { largeGaps } from './large-gaps.js';
import { byYear, countReasons, type MemberValue } from './member-values.js';

/** A member that may hold some of a resource. */
export interface Holder extends MemberValue {
  /** 1 where it is among those asked about, 0 where not, null where nobody says. */
  readonly counts: number | null;
  /** 1 for the state whose share is asked, else 0. */
  readonly named: number;
}

/** What the holders of a year hold, in rising order. */
export interface HoldersOfYear {
  readonly year: number;
  readonly amounts: Float64Array;
  /** What the named state holds; absent where it has no value. */
  readonly named: number | undefined;
}

/** How many holders are too large to be missing. */
export const large = 10;

/**
 * The years in which the amounts of the members can be compared, and what is missing.
 *
 * A year is left out where under 80 % of the members have a value (among major powers: any has none), and where a
 * member has none that was one of the ten largest holders when it last had one and when it next has one (`largeGaps`):
 * a gap in the record of one great power would otherwise look as if the others had gained. A succession that puts one
 * territory under two numbers in a year (Germany and Yemen in 1990) counts it once, under the later.
 *
 * `rows` reach beyond `years`, as far as the record does. Their order and the numbers of states do not matter.
 */
export function usableYears(
  rows: readonly Holder[],
  years: Years,
  { all }: { readonly all: boolean },
): { readonly kept: readonly HoldersOfYear[]; readonly lost: Losses } {
  const { asked, gaps } = membersByYear(rows);
  const kept: HoldersOfYear[] = [];
  const lost: string[] = [];
  for (const [year, members] of asked) {
    if (year < years.from || year > years.to) continue;
    const holding = members.filter(({ value }) => value !== null);
    const why = unusable(members, holding, all, gaps.has(year));
    if (why !== undefined) {
      lost.push(why);
      continue;
    }
    lost.push(...members.flatMap(({ value, reason }) => (value === null ? [reason ?? 'not-coded'] : [])));
    kept.push({
      year,
      amounts: Float64Array.from(holding, ({ value }) => value!).sort(),
      named: holding.find(({ named }) => named === 1)?.value ?? undefined,
    });
  }
  return { kept, lost: countReasons(lost) };
}

interface MembersByYear {
  readonly asked: readonly (readonly [year: number, members: readonly Holder[]])[];
  readonly gaps: ReturnType<typeof largeGaps>;
}

const known = new WeakMap<readonly Holder[], MembersByYear>();

/** Who is asked about in each year, and the years that lack a large one; worked out once for an answer. */
function membersByYear(rows: readonly Holder[]): MembersByYear {
  const before = known.get(rows);
  if (before) return before;
  const asked = byYear(rows).map(
    ([year, present]) => [year, countedOnce(present).filter(({ counts }) => counts !== 0)] as const,
  );
  const found = { asked, gaps: largeGaps(asked, large) };
  known.set(rows, found);
  return found;
}

/** Without the states whose territory another number counts in the same year. */
function countedOnce(present: readonly Holder[]): readonly Holder[] {
  const year = present[0]?.year;
  if (!successions.some((one) => one.year === year)) return present;
  const holding = new Set(present.filter(({ value }) => value !== null).map(({ ccode }) => ccode));
  return present.filter(({ ccode, year }) => {
    const again = countedAgainAs(ccode, year);
    return again === undefined || !holding.has(again);
  });
}

function unusable(
  members: readonly Holder[],
  holding: readonly Holder[],
  all: boolean,
  gap: boolean,
): string | undefined {
  if (members.some(({ counts }) => counts === null)) return 'years without a list of whom to count';
  if (all && holding.length < members.length) return 'years in which a major power has no value';
  if (members.length === 0 || holding.length / members.length < leastCoverage)
    return `years in which under ${100 * leastCoverage} % of the members have a value`;
  if (!holding.some(({ value }) => value! > 0)) return 'years in which nobody holds any';
  return gap ? 'years in which one of the largest holders has no value' : undefined;
}
