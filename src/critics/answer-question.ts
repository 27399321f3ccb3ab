import type { Designs } from '../claims/designs.js';
import type { World } from '../world/open.js';
import { type LeftOut, leaveOut } from './leave-out.js';
import { type OthersInPlace, placeOthers } from './others-in-place.js';
import type { Question } from './question.js';
import { drawErrors, type SourceErrors } from './source-errors.js';

/** What a question of each kind is answered with. */
export interface Answered {
  readonly 'leave-out': LeftOut;
  readonly 'source-errors': SourceErrors;
  readonly 'others-in-place': OthersInPlace | null;
}

const ways = { 'leave-out': leaveOut, 'source-errors': drawErrors, 'others-in-place': placeOthers };

/** Answers a question as a journal gives it back, so that what is found now and what was kept are the same. */
export async function answerQuestion(
  q: Question,
  designs: Designs,
  world: World,
): Promise<Answered[Question['kind']]> {
  const found = await ways[q.kind](q, designs[q.design]!, world);
  return JSON.parse(JSON.stringify(found)) as Answered[Question['kind']];
}
