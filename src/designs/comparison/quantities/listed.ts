import { z } from 'zod';
import type { Catalogue } from '../../../world/open.js';
import { stateIn } from '../subjects.js';

/** States by name: a list, or names joined by `+`, which can stand as one option of a choice; a list may hold both. */
export const stateList = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const listed = (states: z.infer<typeof stateList>): readonly string[] =>
  [states].flat().flatMap((names) => names.split('+').map((name) => name.trim()));

/** A list without a state, if it stands in it. */
export function withoutOne(
  states: z.infer<typeof stateList>,
  is: (name: string) => boolean,
): z.infer<typeof stateList> {
  const names = listed(states);
  return names.some(is) ? names.filter((name) => !is(name)) : states;
}

/** Who the states of a list are in a year, each list and year looked up once. */
export function statesListed(
  catalogue: Catalogue,
): (states: z.infer<typeof stateList>, year: number) => readonly (number | undefined)[] {
  const known = new Map<z.infer<typeof stateList>, Map<number, readonly (number | undefined)[]>>();
  return (states, year) => {
    const years = known.get(states) ?? new Map<number, readonly (number | undefined)[]>();
    known.set(states, years);
    const found = years.get(year) ?? listed(states).map((name) => stateIn(name, year, catalogue));
    years.set(year, found);
    return found;
  };
}
