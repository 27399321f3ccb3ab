import type { Losses } from '../kernel/missing.js';
import type { Years } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { continuing, countedAgainAs, successions } from './continuing-states.js';
import { type LargeGaps, largeGaps } from './large-gaps.js';
import { byYear, countReasons, type MemberValue } from './member-values.js';
import { type Origin, originOf } from './rows-without.js';

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
  const asked = membersOf(rows);
  const kept: HoldersOfYear[] = [];
  const lost: string[] = [];
  for (const year of asked.years) {
    if (year < years.from || year > years.to) continue;
    const members = asked.in(year);
    const holding = members.filter(({ value }) => value !== null);
    const why = unusable(members, holding, all, asked.gaps.has(year));
    if (why !== undefined) {
      lost.push(why);
      continue;
    }
    for (const { value, reason } of members) if (value === null) lost.push(reason ?? 'not-coded');
    kept.push({
      year,
      amounts: rising(holding),
      named: holding.find(({ named }) => named === 1)?.value ?? undefined,
    });
  }
  return { kept, lost: countReasons(lost) };
}

function rising(holding: readonly Holder[]): Float64Array {
  const amounts = new Float64Array(holding.length);
  for (let i = 0; i < holding.length; i++) amounts[i] = holding[i]!.value!;
  return amounts.sort();
}

/** Who is asked about, year by year, and which years lack a large one. */
interface Members {
  readonly years: readonly number[];
  in(year: number): readonly Holder[];
  readonly gaps: LargeGaps;
}

const known = new WeakMap<readonly Holder[], Members>();

/** The members of an answer, worked out once, and for the years that are asked for. */
function membersOf(rows: readonly Holder[]): Members {
  const before = known.get(rows);
  if (before) return before;
  const origin = originOf(rows);
  const whole = origin && membersOf(origin.rows);
  const present = origin ? presentWithout(origin) : presentIn(rows);
  const found = new Map<number, readonly Holder[]>();
  const members = (year: number): readonly Holder[] => {
    const own = found.get(year) ?? countedOnce(present(year)).filter(({ counts }) => counts !== 0);
    found.set(year, own);
    return own;
  };
  const years = whole?.years ?? [...yearsIn(rows).keys()];
  const reused = origin && !isOfSuccession(origin.state) ? whole?.gaps : undefined;
  const result = { years, in: members, gaps: largeGaps(years, members, large, reused) };
  known.set(rows, result);
  return result;
}

const byYears = new WeakMap<readonly Holder[], ReadonlyMap<number, readonly Holder[]>>();

/** Rows by year, the years rising. */
function yearsIn(rows: readonly Holder[]): ReadonlyMap<number, readonly Holder[]> {
  const found = byYears.get(rows) ?? new Map(byYear(rows));
  byYears.set(rows, found);
  return found;
}

const presentIn =
  (rows: readonly Holder[]) =>
  (year: number): readonly Holder[] =>
    yearsIn(rows).get(year) ?? [];

const presentWithout =
  ({ rows, state }: Origin<Holder>) =>
  (year: number): readonly Holder[] =>
    presentIn(rows)(year).filter(({ ccode }) => continuing(ccode) !== state);

/** Whether another state’s territory may be counted where this one is not. */
const isOfSuccession = (state: number): boolean =>
  successions.some(({ from, to }) => from === state || to === state);

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
