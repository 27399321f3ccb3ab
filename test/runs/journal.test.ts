import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { appendOutcome, openJournal } from '../../src/runs/journal.js';
import type { Outcome } from '../../src/runs/outcome.js';

const root = mkdtempSync(join(tmpdir(), 'entente-runs-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder: string;
let folders = 0;
beforeEach(() => {
  folder = join(root, String(folders++));
});

const outcome = (value: number): Outcome => ({
  estimate: {
    value,
    low: value - 1,
    high: value + 1,
    n: 10,
    of: 'states',
    lost: { 'no “score” at one end\nor both': 2 },
    errors: [],
    diagnostics: { p: 0.05 },
  },
});
const failed: Outcome = { error: { code: 'designs/empty-group', message: 'no state is in the group' } };

const journal = () => openJournal(folder, 'argument.claim');
const kept = (): Record<string, Outcome> => {
  const found: Record<string, Outcome> = {};
  journal().each((key, outcome) => {
    found[key] = outcome;
  });
  return found;
};

describe('a journal', () => {
  it('is empty where nothing was kept', () => expect(kept()).toEqual({}));

  it('gives back what was kept, failures too', () => {
    const { file } = journal();
    appendOutcome(file, 'a', outcome(1));
    appendOutcome(file, 'b', failed);
    expect(kept()).toEqual({ a: outcome(1), b: failed });
  });

  it('gives back any estimate bit for bit', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { file } = journal();
        appendOutcome(file, 'x', {
          estimate: { ...((outcome(0) as { estimate: never }).estimate as object), value } as never,
        });
        const { estimate } = kept()['x'] as { estimate: { value: number } };
        expect(estimate.value).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 50 },
    ));

  it('knows the last of two outcomes of one key', () => {
    const { file } = journal();
    appendOutcome(file, 'a', outcome(1));
    appendOutcome(file, 'a', outcome(2));
    expect(kept()).toEqual({ a: outcome(2) });
  });

  it('forgets a line that a kill has torn, wherever it was torn, and goes on below it', () => {
    const { file } = journal();
    appendOutcome(file, 'a', outcome(1));
    appendOutcome(file, 'b', outcome(2));
    const whole = readFileSync(file);
    const second = whole.indexOf('\n') + 1;
    for (let end = second; end < whole.length - 1; end++) {
      writeFileSync(file, whole.subarray(0, end));
      expect(kept()).toEqual({ a: outcome(1) });
      appendOutcome(file, 'c', outcome(3));
      expect(kept()).toEqual({ a: outcome(1), c: outcome(3) });
    }
  });

  it('gives back every line of many, wherever a piece of it ends that is read at a time', () => {
    const { file } = journal();
    const long = (i: number): Outcome => ({
      error: { code: `c/${i}`, message: 'né ›'.repeat(300 + (i % 7)) },
    });
    for (let i = 0; i < 2000; i++) appendOutcome(file, `k${i}`, long(i));
    const found: string[] = [];
    journal().each((key, told) => {
      expect(told).toEqual(long(Number(key.slice(1))));
      found.push(key);
    });
    expect(found).toEqual(Array.from({ length: 2000 }, (_, i) => `k${i}`));
  });

  it('does not swallow what goes wrong where its outcomes are taken', () => {
    appendOutcome(journal().file, 'a', outcome(1));
    const refuse = (): void => {
      throw new RangeError('no room');
    };
    expect(() => journal().each(refuse)).toThrow('no room');
  });

  it('passes over lines that are no results', () => {
    const { file } = journal();
    appendOutcome(file, 'a', outcome(1));
    const foreign = [
      'hello',
      'null',
      '{}',
      '[]',
      '""',
      '\u0000\u0000',
      '{"key":"b"}',
      '{"key":"c","outcome":{}}',
      '{"key":"d","outcome":5}',
      '{"key":"e","outcome":{"estimate":{"value":null,"low":1,"high":2}}}',
      '{"key":"f","outcome":{"estimate":7}}',
      '{"key":"g","outcome":{"error":"no"}}',
      '{"key":3,"outcome":{"error":{"code":"x","message":"y"}}}',
      '',
    ];
    appendFileSync(file, `${foreign.join('\n')}\n`);
    appendOutcome(file, 'z', failed);
    expect(kept()).toEqual({ a: outcome(1), z: failed });
  });

  it('does not keep what the database refused: it may answer the next time', () => {
    const { file } = journal();
    appendOutcome(file, 'a', {
      error: { code: 'world/query', message: 'the database refused: out of memory' },
    });
    expect(kept()).toEqual({});
  });

  it('keeps every line of several processes that write at once', async () => {
    const { file } = journal();
    const write = `import { appendOutcome } from './src/runs/journal.ts';
      const value = Number(process.argv[1]);
      const estimate = { value, low: value, high: value, n: 1, of: 'x'.repeat(3000), lost: {}, errors: [], diagnostics: {} };
      for (let i = 0; i < 100; i++) appendOutcome(process.argv[2], value + '-' + i, { estimate });`;
    const run = promisify(execFile);
    await Promise.all(
      [1, 2, 3].map((n) =>
        run(
          process.execPath,
          ['--import', 'tsx', '--input-type=module', '-e', write, '--', String(n), file],
          {
            cwd: projectRoot(),
          },
        ),
      ),
    );
    expect(Object.keys(kept())).toHaveLength(300);
  });

  it('has a name that any file system takes, and a folder of its own making', () => {
    const { file } = openJournal(join(folder, 'a', 'b'), 'it’s [a]/claim\n?');
    expect(file).toBe(join(folder, 'a', 'b', 'it_s__a__claim__.jsonl'));
    appendOutcome(file, 'a', failed);
    expect(readFileSync(file, 'utf8')).toBe(`{"key":"a","outcome":${JSON.stringify(failed)}}\n`);
  });

  it('that cannot be kept says where, and what to do', () => {
    const told = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        const { code, message, hint } = error as { code: string; message: string; hint: string };
        return [code, message.replace(root, 'ROOT'), hint];
      }
      throw new Error('nothing was thrown');
    };
    const advice = 'name another folder in ENTENTE_CACHE, or run with --no-cache';
    writeFileSync(join(root, 'file'), '');
    expect(told(() => openJournal(join(root, 'file', 'cache'), 'a.b'))).toEqual([
      'runs/cannot-keep',
      'results cannot be kept in ROOT/file/cache/a.b.jsonl',
      `ENOTDIR: ${advice}`,
    ]);
    mkdirSync(join(root, 'cache', 'a.b.jsonl'), { recursive: true });
    expect(told(() => openJournal(join(root, 'cache'), 'a.b'))).toEqual([
      'runs/cannot-keep',
      'results cannot be kept in ROOT/cache/a.b.jsonl',
      `EISDIR: ${advice}`,
    ]);
  });
});
