import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argument } from '../claims/claim.js';
import { fail } from '../kernel/errors.js';
import { makeFolder } from '../kernel/make-folder.js';
import { cannotWrite, checkCanWrite } from './can-write.js';

/** The page that leads to all others. */
export const indexPage = 'index.html';

/** The file name of the brief of an argument. */
export const pageOf = ({ id }: Argument): string => `${id}.html`;

/** A folder into which the pages of these arguments can be written; made where it is not there. Throws `cli/cannot-write`, `cli/same-page`. */
export function folderForPages(folder: string, args: readonly Argument[]): string {
  const taken = new Map([[indexPage, 'the index']]);
  for (const argument of args) {
    const before = taken.get(pageOf(argument));
    if (before !== undefined)
      fail('cli/same-page', `two pages would be called ${pageOf(argument)}`, {
        hint: `that of ${before}, and that of ${argument.file}: rename a folder, or write them to two places`,
      });
    taken.set(pageOf(argument), argument.file);
  }
  try {
    makeFolder(folder);
  } catch (error) {
    cannotWrite(folder, error);
  }
  checkCanWrite(folder, folder);
  return folder;
}

/** Writes a page, which appears whole or not at all; gives its path. Throws `cli/cannot-write`. */
export function writePage(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    cannotWrite(path, error);
  }
  return path;
}
