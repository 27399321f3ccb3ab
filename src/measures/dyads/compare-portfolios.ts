import { AnswerSets, similarityOf } from '../../statistics/similarity.js';
import type { VariableCard } from '../../world/cards.js';
import type { PairColumns } from './dyad-measure.js';

/** What the states of a year chose: of each state (by COW number, rising) and question, 1 … k, or 0 for nothing. */
export interface Portfolios {
  readonly year: number;
  readonly ccodes: readonly number[];
  readonly questions: number;
  /** `answers[state × questions + question]`. */
  readonly answers: Uint8Array;
}

/** The indices by the endings of their names. */
const indices = ['agreement', 's', 's_squared', 'kappa', 'kappa_squared', 'pi', 'pi_squared'] as const;

/**
 * How alike the portfolios of the two states of every pair are, year by year; `k` ordered answers. The names of the
 * columns begin with `prefix`: `_shared` counts the questions that both answered, and the others are the indices of
 * `similarityOf`. A pair without a shared question has no value.
 */
export function comparePortfolios(all: readonly Portfolios[], k: number, prefix: string): PairColumns {
  const pairs = all.reduce((sum, { ccodes: { length: n } }) => sum + (n * (n - 1)) / 2, 0);
  const column = (): Float64Array => new Float64Array(pairs);
  const [ccode1, ccode2, year] = [new Int32Array(pairs), new Int32Array(pairs), new Int32Array(pairs)];
  const shared = column();
  const found = indices.map(column);
  const counts = new Uint32Array(k * k);
  let at = 0;
  for (const { ccodes, questions, answers, year: own } of all) {
    const sets = new AnswerSets(ccodes.length, questions, k, answers);
    for (let i = 0; i < ccodes.length; i++) {
      for (let j = i + 1; j < ccodes.length; j++, at++) {
        [ccode1[at], ccode2[at], year[at]] = [ccodes[i]!, ccodes[j]!, own];
        sets.table(i, j, counts);
        const { n, agree, s, kappa, pi } = similarityOf(counts);
        shared[at] = n;
        found[0]![at] = agree;
        found[1]![at] = s.absolute;
        found[2]![at] = s.squared;
        found[3]![at] = kappa.absolute;
        found[4]![at] = kappa.squared;
        found[5]![at] = pi.absolute;
        found[6]![at] = pi.squared;
      }
    }
  }
  return {
    ccode1,
    ccode2,
    year,
    values: {
      [`${prefix}_shared`]: shared,
      ...Object.fromEntries(indices.map((index, i) => [`${prefix}_${index}`, found[i]!])),
    },
  };
}

/** The cards of those columns. `of`: of what the portfolios are; `how`: what a question and its answers are. */
export function portfolioCards(prefix: string, of: string, how: string): VariableCard[] {
  const card = (
    ending: string,
    title: string,
    definition: string,
    low: number,
    unit = `index, ${low < 0 ? '−1' : '0'} to 1`,
  ): VariableCard => ({
    name: `${prefix}_${ending}`,
    title: `${title}, by ${of}`,
    definition: `${definition} ${how}`,
    unit,
    scale: low < 0 ? { low, high: 1, higher: 'more alike' } : { low, high: 1, higher: 'more alike' },
    symmetric: true,
  });
  const chance =
    'distance seen over the distance that chance would leave, given how often each answer was chosen';
  const two = (ending: string, title: string, definition: (distances: string) => string): VariableCard[] => [
    card(ending, title, definition('absolute distances'), -1),
    card(`${ending}_squared`, `${title} (squared)`, definition('squared distances'), -1),
  ];
  return [
    {
      ...card('shared', 'Shared questions', `Over how many questions the two are compared.`, 0, 'number'),
      scale: { low: 0, higher: 'better known' },
    },
    card('agreement', 'Agreement', 'The part of the shared questions on which both gave one answer.', 0),
    ...two('s', 'S', (d) => `S of Signorino and Ritter: 1 − 2 × mean of the ${d}, as parts of the largest.`),
    ...two('kappa', 'κ', (d) => `Cohen’s weighted κ over ${d}: 1 − ${chance} by each of the two.`),
    ...two('pi', 'π', (d) => `Scott’s weighted π over ${d}: 1 − ${chance} by both together.`),
  ];
}

/** The works behind the indices. */
export const portfolioCites = [
  'Lijphart, A. (1963). The Analysis of Bloc Voting in the General Assembly: A Critique and a Proposal. American Political Science Review 57(4):902–917.',
  'Signorino, C. S. & Ritter, J. M. (1999). Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions. International Studies Quarterly 43(1):115–144.',
  'Häge, F. M. (2011). Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement. Political Analysis 19(3):287–305.',
] as const;
