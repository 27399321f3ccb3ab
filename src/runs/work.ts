import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Designs } from '../claims/designs.js';
import type { Specification } from '../claims/specification.js';
import { projectRoot } from '../kernel/root.js';
import type { World } from '../world/open.js';
import { type Crew, crewOf } from './crew.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import { inLanes } from './lanes.js';
import type { Outcome } from './outcome.js';
import type { Batch } from './worker.js';

/** A specification that is to run, and where its outcome is kept. */
export interface Pending {
  readonly specification: Specification;
  /** Identity of the result in the cache; empty where nothing is kept. */
  readonly cacheKey: string;
  readonly journal: string | null;
}

/** What a worker needs to know of it, made when it is its turn. */
const jobOf = (
  { specification: { key, design, parameters }, cacheKey }: Pending,
  alone: boolean | undefined,
): Job => ({
  key,
  design,
  parameters,
  cacheKey,
  ...(alone && { alone }),
});

interface WorkOptions {
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
  readonly crew?: Crew | undefined;
  readonly alone?: boolean | undefined;
}

type Finish = (p: Pending, outcome: Outcome) => void;

/** Below this, starting workers takes longer than the work. */
const fewestForWorkers = 16;
const batchSize = 8;

const moduleOfWorkers = (): string => join(projectRoot(), 'dist', 'worker.js');

/** So many are worth workers, of whom so many. */
const areMany = (count: number, jobs: number): boolean =>
  jobs > 1 && count > fewestForWorkers && existsSync(moduleOfWorkers());
const threadsFor = (count: number, jobs: number): number => Math.min(jobs, Math.ceil(count / batchSize));

/** Lets workers begin and open the world, where so many specifications will be pending that they are worth it. */
export function prepareFor(count: number, { folder: world, local }: World, crew: Crew): void {
  if (areMany(count, crew.jobs))
    crew.prepare(moduleOfWorkers(), 'beReady', { world, local }, threadsFor(count, crew.jobs));
}

/** Runs what is pending, here or on workers, and says of each when it is done. Throws `AbortError` where it is stopped. */
export async function work(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  options: WorkOptions,
  finish: Finish,
): Promise<void> {
  if (!areMany(pending.length, options.jobs)) return inProcess(pending, designs, world, options, finish);
  const crew = options.crew ?? crewOf(options.jobs);
  try {
    await onWorkers(pending, world, { ...options, crew }, finish);
  } finally {
    if (!options.crew) await crew.dismiss();
  }
}

async function inProcess(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  { signal, alone }: WorkOptions,
  finish: Finish,
): Promise<void> {
  for (const p of pending) {
    signal?.throwIfAborted();
    const outcome = await estimateSpecification(jobOf(p, alone), designs, world);
    if (p.journal) appendOutcome(p.journal, p.cacheKey, outcome);
    finish(p, outcome);
    if (signal) await new Promise(setImmediate); // lets Ctrl-C through
  }
}

async function onWorkers(
  pending: readonly Pending[],
  world: World,
  { signal, crew, alone }: WorkOptions & { readonly crew: Crew },
  finish: Finish,
): Promise<void> {
  const threads = threadsFor(pending.length, crew.jobs);
  await inLanes(pending, threads, batchSize, signal, async (batch, stop) => {
    const task: Batch = {
      world: world.folder,
      local: world.local,
      jobs: batch.map((p) => ({ job: jobOf(p, alone), journal: p.journal })),
      stop,
    };
    const outcomes = (await crew.run(moduleOfWorkers(), 'runBatch', task, threads)) as Outcome[];
    for (const [i, outcome] of outcomes.entries()) finish(batch[i]!, outcome);
  });
}
