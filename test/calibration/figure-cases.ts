import type { Stated } from '../../src/claims/claim.js';
import type { Estimate, RecordedFigure } from '../../src/designs/design.js';
import { figureAnswerOf } from '../../src/verdicts/answer.js';
import { gradeFigure } from '../../src/verdicts/grade-figure.js';
import type { Graded } from '../../src/verdicts/verdict.js';

/** What came of all cases of a stated figure, a true one, and records of it. */
export interface FigureCases {
  readonly cases: number;
  /** True statements that are called not borne out, and false ones, by more than records may err, borne out. */
  readonly wrong: number;
  /** Cases in which the records tell. */
  readonly told: number;
}

type Number = Exclude<Stated, { is: 'list' }>;

const figures = Array.from({ length: 13 }, (_, i) => i);
const kinds: readonly Number['is'][] = ['exactly', 'at-least', 'at-most', 'more-than', 'less-than'];
const margins = [0, 1, 2];

/** By how far a true figure misses what is stated: 0 where it is as stated. */
function missOf(truth: number, { is, number }: Number): number {
  const low = is === 'at-most' || is === 'less-than' ? 0 : number - truth;
  const high = is === 'at-least' || is === 'more-than' ? 0 : truth - number;
  const strict = (is === 'more-than' && truth === number) || (is === 'less-than' && truth === number);
  return Math.max(0, low, high, strict ? 1 : 0);
}

/** Records that keep their word: complete ones err by the margin at most, incomplete ones lack some, others say anything. */
const recordsOf = (truth: number, margin: number): { value: number; beyond: RecordedFigure['beyond'] }[] => [
  ...[-margin, 0, margin].map((off) => ({ value: truth + off, beyond: 'nothing' as const })),
  ...[0, 1, 3]
    .filter((lacks) => lacks <= truth)
    .map((lacks) => ({ value: truth - lacks, beyond: 'above' as const })),
  ...[0, 6].map((value) => ({ value, beyond: 'anywhere' as const })),
];

/**
 * Every statement of a small figure, every truth, every margin and every two records that keep their word, through the
 * grades and the rule of figures. Where an answer is not a matter of chance, all cases take the place of many worlds.
 */
export function figureCases(): FigureCases {
  let [cases, wrong, told] = [0, 0, 0];
  for (const truth of figures)
    for (const margin of margins) {
      const records = recordsOf(truth, margin);
      for (const is of kinds)
        for (const number of figures) {
          const stated = { is, number } as Number;
          const miss = missOf(truth, stated);
          const grades = records.map(({ value, beyond }) => {
            const recorded = { by: '', when: '', beyond };
            const estimate = { value, low: value, high: value, recorded } as unknown as Estimate;
            return gradeFigure(estimate, stated, margin) as Graded;
          });
          for (const one of grades)
            for (const other of grades) {
              const answer = figureAnswerOf([one, other]);
              cases++;
              if (answer !== 'undetermined') told++;
              if (miss === 0 && answer === 'not borne out') wrong++;
              if (miss > 2 * margin && answer === 'borne out by the record') wrong++;
            }
        }
    }
  return { cases, wrong, told };
}
