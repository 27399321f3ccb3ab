import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Designs } from '../claims/designs.js';
import { contentHash } from '../kernel/canonical.js';
import { projectRoot } from '../kernel/root.js';
import { type Crew, crewOf } from '../runs/crew.js';
import { appendResult, openJournalOf } from '../runs/journal.js';
import { inLanes } from '../runs/lanes.js';
import { contentOf, type RunOptions, tableContents } from '../runs/schedule.js';
import type { World } from '../world/open.js';
import { type Answered, answerQuestion } from './answer-question.js';
import type { Question } from './question.js';
import type { QuestionBatch } from './worker.js';

export type AskOptions = Pick<RunOptions, 'jobs' | 'cache' | 'code' | 'signal' | 'crew'> & {
  /** Called after each answer. */
  onAnswer?(done: number, total: number): void;
};

/** A question with the claim that it is about, in whose journal the answer is kept. */
export interface About {
  readonly question: Question;
  readonly claim: string;
}

type Answer = Answered[Question['kind']];

interface Pending {
  readonly at: number;
  readonly question: Question;
  readonly key: string;
  readonly journal: string | null;
}

/**
 * Answers questions, each once, on as many workers as told; in the order in which they were asked. What the cache holds
 * is not asked again; an answer is kept as soon as it is there. Answers depend on neither the number of workers nor the
 * order.
 */
export async function askAll(
  asked: readonly About[],
  designs: Designs,
  world: World,
  options: AskOptions,
): Promise<readonly Answer[]> {
  const contents = tableContents(world);
  const keys = asked.map(({ question }) => keyOf(question, designs, world, contents, options.code));
  const journals = new Map<string, string>();
  const known = new Map<string, Answer>();
  for (const claim of options.cache === null ? [] : new Set(asked.map((a) => a.claim))) {
    const journal = openJournalOf(options.cache!, `${claim}.critics`, isKept);
    journals.set(claim, journal.file);
    journal.each((key, { answer }) => known.set(key, answer));
  }
  const answers = keys.map((key) => known.get(key));
  const pending = asked.flatMap(({ question, claim }, at): Pending[] =>
    known.has(keys[at]!) ? [] : [{ at, question, key: keys[at]!, journal: journals.get(claim) ?? null }],
  );
  let done = asked.length - pending.length;
  await answer(pending, designs, world, options, (at, found) => {
    answers[at] = found;
    done++;
    options.onAnswer?.(done, asked.length);
  });
  return answers as readonly Answer[];
}

const isKept = (value: unknown): value is { readonly answer: Answer } =>
  value !== null && typeof value === 'object' && 'answer' in value;

/** Identity of an answer: the question, what it can learn, and the code that answers. */
function keyOf(
  question: Question,
  designs: Designs,
  world: World,
  contents: ReadonlyMap<string, string>,
  code: string,
): string {
  const design = designs[question.design]!;
  const tables = question.specifications.flatMap(({ parameters }) => {
    const own = design.needs(parameters, world);
    const more =
      question.kind === 'others-in-place' && design.placebos?.cannot(parameters, world) === null
        ? design.placebos.needs(parameters, world)
        : {};
    return [...Object.values(own), ...Object.values(more)].flatMap((q) => q.tables);
  });
  return contentHash([question, contentOf(tables, contents), code]);
}

/** Below this, workers that are not there yet take longer to begin than the work. */
const fewestForWorkers = 8;
const batchSize = 1;

async function answer(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  options: AskOptions,
  finish: (at: number, answer: Answer) => void,
): Promise<void> {
  const module = join(projectRoot(), 'dist', 'critics-worker.js');
  const many = options.jobs > 1 && pending.length >= fewestForWorkers && existsSync(module);
  if (!many) return inProcess(pending, designs, world, options, finish);
  const crew = options.crew ?? crewOf(options.jobs);
  try {
    await onWorkers(module, pending, world, crew, options.signal, finish);
  } finally {
    if (!options.crew) await crew.dismiss();
  }
}

async function inProcess(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  { signal }: AskOptions,
  finish: (at: number, answer: Answer) => void,
): Promise<void> {
  for (const { at, question, key, journal } of pending) {
    signal?.throwIfAborted();
    const found = await answerQuestion(question, designs, world);
    if (journal) appendResult(journal, key, { answer: found });
    finish(at, found);
    if (signal) await new Promise(setImmediate); // lets Ctrl-C through
  }
}

async function onWorkers(
  module: string,
  pending: readonly Pending[],
  world: World,
  crew: Crew,
  signal: AbortSignal | undefined,
  finish: (at: number, answer: Answer) => void,
): Promise<void> {
  const threads = Math.min(crew.jobs, pending.length);
  await inLanes(pending, threads, batchSize, signal, async (batch, stop) => {
    const task: QuestionBatch = {
      world: world.folder,
      local: world.local,
      questions: batch.map(({ question, key, journal }) => ({ question, key, journal })),
      stop,
    };
    const answers = (await crew.run(module, 'answerBatch', task, threads)) as Answer[];
    for (const [i, found] of answers.entries()) finish(batch[i]!.at, found);
  });
}
