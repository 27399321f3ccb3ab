import { contentHash } from '../kernel/canonical.js';
import type { Manifest } from './cards.js';

/** What is wrong with a manifest: it is as it was written where it names itself after its tables. */
export function wrongIn({ world, tables, variables, sources, system }: Manifest): string | undefined {
  for (const [part, list] of Object.entries({ tables, variables, sources }))
    if (!Array.isArray(list)) return `its ${part} are no list`;
  if (!Number.isInteger(system.from) || !Number.isInteger(system.to) || !Array.isArray(system.byYear))
    return 'its system has no years';
  const broken = tables.findIndex((t) => typeof t?.file !== 'string' || !Array.isArray(t.columns));
  if (broken >= 0) return `table ${broken + 1} of it has no file, or no columns`;
  return world === contentHash(tables.map((t) => [t.name, t.sha256]))
    ? undefined
    : 'its tables are not those after which it is named';
}
