import { distance } from 'fastest-levenshtein';

/** The known word nearest to what was typed, or undefined where none is near (more than a third of it differs). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  const typed = word.toLowerCase();
  for (const candidate of known) {
    const d = distance(typed, candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** A hint such as `did you mean polity2?`, or what is there where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>, many = 12): string {
  const all = [...known];
  const near = nearest(word, all);
  if (near !== undefined) return `did you mean ${near}?`;
  return all.length <= many ? `known: ${all.join(', ')}` : `${all.length} are known`;
}
