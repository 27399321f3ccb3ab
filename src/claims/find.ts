import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Argument, Claim } from './claim.js';
import type { Designs } from './designs.js';
import { listArguments, loadArgument, loadClaim } from './load.js';
import { missing } from './text-file.js';

/** What a person asked for: claims, by the argument they belong to. */
export interface Found {
  readonly argument: Argument;
  readonly claims: readonly Claim[];
}

/**
 * The claims that names mean: `ARGUMENT`, `ARGUMENT/CLAIM`, a YAML file; the whole library without any. Throws
 * `claims/unknown-argument`, `claims/unknown-claim` with the nearest name, `claims/no-file` where an address is given, and
 * what the loader throws.
 */
export function findClaims(names: readonly string[], library: string, designs: Designs): readonly Found[] {
  if (names.length === 0) {
    const ids = listArguments(library);
    if (ids.length === 0) fail('claims/no-library', `no argument in ${library}`);
    return ids.map((id) => whole(loadArgument(join(library, id), designs)));
  }
  const found = names.map((name) => {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name))
      fail('claims/no-file', `an address is no file: ${name}`, {
        hint: 'nothing is read from elsewhere: save the claim as a .yaml file, and name that',
      });
    return /\.ya?ml$/.test(name) ? fromFile(name, designs) : fromLibrary(name, library, designs);
  });
  return merged(found);
}

const whole = (argument: Argument): Found => ({ argument, claims: argument.claims });

function fromLibrary(name: string, library: string, designs: Designs): Found {
  const [id = '', claimId, ...rest] = name.replace(/\/$/, '').split('/');
  const known = listArguments(library);
  if (!known.includes(id) || rest.length > 0) {
    fail('claims/unknown-argument', `unknown argument: ${name}`, { hint: didYouMean(id, known) });
  }
  const argument = loadArgument(join(library, id), designs);
  if (claimId === undefined) return whole(argument);
  const claim = argument.claims.find((c) => c.id === claimId);
  if (!claim)
    fail('claims/unknown-claim', `unknown claim of ${id}: ${claimId}`, {
      hint: didYouMean(
        claimId,
        argument.claims.map((c) => c.id),
      ),
    });
  return { argument, claims: [claim] };
}

/** A claim by its file; its argument is the folder’s, or one of its own where the folder has none. */
function fromFile(path: string, designs: Designs): Found {
  if (!existsSync(path) || !statSync(path).isFile())
    fail('claims/unreadable', `cannot be read: ${path}`, { hint: missing(path) });
  const folder = dirname(resolve(path));
  const hasArgument = existsSync(join(folder, 'argument.yaml'));
  if (hasArgument && basename(path) === 'argument.yaml') return whole(loadArgument(folder, designs));
  if (hasArgument) {
    const argument = loadArgument(folder, designs);
    const listed = argument.claims.find((c) => resolve(c.file) === resolve(path));
    const claim = listed ?? loadClaim(path, designs, argument.author);
    return { argument, claims: [claim] };
  }
  const claim = loadClaim(path, designs);
  const argument: Argument = {
    id: claim.argument,
    title: claim.argument,
    author: claim.by || 'not named',
    outlet: 'a file of your own',
    summary: 'A claim by itself.',
    claims: [claim],
    file: join(folder, 'argument.yaml'),
  };
  return { argument, claims: [claim] };
}

/** Two lists of claims as one, each file once. */
const together = (a: readonly Claim[], b: readonly Claim[]): Claim[] => [
  ...a,
  ...b.filter((c) => !a.some((known) => resolve(known.file) === resolve(c.file))),
];

function merged(found: readonly Found[]): Found[] {
  const byId = new Map<string, Found>();
  for (const { argument, claims } of found) {
    const before = byId.get(argument.file);
    byId.set(argument.file, {
      argument: { ...argument, claims: together(before?.argument.claims ?? [], argument.claims) },
      claims: together(before?.claims ?? [], claims),
    });
  }
  return [...byId.values()];
}
