import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../kernel/errors.js';
import { isOutcome, type Outcome } from './outcome.js';

/**
 * Results by content, one line each, appended as soon as a specification is done: a run that is killed loses the
 * specification in hand and nothing else, and the next run goes on from there. A torn line, or one that is no result,
 * is ignored: its specification runs again.
 */
export interface Journal {
  readonly file: string;
  read(): Map<string, Outcome>;
}

/** Opens the journal of a name, making its folder. Throws `runs/cannot-keep`. */
export function openJournal(folder: string, name: string): Journal {
  const file = join(folder, `${name.replaceAll(/[^a-zA-Z0-9._-]/g, '_')}.jsonl`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    endLastLine(file);
  } catch (error) {
    fail('runs/cannot-keep', `results cannot be kept in ${file}`, {
      hint: `${(error as NodeJS.ErrnoException).code}: name another folder in ENTENTE_CACHE, or run with --no-cache`,
    });
  }
  return { file, read: () => readLines(file) };
}

/** Keeps an outcome; not one that the database refused, for it may answer the next time. */
export function appendOutcome(file: string, cacheKey: string, outcome: Outcome): void {
  if ('error' in outcome && outcome.error.code === 'world/query') return;
  appendFileSync(file, `${JSON.stringify({ key: cacheKey, outcome })}\n`);
}

function readLines(file: string): Map<string, Outcome> {
  const known = new Map<string, Outcome>();
  if (!existsSync(file)) return known;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      const { key, outcome } = JSON.parse(line) as { key: unknown; outcome: unknown };
      if (typeof key === 'string' && isOutcome(outcome)) known.set(key, outcome);
    } catch {
      // A line torn by a kill, or null.
    }
  }
  return known;
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
