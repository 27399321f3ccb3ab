import { designs } from '../designs/index.js';
import { openWorld, type World } from '../world/open.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import type { Outcome } from './outcome.js';

/** A batch for one worker: what to run, on which world, and where each result is written down. */
export interface Batch {
  readonly world: string;
  readonly jobs: readonly { readonly job: Job; readonly journal: string | null }[];
  /** One whole number, shared: other than 0, no further job is begun. */
  readonly stop: SharedArrayBuffer;
}

let open: { folder: string; world: Promise<World> } | undefined;

/**
 * The entry of a worker thread, which keeps its world open between batches. A run that is stopped gives the outcomes
 * that it has: the specification in hand is finished, for a database must not be torn down in the midst of a question.
 */
export async function runBatch(batch: Batch): Promise<Outcome[]> {
  const stop = new Int32Array(batch.stop);
  if (open?.folder !== batch.world) open = { folder: batch.world, world: openWorld(batch.world) };
  const world = await open.world;
  const outcomes: Outcome[] = [];
  for (const { job, journal } of batch.jobs) {
    if (Atomics.load(stop, 0) !== 0) break;
    const outcome = await estimateSpecification(job, designs, world);
    if (journal) appendOutcome(journal, job.cacheKey, outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}
