import { tmpdir } from 'node:os';
import type { Designs } from '../claims/designs.js';
import type { Multiverse } from '../claims/multiverse.js';
import type { Specification } from '../claims/specification.js';
import { contentHash } from '../kernel/canonical.js';
import type { World } from '../world/open.js';
import type { Crew } from './crew.js';
import { heldDraws } from './held-draws.js';
import { type Journal, openJournal } from './journal.js';
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
  /** Workers that are there already, and stay; without them a run has its own. */
  readonly crew?: Crew | undefined;
  /** Estimates alone, without those in worlds without an effect that the joint test needs. */
  readonly alone?: boolean | undefined;
}

/**
 * Runs every possible specification of the tables, each once, on as many workers as told, and gives their outcomes by
 * key. What the cache holds is not run again. The outcomes do not depend on the number of workers or the order.
 *
 * Memory: of an outcome its estimate is held, about a kilobyte; its draws are held as `heldDraws` does, 8 MB in all;
 * a journal is read line by line.
 */
export async function runSpecifications(
  tables: readonly Multiverse[],
  designs: Designs,
  world: World,
  options: RunOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const queued = new Set<string>();
  const contents = tableContents(world);
  const draws = heldDraws(options.cache ?? tmpdir());
  /** What is to run of each claim, whose results stand in one journal. */
  const claims = new Map<string, { readonly journal: Journal | null; readonly own: Pending[] }>();
  for (const { claim, specifications } of tables) {
    const name = `${claim.argument}.${claim.id}`;
    const { journal, own } = claims.get(name) ?? {
      journal: options.cache === null ? null : openJournal(options.cache, name),
      own: [],
    };
    claims.set(name, { journal, own });
    for (const specification of specifications) {
      if (specification.impossible !== undefined || queued.has(specification.key)) continue;
      queued.add(specification.key);
      const cacheKey = journal ? cacheKeyOf(specification, designs, world, contents, options) : '';
      own.push({ specification, cacheKey, journal: journal?.file ?? null });
    }
  }
  const pending = [...claims.values()].flatMap(({ journal, own }) => {
    if (!journal) return own;
    const wanted = new Map(own.map((p) => [p.cacheKey, p.specification.key]));
    journal.each((key, outcome) => {
      const known = wanted.get(key);
      if (known !== undefined) outcomes.set(known, draws.hold(outcome));
    });
    return own.filter((p) => !outcomes.has(p.specification.key));
  });
  const finish = (p: Pending, outcome: Outcome): void => {
    outcomes.set(p.specification.key, draws.hold(outcome));
    options.onOutcome?.(p.specification, outcomes, outcomes.size, queued.size);
  };
  await work(pending, designs, world, options, finish);
  return outcomes;
}

/** Every specification may ask who a name is and when it was a member. */
const alwaysRead = ['states', 'state_names', 'state_years'];

/** What a specification can learn from each table: its rows, and the cards of its variables. */
export function tableContents({ manifest }: World): ReadonlyMap<string, string> {
  const cards = (table: string) => manifest.variables.filter((v) => v.table === table);
  return new Map(manifest.tables.map((t) => [t.name, contentHash([t.sha256, cards(t.name)])]));
}

/** Identity of a result: what is asked, what it can learn, and the code that estimates. */
function cacheKeyOf(
  s: Specification,
  designs: Designs,
  world: World,
  contents: ReadonlyMap<string, string>,
  { code, alone }: Pick<RunOptions, 'code' | 'alone'>,
): string {
  const asked = Object.values(designs[s.design]!.needs(s.parameters, world)).flatMap((q) => q.tables);
  return contentHash([s.key, contentOf(asked, contents), code, ...(alone ? ['alone'] : [])]);
}

/** The content of tables, with that of those that are always read. */
export const contentOf = (
  tables: readonly string[],
  contents: ReadonlyMap<string, string>,
): (readonly [string, string | null])[] =>
  [...new Set([...alwaysRead, ...tables])].sort().map((name) => [name, contents.get(name) ?? null]);
