import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Design } from '../designs/design.js';
import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { parseYears } from '../kernel/years.js';
import type { Alternative, Argument, Claim, Option, Part } from './claim.js';
import { parseExpectation } from './expectation.js';
import { argumentSchema, type ClaimFile, claimSchema, type TestFile } from './schema.js';
import { type Path, readYaml, type YamlFile } from './yaml-file.js';

/** Designs by name: what can be tested now. */
export type Designs = Readonly<Record<string, Design>>;

/** Designs that DESIGN.md names and that are not built yet: a claim may wait for them. */
export const plannedDesigns = [
  'figure',
  'trend',
  'share',
  'comparison',
  'event-study',
  'regression',
  'prediction',
  'network',
  'exchange',
  'actors',
] as const;

/** Ids of the arguments of a library, in order. Throws `claims/no-library`. */
export function listArguments(library: string): readonly string[] {
  if (!existsSync(library)) fail('claims/no-library', `no folder of arguments at ${library}`);
  return readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(library, entry.name, 'argument.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** Reads an argument and all its claims. Throws `claims/…` with the place of the first mistake. */
export function loadArgument(folder: string, designs: Designs): Argument {
  const file = readYaml(join(folder, 'argument.yaml'), argumentSchema);
  const { claims, ...head } = file.value;
  const id = basename(resolve(folder));
  const loaded = claims.map((claim, i) => {
    const path = join(folder, `${claim}.yaml`);
    if (!existsSync(path)) {
      const there = readdirSync(folder)
        .filter((f) => f.endsWith('.yaml') && f !== 'argument.yaml')
        .map((f) => f.slice(0, -5));
      fail('claims/missing-claim', `no file for the claim ${claim}`, {
        at: file.at(['claims', i]),
        hint: didYouMean(claim, there),
      });
    }
    return loadClaim(path, designs, head.author);
  });
  return { id, ...head, claims: loaded, file: join(folder, 'argument.yaml') };
}

/** Reads one claim. Throws `claims/…` with the place of the first mistake. */
export function loadClaim(path: string, designs: Designs, author = ''): Claim {
  const file = readYaml(path, claimSchema);
  const written = file.value;
  const awaits = (written.awaits ?? []).map((name, i) => waitedFor(name, i, file));
  const parts = partsOf(written, file, designs);
  if (parts.length === 0 && awaits.length === 0 && !written.untestable) {
    fail('claims/no-test', 'the claim has no test', {
      at: file.at([]),
      hint: 'give it test and expect, or parts, or awaits, or untestable',
    });
  }
  return {
    argument: basename(dirname(resolve(path))),
    id: basename(path, '.yaml'),
    says: written.claim.trim(),
    by: written.by ?? author,
    period:
      written.period === undefined ? undefined : placed(file, ['period'], () => parseYears(written.period!)),
    measured: written.measured.trim(),
    countsAgainst: written['counts-against'].trim(),
    notInRecord: written['not-in-record'] ?? [],
    analyses: written.analyses ?? [],
    parts,
    labels: written.labels ?? {},
    awaits,
    untestable: written.untestable && {
      because: written.untestable.because,
      wouldSettle: written.untestable['would-settle'],
    },
    file: path,
    at: file.at,
  };
}

function waitedFor(name: string, i: number, file: YamlFile<ClaimFile>): string {
  if (!(plannedDesigns as readonly string[]).includes(name)) {
    fail('claims/unknown-design', `unknown design: ${name}`, {
      at: file.at(['awaits', i]),
      hint: didYouMean(name, plannedDesigns),
    });
  }
  return name;
}

function partsOf(written: ClaimFile, file: YamlFile<ClaimFile>, designs: Designs): Part[] {
  if (written.parts) {
    if (written.test)
      fail('claims/test-and-parts', 'a claim has one test or parts, not both', { at: file.at(['parts']) });
    return Object.entries(written.parts).map(([name, part]) =>
      partOf(name, part, ['parts', name], file, designs),
    );
  }
  return written.test ? [partOf('', written, [], file, designs)] : [];
}

function partOf(
  name: string,
  written: { readonly [K in keyof TestFile]?: TestFile[K] | undefined },
  path: Path,
  file: YamlFile<ClaimFile>,
  designs: Designs,
): Part {
  const at = (rest: Path): Place => file.at([...path, ...rest]);
  const test = written.test ?? fail('claims/missing-key', 'missing: test', { at: at([]) });
  const { design: designName, ...parameters } = test;
  const design = designs[designName];
  if (!design) {
    const planned = (plannedDesigns as readonly string[]).includes(designName);
    fail(
      planned ? 'claims/design-not-built' : 'claims/unknown-design',
      planned ? `the design ${designName} is not built yet` : `unknown design: ${designName}`,
      {
        at: at(['test', 'design']),
        hint: planned
          ? `write awaits: [${designName}] instead of test`
          : didYouMean(designName, Object.keys(designs)),
      },
    );
  }
  if (!written.expect)
    fail('claims/missing-key', 'missing: expect', {
      at: at(['test']),
      hint: `expected expect: { ${design.effect.name}: above …, matters-from: …, because: … }`,
    });
  const readings = alternatives(written.readings, ['readings'], at);
  const others = alternatives(written.alternatives, ['alternatives'], at);
  const both = others.find((a) => readings.some((r) => r.name === a.name));
  if (both)
    fail('claims/doubled-choice', `${both.name} is a reading and an alternative`, {
      at: at(['alternatives', both.name]),
    });
  checkReferences(test, [...readings, ...others], at);
  const expect = parseExpectation(written.expect, [design.effect.name], [...readings, ...others], (rest) =>
    at(['expect', ...rest]),
  );
  if (
    design.effect.scale === 'log' &&
    [expect.threshold, expect.matters].some((x) => typeof x === 'number' && x <= 0)
  ) {
    fail('claims/wrong-value', `a ${design.effect.name} is above zero`, { at: at(['expect']) });
  }
  const since = written['since-then'];
  for (const key of Object.keys(since ?? {})) {
    const choice = [...readings, ...others].find((a) => a.name === key);
    if (!choice)
      fail('claims/unknown-choice', `since-then names no choice: ${key}`, {
        at: at(['since-then', key]),
        hint: didYouMean(
          key,
          [...readings, ...others].map((a) => a.name),
        ),
      });
  }
  return {
    name,
    design: designName,
    test: parameters,
    expect,
    readings,
    alternatives: others,
    since,
    cap: written.cap,
  };
}

function alternatives(
  written: TestFile['alternatives'],
  path: Path,
  at: (path: Path) => Place,
): Alternative[] {
  return Object.entries(written ?? {}).map(([name, list]) => {
    const slots = list.map((slot) => (Array.isArray(slot) ? slot : [slot]));
    const seen = new Set<Option>();
    for (const option of slots.flat()) {
      if (seen.has(option))
        fail('claims/doubled-option', `${name} has the option ${String(option)} twice`, {
          at: at([...path, name]),
        });
      seen.add(option);
    }
    return { name, slots };
  });
}

/** Every `$name` names a choice, and every choice is used. */
function checkReferences(test: unknown, choices: readonly Alternative[], at: (path: Path) => Place): void {
  const used = new Set<string>();
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string' && value.startsWith('$')) {
      const name = value.slice(1);
      if (!choices.some((c) => c.name === name)) {
        fail('claims/unknown-choice', `no reading or alternative is called ${name}`, {
          at: at(['test', ...path]),
          hint: didYouMean(
            name,
            choices.map((c) => c.name),
          ),
        });
      }
      used.add(name);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(test, []);
  const idle = choices.find((c) => !used.has(c.name));
  if (idle)
    fail('claims/unused-choice', `the choice ${idle.name} is used nowhere in the test`, {
      at: at(['alternatives', idle.name]),
      hint: `write $${idle.name} where it stands`,
    });
}

/** An error of a parser that knows no file, with the place. */
function placed<T, F>(file: YamlFile<F>, path: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const e = error as { code?: string; message: string; hint?: string };
    return fail(e.code ?? 'claims/wrong-value', e.message, { at: file.at(path), hint: e.hint });
  }
}
