import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import { heldDraws } from '../../src/runs/held-draws.js';
import type { Outcome } from '../../src/runs/outcome.js';
import { estimatesWithoutEffect, readEstimates, worlds } from '../../src/runs/worlds-without-effect.js';
import { toldBy } from '../claims/told.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-draws-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The draws of outcome i: an interval around i, and worlds that have no estimate. */
const drawsOf = (i: number): string =>
  estimatesWithoutEffect((draw) => (draw.keyOf(i) < 0.1 ? Number.NaN : i + draw.keyOf(7)));
const estimate = { value: 1, low: 0, high: 2, n: 3, of: 'states', lost: {}, errors: [], diagnostics: {} };
const outcome = (i: number): Outcome => ({ estimate: { ...estimate, value: i }, without: drawsOf(i) });

it('draws come back to the byte, from memory and from disk, in any order, and nothing of them is seen below the folder', () => {
  const draws = heldDraws(folder, 3);
  const held = Array.from({ length: 12 }, (_, i) => draws.hold(outcome(i)));
  expect(readdirSync(folder)).toEqual([]);
  for (const i of [11, 0, 5, 2, 3, 5, 10, 1]) expect(held[i]).toEqual(outcome(i));
  expect(readEstimates((held[9] as { without: string }).without)).toHaveLength(worlds);
});

it('outcomes without draws, and failures, are held as they are', () => {
  const draws = heldDraws(folder, 0);
  const failed: Outcome = { error: { code: 'a', message: 'b' } };
  expect(draws.hold(failed)).toBe(failed);
  const figure: Outcome = { estimate };
  expect(draws.hold(figure)).toBe(figure);
});

it('where they cannot be held it is said where', () => {
  const draws = heldDraws(join(folder, 'nowhere'), 0);
  try {
    draws.hold(outcome(1));
    expect.unreachable();
  } catch (error) {
    expect(toldBy(error).replaceAll(folder, 'FOLDER').split('\n')).toEqual([
      'runs/cannot-keep',
      'draws cannot be held below FOLDER/nowhere',
      'ENOENT',
    ]);
  }
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

it('fifty thousand outcomes leave 8 MB of draws in memory, not a hundred', { timeout: 60_000 }, () => {
  const text = drawsOf(1);
  collect();
  const before = process.memoryUsage().external;
  const draws = heldDraws(folder);
  const held = Array.from({ length: 50_000 }, () => draws.hold({ estimate, without: text }));
  collect();
  const grown = process.memoryUsage().external - before;
  expect(grown).toBeLessThan(30e6);
  expect((held[49_999] as { without: string }).without).toBe(text);
});
