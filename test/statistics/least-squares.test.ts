import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../src/statistics/least-squares.js';
import { codeOf, expectClose, oracle } from './oracle.js';

const nist = JSON.parse(readFileSync(new URL('../oracles/nist-strd-linear.json', import.meta.url), 'utf8'));

/** How many leading digits agree, at worst: the log relative error of NIST. */
function digits(actual: readonly number[], certified: readonly number[]): number {
  return Math.min(...certified.map((c, i) => -Math.log10(Math.abs(actual[i]! - c) / Math.abs(c))));
}

describe('least squares on NIST StRD', () => {
  it('Longley: 12 digits of coefficients and standard errors', () => {
    const { y, b, se, ...columns } = nist.Longley;
    const fit = leastSquares([y.map(() => 1), ...Object.values<number[]>(columns)], y);
    expect(digits(fit.coefficients, b)).toBeGreaterThan(12);
    expect(digits(fit.standardErrors, se)).toBeGreaterThan(12);
  });
  const x = Array.from({ length: 21 }, (_, i) => i);
  const powers = [0, 1, 2, 3, 4, 5].map((k) => x.map((v) => v ** k));
  it('Wampler 1: 12 digits', () => {
    const fit = leastSquares(
      powers,
      x.map((v) => [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + v ** k, 0)),
    );
    expect(digits(fit.coefficients, nist.Wampler1.b)).toBeGreaterThan(12);
    for (const se of fit.standardErrors) expect(se).toBeLessThan(1e-10);
  });
  it('Wampler 2: 12 digits', () => {
    const fit = leastSquares(
      powers,
      x.map((v) => [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + (0.1 * v) ** k, 0)),
    );
    expect(digits(fit.coefficients, nist.Wampler2.b)).toBeGreaterThan(12);
    for (const se of fit.standardErrors) expect(se).toBeLessThan(1e-12);
  });
});

type Fit = { b: number[]; se: number[]; sigma2: number; residuals: number[]; cross: number[][] };

describe('least squares', () => {
  it("is R's lm, with and without an intercept", () => {
    for (const { x, y, with_intercept, without } of oracle<
      { x: number[][]; y: number[]; with_intercept: Fit; without: Fit }[]
    >('least-squares')) {
      for (const [columns, expected] of [
        [[y.map(() => 1), ...x], with_intercept],
        [x, without],
      ] as const) {
        const fit = leastSquares(columns, y);
        expected.b.forEach((b, i) => {
          expectClose(fit.coefficients[i]!, b, 1e-10);
        });
        expected.se.forEach((se, i) => {
          expectClose(fit.standardErrors[i]!, se, 1e-10);
        });
        expected.residuals.forEach((e, i) => {
          expectClose(fit.residuals[i]!, e, 1e-10, 1);
        });
        expected.cross.flat().forEach((c, i) => {
          expectClose(fit.inverseCross.flat()[i]!, c, 1e-9);
        });
        expectClose(fit.sigma2, expected.sigma2, 1e-12);
      }
    }
  });
  it('does not see the order of observations, and scales with y', () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 20 }), (y) => {
        const columns = [y.map(() => 2), y.map((_, i) => (i * 7) % 11), y.map((_, i) => i * i)];
        const fit = leastSquares(columns, y);
        const turned = leastSquares(
          columns.map((c) => [...c].reverse()),
          [...y].reverse(),
        );
        const scaled = leastSquares(
          columns,
          y.map((v) => 3 * v),
        );
        fit.coefficients.forEach((b, i) => {
          expectClose(turned.coefficients[i]!, b, 1e-9, 1);
          expectClose(scaled.coefficients[i]!, 3 * b, 1e-9, 1);
        });
      }),
    );
  });
  it('refuses too few observations and collinear columns', () => {
    expect(
      codeOf(() =>
        leastSquares(
          [
            [1, 1],
            [1, 2],
          ],
          [1, 2],
        ),
      ),
    ).toBe('statistics/too-few');
    expect(codeOf(() => leastSquares([], [1, 2]))).toBe('statistics/empty');
    expect(
      codeOf(() =>
        leastSquares(
          [
            [1, 1, 1],
            [2, 2, 2],
          ],
          [1, 2, 4],
        ),
      ),
    ).toBe('statistics/collinear');
    expect(
      codeOf(() =>
        leastSquares(
          [
            [1, 2, 3, 5],
            [4, 1, 2, 2],
            [5, 3, 5, 7],
          ],
          [1, 2, 4, 5],
        ),
      ),
    ).toBe('statistics/collinear');
    expect(codeOf(() => leastSquares([[0, 0, 0]], [1, 2, 4]))).toBe('statistics/collinear');
  });
});
