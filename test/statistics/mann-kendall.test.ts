import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, mannKendallAutocorrelated } from '../../src/statistics/mann-kendall.js';
import { codeOf, expectClose, oracle } from './oracle.js';

interface Case {
  y: number[];
  s: number;
  variance: number;
  z: number;
  p: number;
  tau: number;
  kendall_s: number;
  kendall_variance: number;
  hamed_rao: { z: number | null; p: number | null; factor: number; variance: number };
}
const cases = oracle<Case[]>('trend-tests');

describe('Mann–Kendall', () => {
  it("is that of R's trend and Kendall, ties or not", () => {
    for (const one of cases) {
      const test = mannKendall(one.y);
      expect(test.s).toBe(one.s);
      expect(test.s).toBe(one.kendall_s);
      expectClose(test.variance, one.variance, 1e-14);
      expectClose(test.variance, one.kendall_variance, 1e-5); // Kendall computes in single precision
      expectClose(test.z, one.z, 1e-12);
      expectClose(test.p, one.p, 1e-12);
      expectClose(test.tau, one.tau, 1e-12);
    }
    expect(cases.some((one) => new Set(one.y).size < one.y.length)).toBe(true);
  });
  it("with Hamed & Rao's variance is that of R's modifiedmk", () => {
    for (const { y, hamed_rao } of cases) {
      const test = mannKendallAutocorrelated(y);
      if (hamed_rao.factor <= 0) {
        expect(test).toBeUndefined();
        continue;
      }
      expectClose(test!.factor, hamed_rao.factor, 1e-10);
      expectClose(test!.variance, hamed_rao.variance, 1e-10);
      expectClose(test!.z, hamed_rao.z!, 1e-10);
      expectClose(test!.p, hamed_rao.p!, 1e-9);
    }
    expect(cases.filter((one) => one.hamed_rao.factor <= 0).length).toBeLessThan(4);
    expect(cases.some((one) => one.hamed_rao.factor > 1.5)).toBe(true);
  });
  it('sees nothing in a constant series', () => {
    expect(mannKendall([2, 2, 2, 2])).toMatchObject({ s: 0, z: 0, p: 1, tau: 0 });
    expect(mannKendallAutocorrelated([2, 2, 2, 2, 2])).toMatchObject({ z: 0, p: 1, factor: 1 });
  });
  it('turns with the sign and does not see a change of scale that keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 25 }), (y) => {
        const test = mannKendall(y);
        expect(mannKendall(y.map((v) => v ** 3 + 5))).toEqual(test);
        expect(mannKendall([...y].reverse()).s).toBe(test.s === 0 ? 0 : -test.s);
        expect(mannKendall(y.map((v) => -v)).p).toBe(test.p);
      }),
    );
  });
  it('refuses too few values', () => {
    expect(codeOf(() => mannKendall([1, 2, 3]))).toBe('statistics/too-few');
    expect(codeOf(() => mannKendallAutocorrelated([]))).toBe('statistics/empty');
  });
});
