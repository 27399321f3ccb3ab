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
import type { Outcome } from './outcome.js';

/**
 * Results by content, one line each, appended as soon as a specification is done: a run that is killed loses the
 * specification in hand and nothing else, and the next run goes on from there. A torn last line is ignored.
 */
export interface Journal {
  readonly file: string;
  read(): Map<string, Outcome>;
}

export function openJournal(folder: string, name: string): Journal {
  const file = join(folder, `${name.replaceAll(/[^a-zA-Z0-9._-]/g, '_')}.jsonl`);
  mkdirSync(dirname(file), { recursive: true });
  endLastLine(file);
  return { file, read: () => readLines(file) };
}

export function appendOutcome(file: string, cacheKey: string, outcome: Outcome): void {
  appendFileSync(file, `${JSON.stringify({ key: cacheKey, outcome })}\n`);
}

function readLines(file: string): Map<string, Outcome> {
  const known = new Map<string, Outcome>();
  if (!existsSync(file)) return known;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      const { key, outcome } = JSON.parse(line) as { key: string; outcome: Outcome };
      if (typeof key === 'string' && outcome) known.set(key, outcome);
    } catch {
      // A line torn by a kill: its specification runs again.
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
