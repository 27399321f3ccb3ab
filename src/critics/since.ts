import type { Part } from '../claims/claim.js';
import { listed } from '../kernel/words.js';
import type { PartVerdict } from '../verdicts/verdict.js';
import { absent, type Critique, finding } from './critique.js';
import { verdictIn } from './mirror.js';

/** What the years after publication say, which never enter the verdict. */
export function sinceCritique({ readings, since }: PartVerdict, moved: Part['since']): Critique {
  const [first] = since;
  const [own] = readings;
  if (!first)
    return absent(
      'since',
      own?.observed
        ? `The claim names no years after its article on which to repeat the test, which ends in ${own.observed.to}.`
        : 'The claim names no years after its article.',
    );
  if (first.graded.length === 0) return absent('since', 'The record does not reach beyond the article.');
  const to = Object.values(moved ?? {})
    .flat()
    .map((option) =>
      String(option)
        .replace(/^(\d{4})-(\d{4})$/, '$1–$2')
        .replaceAll('-', ' '),
    );
  const same = first.answer === own?.answer ? 'as before' : `before it was: ${own?.answer ?? 'not tested'}`;
  return finding('since', {
    says: `Repeated on what came after (${listed(to)}), the test says: ${verdictIn(first)}; ${same}.`,
    figures: { verdict: first.answer, median: first.median, tests: first.specifications },
  });
}
