import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { blockIndices, defaultBlockLength } from '../../src/statistics/moving-block.js';
import { bootstrapIndices } from '../../src/statistics/resample.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { codeOf } from './oracle.js';

describe('block bootstrap', () => {
  it('draws n indices in runs of neighbours', () => {
    const size = fc
      .integer({ min: 1, max: 60 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n })));
    fc.assert(
      fc.property(
        size,
        fc.constantFrom('circular' as const, 'moving' as const),
        fc.integer(),
        ([n, length], kind, seed) => {
          const indices = blockIndices(randomFrom(seed), n, { length, kind });
          expect(indices.length).toBe(n);
          indices.forEach((index, i) => {
            expect(index >= 0 && index < n).toBe(true);
            if (i % length === 0) return;
            const next = indices[i - 1]! + 1;
            expect(index).toBe(kind === 'circular' ? next % n : next);
          });
        },
      ),
    );
  });
  it('of one year a block is the ordinary bootstrap', () => {
    expect(blockIndices(randomFrom(3), 40, { length: 1 })).toEqual(bootstrapIndices(randomFrom(3), 40));
  });
  it('draws each year alike if circular, the ends less if not', () => {
    const counts = { circular: new Array(9).fill(0), moving: new Array(9).fill(0) };
    const random = randomFrom('ends');
    for (const kind of ['circular', 'moving'] as const) {
      for (let r = 0; r < 6000; r++)
        for (const i of blockIndices(random, 9, { length: 3, kind })) counts[kind][i]++;
    }
    for (const count of counts.circular) expect(Math.abs(count - 6000)).toBeLessThan(400);
    expect(counts.moving[0]).toBeLessThan(0.5 * counts.moving[4]);
  });
  it('keeps the memory that the ordinary bootstrap loses: the variance of a mean', () => {
    const n = 400;
    const series = simulateAutoregression(
      randomFrom('memory'),
      Array.from({ length: n }, (_, i) => i),
      0.7,
    );
    const random = randomFrom('draws');
    const varianceOfMean = (length: number): number => {
      const means = Array.from({ length: 800 }, () => {
        const indices = blockIndices(random, n, { length });
        return indices.reduce((sum, i) => sum + series[i]!, 0) / n;
      });
      const centre = means.reduce((sum, m) => sum + m, 0) / means.length;
      return means.reduce((sum, m) => sum + (m - centre) ** 2, 0) / means.length;
    };
    // In truth (1 + ρ)/(1 − ρ) = 5.7 times as large; blocks of 20 recover most of it.
    expect(varianceOfMean(20)).toBeGreaterThan(2.5 * varianceOfMean(1));
  });
  it('has blocks of the cube root of n by default', () => {
    expect([1, 8, 30, 64, 200].map(defaultBlockLength)).toEqual([1, 2, 3, 4, 6]);
    expect(blockIndices(randomFrom(9), 27)).toEqual(blockIndices(randomFrom(9), 27, { length: 3 }));
  });
  it('refuses no years and blocks that do not fit', () => {
    expect(codeOf(() => blockIndices(randomFrom(0), 0))).toBe('statistics/empty');
    expect(codeOf(() => blockIndices(randomFrom(0), 5, { length: 6 }))).toBe('statistics/domain');
    expect(codeOf(() => blockIndices(randomFrom(0), 5, { length: 1.5 }))).toBe('statistics/domain');
  });
});
