import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { leastSquares } from '../../src/statistics/least-squares.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { type BreakShape, breakStatistics, supF } from '../../src/statistics/sup-f.js';
import { codeOf, expectClose, oracle } from './oracle.js';

interface Case {
  shape: BreakShape;
  jump: number;
  y: number[];
  first: number;
  f: number[];
  sup_f: number;
  at: number;
}
const cases = oracle<Case[]>('sup-f');
const yearsOf = (y: ArrayLike<number>) => Array.from(y, (_, i) => 1951 + i);

describe('F statistics of a break', () => {
  it("are those of R's strucchange, at every year", () => {
    for (const one of cases) {
      const { first, f } = breakStatistics(yearsOf(one.y), one.y, one.shape);
      expect([first, f.length]).toEqual([one.first, one.f.length]);
      one.f.forEach((value, i) => {
        expectClose(f[i]!, value, 1e-6, 1);
      });
      const found = supF(yearsOf(one.y), one.y, { shape: one.shape, random: randomFrom(1), simulations: 9 });
      expectClose(found.f, one.sup_f, 1e-9);
      expect(found.year).toBe(1950 + one.at);
    }
  });
});

describe('sup-F test', () => {
  const years = Array.from({ length: 40 }, (_, i) => 1970 + i);
  const step = (random = randomFrom('step')) =>
    simulateAutoregression(random, years, 0.2).map((v, i) => v + (i >= 20 ? 5 : 0));
  it('finds a step, its year, and the levels before and after', () => {
    const y = step();
    const found = supF(years, y, { shape: 'level', random: randomFrom('p') });
    expect(found.year).toBe(1989);
    expect(found.p).toBeLessThan(0.02);
    const mean = (part: Float64Array) => part.reduce((sum, v) => sum + v, 0) / part.length;
    expectClose(found.before, mean(y.subarray(0, 20)), 1e-10);
    expectClose(found.after, mean(y.subarray(20)), 1e-10);
  });
  it('gives the slopes of the two lines, gaps or not', () => {
    const kept = years.filter((year) => year !== 1975 && year !== 1976);
    const noise = simulateAutoregression(randomFrom('bend'), kept, 0).map((v) => v / 10);
    const y = noise.map((v, i) => v + (kept[i]! < 1990 ? 0.2 * kept[i]! : 398 - 0.5 * (kept[i]! - 1989)));
    const found = supF(kept, y, { shape: 'line', random: randomFrom('p') });
    expect(found.year).toBe(1989);
    const at = kept.indexOf(1989) + 1;
    const slope = (from: number, to: number) => {
      const x = kept.slice(from, to);
      return leastSquares([x.map(() => 1), x], y.subarray(from, to)).coefficients[1]!;
    };
    expectClose(found.before, slope(0, at), 1e-8);
    expectClose(found.after, slope(at, kept.length), 1e-8);
    expect(found.p).toBeLessThan(0.05);
  });
  it.each(['level', 'line'] as const)(
    'rarely finds a break of the %s in a series with memory and none',
    (shape) => {
      const random = randomFrom(['size', shape]);
      let found = 0;
      for (let r = 0; r < 100; r++) {
        if (
          supF(years, simulateAutoregression(random, years, 0.6), { shape, random, simulations: 99 }).p <=
          0.05
        )
          found++;
      }
      expect(found).toBeLessThan(10);
    },
  );
  it('is the same from the same seed, and follows shift and unit', () => {
    const y = step();
    const test = (values: Float64Array) =>
      supF(years, values, { shape: 'level', random: randomFrom('s'), simulations: 99 });
    const plain = test(y);
    expect(test(y)).toEqual(plain);
    const moved = test(y.map((v) => 1000 - 3 * v));
    expectClose(moved.f, plain.f, 1e-8);
    expectClose(moved.rho, plain.rho, 1e-5, 1);
    expectClose(moved.after, 1000 - 3 * plain.after, 1e-10);
    expect([moved.year, moved.p]).toEqual([plain.year, plain.p]);
  });
  it('refuses short and exact series and strange trimming', () => {
    const random = randomFrom(0);
    const line = years.map((year) => 0.1 * year);
    expect(codeOf(() => supF([1, 2], [1, 2], { shape: 'level', random }))).toBe('statistics/too-few');
    expect(codeOf(() => supF(years, line, { shape: 'line', random }))).toBe('statistics/no-variance');
    expect(
      codeOf(() =>
        supF(
          years,
          years.map(() => 0.1),
          { shape: 'level', random },
        ),
      ),
    ).toBe('statistics/no-variance');
    expect(codeOf(() => supF(years, step(), { shape: 'level', random, trimming: 0.6 }))).toBe(
      'statistics/domain',
    );
  });
});
