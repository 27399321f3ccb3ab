import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { main } from '../../src/cli/main.js';

/** What a command left behind: its exit code, what it printed, and the lines that it told, the folder left out. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string[];
}

/** A folder of its own in which the command line runs, in this process. */
export interface Desk {
  readonly folder: string;
  /** Writes a file below it and gives its path. */
  put(file: string, text: string | Uint8Array): string;
  /** Runs a command that must fail: it prints nothing, takes no five seconds, and leaves every file as it was. */
  refused(...args: string[]): Promise<Pick<Told, 'code' | 'err'>>;
  remove(): void;
}

const slowest = 5000;

/** Moves the process there; `remove` moves it back. */
export function newDesk(): Desk {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'entente-desk-'));
  process.chdir(folder);
  Object.assign(process.env, {
    ENTENTE_LIBRARY: join(folder, 'library'),
    ENTENTE_CACHE: join(folder, 'cache'),
    ENTENTE_LOCAL: join(folder, 'local'),
    ENTENTE_WORLD: '',
  });
  return {
    folder,
    put(file, text) {
      const path = join(folder, file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    async refused(...args) {
      const before = namesBelow(folder);
      const began = performance.now();
      const { code, out, err } = await run(args);
      expect(performance.now() - began).toBeLessThan(slowest);
      expect(out).toBe('');
      expect(namesBelow(folder)).toEqual(before);
      return { code, err: err.replaceAll(folder, 'FOLDER').trimEnd().split('\n') };
    },
    remove() {
      process.chdir(home);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' };
  const code = await main(args, {
    out: (text) => {
      told.out += text;
    },
    say: (text) => {
      told.err += text;
    },
    watched: false,
    columns: 100,
    now: () => performance.now(),
  });
  return { code, ...told };
}

/** Every file and folder below one, but for links, which may lead in a circle. */
const namesBelow = (folder: string, under = ''): string[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const name = join(under, entry.name);
      return entry.isDirectory() ? [`${name}/`, ...namesBelow(folder, name)] : [name];
    })
    .sort();
