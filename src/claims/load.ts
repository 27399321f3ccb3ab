import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { EntenteError, fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { parseYears } from '../kernel/years.js';
import type { Argument, Claim, Part } from './claim.js';
import { type Designs, designAwaited } from './designs.js';
import { partOf } from './part.js';
import { argumentSchema, type ClaimFile, claimSchema } from './schema.js';
import { type Path, readYaml, type YamlFile } from './yaml-file.js';

/** Ids of the arguments of a library, in order. Throws `claims/no-library`. */
export function listArguments(library: string): readonly string[] {
  if (!existsSync(library) || !statSync(library).isDirectory())
    fail('claims/no-library', `no folder of arguments at ${library}`);
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
    if (claims.indexOf(claim) < i)
      fail('claims/doubled-claim', `the claim ${claim} is listed twice`, { at: file.at(['claims', i]) });
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
  const awaits = awaitedIn(written.awaits ?? [], file);
  const parts = partsOf(written, file, designs, dirname(path));
  checkKeys(written, file);
  if (parts.length === 0 && awaits.length === 0 && !written.untestable) {
    fail('claims/no-test', 'the claim has no test', {
      at: file.at([]),
      hint: 'give it test and expect, or parts, or awaits, or untestable',
    });
  }
  return {
    argument: basename(dirname(resolve(path))),
    id: parse(path).name,
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
    pictures: written.pictures,
    awaits,
    awaitsFor: Array.isArray(written.awaits) ? undefined : written.awaits,
    untestable: written.untestable && {
      because: written.untestable.because,
      wouldSettle: written.untestable['would-settle'],
    },
    file: path,
    at: file.at,
  };
}

/** The designs that a claim waits for, in a list or each with what it is to test. */
function awaitedIn(written: NonNullable<ClaimFile['awaits']>, file: YamlFile<ClaimFile>): string[] {
  if (!Array.isArray(written))
    return Object.keys(written).map((name) => designAwaited(name, file.at(['awaits', name])));
  return written.map((name, i) => {
    if (written.indexOf(name) < i)
      fail('claims/doubled-design', `${name} is awaited twice`, { at: file.at(['awaits', i]) });
    return designAwaited(name, file.at(['awaits', i]));
  });
}

/** No key may stand where it says nothing. */
function checkKeys(written: ClaimFile, file: YamlFile<ClaimFile>): void {
  const ofTest = [
    'expect',
    'readings',
    'alternatives',
    'specifications',
    'since-then',
    'cap',
    'mirror',
  ] as const;
  const idle = written.test ? undefined : ofTest.find((key) => written[key] !== undefined);
  if (idle)
    fail('claims/missing-key', `missing: test`, {
      at: file.at([idle]),
      hint: written.parts ? `write ${idle} in each part` : `${idle} says nothing without it`,
    });
  const tested = (['test', 'parts', 'awaits'] as const).find((key) => written[key] !== undefined);
  if (written.untestable && tested)
    fail('claims/test-and-untestable', `a claim has ${tested} or is untestable, not both`, {
      at: file.at(['untestable']),
    });
}

function partsOf(written: ClaimFile, file: YamlFile<ClaimFile>, designs: Designs, folder: string): Part[] {
  if (written.parts) {
    if (written.test)
      fail('claims/test-and-parts', 'a claim has one test or parts, not both', { at: file.at(['parts']) });
    return Object.entries(written.parts).map(([name, part]) =>
      partOf(name, part, (rest) => file.at(['parts', name, ...rest]), designs, folder),
    );
  }
  return written.test ? [partOf('', written, file.at, designs, folder)] : [];
}

/** What a parser that knows no file throws, with the place. */
function placed<T, F>(file: YamlFile<F>, path: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return fail(error.code, error.message, { at: file.at(path), hint: error.hint });
  }
}
