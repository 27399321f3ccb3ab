import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { answersByOption, decides, sharesAreExact } from '../../src/verdicts/decides.js';
import { type SpreadGame, shapleyShares } from '../../src/verdicts/shapley.js';
import type { Graded } from '../../src/verdicts/verdict.js';
import { workingTime } from '../working-time.js';

const graded = (value: number, choices: Record<string, string>): Graded => ({
  choices,
  weight: 1,
  estimate: { value, low: value, high: value, n: 1, of: '', lost: {}, errors: [], diagnostics: {} },
  oriented: { value, low: value, high: value },
  without: undefined,
  matters: 0.5,
  stance: value >= 0.5 ? 'for' : 'against',
  reason: '',
  key: '',
});

const grid = (f: (a: number, b: number) => number): Graded[] =>
  [0, 1].flatMap((a) => [0, 1].map((b) => graded(f(a, b), { a: `a${a}`, b: `b${b}` })));

describe('what decides it', () => {
  it('gives all to the one choice that matters', () => {
    const [first, second] = decides(grid((a) => a));
    expect(first).toMatchObject({ alternative: 'a', share: 1 });
    expect(second).toMatchObject({ alternative: 'b', share: 0, flips: [] });
  });

  it('splits variance by hand: effects 3 and 1 share it 9 to 1', () => {
    const shares = Object.fromEntries(
      decides(grid((a, b) => 3 * a + b)).map((d) => [d.alternative, d.share]),
    );
    expect(shares['a']).toBeCloseTo(0.9, 12);
    expect(shares['b']).toBeCloseTo(0.1, 12);
  });

  it('splits a pure interaction evenly', () => {
    for (const d of decides(grid((a, b) => (a === b ? 1 : 0)))) expect(d.share).toBeCloseTo(0.5, 12);
  });

  it('gives nothing where nothing varies but the last digit', () => {
    const sums = [0.1 + 0.2, 0.3, 0.3, 0.3];
    for (const { share } of decides(grid((a, b) => sums[2 * a + b]!))) expect(share).toBe(0);
  });

  it('sums to one, and names the options that flip', () => {
    const all = decides(grid((a, b) => 2 * a - b));
    expect(all.reduce((sum, d) => sum + d.share, 0)).toBeCloseTo(1, 12);
    expect(decides([graded(1, { a: 'x' }), graded(1, { a: 'y' }), graded(0, { a: 'z' })])[0]!.flips).toEqual([
      'z',
    ]);
  });

  it('says which verdict each option alone would have', () => {
    const given = [graded(1, { a: 'x' }), graded(1, { a: 'y' }), graded(0, { a: 'z' })];
    const part = { expect: { rule: 'more' }, cap: undefined } as never;
    expect(answersByOption(given, 'a', part)).toEqual([
      { option: 'x', answer: 'supported', median: 1 },
      { option: 'y', answer: 'supported', median: 1 },
      { option: 'z', answer: 'contradicted', median: 0 },
    ]);
    const capped = { expect: { rule: 'more' }, cap: { favours: 'for', because: '' } } as never;
    expect(answersByOption(given, 'a', capped)[0]!.answer).toBe('leans for');
  });
});

describe('beyond twelve alternatives', () => {
  /** Cases that choose at random among two or three options of each alternative. */
  const cases = (k: number, n: number, value: (options: readonly number[]) => number): Graded[] => {
    const random = randomFrom(['cases', k, n]);
    return Array.from({ length: n }, () => {
      const options = Array.from({ length: k }, (_, i) => random.int(i % 2 === 0 ? 2 : 3));
      return graded(value(options), Object.fromEntries(options.map((o, i) => [`a${i}`, `o${o}`])));
    });
  };
  const bySlope = (o: readonly number[]): number =>
    o.reduce((sum, x, i) => sum + x * (i + 1), 0) + 6 * o[0]! * o[1]!;

  it('is held to the exact values: alternatives that decide nothing take nothing, and leave the others as they were', () => {
    const eight = cases(8, 400, bySlope);
    const exact = new Map(decides(eight).map((d) => [d.alternative, d.share]));
    // the same cases, with six alternatives more that follow from the first: clones share what one had
    const more = eight.map((g) => ({
      ...g,
      choices: {
        ...g.choices,
        ...Object.fromEntries([...'bcdefg'].map((c) => [c, `like ${g.choices['a7']}`])),
      },
    }));
    const estimated = new Map(decides(more).map((d) => [d.alternative, d.share]));
    expect(estimated.size).toBe(14);
    expect(sharesAreExact(8)).toBe(true);
    expect(sharesAreExact(14)).toBe(false);
    const clones = ['a7', ...'bcdefg'].map((name) => estimated.get(name)!);
    for (const share of clones) expect(Math.abs(share - clones[0]!)).toBeLessThan(0.03);
    expect(clones.reduce((a, b) => a + b)).toBeGreaterThan(exact.get('a7')!);
    expect([...estimated.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('comes within two points of the exact value', () => {
    const game = (k: number): SpreadGame => {
      const given = cases(k, 300, bySlope);
      const names = Object.keys(given[0]!.choices);
      return {
        names,
        values: given.map((g) => g.oriented!.value),
        weights: given.map(() => 1),
        options: names.map((n) => Int32Array.from(given, (g) => Number(String(g.choices[n]).slice(1)))),
      };
    };
    const ten = game(10);
    // Three alternatives with one option each change no set’s worth, so that 13 have the exact values of 10.
    const padded = {
      ...ten,
      names: [...ten.names, 'x', 'y', 'z'],
      options: [...ten.options, ...[0, 1, 2].map(() => new Int32Array(300))],
    };
    const [exact, estimated] = [shapleyShares(ten), shapleyShares(padded)];
    for (const [i, share] of exact.entries()) expect(Math.abs(estimated[i]! - share)).toBeLessThan(0.02);
    for (const share of estimated.slice(10)) expect(Math.abs(share)).toBeLessThan(1e-12);
    expect(Math.max(...exact)).toBeGreaterThan(0.1);
  });

  it('is the same each time, and quick with two thousand specifications', () => {
    const given = cases(15, 2000, bySlope);
    const worked = workingTime();
    const first = decides(given);
    expect(worked()).toBeLessThan(10_000);
    expect(decides(given)).toEqual(first);
  });
});
