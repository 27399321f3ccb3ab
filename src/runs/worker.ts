import { designs } from '../designs/index.js';
import { withLocal } from '../world/local.js';
import { openWorld, type World } from '../world/open.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import type { Outcome } from './outcome.js';

/** A batch for one worker: what to run, on which world, and where each result is written down. */
export interface Batch {
  readonly world: string;
  /** What of the user’s own stands beside it. */
  readonly local?: World['local'] | undefined;
  readonly jobs: readonly { readonly job: Job; readonly journal: string | null }[];
  /** One whole number, shared: other than 0, no further job is begun. */
  readonly stop: SharedArrayBuffer;
}

let open: { places: string; world: Promise<World> } | undefined;

/**
 * The entry of a worker thread, which keeps its world open between batches. A run that is stopped gives the outcomes
 * that it has: the specification in hand is finished, for a database must not be torn down in the midst of a question.
 */
export async function runBatch(batch: Batch): Promise<Outcome[]> {
  const stop = new Int32Array(batch.stop);
  const places = JSON.stringify([batch.world, batch.local]);
  if (open?.places !== places) open = { places, world: openPlaces(batch) };
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

async function openPlaces({ world: folder, local }: Batch): Promise<World> {
  const world = await openWorld(folder);
  return local ? withLocal(world, local.folder, local.names) : world;
}
