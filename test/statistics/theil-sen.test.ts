import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { senSlope } from '../../src/statistics/theil-sen.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Case = { y: number[]; sen: { slope: number; low: number; high: number } };

describe("Sen's slope", () => {
  it("is that of R's trend, with its interval", () => {
    for (const { y, sen } of oracle<Case[]>('trend-tests')) {
      const found = senSlope(
        y.map((_, i) => 1900 + i),
        y,
      );
      for (const key of ['slope', 'low', 'high'] as const) expectClose(found[key], sen[key], 1e-12);
    }
  });
  it('is the slope of a line, gaps or not, whatever one wild value does', () => {
    const years = [1990, 1991, 1994, 1995, 1999, 2003, 2004, 2005];
    const y = years.map((year) => 0.5 * year);
    expect(senSlope(years, y).slope).toBe(0.5);
    y[3] = 1e6;
    expect(senSlope(years, y).slope).toBe(0.5);
  });
  it('follows shift and scale, and turns with the sign', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 20 }), (y) => {
        const years = y.map((_, i) => i);
        const found = senSlope(years, y);
        expect(
          senSlope(
            years,
            y.map((v) => 4 * v + 3),
          ).slope,
        ).toBeCloseTo(4 * found.slope, 10);
        const turned = senSlope(
          years,
          y.map((v) => -v),
        );
        expect(turned.slope).toBeCloseTo(-found.slope, 10);
        expect(found.low).toBeLessThanOrEqual(found.slope);
        expect(found.high).toBeGreaterThanOrEqual(found.slope);
      }),
    );
  });
  it('refuses too few values and years out of order', () => {
    expect(codeOf(() => senSlope([1, 2, 3], [1, 2, 3]))).toBe('statistics/too-few');
    expect(codeOf(() => senSlope([1, 3, 2, 4], [1, 2, 3, 4]))).toBe('statistics/not-rising');
  });
});
