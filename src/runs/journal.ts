import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../kernel/errors.js';
import { makeFolder } from '../kernel/make-folder.js';
import { isOutcome, type Outcome } from './outcome.js';

/**
 * Results by content, one line each, appended as soon as a specification is done: a run that is killed loses the
 * specification in hand and nothing else, and the next run goes on from there. A torn line, or one that is no result,
 * is ignored: its specification runs again.
 */
export interface Journal<T = Outcome> {
  readonly file: string;
  /** Every outcome by its key, in the order in which they were kept, read line by line however many there are. */
  each(found: (key: string, outcome: T) => void): void;
}

/** Opens the journal of a name, making its folder. Throws `runs/cannot-keep`. */
export const openJournal = (folder: string, name: string): Journal => openJournalOf(folder, name, isOutcome);

/** The same of results of another kind, told from what is none. Throws `runs/cannot-keep`. */
export function openJournalOf<T>(
  folder: string,
  name: string,
  isResult: (value: unknown) => value is T,
): Journal<T> {
  const file = join(folder, `${name.replaceAll(/[^a-zA-Z0-9._-]/g, '_')}.jsonl`);
  try {
    makeFolder(dirname(file));
    endLastLine(file);
  } catch (error) {
    fail('runs/cannot-keep', `results cannot be kept in ${file}`, {
      hint: `${(error as NodeJS.ErrnoException).code}: name another folder in ENTENTE_CACHE, or run with --no-cache`,
    });
  }
  return { file, each: (found) => eachResult(file, isResult, found) };
}

/** Keeps an outcome; not one that the database refused, for it may answer the next time. */
export function appendOutcome(file: string, cacheKey: string, outcome: Outcome): void {
  if ('error' in outcome && outcome.error.code === 'world/query') return;
  appendResult(file, cacheKey, outcome);
}

/** Keeps a result of any kind. */
export const appendResult = (file: string, key: string, outcome: unknown): void =>
  appendFileSync(file, `${JSON.stringify({ key, outcome })}\n`);

function eachResult<T>(
  file: string,
  isResult: (value: unknown) => value is T,
  found: (key: string, outcome: T) => void,
): void {
  for (const line of linesOf(file)) {
    const { key, outcome } = parsed(line);
    if (typeof key === 'string' && isResult(outcome)) found(key, outcome);
  }
}

/** What stands in a line; nothing in one that was torn by a kill. */
function parsed(line: string): { readonly key?: unknown; readonly outcome?: unknown } {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}

/** Bytes that are read at a time. */
const atOnce = 1 << 20;

/** The lines of a file, the last one too where nothing ends it. A text as long as a journal can be has no room in a string. */
function* linesOf(file: string): Generator<string> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(atOnce);
    let begun = Buffer.alloc(0);
    for (let size = readSync(handle, piece); size > 0; size = readSync(handle, piece)) {
      const text = Buffer.concat([begun, piece.subarray(0, size)]);
      let from = 0;
      for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, from)) {
        yield text.toString('utf8', from, end);
        from = end + 1;
      }
      begun = text.subarray(from);
    }
    if (begun.length > 0) yield begun.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/** After a kill in the middle of a line, the next line must not be glued to it. */
function endLastLine(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  const size = fstatSync(handle).size;
  const last = Buffer.alloc(1);
  if (size > 0) readSync(handle, last, 0, 1, size - 1);
  closeSync(handle);
  if (size > 0 && last[0] !== 0x0a) appendFileSync(file, '\n');
}
