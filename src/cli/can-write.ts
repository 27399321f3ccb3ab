import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail } from '../kernel/errors.js';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it may not be written to',
  EEXIST: 'a file has this name',
  ENOTDIR: 'a file stands where a folder should',
  EISDIR: 'a folder has this name',
  ENOENT: 'nothing can be made there',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left',
};

/** Tells why something could not be written. Throws `cli/cannot-write`. */
export function cannotWrite(path: string, error: unknown): never {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return fail('cli/cannot-write', `cannot write ${path}`, { hint: reasons[code] ?? message });
}

/**
 * Makes a file in a folder, or in the nearest above it that is there, and takes it away again: whether that can be done
 * shows in no other way. `path` is what is to be written. Throws `cli/cannot-write`.
 */
export function checkCanWrite(folder: string, path: string): void {
  let there = resolve(folder);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const trial = join(there, `.entente.${process.pid}.tmp`);
  try {
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    cannotWrite(path, error);
  }
}
