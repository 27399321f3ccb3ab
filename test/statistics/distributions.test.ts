import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, tCdf, tQuantile } from '../../src/statistics/distributions.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Row = { x: number; p: number; df: number; value: number };
const R = oracle<Record<'normal_cdf' | 'normal_quantile' | 't_cdf' | 't_quantile', Row[]>>('distributions');

describe('distributions agree with R, tails included', () => {
  it('normal', () => {
    for (const row of R.normal_cdf) expectClose(normalCdf(row.x), row.value, 1e-13);
    for (const row of R.normal_quantile) expectClose(normalQuantile(row.p), row.value, 1e-13, 1e-3);
  });
  it("Student's t", () => {
    for (const row of R.t_cdf) expectClose(tCdf(row.x, row.df), row.value, 1e-12);
    for (const row of R.t_quantile) expectClose(tQuantile(row.p, row.df), row.value, 1e-11);
  });
});

describe('distributions', () => {
  it('of t with infinitely many degrees of freedom are normal, with one Cauchy', () => {
    expect(tCdf(-2.3, Infinity)).toBe(normalCdf(-2.3));
    expectClose(tCdf(-3, 1), 0.5 + Math.atan(-3) / Math.PI, 1e-14);
    expectClose(tQuantile(0.01, 1), Math.tan(Math.PI * (0.01 - 0.5)), 1e-13);
  });
  it('reach 0 and 1 at the ends', () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), tCdf(-Infinity, 3)]).toEqual([0, 1, 0]);
    expect([normalQuantile(0), normalQuantile(1), tQuantile(1, 4)]).toEqual([-Infinity, Infinity, Infinity]);
  });
  it('and quantiles undo one another', () => {
    const p = fc.double({ min: 1e-12, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(p, fc.double({ min: 0.5, max: 500, noNaN: true }), (share, df) => {
        expectClose(normalCdf(normalQuantile(share)), share, 1e-12);
        expectClose(tCdf(tQuantile(share, df), df), share, 1e-11);
        expect(tCdf(1.1, df) + tCdf(-1.1, df)).toBeCloseTo(1, 14);
      }),
    );
  });
  it('refuse what is no probability, number or degree of freedom', () => {
    for (const bad of [
      () => normalQuantile(1.1),
      () => normalCdf(Number.NaN),
      () => tCdf(1, 0),
      () => tQuantile(-1, 3),
    ]) {
      expect(codeOf(bad)).toBe('statistics/domain');
    }
  });
});
