import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  giniIndex,
  meanLogDeviation,
  ninetyToTen,
  risingQuantile,
  theilIndex,
  type WeightedIndex,
  weightedMean,
  weightedMedian,
} from '../../src/statistics/inequality.js';
import { weightedQuantile } from '../../src/statistics/quantile.js';
import { codeOf, expectClose } from './oracle.js';

type Case = Readonly<Record<'x' | 'w', number[]>> &
  Readonly<Record<'gini' | 'theil' | 'mld' | 'ratio' | 'mean' | 'median' | 'gini_of_repeated', number>>;
const { cases, lognormal } = JSON.parse(
  readFileSync(new URL('../oracles/measures/inequality.json', import.meta.url), 'utf8'),
) as { cases: Case[]; lognormal: { mld: number; ratio: number } };

/** Values in rising order with their weights. */
function rising({ x, w }: Pick<Case, 'x' | 'w'>): [number[], number[]] {
  const order = x.map((_, i) => i).sort((i, j) => x[i]! - x[j]!);
  return [order.map((i) => x[i]!), order.map((i) => w[i]!)];
}

const indices: Readonly<Record<string, WeightedIndex>> = {
  gini: giniIndex,
  theil: theilIndex,
  mld: meanLogDeviation,
  ratio: ninetyToTen,
};
const incomes = fc.array(
  fc.record({ x: fc.double({ min: 1, max: 1e5, noNaN: true }), w: fc.integer({ min: 0, max: 9 }) }),
  {
    minLength: 2,
    maxLength: 30,
  },
);

describe('indices of inequality', () => {
  for (const [i, one] of cases.entries())
    it(`are those of R, case ${i + 1}`, () => {
      const [x, w] = rising(one);
      expectClose(giniIndex(x, w), one.gini, 1e-12, 1);
      expectClose(giniIndex(x, w), one.gini_of_repeated, 1e-12, 1);
      expectClose(theilIndex(x, w), one.theil, 1e-12, 1);
      expectClose(meanLogDeviation(x, w), one.mld, 1e-12, 1);
      expectClose(ninetyToTen(x, w), one.ratio, 1e-12);
      expectClose(weightedMean(x, w), one.mean, 1e-12);
      expectClose(weightedMedian(x, w), one.median, 1e-12);
    });

  it('know no unit of income and no size of the people, and a transfer to the poorer lowers them', () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.1, max: 50, noNaN: true }), (list, times) => {
        fc.pre(list.some(({ w }) => w > 0));
        const [x, w] = rising({ x: list.map((r) => r.x), w: list.map((r) => r.w) });
        for (const index of Object.values(indices)) {
          const plain = index(x, w);
          expectClose(
            index(
              x.map((v) => v * times),
              w,
            ),
            plain,
            1e-9,
            1,
          );
          expectClose(
            index(
              x,
              w.map((v) => v * 3),
            ),
            plain,
            1e-9,
            1,
          );
        }
      }),
      { numRuns: 200 },
    );
    const before = [1, 2, 9];
    const after = [1.5, 2, 8.5];
    for (const index of [giniIndex, theilIndex, meanLogDeviation])
      expect(index(after, [1, 1, 1])).toBeLessThan(index(before, [1, 1, 1]));
    expect(giniIndex([1, 1], [1, 1])).toBe(0);
  });

  it('have the quantiles of weighted values that are sorted elsewhere', () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        fc.pre(list.some(({ w }) => w > 0));
        const [x, w] = rising({ x: list.map((r) => r.x), w: list.map((r) => r.w) });
        expect(risingQuantile(x, w, p)).toBe(weightedQuantile(x, w, p));
      }),
      { numRuns: 300 },
    );
  });

  it('are refused to amounts that are none, and to values out of order', () => {
    expect(codeOf(() => meanLogDeviation([0, 1], [1, 1]))).toBe('statistics/not-positive');
    expect(codeOf(() => theilIndex([-1, 1], [1, 1]))).toBe('statistics/not-positive');
    expect(codeOf(() => giniIndex([2, 1], [1, 1]))).toBe('statistics/not-rising');
    expect(codeOf(() => giniIndex([1, 2], [0, 0]))).toBe('statistics/no-weight');
    expect(codeOf(() => giniIndex([1, 2], [1]))).toBe('statistics/unequal-lengths');
    expect(codeOf(() => giniIndex([], []))).toBe('statistics/empty');
  });

  it('move together as the claim on rich and poor says: one Gini point at 55 in a lognormal distribution', () => {
    const file = new URL(
      '../../arguments/strategic-stability/gap-between-rich-and-poor.yaml',
      import.meta.url,
    );
    const from = parse(readFileSync(file, 'utf8')).expect['matters-from'] as Record<string, number>;
    expect(Math.round(lognormal.mld * 1000) / 1000).toBe(from['mld']);
    expect(from['theil']).toBe(from['mld']);
    expect(Math.round(lognormal.ratio * 10) / 10).toBe(from['p90-p10']);
  });
});
