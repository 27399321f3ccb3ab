import { designs } from '../designs/index.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import { isStopped, type Stop } from './lanes.js';
import { openedWorld, type WorldPlaces } from './opened-world.js';
import type { Outcome } from './outcome.js';

/** A batch for one worker: what to run, on which world, and where each result is written down. */
export interface Batch extends WorldPlaces {
  readonly jobs: readonly { readonly job: Job; readonly journal: string | null }[];
  readonly stop: Stop;
}

/** Opens the world of a worker thread before there is work for it. */
export async function beReady(places: WorldPlaces): Promise<void> {
  await openedWorld(places);
}

/**
 * The entry of a worker thread. A run that is stopped gives the outcomes that it has: the specification in hand is
 * finished, for a database must not be torn down in the midst of a question.
 */
export async function runBatch(batch: Batch): Promise<Outcome[]> {
  const world = await openedWorld(batch);
  const outcomes: Outcome[] = [];
  for (const { job, journal } of batch.jobs) {
    if (isStopped(batch.stop)) break;
    const outcome = await estimateSpecification(job, designs, world);
    if (journal) appendOutcome(journal, job.cacheKey, outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}
