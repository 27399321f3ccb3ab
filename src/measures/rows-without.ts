import type { Row } from '../world/database.js';
import { continuing } from './continuing-states.js';

type Rows = readonly Row[];

/** The columns in which a row names a state. */
const stateColumns = ['ccode', 'ccode1', 'ccode2'] as const;

const indices = new WeakMap<Rows, ReadonlyMap<number, readonly number[]>>();

/** Which rows speak of which state, by the number that it bears last; found once for an answer. */
export function rowsByState(rows: Rows): ReadonlyMap<number, readonly number[]> {
  const known = indices.get(rows);
  if (known) return known;
  const columns = stateColumns.filter((column) => rows[0] && column in rows[0]);
  const found = new Map<number, number[]>();
  for (let i = 0; i < rows.length; i++) {
    for (const column of columns) {
      const ccode = rows[i]![column];
      if (typeof ccode !== 'number') continue;
      const state = continuing(ccode);
      const own = found.get(state);
      if (!own) found.set(state, [i]);
      else if (own.at(-1) !== i) own.push(i);
    }
  }
  indices.set(rows, found);
  return found;
}

/** Rows that are others without those of a state. */
export interface Origin<R> {
  readonly rows: readonly R[];
  readonly state: number;
}

const origins = new WeakMap<Rows, Origin<Row>>();

/**
 * An answer without the rows that speak of a state; the same answer where none does. What was worked out of the whole
 * need not be worked out anew for what is left: `originOf` tells what it is left of.
 */
export function rowsWithout(rows: Rows, state: number): Rows {
  const gone = rowsByState(rows).get(state);
  if (!gone) return rows;
  const kept: Row[] = [];
  let from = 0;
  for (const i of gone) {
    for (let k = from; k < i; k++) kept.push(rows[k]!);
    from = i + 1;
  }
  for (let k = from; k < rows.length; k++) kept.push(rows[k]!);
  origins.set(kept, { rows, state });
  return kept;
}

/** What an answer is left of, where it is one without a state. */
export const originOf = <R extends object>(rows: readonly R[]): Origin<R> | undefined =>
  origins.get(rows as unknown as Rows) as unknown as Origin<R> | undefined;
