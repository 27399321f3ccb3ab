import { findClaims } from '../claims/find.js';
import { designs } from '../designs/index.js';
import { tablesOf } from '../verdicts/test-claims.js';
import { sourceOf, variableOf } from '../world/catalogue.js';
import { openWorld, readManifest, type World } from '../world/open.js';
import type { Effects } from './effects.js';
import { placesOf } from './places.js';

/** `entente cite`: sources and methods behind variables, claims or arguments; behind the whole world without any. */
export async function cite(
  what: readonly string[],
  options: { world?: string; library?: string },
  effects: Effects,
): Promise<void> {
  const places = placesOf(options, process.env);
  const manifest = readManifest(places.world);
  const sources = new Set<string>();
  const methods = new Set<string>();
  const claims = what.filter((name) => !manifest.variables.some((v) => v.name === name));
  for (const name of what) if (!claims.includes(name)) sources.add(variableOf(manifest, name).source);
  if (what.length === 0) for (const s of manifest.sources) sources.add(s.name);
  if (claims.length > 0) {
    const world = await openWorld(places.world);
    try {
      citeClaims(claims, places.library, world, sources, methods);
    } finally {
      world.close();
    }
  }
  const cards = manifest.sources.filter((s) => sources.has(s.name)).map((s) => sourceOf(manifest, s.name));
  for (const s of cards) effects.out(`${s.citation} [${s.title}, ${s.version}; terms: ${s.terms}]\n`);
  for (const m of methods) effects.out(`${m}\n`);
  effects.out(`Entente, world ${manifest.world.slice(0, 12)}.\n`);
}

function citeClaims(
  names: readonly string[],
  library: string,
  world: World,
  sources: Set<string>,
  methods: Set<string>,
): void {
  for (const t of tablesOf(
    findClaims(names, library, designs).flatMap((f) => f.claims),
    designs,
    world,
  )) {
    for (const { table } of t.parts) {
      const design = designs[table.part.design]!;
      for (const c of design.cites) methods.add(c);
      for (const s of table.specifications.filter((x) => x.impossible === undefined)) {
        for (const q of Object.values(design.needs(s.parameters, world))) {
          for (const name of q.tables)
            sources.add(world.manifest.tables.find((x) => x.name === name)!.source);
        }
      }
    }
  }
}
