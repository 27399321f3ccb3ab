import type { Choices } from './specification.js';

/** A test as it is written, made ready to be filled in many times: what holds no `$name` is shared by all. */
export type Template = (choices: Choices) => unknown;

/** What a choice that is not there leaves behind: nothing. */
const nothing = Symbol('nothing');

/**
 * A test with every `$name` to be replaced by the option chosen. Where a choice is not there, the key or the entry of a
 * list that is filled by it is left out.
 */
export function templateOf(test: unknown): Template {
  const fill = filling(test) ?? (() => test);
  return (choices) => {
    const filled = fill(choices);
    return filled === nothing ? undefined : filled;
  };
}

export const filledIn = (test: unknown, choices: Choices): unknown => templateOf(test)(choices);

/** The name of the choice that fills in a value. */
export const referenceIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith('$') ? value.slice(1) : undefined;

/** How a value is filled in; undefined where it is the same for all choices. */
function filling(value: unknown): Template | undefined {
  const name = referenceIn(value);
  if (name !== undefined) return (choices) => (Object.hasOwn(choices, name) ? choices[name] : nothing);
  if (value === null || typeof value !== 'object') return undefined;
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner, fill: filling(inner) }));
  if (entries.every(({ fill }) => fill === undefined)) return undefined;
  const isList = Array.isArray(value);
  return (choices) => {
    const list: unknown[] = [];
    const object: Record<string, unknown> = {};
    for (const { key, inner, fill } of entries) {
      const filled = fill ? fill(choices) : inner;
      if (filled === nothing) continue;
      if (isList) list.push(filled);
      else object[key] = filled;
    }
    return isList ? list : object;
  };
}
