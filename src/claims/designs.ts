import type { Design } from '../designs/design.js';
import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';

/** Designs by name: what can be tested now. */
export type Designs = Readonly<Record<string, Design>>;

/** Every design that a claim may wait for, built or not. */
const plannedDesigns: readonly string[] = [
  'figure',
  'trend',
  'share',
  'comparison',
  'event-study',
  'regression',
  'prediction',
  'network',
  'exchange',
  'actors',
];

/** The design that a claim names. Throws `claims/unknown-design`, `claims/design-not-built`. */
export function designNamed(name: string, designs: Designs, at: Place): Design {
  const design = Object.hasOwn(designs, name) ? designs[name] : undefined;
  if (design) return design;
  if (plannedDesigns.includes(name))
    fail('claims/design-not-built', `the design ${name} is not built yet`, {
      at,
      hint: `write awaits: [${name}] instead of test`,
    });
  return fail('claims/unknown-design', `unknown design: ${name}`, {
    at,
    hint: didYouMean(name, Object.keys(designs)),
  });
}

/** The name of a design that a claim waits for. Throws `claims/unknown-design`. */
export function designAwaited(name: string, at: Place): string {
  if (plannedDesigns.includes(name)) return name;
  return fail('claims/unknown-design', `unknown design: ${name}`, {
    at,
    hint: didYouMean(name, plannedDesigns),
  });
}
