import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveNumber,
  herfindahl,
  shareOfFirst,
  shares,
  singerConcentration,
} from '../../src/statistics/concentration.js';
import { codeOf, expectClose } from './oracle.js';

describe('concentration', () => {
  it('of one holder, of equal holders, and of a case worked by hand', () => {
    expect([herfindahl([7]), effectiveNumber([7])]).toEqual([1, 1]);
    expect([herfindahl([2, 2, 2, 2]), singerConcentration([2, 2, 2, 2]), effectiveNumber([3, 3])]).toEqual([
      0.25, 0, 2,
    ]);
    expect(singerConcentration([5, 0, 0])).toBe(1);
    // shares 1/2, 3/10, 1/5: 0.25 + 0.09 + 0.04 = 0.38; CON² = (0.38 − 1/3) / (2/3) = 0.07
    expectClose(herfindahl([5, 3, 2]), 0.38, 1e-14);
    expectClose(singerConcentration([5, 3, 2]), Math.sqrt(0.07), 1e-13);
    expectClose(shareOfFirst([3, 2, 5], 2), 0.8, 1e-14);
    expect([...shares([1, 3])]).toEqual([0.25, 0.75]);
  });
  it('CON counts those that hold nothing, HHI does not', () => {
    expectClose(herfindahl([5, 3, 2, 0]), 0.38, 1e-14);
    expectClose(singerConcentration([5, 3, 2, 0]), Math.sqrt((0.38 - 0.25) / 0.75), 1e-13);
  });
  it('CON follows from HHI and n in the published series of the majors, 1816–1913', (context) => {
    const file = new URL('../../../shared/oracles/concentration_1816_1913.csv', import.meta.url);
    if (!existsSync(file)) context.skip('the series of concentration is not on this machine');
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
    expect(rows.length).toBe(98);
    for (const [, n, hhi, con] of rows as [number, number, number, number][]) {
      // Amounts of one large and n − 1 equal holders that have this HHI.
      const share = 1 / n + Math.sqrt((hhi - 1 / n) * (1 - 1 / n));
      const amounts = [share, ...new Array(n - 1).fill((1 - share) / (n - 1))];
      expectClose(herfindahl(amounts), hhi, 1e-12);
      expectClose(singerConcentration(amounts), con, 1e-10);
    }
  });
  it('does not see order or unit', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        amounts.filter((a) => a.some((x) => x > 0)),
        (a) => {
          for (const index of [herfindahl, effectiveNumber, singerConcentration]) {
            const value = index(a);
            expectClose(index([...a].reverse()), value, 1e-9, 1e-6);
            expectClose(index(a.map((x) => x / 7)), value, 1e-9, 1e-6);
          }
          expect(effectiveNumber(a)).toBeLessThanOrEqual(a.length * (1 + 1e-12));
          expect(singerConcentration(a)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
  it('refuses nothing, negative amounts and a total of 0', () => {
    expect(codeOf(() => herfindahl([]))).toBe('statistics/empty');
    expect(codeOf(() => herfindahl([1, -1]))).toBe('statistics/negative');
    expect(codeOf(() => herfindahl([0, 0]))).toBe('statistics/no-amount');
    expect(codeOf(() => singerConcentration([1]))).toBe('statistics/too-few');
    expect(codeOf(() => shareOfFirst([1, 2], 3))).toBe('statistics/domain');
  });
});
