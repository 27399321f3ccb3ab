import type { Alternative, Option, Slots } from './claim.js';
import type { Choices } from './specification.js';

/** What decides whether an alternative is there, or which options it takes. */
export const hangsOn = ({ by, where }: Alternative): readonly string[] => [
  ...Object.keys(where ?? {}),
  ...(by ? [by.choice] : []),
];

/**
 * The slots of an alternative beside the options that are chosen already; none where it is not there: where a choice
 * takes another option than `where` names, or where a choice that it names, or goes by, is not there itself.
 */
export function slotsBeside(
  { slots, by, where }: Alternative,
  chosen: ReadonlyMap<string, Option>,
): Slots | undefined {
  if (where) {
    for (const [name, options] of Object.entries(where)) {
      const option = chosen.get(name);
      if (option === undefined || !options.includes(option)) return undefined;
    }
  }
  if (!by) return slots;
  const option = chosen.get(by.choice);
  return option === undefined ? undefined : by.slots[String(option)];
}

/**
 * Every combination of alternatives, each of which hangs on none but earlier ones and on what is `given`.
 *
 * The weight of a combination is the product, over the alternatives that are there, of 1 / slots / options of the slot.
 * So each alternative weighs the same, split equally over its slots and then over a slot’s options. One that is there
 * only under some option of another splits the weight of that option among its own and adds nothing to it: how often an
 * option can be varied further does not make it count for more. At each step the parts of a weight sum to the whole, so
 * all sum to 1, and each option of an alternative that is always there has the sum 1 / slots / options of its slot.
 */
export function eachCombination(
  alternatives: readonly Alternative[],
  given: Choices,
  found: (choices: Choices, weight: number) => void,
): void {
  const chosen = new Map(Object.entries(given));
  const walk = (i: number, weight: number): void => {
    const alternative = alternatives[i];
    if (!alternative) {
      const choices: Record<string, Option> = {};
      for (const [name, option] of chosen) choices[name] = option;
      found(choices, weight);
      return;
    }
    const slots = slotsBeside(alternative, chosen);
    if (!slots) walk(i + 1, weight);
    for (const slot of slots ?? []) {
      const part = weight * (1 / slots!.length / slot.length);
      for (const option of slot) {
        chosen.set(alternative.name, option);
        walk(i + 1, part);
      }
    }
    chosen.delete(alternative.name);
  };
  walk(0, 1);
}

/** The choices of every combination of alternatives that do not hang on others. */
export function combinations(alternatives: readonly Alternative[]): Choices[] {
  const all: Choices[] = [];
  eachCombination(alternatives, {}, (choices) => all.push(choices));
  return all;
}

/** Alternatives as they were written, but those first on which others hang; or the names of a circle in which they hang. */
export function inOrder(alternatives: readonly Alternative[]): {
  readonly ordered: Alternative[];
  readonly circle: readonly string[];
} {
  const ordered: Alternative[] = [];
  const path: string[] = [];
  let circle: readonly string[] = [];
  const place = (alternative: Alternative): void => {
    if (ordered.includes(alternative) || circle.length > 0) return;
    if (path.includes(alternative.name)) {
      circle = [...path.slice(path.indexOf(alternative.name)), alternative.name];
      return;
    }
    path.push(alternative.name);
    for (const name of hangsOn(alternative)) {
      const parent = alternatives.find((a) => a.name === name);
      if (parent) place(parent);
    }
    path.pop();
    ordered.push(alternative);
  };
  for (const alternative of alternatives) place(alternative);
  return { ordered, circle };
}
