import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/errors.js';
import type { Outcome } from './outcome.js';

/** Outcomes whose draws are held in memory; those of further ones are held on disk. */
const mostInMemory = 4096;

/** Holds the estimates in worlds without an effect, so that many outcomes need little memory. */
export interface HeldDraws {
  /** The same outcome, which reads its `without` from where it is held whenever it is asked for it. */
  hold(outcome: Outcome): Outcome;
}

/**
 * Holds the draws of outcomes as the 4-byte numbers that they are, two kilobytes for 499 (the text that a journal keeps
 * is a third longer): those of the first 4,096 in memory, which is 8 MB; those of further ones in a file below `folder`
 * without a name, so that nothing of it is left however the run ends. Throws `runs/cannot-keep`.
 */
export function heldDraws(folder: string, inMemory = mostInMemory): HeldDraws {
  let file: UnnamedFile | undefined;
  let count = 0;
  return {
    hold(outcome) {
      if ('error' in outcome || outcome.without === undefined) return outcome;
      if (count++ < inMemory) return reading(outcome.estimate, inBuffer(outcome.without));
      file ??= unnamedFile(folder);
      return reading(outcome.estimate, onDisk(outcome.without, file));
    },
  };
}

// Each reader is made by a function of its own: one that could see the text would keep it in memory.

type Estimate = Extract<Outcome, { estimate: unknown }>['estimate'];

const reading = (estimate: Estimate, read: () => string): Outcome => ({
  estimate,
  get without() {
    return read();
  },
});

function inBuffer(text: string): () => string {
  const bytes = Buffer.from(text, 'base64');
  return () => bytes.toString('base64');
}

const onDisk = (text: string, file: UnnamedFile): (() => string) => readerOf(file, file.write(text));

const readerOf = (file: UnnamedFile, at: Span) => (): string => file.read(at);

interface Span {
  readonly at: number;
  readonly length: number;
}

interface UnnamedFile {
  write(text: string): Span;
  read(span: Span): string;
}

/** Closes files that nothing reads any more. */
const unread = new FinalizationRegistry<number>((handle) => closeSync(handle));

function unnamedFile(folder: string): UnnamedFile {
  const handle = openUnnamed(folder);
  let size = 0;
  const file: UnnamedFile = {
    write(text) {
      const bytes = Buffer.from(text, 'base64');
      const span = { at: size, length: bytes.length };
      size += writeSync(handle, bytes, 0, bytes.length, size);
      return span;
    },
    read({ at, length }) {
      const bytes = Buffer.allocUnsafe(length);
      readSync(handle, bytes, 0, length, at);
      return bytes.toString('base64');
    },
  };
  unread.register(file, handle);
  return file;
}

function openUnnamed(folder: string): number {
  try {
    const own = mkdtempSync(join(folder, 'draws-'));
    try {
      return openSync(join(own, 'draws'), 'wx+');
    } finally {
      rmSync(own, { recursive: true });
    }
  } catch (error) {
    return fail('runs/cannot-keep', `draws cannot be held below ${folder}`, {
      hint: (error as NodeJS.ErrnoException).code,
    });
  }
}
