import { settled } from '../kernel/canonical.js';
import { weightedQuantile } from '../statistics/quantile.js';
import { type EffectScale, shown } from './effect-scale.js';
import type { Asked } from './question.js';

/** Part of the weight that must have a value. */
const leastWeight = 0.8;

/**
 * The weighted median of the specifications, as it is shown, when they have these values (null: none); null where under
 * four fifths of the weight has one.
 */
export function medianOf(
  specifications: readonly Asked[],
  values: readonly (number | null)[],
  scale: EffectScale,
): number | null {
  const there = specifications.flatMap((s, i) =>
    values[i] === null || values[i] === undefined
      ? []
      : [{ weight: s.weight, seen: shown(scale, values[i]!, s.matters) }],
  );
  const weight = there.reduce((sum, t) => sum + t.weight, 0);
  const all = specifications.reduce((sum, s) => sum + s.weight, 0);
  if (there.length === 0 || weight < leastWeight * all - 1e-9) return null;
  return settled(
    weightedQuantile(
      there.map((t) => t.seen),
      there.map((t) => t.weight),
      0.5,
    ),
  );
}
