import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';

const first = (content: unknown, n: number): number[] => {
  const random = randomFrom(content);
  return Array.from({ length: n }, () => random.next());
};

describe('randomFrom', () => {
  it('gives the numbers that it has always given', () => {
    expect(first('entente', 4).map((x) => x * 2 ** 32)).toEqual([
      2248211389, 1098306715, 464097597, 2103158665,
    ]);
    expect(first(['share', { over: { from: 2010, to: 2020 } }], 4).map((x) => x * 2 ** 32)).toEqual([
      2902995003, 2113731906, 2212742022, 1794661878,
    ]);
    const random = randomFrom('entente');
    expect(Array.from({ length: 12 }, () => random.int(10))).toEqual([5, 2, 1, 4, 5, 4, 2, 3, 7, 1, 5, 9]);
  });

  it('gives the same stream for the same content, whatever the order of its keys', () =>
    expect(first({ a: 1, b: [2] }, 20)).toEqual(first({ b: [2], a: 1 }, 20)));

  it('gives each content a stream of its own', () => {
    const streams = Array.from({ length: 200 }, (_, i) => first(`specification ${i}`, 2).join());
    expect(new Set(streams).size).toBe(200);
  });

  it('is not moved by another stream that runs beside it', () => {
    const [a, b] = [randomFrom('a'), randomFrom('b')];
    const mixed = Array.from({ length: 10 }, () => [a.next(), b.next()]);
    expect(mixed.map(([x]) => x)).toEqual(first('a', 10));
    expect(mixed.map(([, y]) => y)).toEqual(first('b', 10));
  });

  it('is uniform on [0, 1) and on the whole numbers below n', () => {
    const random = randomFrom('uniform');
    const n = 20_000;
    const draws = Array.from({ length: n }, () => random.next());
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    const mean = draws.reduce((s, x) => s + x, 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n));
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < n; i++) counts[random.int(7)]!++;
    const chi2 = counts.reduce((s, c) => s + (c - n / 7) ** 2 / (n / 7), 0);
    expect(chi2).toBeLessThan(22.46); // the 99.9th percentile of chi-squared with 6 degrees of freedom
  });

  it('is uniform over the first numbers of many streams too: near seeds do not start alike', () => {
    const n = 5000;
    const firsts = Array.from({ length: n }, (_, i) => randomFrom(i).next());
    const counts = new Array<number>(10).fill(0);
    for (const x of firsts) counts[Math.floor(10 * x)]!++;
    const chi2 = counts.reduce((s, c) => s + (c - n / 10) ** 2 / (n / 10), 0);
    expect(chi2).toBeLessThan(27.88); // the 99.9th percentile of chi-squared with 9 degrees of freedom
  });
});
