import { distance } from 'fastest-levenshtein';

/** Letters to change, leave out or add, or neighbours to swap, to make one word of the other; capitals do not count. */
function edits(a: string, b: string): number {
  let least = distance(a, b);
  for (let i = 0; i + 1 < a.length && least > 1; i++) {
    const swapped = a.slice(0, i) + a[i + 1]! + a[i]! + a.slice(i + 2);
    least = Math.min(least, 1 + distance(swapped, b));
  }
  return least;
}

/** The known word nearest to what was typed, or undefined where none is near (more than a third of it differs). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase().trim();
  let best: string | undefined;
  let least = Math.floor(typed.length / 3) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    const d = edits(typed, candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** Known words that hold what was typed. */
function holding(word: string, known: readonly string[]): string[] {
  const typed = word.toLowerCase().trim();
  return typed.length < 3 ? [] : known.filter((k) => k.toLowerCase().includes(typed));
}

/**
 * A hint such as `did you mean polity2?`. Where nothing is near: all known words if they are few, those that hold what
 * was typed if those are few, or else `otherwise`.
 */
export function didYouMean(word: string, known: Iterable<string>, few = 12, otherwise?: string): string {
  const all = [...known];
  const near = nearest(word, all);
  if (near !== undefined) return `did you mean ${near}?`;
  if (all.length === 0) return 'none is known';
  if (all.length <= few) return `known: ${all.join(', ')}`;
  const some = holding(word, all);
  if (some.length > 0 && some.length <= few) return `did you mean ${some.join(', ')}?`;
  return otherwise ?? `${all.length} are known`;
}
