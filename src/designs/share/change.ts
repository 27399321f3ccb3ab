/** A state's score in one year, with the source's own interval where it gives one (otherwise low = high = value). */
export interface Scored {
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type ChangeRule = 'endpoints' | 'yearly' | 'from-peak';

/** A score is lower than another only where the intervals do not overlap: measurement error is no decline. */
const below = (a: Scored, b: Scored): boolean => a.high < b.low;

/**
 * How far a state fell over a span of years, in the score's own unit; 0 where it did not.
 *
 * - `endpoints`: first less last.
 * - `from-peak`: the highest score of the span less the last.
 * - `yearly`: the sum of all falls on the way, whatever was regained.
 *
 * A fall counts only where it clears the source's interval; then it counts in full. Between years this needs a
 * memory: the score from which the next change is told is the last one that was told from its predecessor, so that a
 * slow slide is counted once it is certain and noise around one level never is. Without intervals every fall counts.
 *
 * `scores` in order of years, at least the first and the last of the span.
 */
export function fallOf(scores: readonly Scored[], rule: ChangeRule): number {
  const first = scores[0]!;
  const last = scores[scores.length - 1]!;
  if (rule === 'endpoints') return below(last, first) ? first.value - last.value : 0;
  if (rule === 'from-peak') {
    const peak = scores.reduce((best, s) => (s.value > best.value ? s : best), first);
    return below(last, peak) ? peak.value - last.value : 0;
  }
  let fallen = 0;
  let told = first;
  for (const score of scores) {
    if (below(score, told)) {
      fallen += told.value - score.value;
      told = score;
    } else if (below(told, score)) {
      told = score;
    }
  }
  return fallen;
}

/** The same score upside down: its fall is the other's rise. */
export const upsideDown = (s: Scored): Scored => ({
  year: s.year,
  value: -s.value,
  low: -s.high,
  high: -s.low,
});
