import { EntenteError } from '../kernel/errors.js';
import type { Years } from '../kernel/years.js';
import type { Catalogue } from '../world/open.js';

/** SQL that is 1 in the row of the state that a name meant in the year, 0 elsewhere. Throws `states/unknown`. */
export function namedState(name: string, years: Years, { states }: Catalogue): string {
  const meant = new Map<number, number[]>();
  for (let year = years.from; year <= years.to; year++) {
    const ccode = resolvedThen(name, year, states);
    if (ccode !== undefined) meant.set(ccode, [...(meant.get(ccode) ?? []), year]);
  }
  const cases = [...meant].map(
    ([ccode, list]) => `WHEN s.ccode = ${ccode} AND s.year IN (${list.join(', ')}) THEN 1`,
  );
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
}

function resolvedThen(name: string, year: number, states: Catalogue['states']): number | undefined {
  try {
    return states.resolve(name, year);
  } catch (error) {
    if (error instanceof EntenteError && error.code === 'states/not-then') return undefined;
    throw error;
  }
}
