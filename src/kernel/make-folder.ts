import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are not there; gives the folders that it made, the uppermost first. Throws what
 * the file system says. (Node’s own `recursive` never ends where a folder refuses new ones as if it were not there, as
 * those of `/proc` do.)
 */
export function makeFolder(folder: string): readonly string[] {
  const absent: string[] = [];
  for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) absent.unshift(at);
  if (absent.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder); // which says that a file is there
  return absent.filter(makeOne);
}

/** Whether it had to be made: another process may have been faster. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    const known = (error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(folder);
    if (known && statSync(folder).isDirectory()) return false;
    throw error;
  }
}
