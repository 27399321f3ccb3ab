import { describe, expect, it } from 'vitest';
import { chiSquaredShare } from '../../src/statistics/chi-squared-share.js';
import { normalQuantile } from '../../src/statistics/distributions.js';
import { expectClose } from './oracle.js';

describe('a chi-squared number over its degrees of freedom', () => {
  it.each([
    // qchisq(p, df) / df in R
    [0.025, 10, 0.3246973],
    [0.5, 10, 0.9341818],
    [0.975, 10, 2.0483177],
    [0.05, 30, 0.6164221],
    [0.95, 30, 1.4590989],
    [0.1, 3, 0.1947914],
  ])('at %f with %i degrees is R’s to a hundredth or two', (p, df, expected) => {
    expectClose(chiSquaredShare(normalQuantile(p), df), expected, 0.02);
  });
  it('has mean 1 and variance 2 / df', () => {
    const values = Array.from({ length: 20_000 }, (_, i) =>
      chiSquaredShare(normalQuantile((i + 0.5) / 20_000), 8),
    );
    const mean = values.reduce((a, b) => a + b) / values.length;
    expectClose(mean, 1, 0.003);
    expectClose(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length, 0.25, 0.02);
  });
  it('is above 0 at the ends', () => {
    expect(chiSquaredShare(-6, 2)).toBeGreaterThan(0);
    expect(Number.isFinite(chiSquaredShare(6, 2))).toBe(true);
  });
});
