import { EntenteError, type Place } from '../kernel/errors.js';
import type { Claim, Option, Part, Slots } from './claim.js';
import { referenceIn, type Template } from './filled-in.js';
import type { Choices } from './specification.js';
import type { Path } from './yaml-file.js';

/** Where a path of the filled-in test stands in the file: where a choice filled it in, the option that was chosen. */
export function placeOf(claim: Claim, part: Part, choices: Choices, path: Path, of?: 'key'): Place {
  let written: unknown = part.test;
  const along: (string | number)[] = [];
  for (const key of of === 'key' ? path : [...path, undefined]) {
    const name = referenceIn(written);
    if (name !== undefined) return placeOfOption(claim, part, choices, name);
    if (key === undefined || written === null || typeof written !== 'object') break;
    const step = Array.isArray(written) ? entryOf(written, Number(key), choices) : key;
    along.push(step);
    written = (written as Readonly<Record<string | number, unknown>>)[step];
  }
  return claim.at([...baseOf(part), 'test', ...along, ...path.slice(along.length)]);
}

/** Which entry of a list, as it is written, fills the i-th place: entries of choices that are not there are left out. */
function entryOf(list: readonly unknown[], i: number, choices: Choices): number {
  const there = [...list.keys()].filter((k) => {
    const name = referenceIn(list[k]);
    return name === undefined || Object.hasOwn(choices, name);
  });
  return there[i] ?? i;
}

const baseOf = (part: Part): string[] => (part.name ? ['parts', part.name] : []);

/** An option among the choices as the claim has them, or else among those of `since-then`; of a list, where it says so. */
function placeOfOption(claim: Claim, part: Part, choices: Choices, name: string): Place {
  const own = claim.parts.find((p) => p.name === part.name) ?? part;
  const row = own.listed?.rows.findIndex((r) => Object.entries(r).every(([n, o]) => choices[n] === o)) ?? -1;
  if (row >= 0 && Object.hasOwn(own.listed!.rows[row]!, name)) return own.listed!.at(row, name);
  return claim.at([...baseOf(part), ...optionPath(own, name, choices)]);
}

function optionPath(part: Part, name: string, choices: Choices): Path {
  for (const list of ['readings', 'alternatives'] as const) {
    const choice = part[list].find((a) => a.name === name);
    const of = choice?.by && String(choices[choice.by.choice]);
    const slots = of === undefined ? choice?.slots : choice!.by!.slots[of];
    const path = slotPath(slots ?? [], choices[name]!);
    if (path) return [list, name, ...(of === undefined ? (choice!.where ? ['options'] : []) : [of]), ...path];
  }
  return ['since-then', name];
}

function slotPath(slots: Slots, option: Option): Path | undefined {
  const slot = slots.findIndex((s) => s.includes(option));
  if (slot < 0) return undefined;
  return slots[slot]!.length > 1 ? [slot, slots[slot]!.indexOf(option)] : [slot];
}

/**
 * Gives what `work` throws about a value of the test (an unknown variable, an unknown state) the place of that value.
 * The message names the value, last or in its midst; of several in its midst the longest is meant.
 */
export function placingCulprits<T>(
  claim: Claim,
  part: Part,
  choices: Choices,
  fill: Template,
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError) || error.at) throw error;
    const last = error.message.split(': ').pop()!;
    const named = leavesOf(fill(choices)).filter(
      ({ text }) => text === last || (text !== '' && (error.message.includes(text) || text.includes(last))),
    );
    const isLast = ({ text }: { text: string }): number => (text === last ? 1 : 0);
    const culprit = named.sort((a, b) => isLast(b) - isLast(a) || b.text.length - a.text.length)[0];
    const at = placeOf(claim, part, choices, culprit?.path ?? []);
    throw new EntenteError(error.code, error.message, { at, hint: error.hint });
  }
}

function leavesOf(value: unknown, path: Path = []): { readonly path: Path; readonly text: string }[] {
  if (value === null || typeof value !== 'object') return [{ path, text: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
