import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Alternative } from './claim.js';
import type { TestFile } from './schema.js';
import type { Path } from './yaml-file.js';

export type At = (path: Path) => Place;

type Slots = Alternative['slots'];
type WrittenSlots = Extract<NonNullable<TestFile['alternatives']>[string], readonly unknown[]>;

/**
 * The choices of a list: the same for every reading, or `{ by: reading, option: [...], … }` where the readings take
 * different ones. Throws `claims/doubled-option`, `claims/unknown-choice`, `claims/unknown-key`, `claims/missing-key`.
 */
export function alternatives(
  written: TestFile['alternatives'],
  path: Path,
  at: At,
  readings: readonly Alternative[] = [],
): Alternative[] {
  return Object.entries(written ?? {}).map(([name, list]) => {
    if (Array.isArray(list)) return { name, slots: slotsOf(name, list, [...path, name], at) };
    const { by: reading, ...lists } = list as { by: string; [option: string]: WrittenSlots | string };
    const options = optionsOf(reading, readings, (rest) => at([...path, name, ...rest]));
    checkKeys(name, Object.keys(lists), options, (rest) => at([...path, name, ...rest]));
    const slots = Object.fromEntries(
      options.map((o) => [o, slotsOf(name, lists[o] as WrittenSlots, [...path, name, o], at)]),
    );
    return { name, slots: allSlots(Object.values(slots)), by: { reading, slots } };
  });
}

function slotsOf(name: string, list: WrittenSlots, path: Path, at: At): Slots {
  const seen = new Set<string>();
  for (const [i, slot] of list.entries()) {
    for (const [j, option] of (Array.isArray(slot) ? slot : [slot]).entries()) {
      if (seen.has(String(option))) {
        fail('claims/doubled-option', `${name} has the option ${String(option)} twice`, {
          at: at(Array.isArray(slot) ? [...path, i, j] : [...path, i]),
          hint: 'each option once: twice would give it twice the weight',
        });
      }
      seen.add(String(option));
    }
  }
  return list.map((slot) => (Array.isArray(slot) ? slot : [slot]));
}

/** The options of the reading that an alternative goes by. */
function optionsOf(by: string, readings: readonly Alternative[], at: At): string[] {
  const reading = readings.find((r) => r.name === by);
  if (!reading) unknownChoice(`no reading is called ${by}`, by, readings, at(['by']));
  return reading.slots.flat().map(String);
}

function checkKeys(name: string, written: readonly string[], options: readonly string[], at: At): void {
  const stray = written.find((key) => !options.includes(key));
  if (stray !== undefined)
    fail('claims/unknown-key', `${name} names no option of its reading: ${stray}`, {
      at: at([stray]),
      hint: didYouMean(stray, options),
    });
  const missing = options.find((option) => !written.includes(option));
  if (missing !== undefined)
    fail('claims/missing-key', `${name} has no options for ${missing}`, {
      at: at([]),
      hint: `expected a list for each of ${options.join(', ')}`,
    });
}

/** Every option once, in slots of its own: for what needs to know them all. */
const allSlots = (lists: readonly Slots[]): Slots => [...new Set(lists.flat(2))].map((option) => [option]);

export function unknownChoice(what: string, name: string, choices: readonly Alternative[], at: Place): never {
  const names = choices.map((c) => c.name);
  return fail('claims/unknown-choice', what, { at, hint: didYouMean(name, names) });
}
