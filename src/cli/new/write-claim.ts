import {
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../../kernel/errors.js';
import { shownPath } from '../shown-path.js';
import type { ClaimName } from './names.js';

/** Where the files of a claim stand. */
export interface ClaimFiles {
  readonly folder: string;
  readonly claim: string;
  readonly argument: string;
}

export const filesOf = (library: string, { argument, claim }: ClaimName): ClaimFiles => {
  const folder = join(library, argument);
  return { folder, claim: join(folder, `${claim}.yaml`), argument: join(folder, 'argument.yaml') };
};

/** Refuses a claim that is there already, and a folder that is none. Throws `claims/exists`, `claims/unreadable`. */
export function checkFree({ folder, claim }: ClaimFiles, shown: string): void {
  if (existsSync(claim))
    fail('claims/exists', `there is a claim ${shown} already`, {
      at: { file: shownPath(claim) },
      hint: 'edit it, or choose another name',
    });
  for (let above = folder; dirname(above) !== above; above = dirname(above)) {
    const found = statSync(above, { throwIfNoEntry: false });
    if (found && !found.isDirectory())
      fail('claims/unreadable', `not a folder: ${shownPath(above)}`, {
        hint: 'choose another name, or another --library',
      });
    if (found) return;
  }
}

/**
 * Writes both files, each whole or not at all, and none where one fails: the claim never over another that has come in
 * the meantime. Throws `claims/exists`, `claims/not-written`.
 */
export function writeClaim(files: ClaimFiles, claim: string, article: string, shown: string): void {
  const drafts = [`${files.claim}.${process.pid}.tmp`, `${files.argument}.${process.pid}.tmp`] as const;
  const made = foldersToMake(files.folder);
  let linked = false;
  try {
    mkdirSync(files.folder, { recursive: true });
    writeFileSync(drafts[0], claim);
    writeFileSync(drafts[1], article);
    placeNew(drafts[0], files.claim);
    linked = true;
    renameSync(drafts[1], files.argument);
  } catch (error) {
    if (linked) rmSync(files.claim, { force: true });
    for (const draft of drafts) rmSync(draft, { force: true });
    for (const folder of made) removeEmpty(folder);
    const { code, message } = error as NodeJS.ErrnoException;
    if (existsSync(files.claim)) checkFree(files, shown);
    fail('claims/not-written', `cannot be written: ${shownPath(files.claim)}`, { hint: code ?? message });
  }
  rmSync(drafts[0], { force: true });
}

/** Puts a file in its place where none is; file systems without links look first. */
function placeNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code) || existsSync(to)) throw error;
    renameSync(from, to);
  }
}

/** Folders that are not there yet, the deepest first. */
function foldersToMake(folder: string): string[] {
  const missing: string[] = [];
  for (let above = folder; !existsSync(above); above = dirname(above)) missing.push(above);
  return missing;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // somebody has put something there, or it was never made
  }
}
