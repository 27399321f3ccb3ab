import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { autoregressiveTrend, shapeColumns, upperLimit } from '../../src/statistics/ar1.js';
import { tQuantile } from '../../src/statistics/distributions.js';
import { neweyWest } from '../../src/statistics/hac.js';
import { leastSquares } from '../../src/statistics/least-squares.js';
import { chosenError, fixedBandwidthCritical, linearTrend } from '../../src/statistics/linear-trend.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { codeOf, expectClose, oracle } from './oracle.js';

interface Case {
  gaps: boolean;
  year: number[];
  y: number[];
  slope: number;
  intercept: number;
  classical: number;
  newey_west: number;
  prewhitened: number;
  newey_west_covariance: number[][];
  prewhitened_covariance: number[][];
  lag3: number[][];
  lag3_prewhitened: number[][];
  lag: number;
  lag_prewhitened: number;
  gls: { rho: number; se: number };
  reml: { rho: number; se: number };
}
const cases = oracle<Case[]>('linear-trend');

describe("Newey–West errors are those of R's sandwich", () => {
  it('whole covariances, with automatic and given lags', () => {
    for (const one of cases) {
      const middle = one.year.reduce((sum, year) => sum + year, 0) / one.year.length;
      const columns = shapeColumns(
        one.year.map((year) => year - middle),
        'bend',
      );
      const fit = { columns, ...leastSquares(columns, one.y) };
      const agree = (actual: number[][], expected: number[][]) =>
        expected.flat().forEach((value, i) => {
          expectClose(actual.flat()[i]!, value, 1e-9);
        });
      agree(neweyWest(fit).covariance, one.newey_west_covariance);
      agree(neweyWest(fit, { prewhite: true, bound: Infinity }).covariance, one.prewhitened_covariance);
      agree(neweyWest(fit, { lag: 3 }).covariance, one.lag3);
      agree(neweyWest(fit, { lag: 3, prewhite: true, bound: Infinity }).covariance, one.lag3_prewhitened);
    }
  });
});

describe('linear trend', () => {
  it('agrees with R in slope, intercept, each error and each lag', () => {
    let nearlyRandomWalks = 0;
    for (const one of cases) {
      const trend = linearTrend(one.year, one.y);
      const [classical, newey, prewhitened] = trend.errors;
      expectClose(trend.slope, one.slope, 1e-9);
      expectClose(trend.intercept, one.intercept, 1e-9);
      expectClose(classical!.se, one.classical, 1e-9);
      expectClose(newey!.se, one.newey_west, 1e-9);
      if (Math.abs(prewhitened!.se - one.prewhitened) <= 1e-9 * one.prewhitened) {
        expect(prewhitened!.lag).toBe(one.lag_prewhitened);
      } else {
        expect(Math.abs(prewhitened!.se / one.prewhitened - 1)).toBeLessThan(0.15);
        nearlyRandomWalks++;
      }
      expect(newey!.lag).toBe(one.lag);
    }
    expect(nearlyRandomWalks).toBeLessThanOrEqual(2); // prewhitening bounded, which sandwich does not do
  });
  it('agrees with nlme::gls, and with dense matrices for the degrees of freedom, gaps or not', () => {
    for (const one of cases.filter((c) => c.gls.rho < 0.998)) {
      const { rho, se, df } = linearTrend(one.year, one.y).errors[3]!;
      expectClose(rho!, one.gls.rho, 1e-5, 1);
      expectClose(se, one.gls.se, 1e-5);
      expectClose(rho!, one.reml.rho, 1e-5, 1);
      expectClose(se, one.reml.se, 1e-5);
      expect(df).toBe(one.y.length - 3);
    }
  });
  it('chooses the widest interval, and never a critical value below that of t', () => {
    for (const one of cases) {
      const trend = linearTrend(one.year, one.y);
      const chosen = chosenError(trend);
      for (const error of trend.errors) {
        expect(error.high - error.low).toBeLessThanOrEqual(chosen.high - chosen.low);
        expect(error.critical).toBeGreaterThanOrEqual(tQuantile(0.975, trend.n - 3));
        expectClose(error.high, trend.slope + error.critical * error.se, 1e-12);
      }
    }
  });
  it('of a constant or exactly straight series is sure', () => {
    const years = [1990, 1991, 1992, 1995, 1996, 1997, 1998];
    const flat = linearTrend(
      years,
      years.map(() => 0.1),
    );
    expect([flat.slope, chosenError(flat).se]).toEqual([0, 0]);
    expectClose(flat.intercept, 0.1, 1e-15);
    const straight = linearTrend(
      years,
      years.map((year) => 0.3 * year - 7),
    );
    expectClose(straight.slope, 0.3, 1e-12);
    expectClose(straight.intercept, -7, 1e-9);
    expect([chosenError(straight).se, straight.chosen]).toEqual([0, 'classical']);
  });
  it("does not see the calendar's zero, and follows the unit", () => {
    const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(
        values.filter((v) => new Set(v).size > 3),
        (y) => {
          const years = y.map((_, i) => 1950 + i);
          const plain = linearTrend(years, y);
          const moved = linearTrend(
            years.map((year) => year - 622),
            y.map((v) => 100 + v),
          );
          const scaled = linearTrend(
            years,
            y.map((v) => -2 * v),
          );
          plain.errors.forEach((error, i) => {
            // ρ is where a likelihood is largest: rounding hides which of two places next to each other is.
            expectClose(moved.errors[i]!.se, error.se, 1e-5);
            expectClose(scaled.errors[i]!.se, 2 * error.se, 1e-5);
          });
          expectClose(scaled.slope, -2 * plain.slope, 1e-9, 1);
        },
      ),
      { numRuns: 50 },
    );
  });
  it('refuses too few, unordered and fractional years', () => {
    const years = [1, 2, 3, 4, 5, 6];
    expect(codeOf(() => linearTrend([], []))).toBe('statistics/empty');
    expect(codeOf(() => linearTrend([1, 2, 3], [1, 2, 3]))).toBe('statistics/too-few');
    expect(codeOf(() => linearTrend([1, 2, 3, 4, 4, 6], years))).toBe('statistics/not-rising');
    expect(codeOf(() => linearTrend([1, 2, 3, 4, 4.5, 6], years))).toBe('statistics/not-a-year');
    expect(codeOf(() => linearTrend(years, [1, 2, 3, 4, 5, Number.NaN]))).toBe('statistics/not-finite');
    expect(codeOf(() => linearTrend(years, [1, 2]))).toBe('statistics/too-few');
  });
});

