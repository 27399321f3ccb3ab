import type { ReadingVerdict } from '../verdicts/verdict.js';

/** What tests against a claim find, by the reason of their grade. */
export const findings: Readonly<Record<string, string>> = {
  'opposite sign': 'the opposite of what is claimed',
  'smaller than matters': 'an effect too small to matter',
  'the denied direction, large enough to matter': 'the effect that the claim denies',
  'an effect large enough to matter': 'the effect that the claim denies',
  'other than stated': 'a figure other than the stated one',
};

/** Which kind of against: said where the answer is against and one kind has most of that weight. */
export function whySentence({ answer, graded }: ReadingVerdict): string {
  if (answer !== 'leans against' && answer !== 'contradicted') return '';
  const weights = new Map<string, number>();
  let total = 0;
  for (const g of graded) {
    if (g.stance !== 'against') continue;
    weights.set(g.reason, (weights.get(g.reason) ?? 0) + g.weight);
    total += g.weight;
  }
  const [reason, weight] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const finding = findings[reason];
  if (!finding || weight * 2 <= total) return '';
  return `${weights.size === 1 ? 'Those against find' : 'Most of those against find'} ${finding}.`;
}
