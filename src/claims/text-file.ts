import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import { EntenteError, fail, type Place } from '../kernel/errors.js';
import { nearest } from '../kernel/nearest.js';

/** No claim needs more; a file that does is not a claim. */
const mostBytes = 1_000_000;

/** Control characters that no text holds, halves of letters, and what a decoder puts where bytes are not UTF-8. */
export const noText = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|\ufffd/u;

/**
 * Reads a text as UTF-8, without its byte order mark. `shown` is the path as messages name it. Throws
 * `claims/unreadable`, `claims/too-large`, `claims/not-text` with the place of the first character that is none.
 */
export function readText(path: string, shown: string, most = mostBytes): string {
  let bytes: Uint8Array;
  try {
    const found = statSync(path);
    if (!found.isFile()) return unreadable(path, shown); // another kind might never end
    if (found.size > most)
      fail('claims/too-large', `too large for a claim: ${shown}`, {
        hint: `it has ${found.size} bytes; ${most} are the most`,
      });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof EntenteError) throw error;
    return unreadable(path, shown, (error as NodeJS.ErrnoException).code);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = noText.exec(text);
  if (bad) {
    fail('claims/not-text', `not text: ${shown}`, {
      at: placeIn(text, bad.index, shown),
      hint: bad[0] === '\ufffd' ? 'save the file as UTF-8' : 'a control character stands here',
    });
  }
  return text;
}

function placeIn(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: before[before.length - 1]!.length + 1 };
}

const unreadable = (path: string, shown: string, code?: string): never =>
  fail('claims/unreadable', `cannot be read: ${shown}`, { hint: reasons[code ?? ''] ?? missing(path) });

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ERR_INVALID_ARG_VALUE: 'no file has such a name',
};

/** What to say of a file that is not there, or is none: why, or the nearest one that is. */
export function missing(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found) return found.isDirectory() ? 'it is a folder' : 'it is no file';
    if (lstatSync(path, { throwIfNoEntry: false })) return 'it is a link that leads nowhere';
    const { name, ext, dir } = parse(path);
    const there = readdirSync(dir || '.').filter((file) => parse(file).ext === ext);
    const near = nearest(
      name,
      there.map((file) => parse(file).name),
    );
    return near === undefined ? 'no such file' : `no such file; did you mean ${near}${ext}?`;
  } catch (error) {
    return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? `no such folder: ${dirname(path)}`;
  }
}
