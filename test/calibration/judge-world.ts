import { answerOf, dependsOn } from '../../src/verdicts/answer.js';
import { stanceOf } from '../../src/verdicts/grade.js';
import type { Answer, Graded } from '../../src/verdicts/verdict.js';
import { choices, many } from './layout.js';
import type { Oriented } from './simulation.js';

/** The specifications of a simulated claim of *more*, graded by the rule of the house: m is the least that matters. */
export const gradedWorld = (
  estimates: readonly Oriented[],
  matters: Float64Array,
  without?: readonly string[],
): Graded[] =>
  estimates.map((oriented, s) => ({
    choices: choices[s]!,
    weight: 1 / many,
    estimate: undefined,
    oriented,
    without: without?.[s],
    matters: matters[s]!,
    key: String(s),
    ...stanceOf(oriented, matters[s]!, 'more'),
  }));

/** What the rule says of a world. */
export function judgeWorld(
  estimates: readonly Oriented[],
  matters: Float64Array,
): { answer: Answer; dependsOn: readonly string[] } {
  const graded = gradedWorld(estimates, matters);
  return { answer: answerOf(graded), dependsOn: dependsOn(graded) };
}
