import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/kernel/random.js';
import { effectiveDraws, splitRhat } from '../../../src/statistics/ideal-points/convergence.js';
import { gaussian, simulateAutoregression } from '../../../src/statistics/simulate.js';

const random = randomFrom('convergence');
const series = (rho: number, keep: number): number[] => [
  ...simulateAutoregression(
    random,
    Array.from({ length: keep }, (_, k) => k),
    rho,
  ),
];

describe('split-R̂', () => {
  it('is about 1 where chains tell the same', () => {
    const draws = Array.from({ length: 4000 }, () => gaussian(random));
    expect(splitRhat(draws, 4, 1000)).toBeCloseTo(1, 2);
  });

  it('is as by hand on four halves of two draws', () => {
    // means of halves 1, 3, 5, 7: variance 20/3; within each half 2
    expect(splitRhat([0, 2, 2, 4, 4, 6, 6, 8], 2, 4)).toBeCloseTo(Math.sqrt(1 / 2 + 20 / 3 / 2), 12);
  });

  it('tells chains that stand apart, and one that wanders', () => {
    const apart = Array.from({ length: 400 }, (_, k) => gaussian(random) + (k < 100 ? 3 : 0));
    expect(splitRhat(apart, 4, 100)).toBeGreaterThan(1.3);
    const wandering = Array.from({ length: 400 }, (_, k) => gaussian(random) + (k % 100) / 20);
    expect(splitRhat(wandering, 4, 100)).toBeGreaterThan(1.3);
    expect(splitRhat([1, 1, 1, 1, 2, 2, 2, 2], 2, 4)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('effective draws', () => {
  it.each([0, 0.5, 0.8])('are n(1 − ρ)/(1 + ρ) of a series with memory %d', (rho) => {
    const draws = [...series(rho, 4000), ...series(rho, 4000)];
    const expected = (8000 * (1 - rho)) / (1 + rho);
    expect(effectiveDraws(draws, 2, 4000) / expected).toBeGreaterThan(0.8);
    expect(effectiveDraws(draws, 2, 4000) / expected).toBeLessThan(1.25);
  });
});
