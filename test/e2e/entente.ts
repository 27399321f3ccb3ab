import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/root.js';

const root = projectRoot();
const bin = join(root, 'bin', 'entente.js');
if (!existsSync(join(root, 'dist', 'cli.js')))
  throw new Error('not built: `npm test` builds before it tests');

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** A folder of its own, with a cache, to be removed at the end. */
export interface Place {
  readonly folder: string;
  /** Writes a file below it and gives its path. */
  put(file: string, text: string): string;
  start(args: readonly string[], env?: Record<string, string>): Running;
  /** Runs `entente` with these arguments in the folder. */
  entente(...args: string[]): Promise<Ended>;
  remove(): void;
}

export function newPlace(library?: string): Place {
  const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
  const start = (args: readonly string[], env: Record<string, string> = {}): Running => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        ENTENTE_CACHE: join(folder, 'cache'),
        ENTENTE_LIBRARY: library ?? '',
        ENTENTE_WORLD: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told.err += text;
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, ...told }));
    });
    return { ended, kill: (signal) => void child.kill(signal) };
  };
  return {
    folder,
    put(file, text) {
      const path = join(folder, file);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    start,
    entente: (...args) => start(args).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const head =
  'measured: The part of all falls that fell on them.\ncounts-against: A share at or below theirs.\n';
const expected = 'expect: { ratio: above 1, matters-from: 1.1, because: A tenth more is more. }\n';
const allies = '{ allies-of: USA, by: defence, and: [USA] }';

/** A claim about falls that fell on a group; `years` and `regimes` make it as large as a test needs. */
export const falls = (years: readonly string[], regimes: readonly string[], group = allies): string =>
  `claim: Allies fell more.\nperiod: 2005-2018\n${head}test:
  design: share
  of: { fall-in: $regime, over: $years, as: $fall }
  group: ${group}
  against: $yardstick
${expected}readings:
  yardstick: [states, population]
alternatives:
  regime: [${regimes.join(', ')}]
  years: [${years.join(', ')}]
  fall: [endpoints, yearly, from-peak]
`;

/** Twelve specifications: a run of half a second. */
export const small = falls(['2005-2018'], ['polity2', 'fh_score']);

/** 144 specifications: long enough to be stopped in the midst of it. */
export const large = largeWith();

/** The same, with further spans of years: twenty-four specifications each. */
export function largeWith(...years: string[]): string {
  const spans = Array.from({ length: 6 }, (_, i) => `${1990 + i}-2018`);
  return falls([...spans, ...years], ['polity2', 'fh_score', 'polyarchy_v15', 'libdem_v15']);
}

/** A claim that waits for a design. */
export const waiting = `claim: It divides.\n${head}awaits: [network]\n`;

export const article = (...claims: string[]): string =>
  `title: On allies\nauthor: A. N. Author\noutlet: The Outlet\npublished: 2019-05\nsummary: They fell more.\nclaims: [${claims.join(', ')}]\n`;
