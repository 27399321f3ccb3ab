import { EntenteError, type Place } from '../kernel/errors.js';
import type { Alternative, Claim, Option, Part } from './claim.js';
import type { Choices } from './specification.js';
import type { Path } from './yaml-file.js';

/** Where a path of the filled-in test stands in the file: where a choice filled it in, the option that was chosen. */
export function placeOf(claim: Claim, part: Part, choices: Choices, path: Path, of?: 'key'): Place {
  let written: unknown = part.test;
  for (const key of of === 'key' ? path : [...path, undefined]) {
    if (typeof written === 'string' && written.startsWith('$')) {
      const name = written.slice(1);
      return claim.at([...baseOf(part), ...optionPath(claim, part, name, choices[name]!)]);
    }
    if (key === undefined || written === null || typeof written !== 'object') break;
    written = (written as Readonly<Record<string | number, unknown>>)[key];
  }
  return claim.at([...baseOf(part), 'test', ...path]);
}

const baseOf = (part: Part): string[] => (part.name ? ['parts', part.name] : []);

/** The path of an option: among the choices as the claim has them, or else among those of `since-then`. */
function optionPath(claim: Claim, part: Part, name: string, option: Option): Path {
  const own = claim.parts.find((p) => p.name === part.name) ?? part;
  for (const list of ['readings', 'alternatives'] as const) {
    const choice = own[list].find((a) => a.name === name);
    for (const [of, slots] of Object.entries(choice?.by?.slots ?? {})) {
      const path = slotPath(slots, option);
      if (path) return [list, name, of, ...path];
    }
    const path = slotPath(choice?.slots ?? [], option);
    if (path) return [list, name, ...path];
  }
  return ['since-then', name];
}

function slotPath(slots: Alternative['slots'], option: Option): Path | undefined {
  const slot = slots.findIndex((s) => s.includes(option));
  if (slot < 0) return undefined;
  return slots[slot]!.length > 1 ? [slot, slots[slot]!.indexOf(option)] : [slot];
}

/**
 * Gives what `work` throws about a value of the test (an unknown variable, an unknown state) the place of that value.
 * The message names the value, last or in its midst; of several that it names the longest is meant.
 */
export function placingCulprits<T>(
  claim: Claim,
  part: Part,
  choices: Choices,
  filled: unknown,
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError) || error.at) throw error;
    const last = error.message.split(': ').pop()!;
    const named = leavesOf(filled).filter(({ text }) => error.message.includes(text) || text.includes(last));
    const culprit = named.sort((a, b) => b.text.length - a.text.length)[0];
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
