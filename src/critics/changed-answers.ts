import { continuing } from '../measures/continuing-states.js';
import { rowsByState, rowsWithout } from '../measures/rows-without.js';
import type { Row } from '../world/database.js';
import type { Answers, Needs, World } from '../world/open.js';

type Rows = readonly Row[];

/** Answers to one specification, with those that hold each state left out in turn. */
export interface Seen {
  readonly needs: Needs;
  readonly answers: Answers;
  /** Answers in whose rows single states cannot be seen, by what is left out of them. */
  readonly leftOut: Readonly<Record<string, ReadonlyMap<number, Rows>>>;
}

/** Asks what a specification needs; with `alone` also what it would see without each state, where rows cannot tell. */
export async function seenBy(needs: Needs, world: World, alone: boolean): Promise<Seen> {
  const answers = await world.answer(needs);
  const apart = Object.entries(needs).filter(([, query]) => alone && query.leftOut);
  const leftOut = await Promise.all(
    apart.map(async ([name, query]) => [name, byLeftOut(await world.ask(query.leftOut!))] as const),
  );
  return { needs, answers, leftOut: Object.fromEntries(leftOut) };
}

function byLeftOut(rows: Rows): ReadonlyMap<number, Rows> {
  const found = new Map<number, Row[]>();
  for (const { left_out, ...row } of rows) {
    const state = continuing(Number(left_out));
    const own = found.get(state);
    if (own) own.push(row);
    else found.set(state, [row]);
  }
  return found;
}

/** Every state of which a row speaks, or that can be left out, in rising order. */
export function statesIn({ answers, leftOut }: Seen): readonly number[] {
  const found = Object.values(answers).flatMap((rows) => [...rowsByState(rows).keys()]);
  for (const states of Object.values(leftOut)) found.push(...states.keys());
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Gives answers without the rows of one state. The same rows make the same rows, for as long as this is in use. */
export function leavingOut(state: number): (seen: Seen) => Answers {
  const known = new Map<Rows, Rows>();
  const without = (rows: Rows): Rows => {
    const before = known.get(rows);
    if (before) return before;
    const found = rowsWithout(rows, state);
    known.set(rows, found);
    return found;
  };
  return ({ answers, leftOut }) =>
    Object.fromEntries(
      Object.entries(answers).map(([name, rows]) => [name, leftOut[name]?.get(state) ?? without(rows)]),
    );
}

/** The rows that speak of some states alone. */
export function rowsOf(rows: Rows, states: ReadonlySet<number>): Rows {
  const wanted = [...states].flatMap((state) => rowsByState(rows).get(state) ?? []);
  return [...new Set(wanted)].sort((a, b) => a - b).map((i) => rows[i]!);
}
