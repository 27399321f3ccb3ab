import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import { localNames } from '../local.js';

/**
 * Takes away what was added under a name, a source's own copy or a table of the user's; the file that it was read from
 * stays. Throws `world/not-added` with the nearest name.
 */
export function removeLocal(name: string, local: string): void {
  const added = localNames(local);
  if (!added.includes(name))
    fail('world/not-added', `nothing was added under the name ${JSON.stringify(name)}`, {
      hint: added.length > 0 ? didYouMean(name, added) : 'nothing was added at all',
    });
  const gone = join(local, `.${name}.${process.pid}.tmp`);
  if (existsSync(gone)) rmSync(gone, { recursive: true, force: true });
  renameSync(join(local, name), gone);
  rmSync(gone, { recursive: true, force: true });
}
