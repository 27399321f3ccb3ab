import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { pettitt, pettittAutocorrelated } from '../../src/statistics/change-point.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Case = { y: number[]; pettitt: { k: number; p: number; at: number[] } };

describe("Pettitt's test", () => {
  it("is that of R's trend", () => {
    for (const { y, pettitt: expected } of oracle<Case[]>('trend-tests')) {
      const found = pettitt(
        y.map((_, i) => 1901 + i),
        y,
      );
      expect(found.k).toBe(expected.k);
      expectClose(found.p, expected.p, 1e-12);
      expect(found.year).toBe(1900 + expected.at[0]!);
    }
  });
  it('finds the last year before a step, and its direction', () => {
    const years = [1988, 1989, 1990, 1992, 1993, 1994, 1995];
    expect(pettitt(years, [1, 2, 1, 8, 9, 8, 9])).toMatchObject({ year: 1990, direction: 1 });
    expect(pettitt(years, [8, 9, 8, 1, 2, 1, 2])).toMatchObject({ year: 1990, direction: -1 });
    expect(pettitt(years, [5, 5, 5, 5, 5, 5, 5])).toMatchObject({ k: 0, p: 1, direction: 0 });
  });
  it('does not see a change of scale that keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 30 }), (y) => {
        const years = y.map((_, i) => i);
        expect(
          pettitt(
            years,
            y.map((v) => v ** 3 - 7),
          ),
        ).toEqual(pettitt(years, y));
        expect(
          pettitt(
            years,
            y.map((v) => -v),
          ).k,
        ).toBe(pettitt(years, y).k);
      }),
    );
  });
  it('with memory taken into account rarely finds what is not there, and still finds a clear step', () => {
    const random = randomFrom('pettitt');
    const years = Array.from({ length: 40 }, (_, i) => 1970 + i);
    let [plain, careful, found] = [0, 0, 0];
    for (let r = 0; r < 100; r++) {
      const y = simulateAutoregression(random, years, 0.6);
      const test = pettittAutocorrelated(years, y, { random, simulations: 99 });
      if (pettitt(years, y).p <= 0.05) plain++;
      if (test.p <= 0.05) careful++;
      const step = simulateAutoregression(random, years, 0).map((v, i) => v + (i >= 20 ? 3 : 0));
      if (pettittAutocorrelated(years, step, { random, simulations: 99 }).p <= 0.05) found++;
    }
    expect(plain).toBeGreaterThan(20);
    expect(careful).toBeLessThan(12);
    expect(found).toBeGreaterThan(70);
    const y = simulateAutoregression(random, years, 0.5);
    const rho = (shift: number) =>
      pettittAutocorrelated(
        years,
        y.map((v) => v + shift),
        { random, simulations: 9 },
      ).rho;
    expectClose(rho(1e6), rho(0), 1e-5, 1);
    expect(pettittAutocorrelated([1, 2, 3, 4], [1, 1, 1, 1], { random })).toMatchObject({ p: 1, rho: 0 });
  });
  it('refuses too few values and years out of order', () => {
    expect(codeOf(() => pettitt([1, 2], [1, 2]))).toBe('statistics/too-few');
    expect(codeOf(() => pettitt([1, 2, 2, 3], [1, 2, 3, 4]))).toBe('statistics/not-rising');
  });
});
