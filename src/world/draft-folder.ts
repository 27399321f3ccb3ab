import { existsSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../kernel/errors.js';
import { makeFolder } from '../kernel/make-folder.js';

/** A world takes the place of nothing, of an empty folder or of a world, never of anything else. Throws `world/cannot-write`. */
export function checkTarget(target: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) fail('world/cannot-write', `this is a file: ${target}`);
  if (readdirSync(target).length > 0 && !existsSync(join(target, 'manifest.json')))
    fail('world/cannot-write', `this folder holds no world, and would be lost: ${target}`, {
      hint: 'name a folder that is not there yet, with --out',
    });
}

/**
 * Makes an empty folder for a draft, removed by the function returned, or by the signal that ends the process, together
 * with the folders above it that had to be made and stayed empty. Throws `world/cannot-write`.
 */
export function draftFolder(draft: string): () => void {
  let made: readonly string[] = [];
  const drop = (): void => {
    rmSync(draft, { recursive: true, force: true });
    for (const folder of [...made].reverse())
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  };
  try {
    drop();
    made = makeFolder(draft);
  } catch (error) {
    fail('world/cannot-write', `cannot write beside ${dirname(draft)}`, { hint: (error as Error).message });
  }
  const stop = (signal: NodeJS.Signals): void => {
    drop();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    drop();
  };
}
