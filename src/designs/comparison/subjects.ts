import { EntenteError } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import { continuing } from '../../measures/continuing-states.js';
import type { Catalogue } from '../../world/open.js';
import type { Subject } from './quantities/quantity.js';

/** The state that a name means in a year, or undefined. A number follows its state through successions. Throws `states/unknown`. */
export function stateIn(name: string | number, year: number, { states }: Catalogue): number | undefined {
  if (typeof name === 'number') return name;
  try {
    return continuing(states.resolve(name, year));
  } catch (error) {
    if (error instanceof EntenteError && error.code === 'states/not-then') return undefined;
    throw error;
  }
}

/** Why a subject was no state in some year of a span, or null. Throws `states/unknown`. */
export function cannotMean(subject: Subject, years: Years, catalogue: Catalogue): string | null {
  for (const name of subject) {
    for (const year of [years.from, years.to])
      if (stateIn(name, year, catalogue) === undefined)
        return `no state was called ${name} in all of ${showYears(years)}`;
  }
  return null;
}

/** What a subject is called. */
export function nameOf(subject: Subject, year: number, catalogue: Catalogue): string {
  return subject
    .map((name) =>
      catalogue.states.nameOf(stateIn(name, year, catalogue) ?? catalogue.states.resolve(name), year),
    )
    .join(' and ');
}
