import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Designs } from '../claims/designs.js';
import type { Multiverse } from '../claims/multiverse.js';
import type { Specification } from '../claims/specification.js';
import { contentHash } from '../kernel/canonical.js';
import { projectRoot } from '../kernel/root.js';
import type { World } from '../world/open.js';
import { estimateSpecification, type Job } from './estimate-specification.js';
import { appendOutcome, openJournal } from './journal.js';
import type { Outcome } from './outcome.js';
import type { Batch } from './worker.js';

export interface RunOptions {
  readonly jobs: number;
  /** Folder of the cache; null: keep nothing. */
  readonly cache: string | null;
  /** Version of the code that estimates. */
  readonly code: string;
  /** Called after each specification. */
  onOutcome?(
    specification: Specification,
    outcomes: ReadonlyMap<string, Outcome>,
    done: number,
    total: number,
  ): void;
  readonly signal?: AbortSignal | undefined;
}

interface Pending {
  readonly job: Job;
  readonly specification: Specification;
  readonly journal: string | null;
}

/**
 * Runs every possible specification of the tables, each once, on as many workers as told, and gives their outcomes by
 * key. What the cache holds is not run again. The outcomes do not depend on the number of workers or the order.
 */
export async function runSpecifications(
  tables: readonly Multiverse[],
  designs: Designs,
  world: World,
  options: RunOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const pending: Pending[] = [];
  const queued = new Set<string>();
  const contents = tableContents(world);
  for (const table of tables) {
    const journal =
      options.cache === null ? null : openJournal(options.cache, `${table.claim.argument}.${table.claim.id}`);
    const known = journal?.read();
    for (const specification of table.specifications) {
      if (specification.impossible !== undefined || queued.has(specification.key)) continue;
      queued.add(specification.key);
      const job = jobOf(specification, designs, world, contents, options.code);
      const before = known?.get(job.cacheKey);
      if (before) outcomes.set(specification.key, before);
      else pending.push({ job, specification, journal: journal?.file ?? null });
    }
  }
  const total = queued.size;
  const finish = (p: Pending, outcome: Outcome): void => {
    outcomes.set(p.specification.key, outcome);
    options.onOutcome?.(p.specification, outcomes, outcomes.size, total);
  };
  const work = options.jobs > 1 && pending.length > fewestForWorkers ? onWorkers : inProcess;
  await work(pending, designs, world, options, finish);
  return outcomes;
}

/** Below this, starting workers takes longer than the work. */
const fewestForWorkers = 16;
const batchSize = 8;

/** Every specification may ask who a name is and when it was a member. */
const alwaysRead = ['states', 'state_names', 'state_years'];

/** What a specification can learn from each table: its rows, and the cards of its variables. */
function tableContents({ manifest }: World): ReadonlyMap<string, string> {
  const cards = (table: string) => manifest.variables.filter((v) => v.table === table);
  return new Map(manifest.tables.map((t) => [t.name, contentHash([t.sha256, cards(t.name)])]));
}

function jobOf(
  s: Specification,
  designs: Designs,
  world: World,
  contents: ReadonlyMap<string, string>,
  code: string,
): Job {
  const design = designs[s.design]!;
  const asked = Object.values(design.needs(s.parameters, world)).flatMap((q) => q.tables);
  const tables = [...new Set([...alwaysRead, ...asked])].sort();
  const content = tables.map((name) => [name, contents.get(name) ?? null]);
  return {
    key: s.key,
    design: s.design,
    parameters: s.parameters,
    cacheKey: contentHash([s.key, content, code]),
  };
}

type Work = (
  pending: readonly Pending[],
  designs: Designs,
  world: World,
  options: RunOptions,
  finish: (p: Pending, outcome: Outcome) => void,
) => Promise<void>;

const inProcess: Work = async (pending, designs, world, options, finish) => {
  for (const p of pending) {
    options.signal?.throwIfAborted();
    const outcome = await estimateSpecification(p.job, designs, world);
    if (p.journal) appendOutcome(p.journal, p.job.cacheKey, outcome);
    finish(p, outcome);
    if (options.signal) await new Promise(setImmediate); // lets Ctrl-C through
  }
};

const onWorkers: Work = async (pending, _designs, world, options, finish) => {
  const filename = join(projectRoot(), 'dist', 'worker.js');
  if (!existsSync(filename)) return inProcess(pending, _designs, world, options, finish);
  const { Piscina } = await import('piscina');
  const threads = Math.min(options.jobs, Math.ceil(pending.length / batchSize));
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const batches: Pending[][] = [];
  for (let i = 0; i < pending.length; i += batchSize) batches.push(pending.slice(i, i + batchSize));
  const stop = (): void => void pool.destroy();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(
      batches.map(async (batch) => {
        const task: Batch = {
          world: world.folder,
          jobs: batch.map(({ job, journal }) => ({ job, journal })),
        };
        const outcomes = (await pool.run(task, { name: 'runBatch' })) as Outcome[];
        for (const [i, p] of batch.entries()) finish(p, outcomes[i]!);
      }),
    );
  } catch (error) {
    options.signal?.throwIfAborted(); // a worker that was stopped is not a worker that failed
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await pool.destroy();
  }
};
