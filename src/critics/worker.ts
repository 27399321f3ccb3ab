import { designs } from '../designs/index.js';
import { appendResult } from '../runs/journal.js';
import { isStopped, type Stop } from '../runs/lanes.js';
import { openedWorld, type WorldPlaces } from '../runs/opened-world.js';
import { type Answered, answerQuestion } from './answer-question.js';
import type { Question } from './question.js';

/** Questions for one worker, and where each answer is written down. */
export interface QuestionBatch extends WorldPlaces {
  readonly questions: readonly {
    readonly question: Question;
    readonly key: string;
    readonly journal: string | null;
  }[];
  readonly stop: Stop;
}

/** The entry of a worker thread for what critics ask. A run that is stopped gives the answers that it has. */
export async function answerBatch(batch: QuestionBatch): Promise<Answered[Question['kind']][]> {
  const world = await openedWorld(batch);
  const answers: Answered[Question['kind']][] = [];
  for (const { question, key, journal } of batch.questions) {
    if (isStopped(batch.stop)) break;
    const answer = await answerQuestion(question, designs, world);
    if (journal) appendResult(journal, key, { answer });
    answers.push(answer);
  }
  return answers;
}