describe('fixed-b critical values', () => {
  it('rise from 1.96 to 4.81 as the bandwidth fills the sample', () => {
    expect(fixedBandwidthCritical(1e-9)).toBeCloseTo(1.96, 6);
    expect(fixedBandwidthCritical(1)).toBeCloseTo(4.813, 10);
    expect(codeOf(() => fixedBandwidthCritical(0))).toBe('statistics/domain');
  });
});

describe('coverage of the chosen 95 % interval where there is no trend', () => {
  const repetitions = 600;
  const coverage = (n: number, rho: number): number => {
    const random = randomFrom(['coverage', n, rho]);
    const years = Array.from({ length: n }, (_, i) => 1950 + i);
    let covered = 0;
    for (let r = 0; r < repetitions; r++) {
      const error = chosenError(linearTrend(years, simulateAutoregression(random, years, rho)));
      if (error.low <= 0 && error.high >= 0) covered++;
    }
    return covered / repetitions;
  };
  it.each([
    [14, 0.5, 0.95],
    [30, 0, 0.95],
    [30, 0.5, 0.95],
    [30, 0.8, 0.95],
    [60, 0.9, 0.95],
    // Near random walks are what most real series look like.
    [20, 0.998, 0.9],
    [45, 0.998, 0.9],
  ])('n = %i, ρ = %f: at least %f', (n, rho, least) => {
    const rate = coverage(n, rho);
    expect(rate).toBeGreaterThan(least);
    expect(rate).toBeLessThan(1); // an interval that always covers says nothing
  });
});

describe('the longest memory that a record allows', () => {
  const years = Float64Array.from({ length: 40 }, (_, i) => i - 19.5);
  it('lies above the true one in nine of ten series or more, and above the likeliest in all', () => {
    for (const rho of [0.3, 0.8]) {
      let above = 0;
      for (let k = 0; k < 300; k++) {
        const found = autoregressiveTrend(
          years,
          simulateAutoregression(randomFrom(['limit', rho, k]), years, rho),
        );
        expect(found.longest.rho).toBeGreaterThan(found.rho);
        expect(found.longest.se).toBeGreaterThan(found.se);
        if (found.longest.rho >= rho) above++;
      }
      expect(above / 300).toBeGreaterThan(0.88);
      expect(above / 300).toBeLessThan(0.99);
    }
  });
  it('is where twice the log-likelihood lies 2.71 under its top, and the bound where it lies higher even there', () => {
    const parabola = (z: number): number => -2 * (z - 0.4) ** 2;
    const half = Math.sqrt(2.705543454095404) / 2;
    expectClose(upperLimit(parabola, 0.4, -3, 3, 70), 0.4 + half, 1e-7);
    expect(upperLimit(parabola, 0.4, -3, 1, 70)).toBe(1);
    const second = (z: number): number => (z > 2 ? -0.5 : parabola(z)); // a second hill, as high as it may be low
    expect(upperLimit(second, 0.4, -3, 2.5, 70)).toBe(2.5);
  });
});

describe('autoregressive error', () => {
  it('finds ρ in a long series', () => {
    const n = 2000;
    const x = Float64Array.from({ length: n }, (_, i) => i - (n - 1) / 2);
    expect(autoregressiveTrend(x, simulateAutoregression(randomFrom('long'), x, 0.6)).rho).toBeCloseTo(
      0.6,
      1,
    );
  });
});
