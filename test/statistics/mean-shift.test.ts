import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { meanShift } from '../../src/statistics/mean-shift.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { compared } from '../designs/comparison-oracle.js';
import { codeOf, expectClose } from './oracle.js';

const span = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);

describe('a mean over years, and its shift', () => {
  it.each([...compared.shifts, ...compared.levels])('agrees with sandwich and nlme: $value', (c) => {
    const found = meanShift(c.year, c.y, c.later ?? undefined);
    const error = (method: string) => found.errors.find((e) => e.method === method)!;
    expectClose(found.value, c.value, 1e-10);
    expectClose(error('classical').se, c.classical, 1e-10);
    expectClose(error('newey-west').se, c.newey_west, 1e-8);
    expect(error('newey-west').lag).toBe(c.lag);
    expectClose(error('newey-west-prewhitened').se, c.prewhitened, 1e-8);
    expectClose(error('autoregressive').rho!, c.rho, 2e-4, 0.1);
    expectClose(error('autoregressive').se, c.autoregressive, 2e-4);
  });

  it('is a weighted sum of the years', () => {
    const { year, y, later } = compared.shifts[2]!;
    const found = meanShift(year, y, later!);
    expectClose(
      y.reduce((sum, x, t) => sum + x * found.weights[t]!, 0),
      found.value,
      1e-11,
    );
  });

  it('has no error where nothing varies', () => {
    const found = meanShift(span(6), [1, 1, 1, 3, 3, 3], [false, false, false, true, true, true]);
    expect([found.value, found.errors.length, found.errors[0]!.se, found.memory]).toEqual([
      2,
      1,
      0,
      undefined,
    ]);
  });

  it('leaves prewhitening out where a span is constant, for it has nothing to go by', () => {
    const later = [false, false, false, false, true, true, true, true];
    const found = meanShift(span(8), [3, 3, 3, 3, 3, 2, 2, 1], later);
    expect(found.value).toBe(-1);
    expect(found.errors.map(({ method }) => method)).toEqual([
      'classical',
      'newey-west',
      'autoregressive',
      'longest-memory',
    ]);
    expect(found.errors.every(({ se }) => Number.isFinite(se) && se > 0)).toBe(true);
  });

  it('gives the level of a near random walk an interval that says something', () => {
    const walk = span(20).map((t) => 50 + 2 * t);
    const { errors } = meanShift(span(20), walk);
    for (const { rho } of errors) if (rho !== undefined) expect(rho).toBeCloseTo(0.97, 3);
    expect(Math.max(...errors.map(({ high }) => high))).toBeLessThan(150);
  });

  it.each([
    [5, 0, 0.95],
    [10, 0.5, 0.95],
    [20, 0.8, 0.95],
    [5, 0.998, 0.92],
  ])('%d + %d years with memory: the widest interval holds the truth', (h, rho, least) => {
    const worlds = 150;
    let held = 0;
    for (let w = 0; w < worlds; w++) {
      const all = simulateAutoregression(randomFrom(['shift', h, rho, w]), span(2 * h + 5), rho);
      const years = [...span(h), ...span(h, h + 5)];
      const { errors } = meanShift(
        years,
        years.map((y) => all[y]!),
        years.map((y) => y >= h),
      );
      const widest = errors.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
      if (widest.low <= 0 && 0 <= widest.high) held++;
    }
    expect(held / worlds).toBeGreaterThan(least - 0.03);
  });

  it('refuses too few years, in all or in a span', () => {
    expect(codeOf(() => meanShift(span(5), [1, 2, 3, 4, 5]))).toBe('statistics/too-few');
    expect(
      codeOf(() => meanShift(span(6), [1, 2, 3, 4, 5, 6], [false, false, false, false, true, true])),
    ).toBe('statistics/too-few');
    expect(codeOf(() => meanShift([1, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]))).toBe('statistics/not-rising');
  });
});
