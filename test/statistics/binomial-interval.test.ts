import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialInterval } from '../../src/statistics/binomial-interval.js';
import { compared } from '../designs/comparison-oracle.js';
import { codeOf, expectClose } from './oracle.js';

describe('the exact interval of a share', () => {
  it.each(compared.binomial)('agrees with binom.test: $a of $a + $b', ({ a, b, low, high }) => {
    const found = binomialInterval(a, a + b);
    expectClose(found.low, low, 1e-9, 1e-3);
    expectClose(found.high, high, 1e-9, 1e-3);
  });

  it.each(compared.binomial)('gives the ratio of two rates as poisson.test does: $a to $b', (c) => {
    const { low, high } = binomialInterval(c.a, c.a + c.b);
    expectClose(low / (1 - low), c.rate_low, 1e-9, 1e-3);
    if (c.rate_high >= 0) expectClose(high / (1 - high), c.rate_high, 1e-9);
    else expect(high).toBe(1);
  });

  it('turns round with the counts, and holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (a, b) => {
        const one = binomialInterval(a, a + b);
        const other = binomialInterval(b, a + b);
        expectClose(one.low, 1 - other.high, 1e-9, 1);
        expectClose(one.high, 1 - other.low, 1e-9, 1);
        expect(one.low).toBeLessThanOrEqual(a / (a + b));
        expect(one.high).toBeGreaterThanOrEqual(a / (a + b));
      }),
    );
  });

  it('holds the truth in at least 95 of 100, by the binomial distribution itself', () => {
    const n = 25;
    const inside = Array.from({ length: n + 1 }, (_, k) => binomialInterval(k, n));
    for (const p of [0.02, 0.1, 0.31, 0.5, 0.77, 0.96]) {
      let choose = 1;
      let covered = 0;
      for (let k = 0; k <= n; k++) {
        if (inside[k]!.low <= p && p <= inside[k]!.high) covered += choose * p ** k * (1 - p) ** (n - k);
        choose = (choose * (n - k)) / (k + 1);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it.each([
    [-1, 4],
    [5, 4],
    [0, 0],
    [1.5, 4],
    [Number.NaN, 4],
  ])('refuses %d of %d', (k, n) => {
    expect(codeOf(() => binomialInterval(k, n))).toBe('statistics/domain');
  });
});
