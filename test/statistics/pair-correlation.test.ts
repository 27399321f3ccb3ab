import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { standardDeviation } from '../../src/statistics/dispersion.js';
import { type Apart, pairCorrelation } from '../../src/statistics/pair-correlation.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Case = Record<'x' | 'y' | 'times' | 'pulls_values' | 'pulls_ranks', number[]> &
  Record<Apart | 'drawn_values' | 'drawn_ranks', number>;
const cases = oracle<Case[]>('pair-correlation');
const ways: Apart[] = ['values', 'ranks'];

/** The correlation over pairs of different units when unit i counts `times[i]` times: by the list with repetitions. */
function drawn({ x, y, times }: Pick<Case, 'x' | 'y' | 'times'>, apart: Apart): number {
  const list = times.flatMap((n, i) => Array<number>(n).fill(i));
  const value = (of: number[], i: number): number =>
    apart === 'values'
      ? of[i]!
      : list.reduce((sum, j) => sum + (of[j]! < of[i]! ? 1 : of[j] === of[i] ? 0.5 : 0), 0);
  const rows = list.flatMap((i, k) =>
    list
      .slice(0, k)
      .filter((j) => j !== i)
      .map((j) => [Math.abs(value(x, i) - value(x, j)), Math.abs(value(y, i) - value(y, j))] as const),
  );
  const mean = (at: 0 | 1): number => rows.reduce((sum, row) => sum + row[at], 0) / rows.length;
  const [ma, mb] = [mean(0), mean(1)];
  const sum = (f: (a: number, b: number) => number): number =>
    rows.reduce((total, [a, b]) => total + f(a - ma, b - mb), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

describe('the correlation over pairs agrees with R', () => {
  it.each(ways)('by %s', (apart) => {
    for (const one of cases) expectClose(pairCorrelation(one.x, one.y, apart).r, one[apart], 1e-12, 1);
  });
  it.each(ways)('what a copy of a unit adds, by %s', (apart) => {
    for (const one of cases) {
      const pulls = pairCorrelation(one.x, one.y, apart).pulls();
      pulls.forEach((pull, i) => {
        expectClose(pull, one[`pulls_${apart}`][i]!, 1e-8, 1);
      });
    }
  });
  it.each(ways)('units that count several times, by %s: copies of one unit are no pair', (apart) => {
    for (const one of cases) expectClose(drawn(one, apart), one[`drawn_${apart}`], 1e-12, 1);
  });
});

describe('the correlation over pairs, by hand', () => {
  it('is 1 where the distances are the same, and of three units told by three pairs', () => {
    expect(pairCorrelation([0, 1, 5, 7], [10, 8, 0, -4], 'values').r).toBeCloseTo(1, 14);
    // Distances 1, 3, 2 and 2, 1, 1: means 2 and 4/3; −1·2/3 + 1·(−1/3) + 0 = −1; √(2 · 2/3) = √(4/3).
    expect(pairCorrelation([0, 1, 3], [0, 2, 1], 'values').r).toBeCloseTo(-1 / Math.sqrt(4 / 3), 14);
  });
  it('of two camps on both is 1 where the camps are the same, whatever the scale', () => {
    for (const apart of ways)
      expect(pairCorrelation([0, 0, 0, 1, 1], [4, 4, 4, 9, 9], apart).r).toBeCloseTo(1, 14);
  });
  it('does not exist where all are alike', () => {
    expect(pairCorrelation([1, 2, 3], [4, 4, 4], 'values').r).toBeNaN();
    expect(pairCorrelation([2, 2, 2], [1, 2, 3], 'ranks').r).toBeNaN();
    expect(pairCorrelation(Array<number>(7).fill(0.1), [1, 2, 3, 4, 5, 6, 7], 'values').r).toBeNaN();
  });
  it('needs three units, as many of both, and numbers', () => {
    expect(codeOf(() => pairCorrelation([1, 2], [1, 2], 'values'))).toBe('statistics/too-few');
    expect(codeOf(() => pairCorrelation([1, 2, 3], [1, 2], 'values'))).toBe('statistics/unequal-lengths');
    expect(codeOf(() => pairCorrelation([1, 2, Number.NaN], [1, 2, 3], 'ranks'))).toBe(
      'statistics/not-finite',
    );
  });
});

const units = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -30, max: 30 })), {
    minLength: 5,
    maxLength: 25,
  })
  .filter((list) => new Set(list.map(([x]) => x)).size > 2 && new Set(list.map(([, y]) => y)).size > 2);

describe('what must not change it', () => {
  it.each(ways)('order, the other way round, unit and shift, by %s', (apart) => {
    fc.assert(
      fc.property(units, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const { r } = pairCorrelation(x, y, apart);
        expectClose(pairCorrelation([...x].reverse(), [...y].reverse(), apart).r, r, 1e-10, 1);
        expectClose(pairCorrelation(y, x, apart).r, r, 1e-10, 1);
        const moved = x.map((a) => 3 - 2 * a);
        expectClose(pairCorrelation(moved, y, apart).r, r, 1e-10, 1);
        const pulls = pairCorrelation(x, y, apart).pulls();
        expectClose(
          pulls.reduce((sum, p) => sum + p, 0),
          0,
          1e-9,
          1,
        );
      }),
    );
  });
  it('ranks see the order alone', () => {
    const x = [0.1, 3, 3, 8, 90, 4];
    expect(pairCorrelation(x.map(Math.exp), [5, 1, 2, 8, 9, 3], 'ranks').r).toBe(
      pairCorrelation(x, [5, 1, 2, 8, 9, 3], 'ranks').r,
    );
  });
});

describe('units drawn anew', () => {
  /** Normal numbers by twelve uniform ones; y goes with x by a half. */
  function sample(n: number, seed: string): { x: number[]; y: number[] } {
    const random = randomFrom(seed);
    const normal = (): number =>
      Array.from({ length: 12 }, () => random.int(1e6) / 1e6).reduce((a, b) => a + b) - 6;
    const x = Array.from({ length: n }, normal);
    return { x, y: x.map((one) => 0.6 * one + 0.8 * normal()) };
  }

  it.each(ways)('to first order they are what they are, by %s', (apart) => {
    const { x, y } = sample(80, 'one sample');
    const found = pairCorrelation(x, y, apart);
    const [r, pulls] = [found.r, found.pulls()];
    const random = randomFrom('draws');
    const both = Array.from({ length: 300 }, () => {
      const times = x.map(() => 0);
      for (let k = 0; k < times.length; k++) times[random.int(times.length)]!++;
      return [
        r + times.reduce((sum, n, i) => sum + (n - 1) * pulls[i]!, 0),
        drawn({ x, y, times }, apart),
      ] as const;
    });
    const [near, exact] = [both.map(([a]) => a), both.map(([, b]) => b)];
    expectClose(standardDeviation(near) / standardDeviation(exact), 1, 0.08);
    expectClose(standardDeviation(both.map(([a, b]) => a - b)) / standardDeviation(exact), 0, 0.25, 1);
  });

  it.each(ways)('their spread is that from sample to sample, by %s', (apart) => {
    const samples = Array.from({ length: 300 }, (_, i) => sample(80, `sample ${i}`));
    const spread = standardDeviation(samples.map(({ x, y }) => pairCorrelation(x, y, apart).r));
    const told = samples.slice(0, 60).map(({ x, y }) => {
      const pulls = pairCorrelation(x, y, apart).pulls();
      return Math.sqrt(pulls.reduce((sum, p) => sum + p * p, 0));
    });
    expectClose(told.reduce((a, b) => a + b, 0) / told.length / spread, 1, 0.12);
  });
});
