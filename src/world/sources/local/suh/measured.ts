import type { VariableCard } from '../../../cards.js';

/** The card of a count or index of nuclear forces. */
export const measured = (name: string, title: string, definition: string, unit: string): VariableCard => ({
  name,
  title,
  definition,
  unit,
  scale: { low: 0, higher: 'more' },
});
