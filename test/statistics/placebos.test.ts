import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { placebos } from '../../src/statistics/placebos.js';
import { gaussian } from '../../src/statistics/simulate.js';
import { compared } from '../designs/comparison-oracle.js';
import { codeOf, expectClose } from './oracle.js';

const { placebo } = compared;
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b) / x.length;
const changes = placebo.panel.map((own) => {
  const over = (from: number, to: number): number =>
    mean(own.filter((_, i) => placebo.years[i]! >= from && placebo.years[i]! <= to));
  return over(2012, 2015) - over(2002, 2006);
});

describe('a unit among placebos', () => {
  it('agrees with R: gap, rank, p, and both intervals', () => {
    const found = placebos(changes[0]!, changes.slice(1));
    expectClose(found.gap, placebo.gap, 1e-11);
    expect(found.rankFromLowest).toBe(placebo.rank);
    expectClose(found.p, placebo.p, 1e-12);
    expectClose(found.normal.low, placebo.normal[0], 1e-9);
    expectClose(found.normal.high, placebo.normal[1], 1e-9);
    expectClose(found.ordered.low, placebo.ordered[0], 1e-11);
    expectClose(found.ordered.high, placebo.ordered[1], 1e-11);
    expectClose(found.ordered.level, placebo.level, 1e-12);
  });

  it('takes the whole range of few placebos, and says how sure that is', () => {
    const found = placebos(changes[0]!, changes.slice(1, 13));
    expectClose(found.gap, placebo.few.gap, 1e-11);
    expectClose(found.ordered.low, placebo.few.ordered[0], 1e-11);
    expectClose(found.ordered.high, placebo.few.ordered[1], 1e-11);
    expectClose(found.ordered.level, placebo.few.level, 1e-12);
  });

  it('counts ranks, by hand', () => {
    const found = placebos(3, [1, 2, 3, 10]);
    expect([found.rankFromLowest, found.rankFromHighest]).toEqual([4, 3]);
    expect(found.gap).toBe(-1);
    // Gaps to the mean of the other four: 3: −1; 1: −3.5; 2: −2.25; 3: −1; 10: 7.75. All are at least 1 in size.
    expect(found.p).toBe(1);
    expect(placebos(-9, [1, 2, 3, 4]).p).toBe(1 / 5);
  });

  it('does not mind the order or the unit of the values', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), values, (own, others) => {
        const found = placebos(own, others);
        const turned = placebos(
          own * 4,
          [...others].reverse().map((x) => x * 4),
        );
        expect(turned.rankFromLowest).toBe(found.rankFromLowest);
        expectClose(turned.gap, 4 * found.gap, 1e-9, 1);
        expectClose(turned.ordered.low, 4 * found.ordered.low, 1e-9, 1);
        expectClose(turned.normal.high, 4 * found.normal.high, 1e-9, 1);
        expect(found.ordered.low).toBeLessThanOrEqual(found.gap + 1e-9);
        expect(found.ordered.high).toBeGreaterThanOrEqual(found.gap - 1e-9);
      }),
    );
  });

  it.each([
    [60, 'skewed', 1 - (2 * 1) / 61],
    [20, 'skewed', 1 - 2 / 21],
    [60, 'normal', 1 - 2 / 61],
  ] as const)('the range of %d placebos (%s) holds no effect as often as it says', (m, shape, level) => {
    const random = randomFrom(['placebos', m, shape]);
    const one = (): number => (shape === 'normal' ? gaussian(random) : Math.exp(gaussian(random)));
    const worlds = 2000;
    let ordered = 0;
    let small = 0;
    for (let i = 0; i < worlds; i++) {
      const found = placebos(one(), Array.from({ length: m }, one));
      if (found.ordered.low <= 0 && 0 <= found.ordered.high) ordered++;
      if (found.p <= 0.05) small++;
    }
    expectClose(ordered / worlds, level, 4 * Math.sqrt((level * (1 - level)) / worlds));
    expect(small / worlds).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / worlds));
  });

  it('refuses two placebos and what is no number', () => {
    expect(codeOf(() => placebos(1, [1, 2]))).toBe('statistics/too-few');
    expect(codeOf(() => placebos(Number.NaN, [1, 2, 3]))).toBe('statistics/not-finite');
  });
});
