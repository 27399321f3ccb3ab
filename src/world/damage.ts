import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** Why a file that is there is not read. */
const unread: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

/** Why a file cannot be read, in words where there are some for it. */
export function whyUnread(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return unread[code ?? ''] ?? message;
}

/** What is wrong with the file of a table, whose bytes have this hash. */
export function damageOf(path: string, sha256: string): string | undefined {
  if (!existsSync(path)) return 'the file is not there';
  if (!statSync(path).isFile()) return 'no file has its name'; // a pipe might never end
  try {
    const same = createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
    return same ? undefined : 'the file is not the one that was built';
  } catch (error) {
    return whyUnread(error);
  }
}
