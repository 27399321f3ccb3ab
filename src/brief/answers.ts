import { type Html, html } from '../figures/html.js';
import type { Answer } from '../verdicts/verdict.js';

/** How an answer looks: its side gives the colour, its sign says the same without colour. */
export interface AnswerLook {
  readonly side: 'for' | 'against' | 'divided' | 'open' | 'untested';
  readonly sign: string;
}

/** From most for to most against, then what has no side. */
export const answerLooks: Readonly<Record<Answer, AnswerLook>> = {
  supported: { side: 'for', sign: '▲' },
  'leans for': { side: 'for', sign: '△' },
  contested: { side: 'divided', sign: '◆' },
  'leans against': { side: 'against', sign: '▽' },
  contradicted: { side: 'against', sign: '▼' },
  'borne out by the record': { side: 'for', sign: '●' },
  'sources differ': { side: 'divided', sign: '◐' },
  'not borne out': { side: 'against', sign: '■' },
  undetermined: { side: 'open', sign: '◇' },
  'not yet tested': { side: 'untested', sign: '○' },
  'untestable here': { side: 'untested', sign: '□' },
};

export const answersInOrder = Object.keys(answerLooks) as readonly Answer[];

/** What each answer means, for the page’s last lines. */
export const answerMeanings: Readonly<Record<Answer, string>> = {
  supported:
    'at least 75 % of the fair tests speak for it and at most 5 % against, whichever option is chosen',
  'leans for': 'at least half speak for it, five times as many as against',
  contested: 'at least 10 % speak for it and at least 10 % against',
  'leans against': 'at least half speak against it, five times as many as for',
  contradicted: 'at least 75 % speak against it and at most 5 % for, whichever option is chosen',
  'borne out by the record':
    'of a stated figure: every record that can tell agrees with it within the margin',
  'sources differ': 'of a stated figure: some records agree with it and some do not',
  'not borne out': 'of a stated figure: no record that can tell agrees with it',
  undetermined:
    'most tests leave it open, or more than 20 % could not be computed; of a figure: every record is too incomplete to tell',
  'not yet tested': 'the test that it needs is not built yet',
  'untestable here': 'the record does not hold what a test would need',
};

/** The verdict as a word with its sign: `▽ leans against, to 2018`. */
export function badge(answer: Answer, until: number | null = null): Html {
  const { side, sign } = answerLooks[answer];
  return html`<span class="badge ${side}"><span aria-hidden="true">${sign}</span>\u00a0${answer}${until !== null && html`, to ${until}`}</span>`;
}
