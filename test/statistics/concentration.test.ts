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

function rowsOf(file: URL): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',').map((name) => name.replaceAll('"', ''));
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

/** COW's major powers before 1914: code, first year. */
function majorPowers(year: number): number[] {
  const since = [
    [200, 1816],
    [220, 1816],
    [255, 1816],
    [300, 1816],
    [365, 1816],
    [325, 1860],
    [740, 1895],
    [2, 1898],
  ];
  return since.filter(([, first]) => year >= first!).map(([state]) => state!);
}

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
  it('of capabilities among the major powers is the series of 1816–1913', (context) => {
    const shared = new URL('../../../shared/', import.meta.url);
    const capabilities = new URL('sources/capabilities/cow-nmc-v7.csv', shared);
    const series = new URL('oracles/concentration_1816_1913.csv', shared);
    if (!existsSync(capabilities) || !existsSync(series))
      context.skip('the raw sources are not on this machine');
    const cinc = new Map(rowsOf(capabilities).map((row) => [`${row.ccode} ${row.year}`, Number(row.cinc)]));
    const expected = rowsOf(series);
    expect(expected.length).toBe(98);
    for (const row of expected) {
      const amounts = majorPowers(Number(row.year)).map((state) => cinc.get(`${state} ${row.year}`)!);
      expect(amounts.length).toBe(Number(row.n));
      expectClose(herfindahl(amounts), Number(row.HHI), 1e-12);
      expectClose(singerConcentration(amounts), Number(row.CON), 1e-12);
      expectClose(shareOfFirst(amounts, 1), Number(row.top_share), 1e-12);
    }
    const con = (year: number) =>
      singerConcentration(majorPowers(year).map((state) => cinc.get(`${state} ${year}`)!));
    expect([1816, 1850, 1900, 1913].map((year) => con(year).toFixed(4))).toEqual([
      '0.3296',
      '0.3100',
      '0.2331',
      '0.2378',
    ]);
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
