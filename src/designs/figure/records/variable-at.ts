import { fail } from '../../../kernel/errors.js';
import type { ManifestVariable } from '../../../world/cards.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';

const statesOf: Readonly<Partial<Record<ManifestVariable['level'], number>>> = {
  'system-year': 0,
  'state-year': 1,
  'dyad-year': 2,
};

/** A variable that is about so many states. Throws `world/unknown-variable`, `world/wrong-level`. */
export function variableAbout(name: string, states: number, { manifest }: Catalogue): ManifestVariable {
  const variable = variableOf(manifest, name);
  const about = statesOf[variable.level];
  if (about === states) return variable;
  return fail('world/wrong-level', `${name} is of level ${variable.level}`, {
    hint: `it is about ${['no state by name', 'one state', 'two states'][about ?? -1] ?? 'no states and years'}, not ${states}`,
  });
}

/** Why a variable cannot serve a year, or null. */
export function cannotAt({ name, years }: ManifestVariable, year: number): string | null {
  if (year < years.from) return `${name} begins in ${years.from}`;
  return year > years.to ? `${name} ends in ${years.to}` : null;
}
