import { availableParallelism } from 'node:os';
import type { Claim } from '../claims/claim.js';
import { findClaims } from '../claims/find.js';
import { designs } from '../designs/index.js';
import { fail } from '../kernel/errors.js';
import { untilInterrupted } from '../runs/cancel.js';
import { tablesOf, testClaims } from '../verdicts/test-claims.js';
import type { Effects } from './effects.js';
import { openForClaims } from './open-for-claims.js';
import { codeVersion, placesOf } from './places.js';
import { progressLine } from './progress.js';
import { follow, numbered, partsToFollow } from './trace/follow.js';
import { claimText, partText } from './trace/part-text.js';
import { questionsText } from './trace/rows-text.js';
import { checkOut, writeRows } from './trace/write-rows.js';

interface TraceOptions {
  readonly part?: string;
  readonly out?: string;
  readonly jobs?: number;
  readonly cache: boolean;
  readonly world?: string;
  readonly library?: string;
}

/**
 * `entente trace`: follows each part of a claim from its verdict to the rows behind it: the specification and its
 * choices, its estimate and what it says of the claim, the sum that makes it, each question with its rows, each table
 * with its source, the file it was read from and that file’s hash. `--out` writes every row.
 */
export async function trace(
  name: string,
  number: string | undefined,
  options: TraceOptions,
  effects: Effects,
): Promise<void> {
  const places = placesOf({ ...options, cache: options.cache ? '' : false }, process.env);
  const claim = claimNamed(name, places.library);
  const parts = partsToFollow(claim, options.part);
  if (options.out !== undefined) checkOut(options.out);
  const world = await openForClaims([claim], places);
  const progress = progressLine(effects);
  const interrupted = untilInterrupted();
  try {
    const all = tablesOf([claim], designs, world);
    const tables = all[0]!.parts.map((p) => p.table).filter((t) => parts.includes(t.part));
    const chosen = tables.map((table) => (number === undefined ? undefined : numbered(table, number)));
    const [verdict] = await testClaims(all, designs, world, {
      jobs: options.jobs ?? availableParallelism(),
      code: codeVersion(places.root),
      cache: places.cache,
      signal: interrupted.signal,
      onProgress: progress.show,
    });
    progress.clear();
    interrupted.done();
    const followed = await Promise.all(tables.map((table, i) => follow(table, verdict!, chosen[i], world)));
    const written = options.out === undefined ? undefined : await writeRows(followed, options.out);
    const told = new Set<string>();
    effects.out(claimText(claim, verdict!));
    for (const f of followed) effects.out(`${partText(f, claim)}${questionsText(f, world, told)}`);
    effects.out('\nstates go by their Correlates of War numbers: entente show states\n');
    if (written !== undefined) effects.say(`wrote ${written} rows to ${options.out}\n`);
  } finally {
    interrupted.done();
    world.close();
  }
}

/** The one claim of a name that has a test. Throws `cli/nothing-to-trace`. */
function claimNamed(name: string, library: string): Claim {
  const claims = findClaims([name], library, designs).flatMap((f) => f.claims);
  const claim = claims[0]!;
  if (claims.length > 1)
    fail('cli/nothing-to-trace', `${name} is ${claims.length} claims`, {
      hint: `trace one of them, such as ${claim.argument}/${claim.id}`,
    });
  if (claim.parts.length === 0)
    fail('cli/nothing-to-trace', `${name} has no test yet`, {
      hint: 'entente check says what it waits for',
    });
  return claim;
}
