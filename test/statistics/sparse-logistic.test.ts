import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparseLogit } from '../../src/statistics/sparse-logistic.js';

type Data = readonly (readonly [readonly string[], 0 | 1])[];
const fitted = (data: Data, penalty: number) =>
  sparseLogit(
    data.map(([words]) => words),
    data.map(([, y]) => y),
    { penalty },
  );

/** Slope of the loss without the penalty, by word; of the constant under the empty word. */
function slopes(data: Data, fit: ReturnType<typeof fitted>): Map<string, number> {
  const sums = new Map<string, number>([['', 0]]);
  for (const [words, y] of data) {
    const score = words.reduce((so, w) => so + (fit.weights.get(w) ?? 0), fit.constant);
    for (const w of ['', ...words]) sums.set(w, (sums.get(w) ?? 0) + 1 / (1 + Math.exp(-score)) - y);
  }
  return sums;
}

const rows = fc.array(
  fc.tuple(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
    fc.constantFrom<0 | 1>(0, 1),
  ),
  {
    minLength: 6,
    maxLength: 40,
  },
);

describe('logistic regression on words with an L1 penalty', () => {
  it('meets the conditions of the least penalised loss: slopes of ±penalty where a weight is, within it where none is', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.5, 1, 3), (data, penalty) => {
        fc.pre(new Set(data.map(([, y]) => y)).size === 2);
        const fit = fitted(data, penalty);
        for (const [word, slope] of slopes(data, fit)) {
          const weight = fit.weights.get(word) ?? 0;
          if (word === '') expect(Math.abs(slope)).toBeLessThan(1e-3);
          else if (weight === 0) expect(Math.abs(slope)).toBeLessThan(penalty + 1e-3);
          else expect(Math.abs(slope + Math.sign(weight) * penalty)).toBeLessThan(1e-3);
        }
      }),
    );
  });

  it('with one word and no words, is the log odds less what the penalty takes', () => {
    const data: Data = [...Array(30)].map((_, i) => [i < 20 ? ['a'] : [], i < 15 || i > 27 ? 1 : 0] as const);
    // p(a) solves 15 − 20p = 1: p = 0.7; of the others 2 − 10q = −1: q = 0.3.
    const fit = fitted(data, 1);
    expect(fit.constant).toBeCloseTo(Math.log(0.3 / 0.7), 3);
    expect(fit.constant + fit.weights.get('a')!).toBeCloseTo(Math.log(0.7 / 0.3), 3);
  });

  it('keeps nothing under a high penalty, and leaves out rare words', () => {
    const data: Data = [
      [['a'], 1],
      [['a'], 1],
      [['b'], 0],
      [[], 0],
    ];
    expect(fitted(data, 50).weights.size).toBe(0);
    expect(
      sparseLogit(
        data.map(([w]) => w),
        data.map(([, y]) => y),
        { penalty: 0.1, atLeast: 2 },
      ).weights.has('b'),
    ).toBe(false);
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(rows, (data) => {
        fc.pre(new Set(data.map(([, y]) => y)).size === 2);
        const [one, other] = [fitted(data, 1), fitted([...data].reverse(), 1)];
        for (const word of ['a', 'b', 'c', 'd'])
          expect(one.weights.get(word) ?? 0).toBeCloseTo(other.weights.get(word) ?? 0, 3);
      }),
    );
  });
});
