import { describe, expect, it } from 'vitest';
import { decides } from '../../src/verdicts/decides.js';
import type { Graded } from '../../src/verdicts/verdict.js';

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

  it('sums to one, and names the options that flip', () => {
    const all = decides(grid((a, b) => 2 * a - b));
    expect(all.reduce((sum, d) => sum + d.share, 0)).toBeCloseTo(1, 12);
    expect(decides([graded(1, { a: 'x' }), graded(1, { a: 'y' }), graded(0, { a: 'z' })])[0]!.flips).toEqual([
      'z',
    ]);
  });
});
