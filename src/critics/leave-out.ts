import type { Design } from '../designs/design.js';
import { EntenteError } from '../kernel/errors.js';
import { continuing } from '../measures/continuing-states.js';
import type { Answers, Catalogue, World } from '../world/open.js';
import { leavingOut, type Seen, seenBy, statesIn } from './changed-answers.js';
import { shown } from './effect-scale.js';
import { medianOf } from './median.js';
import type { Asked, Question } from './question.js';

/** An estimate with a state left out; null where there is none then. */
export interface Left {
  readonly state: number;
  readonly value: number | null;
}

export interface LeftOut {
  /** The specification nearest the median, as recorded and with each state left out. */
  readonly typical: { readonly value: number; readonly without: readonly Left[] };
  /** The median of all, with each of the great ones left out; null where it is too dear. */
  readonly whole: { readonly value: number | null; readonly without: readonly Left[] } | null;
}

/** States that are left out by name, whatever they move. */
const greatStates = ['USA', 'CHN', 'RUS', 'ISR'] as const;

/**
 * The estimate with each state of the record left out in turn: the rows that speak of it are dropped, as if it had never
 * been recorded, and its name from lists in the test. States without which there is no question are kept. All states are
 * left out of the specification nearest the median; the great ones of all specifications too, unless that takes further
 * questions to the record.
 */
export async function leaveOut(q: Question, design: Design, world: World): Promise<LeftOut> {
  const seen = async (s: Asked, alone: boolean): Promise<Seen> =>
    seenBy(design.needs(s.parameters, world), world, alone);
  const typical = q.specifications[q.typical]!;
  const own = await seen(typical, true);
  const named = statesNamed(design.restsOn?.(typical.parameters, world).named ?? [], world);
  const without = statesIn(own)
    .filter((state) => !named.has(state))
    .map((state) => {
      const value = pointWithout(design, typical.parameters, state, leavingOut(state)(own), world);
      return { state, value: value === null ? null : shown(q.scale, value, typical.matters) };
    });
  const value = shown(q.scale, typical.value, typical.matters);
  const dear = Object.values(own.needs).some((query) => query.leftOut);
  const chosen = greatIn(world).filter((state) => !named.has(state));
  return {
    typical: { value, without },
    whole: dear ? null : await leaveOutOfAll(q, design, world, chosen, (s) => seen(s, false)),
  };
}

async function leaveOutOfAll(
  { specifications, scale }: Question,
  design: Design,
  world: World,
  states: readonly number[],
  seen: (s: Asked) => Promise<Seen>,
): Promise<LeftOut['whole']> {
  const all = await Promise.all(specifications.map(seen));
  const values = specifications.map((s) => s.value);
  const without = states.map((state) => {
    const less = leavingOut(state);
    const left = specifications.map((s, i) =>
      pointWithout(design, s.parameters, state, less(all[i]!), world),
    );
    return { state, value: medianOf(specifications, left, scale) };
  });
  return { value: medianOf(specifications, values, scale), without };
}

/** The numbers that names have stood for, as states bear them last. */
export const statesNamed = (names: readonly string[], { states }: Catalogue): ReadonlySet<number> =>
  new Set(names.flatMap((name) => states.all(name)).map(continuing));

/** The great states that the world knows. */
export const greatIn = ({ states }: Catalogue): number[] =>
  greatStates.flatMap((name) => {
    try {
      return [continuing(states.resolve(name))];
    } catch (error) {
      if (error instanceof EntenteError) return [];
      throw error;
    }
  });

/** The states whose absence leaves the lowest and the highest estimate. */
export function furthest(without: readonly Left[]): number[] {
  const there = without.filter((w): w is Left & { value: number } => w.value !== null);
  if (there.length === 0) return [];
  const lowest = there.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = there.reduce((a, b) => (b.value > a.value ? b : a));
  return [...new Set([lowest.state, highest.state])];
}

/** The estimate without a state; null where there is none. */
function pointWithout(
  design: Design,
  parameters: unknown,
  state: number,
  answers: Answers,
  world: World,
): number | null {
  try {
    const less = design.without?.(parameters, state, world) ?? parameters;
    const value = design.point!(less, answers, world);
    return Number.isFinite(value) ? value : null;
  } catch (error) {
    if (error instanceof EntenteError) return null;
    throw error;
  }
}
