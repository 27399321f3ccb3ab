import type { BriefInput, ClaimBrief, Evidence, ShownPicture, UsedSource } from '../brief/brief-input.js';
import { renderBrief } from '../brief/render-brief.js';
import { renderIndex } from '../brief/render-index.js';
import type { Found } from '../claims/find.js';
import type { ClaimCritiques } from '../critics/critique.js';
import { designs } from '../designs/index.js';
import type { Tables } from '../verdicts/test-claims.js';
import type { ClaimVerdict } from '../verdicts/verdict.js';
import { sourceOf } from '../world/catalogue.js';
import type { World } from '../world/open.js';
import { indexPage, pageOf, writePage } from './pages.js';

/** What was found of claims, each at the same place in both lists. */
export interface ToWrite {
  readonly found: readonly Found[];
  readonly briefs: readonly ClaimBrief[];
  readonly critiques?: readonly ClaimCritiques[] | undefined;
}

/** Writes a brief an argument and the index page; each file appears whole or not at all. Gives their paths, the index last. */
export async function writeBriefs(
  { found, briefs, critiques }: ToWrite,
  world: World,
  code: string,
  folder: string,
): Promise<string[]> {
  const claims = briefs.map((brief, i) => ({ ...brief, ...(critiques && { critiques: critiques[i]! }) }));
  const of = (f: Found): ClaimBrief[] => f.claims.map((claim) => claims.find((c) => c.claim === claim)!);
  const labels = Object.fromEntries(world.manifest.variables.map((v) => [v.name, v.title]));
  const common = { labels, world: world.manifest.world, code };
  const files: string[] = [];
  for (const f of found) {
    const input: BriefInput = {
      argument: f.argument,
      claims: of(f),
      index: indexPage,
      designs,
      ...common,
    };
    files.push(writePage(folder, pageOf(f.argument), await renderBrief(input)));
  }
  const index = renderIndex({
    arguments: found.map((f) => ({
      argument: f.argument,
      file: encodeURIComponent(pageOf(f.argument)),
      claims: of(f),
    })),
    ...common,
  });
  files.push(writePage(folder, indexPage, index));
  return files;
}

/** What the brief shows of a claim, but for its critiques. */
export async function claimBrief(
  t: Tables,
  verdict: ClaimVerdict,
  pictures: readonly ShownPicture[],
  world: World,
): Promise<ClaimBrief> {
  const evidence: Evidence[] = [];
  const used = new Set<string>();
  for (const [i, part] of verdict.parts.entries()) {
    const { table } = t.parts[i]!;
    const design = designs[table.part.design]!;
    for (const s of table.specifications) {
      if (s.impossible === undefined)
        for (const q of Object.values(design.needs(s.parameters, world)))
          for (const name of q.tables) used.add(name);
    }
    for (const reading of part.readings) {
      const typical = reading.typical === null ? undefined : reading.graded[reading.typical];
      const specification = table.specifications.find(
        (s) => s.reading === reading.reading && s.key === typical?.key,
      );
      if (!specification || !typical?.estimate) continue;
      const answers = await world.answer(design.needs(specification.parameters, world));
      evidence.push({
        part: part.part,
        reading: reading.reading,
        picture: design.picture(specification.parameters, answers, world, typical.estimate),
      });
    }
  }
  const id = `${t.claim.argument}/${t.claim.id}`;
  return {
    claim: t.claim,
    verdict,
    evidence,
    pictures,
    sources: usedSources(used, world),
    commands:
      t.claim.parts.length === 0
        ? []
        : [
            `npx entente check ${id} --specifications`,
            `npx entente test ${id}`,
            `npx entente test ${id} --json`,
          ],
  };
}

/** Sources behind the tables that a claim reads, in the order of the world. */
export function usedSources(tables: ReadonlySet<string>, world: Pick<World, 'manifest'>): UsedSource[] {
  const read = world.manifest.tables.filter((t) => tables.has(t.name));
  return [...new Set(read.map((t) => t.source))].map((name) => ({
    source: sourceOf(world.manifest, name),
    tables: read.filter((t) => t.source === name),
  }));
}
