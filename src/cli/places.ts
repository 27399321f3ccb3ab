import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentHash } from '../kernel/canonical.js';
import { projectRoot } from '../kernel/root.js';

/** Folders that a command works with; each has an option or an environment variable (an empty one says nothing). */
export interface Places {
  readonly root: string;
  readonly world: string;
  readonly library: string;
  /** Tables that the user added from copies of their own; beside the world, never in it. */
  readonly local: string;
  readonly cache: string | null;
}

export function placesOf(
  options: { world?: string; library?: string; cache?: string | false },
  env: NodeJS.ProcessEnv,
): Places {
  const root = projectRoot();
  return {
    root,
    world: resolve(options.world || env['ENTENTE_WORLD'] || join(root, 'world')),
    library: resolve(options.library || env['ENTENTE_LIBRARY'] || join(root, 'arguments')),
    local: resolve(env['ENTENTE_LOCAL'] || join(root, '.local', 'world')),
    cache: options.cache === false ? null : resolve(env['ENTENTE_CACHE'] || join(root, '.cache', 'entente')),
  };
}

/** The version of the code, by which cached results are told apart: a hash over what was built. */
export function codeVersion(root: string): string {
  const built = join(root, 'dist');
  const files = existsSync(built)
    ? readdirSync(built)
        .filter((f) => f.endsWith('.js'))
        .sort()
    : [];
  return contentHash(files.map((f) => [f, contentHash(readFileSync(join(built, f)))]));
}
