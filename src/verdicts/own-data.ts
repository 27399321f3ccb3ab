import type { Designs } from '../claims/designs.js';
import type { Multiverse } from '../claims/multiverse.js';
import type { Specification } from '../claims/specification.js';
import type { World } from '../world/open.js';

/** The tables of one part: as the claim has it, and moved to the years since publication. */
export interface PartTables {
  readonly table: Multiverse;
  readonly since: Multiverse | undefined;
}

/** What a claim owes to data that the user added: from which sources, and the parts with them where others do without. */
export interface OwnData {
  readonly sources: readonly string[];
  /** Absent where the claim has no test without them: then its one verdict rests on them. */
  readonly parts?: readonly PartTables[];
}

/**
 * Parts a claim's tables by what may be published: specifications that read a table of the user's own count as
 * impossible there, and stand in a second set of tables with all others. Where a reading would keep none, nothing is
 * left to publish, and the tables stay as they are. Without such specifications there is no `own`.
 */
export function partOwnData(
  parts: readonly PartTables[],
  designs: Designs,
  world: World,
): { readonly parts: readonly PartTables[]; readonly own?: OwnData } {
  const local = new Map(
    world.manifest.tables.filter((t) => t.licence === 'local').map((t) => [t.name, t.source]),
  );
  if (local.size === 0) return { parts };
  const used = new Set<string>();
  const behind = (s: Specification): string[] => {
    if (s.impossible !== undefined) return [];
    const asked = Object.values(designs[s.design]!.needs(s.parameters, world)).flatMap((q) => q.tables);
    return [...new Set(asked.flatMap((t) => local.get(t) ?? []))].sort();
  };
  const without = (table: Multiverse): Multiverse => ({
    ...table,
    specifications: table.specifications.map((s) => {
      const sources = behind(s);
      for (const source of sources) used.add(source);
      return sources.length === 0
        ? s
        : { ...s, impossible: `rests on data of your own (${sources.join(', ')})` };
    }),
  });
  const published = parts.map(({ table, since }) => ({
    table: without(table),
    since: since && without(since),
  }));
  if (used.size === 0) return { parts };
  const sources = [...used].sort();
  return published.every(({ table }) => table.readings.every((reading) => keepsOne(table, reading)))
    ? { parts: published, own: { sources, parts } }
    : { parts, own: { sources } };
}

const keepsOne = ({ specifications }: Multiverse, reading: string): boolean =>
  specifications.some((s) => s.reading === reading && s.impossible === undefined);
