import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findClaims } from '../claims/find.js';
import { designs } from '../designs/index.js';
import { EntenteError, fail, renderError } from '../kernel/errors.js';
import { untilInterrupted } from '../runs/cancel.js';
import { type Tables, tablesOf } from '../verdicts/test-claims.js';
import type { Effects } from './effects.js';
import { openForClaims } from './open-for-claims.js';
import { type Places, placesOf } from './places.js';

interface WatchOptions {
  readonly json?: boolean;
  readonly world?: string;
  readonly library?: string;
}

/** How often the files are looked at, in milliseconds. */
const interval = 250;

/** What no change of a claim mends. */
const beyondClaims = ['world/missing', 'world/damaged', 'world/unreadable-manifest', 'claims/no-library'];

/**
 * `entente check --watch`: checks again whenever a file of the claims is saved, and says the first mistake with its
 * place, or in one line (`summary`) what would run, and which specifications are impossible and why. Until `signal`, or
 * Ctrl-C.
 */
export async function watchClaims(
  names: readonly string[],
  options: WatchOptions,
  effects: Effects,
  summary: (tables: Tables) => string,
  signal?: AbortSignal,
): Promise<void> {
  if (options.json) fail('cli/no-json', '--watch speaks to a person: it prints no JSON');
  const places = placesOf(options, process.env);
  const interrupted = untilInterrupted();
  const stopped = (): boolean => interrupted.signal.aborted || signal?.aborted === true;
  try {
    for (let seen: string | undefined; !stopped(); ) {
      const now = stateOf(names, places.library);
      if (now !== seen) {
        const first = seen === undefined;
        seen = now;
        effects.out(`${await said(names, places, summary, first)}\n`);
        if (first) effects.say('watching what it is made of; Ctrl-C ends\n');
      }
      await setTimeout(interval, undefined, { signal: signal ?? interrupted.signal }).catch(() => undefined);
    }
  } finally {
    interrupted.done();
  }
}

/** The files of the claims, each with when it was saved and how long it is. */
function stateOf(names: readonly string[], library: string): string {
  const folders = names.map((name) =>
    /\.ya?ml$/.test(name) ? dirname(resolve(name)) : join(library, name.split('/')[0]!),
  );
  const files = [...new Set(folders)].flatMap((folder) =>
    existsSync(folder) && statSync(folder).isDirectory()
      ? readdirSync(folder)
          .filter((file) => /\.ya?ml$/.test(file))
          .map((file) => join(folder, file))
      : [],
  );
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${file} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join('\n');
}

/** What a check says now. Throws what cannot be mended while writing: no world, and at first a name that nothing has. */
async function said(
  names: readonly string[],
  places: Places,
  summary: (tables: Tables) => string,
  first: boolean,
): Promise<string> {
  try {
    const claims = findClaims(names, places.library, designs).flatMap((f) => f.claims);
    const world = await openForClaims(claims, places);
    try {
      return tablesOf(claims, designs, world)
        .map((tables) => [summary(tables), ...impossible(tables)].join('\n'))
        .join('\n');
    } finally {
      world.close();
    }
  } catch (error) {
    if (!(error instanceof EntenteError) || beyondClaims.includes(error.code)) throw error;
    if (first && /^claims\/(unknown-(argument|claim)|unreadable)$/.test(error.code)) throw error;
    return renderError(error);
  }
}

/** How many specifications are impossible, by reason. */
function impossible({ parts }: Tables): string[] {
  const reasons = new Map<string, number>();
  for (const { impossible: why } of parts.flatMap(({ table }) => table.specifications))
    if (why !== undefined) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [...reasons].map(([why, n]) => `  ${n} impossible: ${why}`);
}
