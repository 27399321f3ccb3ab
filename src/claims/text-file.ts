import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import { fail, type Place } from '../kernel/errors.js';
import { nearest } from '../kernel/nearest.js';

/** No claim needs more; a file that does is not a claim. */
const mostBytes = 1_000_000;

/** Control characters that no text holds, and what a decoder puts where bytes are not UTF-8. */
const noText = /[^\P{Cc}\t\n\r\u0085]|\ufffd/u;

/**
 * Reads a text as UTF-8, without its byte order mark. `shown` is the path as messages name it. Throws
 * `claims/unreadable`, `claims/too-large`, `claims/not-text` with the place of the first character that is none.
 */
export function readText(path: string, shown: string, most = mostBytes): string {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > most)
      fail('claims/too-large', `too large for a claim: ${shown}`, {
        hint: `it has ${size} bytes; ${most} are the most`,
      });
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'claims/too-large') throw error;
    return fail('claims/unreadable', `cannot be read: ${shown}`, {
      hint: code === 'ENOENT' || code === 'EISDIR' ? missing(path) : code,
    });
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

/** What to say of a file that is not there: the nearest one that is. */
export function missing(path: string): string {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return 'it is a folder';
    const { name, ext, dir } = parse(path);
    const there = readdirSync(dir || '.').filter((file) => parse(file).ext === ext);
    const near = nearest(
      name,
      there.map((file) => parse(file).name),
    );
    return near === undefined ? 'no such file' : `no such file; did you mean ${near}${ext}?`;
  } catch {
    return `no such folder: ${dirname(path)}`;
  }
}
