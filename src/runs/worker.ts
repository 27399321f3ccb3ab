import { designs } from '../designs/index.js';
import { openWorld, type World } from '../world/open.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import type { Outcome } from './outcome.js';

/** A batch for one worker: what to run, on which world, and where each result is written down. */
export interface Batch {
  readonly world: string;
  readonly jobs: readonly { readonly job: Job; readonly journal: string | null }[];
}

let open: { folder: string; world: Promise<World> } | undefined;

/** The entry of a worker thread, which keeps its world open between batches. */
export async function runBatch(batch: Batch): Promise<Outcome[]> {
  if (open?.folder !== batch.world) open = { folder: batch.world, world: openWorld(batch.world) };
  const world = await open.world;
  const outcomes: Outcome[] = [];
  for (const { job, journal } of batch.jobs) {
    const outcome = await estimateSpecification(job, designs, world);
    if (journal) appendOutcome(journal, job.cacheKey, outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}
