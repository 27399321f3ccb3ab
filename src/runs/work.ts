import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Designs } from '../claims/designs.js';
import type { Specification } from '../claims/specification.js';
import { projectRoot } from '../kernel/root.js';
import type { World } from '../world/open.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome } from './journal.js';
import type { Outcome } from './outcome.js';
import type { Batch } from './worker.js';

/** A specification that is to run, and where its outcome is kept. */
export interface Pending {
  readonly specification: Specification;
  /** Identity of the result in the cache. */
  readonly cacheKey: string;
  readonly journal: string | null;
}

/** What a worker needs to know of it, made when it is its turn. */
const jobOf = ({ specification: { key, design, parameters }, cacheKey }: Pending): Job => ({
  key,
  design,
  parameters,
  cacheKey,
});

interface WorkOptions {
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
}

type Finish = (p: Pending, outcome: Outcome) => void;

/** Below this, starting workers takes longer than the work. */
const fewestForWorkers = 16;
const batchSize = 8;

/** Runs what is pending, here or on workers, and says of each when it is done. Throws `AbortError` where it is stopped. */
export async function work(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  options: WorkOptions,
  finish: Finish,
): Promise<void> {
  const filename = join(projectRoot(), 'dist', 'worker.js');
  const many = options.jobs > 1 && pending.length > fewestForWorkers && existsSync(filename);
  if (many) await onWorkers(filename, pending, world, options, finish);
  else await inProcess(pending, designs, world, options, finish);
}

async function inProcess(
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  { signal }: WorkOptions,
  finish: Finish,
): Promise<void> {
  for (const p of pending) {
    signal?.throwIfAborted();
    const outcome = await estimateSpecification(jobOf(p), designs, world);
    if (p.journal) appendOutcome(p.journal, p.cacheKey, outcome);
    finish(p, outcome);
    if (signal) await new Promise(setImmediate); // lets Ctrl-C through
  }
}

async function onWorkers(
  filename: string,
  pending: readonly Pending[],
  world: World,
  { jobs, signal }: WorkOptions,
  finish: Finish,
): Promise<void> {
  const { Piscina } = await import('piscina');
  const threads = Math.min(jobs, Math.ceil(pending.length / batchSize));
  const pool = new Piscina({
    filename,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: 128 }, // draws make many short-lived lists
  });
  const flag = new SharedArrayBuffer(4);
  const stop = (): void => void Atomics.store(new Int32Array(flag), 0, 1);
  const run = async (batch: readonly Pending[]): Promise<void> => {
    const task: Batch = {
      world: world.folder,
      local: world.local,
      jobs: batch.map((p) => ({ job: jobOf(p), journal: p.journal })),
      stop: flag,
    };
    const outcomes = (await pool.run(task, { name: 'runBatch' })) as Outcome[];
    for (const [i, outcome] of outcomes.entries()) finish(batch[i]!, outcome);
  };
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  // All are waited for, also where one fails: a worker must not end in the midst of a question to its database.
  const lanes = lanesOf(pending, threads);
  const ended = await Promise.allSettled(
    lanes.map(async (_, lane) => {
      for (let batch = nextBatch(lanes, lane); batch.length > 0; batch = nextBatch(lanes, lane)) {
        await run(batch).catch((error: unknown) => {
          stop();
          throw error;
        });
      }
    }),
  );
  signal?.removeEventListener('abort', stop);
  await pool.destroy();
  signal?.throwIfAborted();
  const failed = ended.find((e) => e.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A stretch of what is pending for each worker: neighbours ask the same of the world, which a worker remembers. */
function lanesOf(pending: readonly Pending[], threads: number): Pending[][] {
  const length = Math.ceil(pending.length / threads);
  return Array.from({ length: threads }, (_, i) => pending.slice(i * length, (i + 1) * length));
}

/** The next batch of a lane; of the longest other one, from its end, where its own is done. */
function nextBatch(lanes: readonly Pending[][], lane: number): Pending[] {
  const own = lanes[lane]!;
  if (own.length > 0) return own.splice(0, batchSize);
  const longest = lanes.reduce((a, b) => (b.length > a.length ? b : a));
  return longest.splice(-batchSize);
}
