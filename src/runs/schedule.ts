import type { Designs } from '../claims/designs.js';
import type { Multiverse } from '../claims/multiverse.js';
import type { Specification } from '../claims/specification.js';
import { contentHash } from '../kernel/canonical.js';
import type { World } from '../world/open.js';
import type { Job } from './estimate-specification.js';
import { openJournal } from './journal.js';
import type { Outcome } from './outcome.js';
import { type Pending, work } from './work.js';

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
  await work(pending, designs, world, options, finish);
  return outcomes;
}

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
