import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Alternative, Option, Slots } from './claim.js';
import { inOrder } from './combinations.js';
import type { TestFile } from './schema.js';
import type { Path } from './yaml-file.js';

export type At = (path: Path) => Place;

type Written = NonNullable<TestFile['alternatives']>[string];
type WrittenSlots = Extract<Written, readonly unknown[]>;

/** A choice whose options or presence hang on others, as it is written. */
interface Dependent {
  readonly where?: Readonly<Record<string, Option | readonly Option[]>>;
  readonly options?: WrittenSlots;
  readonly by?: string;
  /** The list of each option of `by`. */
  readonly lists: Readonly<Record<string, WrittenSlots>>;
}

/**
 * The choices of a list, those first on which others hang. A choice is a list of options, the same for all; or
 * `{ where: { other: option }, options: [...] }`, there only where other choices take some options; or
 * `{ by: other, option: [...], … }`, another list for each option of another choice; or both. Throws
 * `claims/doubled-option`, `claims/unknown-choice`, `claims/unknown-option`, `claims/unknown-key`,
 * `claims/missing-key`, `claims/by-and-options`, `claims/circular-choice`.
 */
export function alternatives(
  written: TestFile['alternatives'],
  path: Path,
  at: At,
  readings: readonly Alternative[] = [],
): Alternative[] {
  const read = Object.entries(written ?? {}).map(([name, list]) => {
    const here: At = (rest) => at([...path, name, ...rest]);
    return {
      name,
      here,
      ...(Array.isArray(list) ? plain(name, list, here) : readDependent(name, list, here)),
    };
  });
  const all = [...readings, ...read.map(({ name, slots }) => ({ name, slots }))];
  const found = read.map(({ name, here, slots, by, where }): Alternative => {
    const others = all.filter((c) => c.name !== name);
    if (by) checkLists(name, by, others, here);
    return {
      name,
      slots,
      ...(by && { by }),
      ...(where && { where: conditions(name, where, others, here) }),
    };
  });
  const { ordered, circle } = inOrder(found);
  if (circle.length > 0)
    fail('claims/circular-choice', `${circle[0]} hangs on itself: ${circle.join(' → ')}`, {
      at: at([...path, circle[0]!]),
      hint: 'one of them must be there whatever the others are',
    });
  return ordered;
}

type Read = Pick<Alternative, 'slots' | 'by'> & Pick<Dependent, 'where'>;

const plain = (name: string, list: WrittenSlots, here: At): Read => ({
  slots: slotsOf(name, list, here, []),
});

function readDependent(name: string, written: Exclude<Written, readonly unknown[]>, here: At): Read {
  const { where, options, by, ...lists } = written as Omit<Dependent, 'lists'> & Dependent['lists'];
  const condition = where && { where };
  if (by === undefined) {
    const stray = Object.keys(lists)[0];
    if (stray !== undefined)
      fail('claims/unknown-key', `unknown key: ${stray}`, {
        at: here([stray]),
        hint: didYouMean(stray, ['where', 'options', 'by']),
      });
    if (!options)
      fail('claims/missing-key', `${name} has no options`, {
        at: here([]),
        hint: 'expected options: […] beside where, or by: and a list for each option of another choice',
      });
    return { slots: slotsOf(name, options, here, ['options']), ...condition };
  }
  if (options)
    fail('claims/by-and-options', `${name} has both by and options`, {
      at: here(['options']),
      hint: `by: ${by} takes a list for each option of ${by}`,
    });
  const slots = Object.fromEntries(
    Object.entries(lists).map(([o, list]) => [o, slotsOf(name, list, here, [o])]),
  );
  return { slots: allSlots(Object.values(slots)), by: { choice: by, slots }, ...condition };
}

function slotsOf(name: string, list: WrittenSlots, here: At, path: Path): Slots {
  const seen = new Set<string>();
  for (const [i, slot] of list.entries()) {
    for (const [j, option] of (Array.isArray(slot) ? slot : [slot]).entries()) {
      if (seen.has(String(option))) {
        fail('claims/doubled-option', `${name} has the option ${String(option)} twice`, {
          at: here(Array.isArray(slot) ? [...path, i, j] : [...path, i]),
          hint: 'each option once: twice would give it twice the weight',
        });
      }
      seen.add(String(option));
    }
  }
  return list.map((slot) => (Array.isArray(slot) ? slot : [slot]));
}

/** A list stands for each option of the choice that an alternative goes by, and for nothing else. */
function checkLists(
  name: string,
  { choice, slots }: NonNullable<Alternative['by']>,
  others: readonly Alternative[],
  here: At,
): void {
  const parent = others.find((c) => c.name === choice);
  if (!parent) unknownChoice(`no other choice is called ${choice}`, choice, others, here(['by']));
  const options = parent.slots.flat().map(String);
  const stray = Object.keys(slots).find((key) => !options.includes(key));
  if (stray !== undefined)
    fail('claims/unknown-key', `${name} names no option of ${choice}: ${stray}`, {
      at: here([stray]),
      hint: didYouMean(stray, options),
    });
  const missing = options.find((option) => !Object.hasOwn(slots, option));
  if (missing !== undefined)
    fail('claims/missing-key', `${name} has no options for ${missing}`, {
      at: here([]),
      hint: `expected a list for each of ${options.join(', ')}`,
    });
}

/** Under which options of which other choices an alternative is there. */
function conditions(
  name: string,
  where: NonNullable<Dependent['where']>,
  others: readonly Alternative[],
  here: At,
): Alternative['where'] {
  const named = Object.entries(where).map(([choice, written]) => {
    const parent = others.find((c) => c.name === choice);
    if (!parent)
      unknownChoice(`no other choice is called ${choice}`, choice, others, here(['where', choice]));
    const options = (Array.isArray(written) ? written : [written]).map((option: Option, i) =>
      optionNamed(option, parent, here(Array.isArray(written) ? ['where', choice, i] : ['where', choice])),
    );
    return [choice, options] as const;
  });
  if (named.length === 0)
    fail('claims/missing-key', `${name} is there where?`, {
      at: here(['where']),
      hint: `expected where: { choice: option }, with a choice of ${others.map((c) => c.name).join(', ')}`,
    });
  return Object.fromEntries(named);
}

/** The option of a choice that a person means, who may have written a number as text. Throws `claims/unknown-option`. */
export function optionNamed(written: Option, choice: Alternative, at: Place): Option {
  const options = choice.slots.flat();
  const found = options.find((o) => String(o) === String(written));
  if (found !== undefined) return found;
  return fail('claims/unknown-option', `${choice.name} has no option ${String(written)}`, {
    at,
    hint: didYouMean(String(written), options.map(String)),
  });
}

/** Every option once, in slots of its own: for what needs to know them all. */
const allSlots = (lists: readonly Slots[]): Slots => [...new Set(lists.flat(2))].map((option) => [option]);

export function unknownChoice(what: string, name: string, choices: readonly Alternative[], at: Place): never {
  const names = choices.map((c) => c.name);
  return fail('claims/unknown-choice', what, { at, hint: didYouMean(name, names) });
}
