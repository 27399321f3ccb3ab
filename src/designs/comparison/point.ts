import { settled } from '../../kernel/canonical.js';
import { fail } from '../../kernel/errors.js';
import { continuing } from '../../measures/continuing-states.js';
import type { Catalogue } from '../../world/open.js';
import type { RestsOn } from '../design.js';
import type { Evidence } from './evidence.js';
import { type ComparisonParameters, groupOf, quantityOf, sidesOf, spansOf, wholeSpan } from './parameters.js';
import { listed, withoutOne } from './quantities/listed.js';
import { effectOf, levelOrChange } from './statistic.js';

/** The difference alone. Throws `designs/nothing-to-compare`. */
export function pointOf(p: ComparisonParameters, seen: Evidence): number {
  if (seen.ccode !== undefined) {
    const spans = spansOf(p);
    const changes = seen.members.map(({ yearly }) => levelOrChange(yearly, spans));
    return settled(gapTo(levelOrChange(seen.sides[0]!, spans), changes));
  }
  const value = effectOf(p)(seen.sides);
  if (!Number.isFinite(value)) fail('designs/nothing-to-compare', 'there is nothing on either side');
  return settled(value);
}

/** How far one stands from the mean of others. */
export const gapTo = (own: number, others: readonly number[]): number =>
  own - others.reduce((sum, x) => sum + x, 0) / others.length;

/** The states named on both sides, and whether others enter: those of a group, of a list, of the record. */
export function comparisonRestsOn(p: ComparisonParameters): RestsOn {
  const sides = sidesOf(p);
  return {
    named: [...new Set(sides.flatMap(({ about }) => about).map(String))],
    others: groupOf(p) !== undefined || sides.some(({ of }) => quantityOf(of as typeof p.of).withOthers),
  };
}

/** The same comparison without a state in its lists. */
export function comparisonWithout(
  p: ComparisonParameters,
  ccode: number,
  { states }: Catalogue,
): ComparisonParameters {
  const { to } = wholeSpan(p);
  const is = (name: string): boolean => continuing(states.resolve(name, to)) === ccode;
  const less = (asked: typeof p.of): typeof p.of => {
    const quantity = quantityOf(asked);
    return (quantity.without?.(asked, is) as typeof p.of | undefined) ?? asked;
  };
  const group = groupOf(p);
  return {
    ...p,
    of: less(p.of),
    ...(p.against && { against: less(p.against) }),
    ...(group && 'states' in group && { other: { states: [...listed(withoutOne(group.states, is))] } }),
  };
}
