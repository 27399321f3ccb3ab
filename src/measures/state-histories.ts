import type { Years } from '../kernel/years.js';
import { continuing } from './continuing-states.js';
import type { MemberValue } from './member-values.js';
import { originOf } from './rows-without.js';

/** A state followed through a span of years, whatever numbers it bore. */
export interface StateHistory {
  /** The number that it bears last. */
  readonly unit: number;
  /** Its value in each year of the span; NaN where it has none. */
  readonly values: Float64Array;
  /** Whether it was a member in each year of the span. */
  readonly member: readonly boolean[];
  /** Why it has no value in a year in which it was a member. */
  readonly reasons: ReadonlyMap<number, string>;
}

/**
 * The histories of all states that were members in any of these years. Across a succession in which a state goes on
 * under a new number (`continuing-states.ts`) it has one history; in the year of change the value under the new
 * number stands, or the one under the old where the new has none. Histories are in the order of their values, so
 * that neither the order of rows nor the numbers of states matter to what is computed of them.
 */
export function stateHistories(rows: readonly MemberValue[], years: Years): readonly StateHistory[] {
  const spans = known.get(rows) ?? new Map<string, readonly StateHistory[]>();
  known.set(rows, spans);
  const span = `${years.from}-${years.to}`;
  const found = spans.get(span) ?? left(rows, years) ?? historiesIn(rows, years);
  spans.set(span, found);
  return found;
}

/** Histories by the rows and the span of years, made once however many specifications ask. */
const known = new WeakMap<readonly MemberValue[], Map<string, readonly StateHistory[]>>();

/** Of rows without a state: the histories of the others, as they are. */
function left(rows: readonly MemberValue[], years: Years): readonly StateHistory[] | undefined {
  const origin = originOf(rows);
  return origin && stateHistories(origin.rows, years).filter(({ unit }) => unit !== origin.state);
}

function historiesIn(rows: readonly MemberValue[], years: Years): StateHistory[] {
  const length = years.to - years.from + 1;
  const found = new Map<
    number,
    { unit: number; values: Float64Array; member: boolean[]; reasons: Map<number, string> }
  >();
  const within = rows.filter(({ year }) => year >= years.from && year <= years.to);
  const latestLast = [...within.filter((row) => !bears(row)), ...within.filter(bears)];
  for (const { year, ccode, value, reason } of latestLast) {
    const unit = continuing(ccode);
    const history = found.get(unit) ?? {
      unit,
      values: new Float64Array(length).fill(Number.NaN),
      member: new Array<boolean>(length).fill(false),
      reasons: new Map<number, string>(),
    };
    found.set(unit, history);
    const at = year - years.from;
    history.member[at] = true;
    if (value !== null) {
      history.values[at] = value;
      history.reasons.delete(at);
    } else if (Number.isNaN(history.values[at]!)) {
      history.reasons.set(at, reason ?? 'not-coded');
    }
  }
  return [...found.values()].sort((a, b) => byValues(a.values, b.values));
}

/** Whether a row stands under the number that its state bears last. */
const bears = ({ ccode }: MemberValue): boolean => continuing(ccode) === ccode;

/** Missing before any value, then by value, year by year. */
export function byValues(a: Float64Array, b: Float64Array): number {
  for (let t = 0; t < a.length; t++) {
    const [x, y] = [a[t]!, b[t]!];
    if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue;
    if (Number.isNaN(x)) return -1;
    if (Number.isNaN(y)) return 1;
    return x - y;
  }
  return 0;
}
