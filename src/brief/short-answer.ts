import { counted, withCommas } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import type { Answer, ClaimVerdict } from '../verdicts/verdict.js';
import { answersInOrder } from './answers.js';
import { recordDoes } from './verdict-sentence.js';

/** What the record does to several claims, without the object: `supports`, `is divided on`. */
const does = (answer: Answer): string =>
  answer === 'borne out by the record'
    ? 'bears out'
    : answer === 'not borne out'
      ? 'does not bear out'
      : recordDoes[answer].replace(/ it$/, '');

/**
 * How the claims of an argument stand, in a sentence: `Of its 6 claims the record supports 1 and does not decide 2; 3
 * have not been tested yet.`
 */
export function shortAnswer(verdicts: readonly Pick<ClaimVerdict, 'answer'>[], whose = 'its'): string {
  const clauses = new Map<string, number>();
  for (const answer of answersInOrder) {
    if (answer === 'not yet tested') continue;
    const n = verdicts.filter((v) => v.answer === answer).length;
    if (n > 0) clauses.set(does(answer), (clauses.get(does(answer)) ?? 0) + n);
  }
  const waiting = verdicts.filter((v) => v.answer === 'not yet tested').length;
  const all = counted(verdicts.length, 'claim');
  const tested = listed([...clauses].map(([words, n]) => `${words} ${withCommas(n)}`));
  if (clauses.size === 0) return `None of ${whose} ${all} has been tested yet.`;
  const rest =
    waiting === 0 ? '' : `; ${withCommas(waiting)} ${waiting === 1 ? 'has' : 'have'} not been tested yet`;
  return `Of ${whose} ${all} the record ${tested}${rest}.`;
}
