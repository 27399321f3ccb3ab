import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, weightedQuantile } from '../../src/statistics/quantile.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Case = { x: number[]; w: number[]; p: number[]; type7: number[]; type2: number[] };
const R = oracle<{ plain: Case[]; weighted: Case[] }>('quantile');

describe('quantile', () => {
  it("is R's type 7", () => {
    for (const { x, p, type7 } of R.plain)
      p.forEach((share, i) => {
        expectClose(quantile(x, share), type7[i]!, 1e-13, 1);
      });
  });
  it('halves', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
  });
  it('refuses nothing, holes and shares beyond 0 to 1', () => {
    expect(codeOf(() => median([]))).toBe('statistics/empty');
    expect(codeOf(() => median([1, Number.NaN]))).toBe('statistics/not-finite');
    expect(codeOf(() => quantile([1], 1.5))).toBe('statistics/domain');
  });
});

describe('weighted quantile', () => {
  it("with equal weights is R's type 2", () => {
    for (const { x, p, type2 } of R.plain)
      p.forEach((share, i) => {
        expectClose(
          weightedQuantile(
            x,
            x.map(() => 0.1),
            share,
          ),
          type2[i]!,
          1e-13,
          1,
        );
      });
  });
  it('counts whole weights as repetitions', () => {
    for (const { x, w, p, type2 } of R.weighted)
      p.forEach((share, i) => {
        expect(weightedQuantile(x, w, share)).toBe(type2[i]!);
      });
  });
  it('stands where nine tenths of the weight stand', () => {
    expect(weightedQuantile([1, 2], [0.9, 0.1], 0.5)).toBe(1);
    expect(weightedQuantile([1, 5, 2], [0.5, 0.5, 0], 0.5)).toBe(3);
  });
  it('does not see the order, the scale of weights, or a value split in two', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 8 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.9, 1), (rows, p) => {
        const of = (list: [number, number][]) =>
          weightedQuantile(
            list.map(([x]) => x),
            list.map(([, w]) => w),
            p,
          );
        const expected = of(rows);
        expect(of([...rows].reverse())).toBe(expected);
        expect(of(rows.map(([x, w]) => [x, w / 7]))).toBe(expected);
        expect(
          of(
            rows.flatMap(
              ([x, w]) =>
                [
                  [x, w / 2],
                  [x, w / 2],
                ] as [number, number][],
            ),
          ),
        ).toBe(expected);
      }),
    );
  });
  it('refuses negative weights and none', () => {
    expect(codeOf(() => weightedQuantile([1], [-1], 0.5))).toBe('statistics/negative');
    expect(codeOf(() => weightedQuantile([1], [0], 0.5))).toBe('statistics/no-weight');
    expect(codeOf(() => weightedQuantile([1, 2], [1], 0.5))).toBe('statistics/unequal-lengths');
  });
});
