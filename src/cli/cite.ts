import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findClaims } from '../claims/find.js';
import { listArguments } from '../claims/load.js';
import { designs } from '../designs/index.js';
import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { fullManifest } from '../measures/with-measures.js';
import { tablesOf } from '../verdicts/test-claims.js';
import { bibtex, bibtexAuthors, parseCitation } from '../world/bibtex.js';
import type { Manifest } from '../world/cards.js';
import { variableOf } from '../world/catalogue.js';
import type { World } from '../world/open.js';
import type { Effects } from './effects.js';
import { openWithLocal } from './open-with-local.js';
import { placesOf } from './places.js';

/** `entente cite`: sources and methods behind variables, claims or arguments; behind the whole world without any. */
export async function cite(
  what: readonly string[],
  options: { bibtex?: boolean; world?: string; library?: string },
  effects: Effects,
): Promise<void> {
  const places = placesOf(options, process.env);
  const world = await openWithLocal(options);
  try {
    const manifest = fullManifest(world);
    const isVariable = (name: string): boolean => manifest.variables.some((v) => v.name === name);
    const claims = what.filter((name) => !isVariable(name));
    for (const name of claims) checkName(name, manifest, places.library);
    const sources = new Set(what.filter(isVariable).map((name) => variableOf(manifest, name).source));
    const methods = new Set<string>();
    if (what.length === 0)
      for (const s of world.manifest.sources.filter((x) => x.terms !== 'local')) sources.add(s.name);
    if (claims.length > 0) citeClaims(claims, places.library, world, sources, methods);
    const cited = manifest.sources.filter((s) => sources.has(s.name));
    if (options.bibtex) {
      for (const s of cited) effects.out(`${bibtex(s)}\n\n`);
      for (const m of methods) effects.out(`${methodEntry(m)}\n\n`);
      effects.out(
        `@misc{entente,\n  title = {{Entente}},\n  version = {world ${manifest.world.slice(0, 12)}}\n}\n\n`,
      );
      return;
    }
    for (const s of cited) effects.out(`${s.citation} [${s.title}, ${s.version}; terms: ${s.terms}]\n`);
    for (const m of methods) effects.out(`${m}\n`);
    effects.out(`Entente, world ${manifest.world.slice(0, 12)}.\n`);
  } finally {
    world.close();
  }
}

/** A name by itself may be a variable or an argument. Throws `cli/nothing-to-cite` where it is near neither or is neither. */
function checkName(name: string, manifest: Manifest, library: string): void {
  if (/[/.]/.test(name)) return;
  const known = listArguments(library);
  if (known.includes(name)) return;
  const holder = known.find((id) => existsSync(join(library, id, `${name}.yaml`)));
  fail('cli/nothing-to-cite', `neither a variable nor an argument: ${name}`, {
    hint: holder
      ? `a claim is named with its argument: ${holder}/${name}`
      : didYouMean(name, [...known, ...manifest.variables.map((v) => v.name)]),
  });
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
        for (const c of design.alsoCites?.(s.parameters) ?? []) methods.add(c);
        for (const q of Object.values(design.needs(s.parameters, world))) {
          for (const name of q.tables)
            sources.add(world.manifest.tables.find((x) => x.name === name)!.source);
        }
      }
    }
  }
}

/** The work behind a method as a BibTeX entry, the whole citation in the note; its key is the first surname and the year. */
export function methodEntry(cited: string): string {
  const { authors, year, title } = parseCitation(cited);
  const surname = (authors ?? cited)
    .normalize('NFD')
    .replace(/[^A-Za-z ,]/g, '')
    .split(/[ ,]/)[0]!;
  const fields = [
    ['author', authors && bibtexAuthors(authors)],
    ['title', title && `{${title}}`],
    ['year', year],
    ['note', cited],
  ].flatMap(([key, value]) => (value ? [`  ${key} = {${value.replace(/[&%$#_]/g, (c) => `\\${c}`)}}`] : []));
  return `@misc{${surname.toLowerCase()}_${year ?? 'n_d'},\n${fields.join(',\n')}\n}`;
}
