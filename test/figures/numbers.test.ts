import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  counted,
  showNumber,
  showPercent,
  showTicks,
  showTogether,
  withUnit,
} from '../../src/figures/numbers.js';
import { linearTicks, logTicks } from '../../src/figures/ticks.js';

describe('numbers for readers', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [1.1, '1.1'],
    [0.7318, '0.732'],
    [-0.5, '−0.5'],
    [12.345, '12.3'],
    [999.4, '999'],
    [999.7, '1,000'],
    [12_345, '12,345'],
    [999_999, '1\u00a0million'],
    [1_234_567, '1.23\u00a0million'],
    [5.4e12, '5.4\u00a0trillion'],
    [0.000012345, '0.0000123'],
    [1e-15, '0'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, '–'],
  ])('shows %d as %s', (value, text) => expect(showNumber(value)).toBe(text));

  it('never shows an exponent, and keeps the value to three digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e5, max: 9e5, noNaN: true }), (x) => {
        const text = showNumber(x);
        expect(text).toMatch(/^−?[\d,]+(\.\d+)?$/);
        const back = Number(text.replace('−', '-').replace(/,/g, ''));
        expect(Math.abs(back - x)).toBeLessThanOrEqual(Math.abs(x) * 0.005 + 1e-9);
      }),
    );
  });

  it.each([
    [0, '0\u00a0%'],
    [0.004, 'under 1\u00a0%'],
    [0.62, '62\u00a0%'],
    [0.996, 'over 99\u00a0%'],
    [1, '100\u00a0%'],
  ])('shows the share %d as %s', (share, text) => expect(showPercent(share)).toBe(text));

  it('gives numbers that stand together the same decimals', () => {
    expect(showTogether([1.154, 0.7318, 1.7])).toEqual(['1.15', '0.73', '1.70']);
    expect(showTogether([0.31, 0.1])).toEqual(['0.31', '0.10']);
    expect(showTogether([37, 63])).toEqual(['37', '63']);
    expect(showTogether([-0.0004, 2])).toEqual(['−0.0004', '2.0000']);
    expect(showTogether([12_000, 3])).toEqual(['12,000', '3']);
    expect(showTogether([])).toEqual([]);
  });

  it('counts in singular and plural and joins units', () => {
    expect(counted(1, 'test')).toBe('1 test');
    expect(counted(2000, 'test')).toBe('2,000 tests');
    expect(withUnit(1.5, 'times')).toBe('1.5\u00a0times');
    expect(withUnit(1.5, '')).toBe('1.5');
  });
});

describe('ticks', () => {
  it('are round and inside the span', () => {
    expect(linearTicks(0, 0.33)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
    expect(linearTicks(-3, 12)).toEqual([-2, 0, 2, 4, 6, 8, 10, 12]);
    expect(linearTicks(5, 5)).toEqual([5]);
  });

  it('of ratios are plain numbers', () => {
    expect(logTicks(0.5, 2.2)).toEqual([0.5, 0.7, 1, 1.5, 2]);
    expect(logTicks(0.01, 100)).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(logTicks(1.01, 1.06).length).toBeGreaterThanOrEqual(4);
  });

  it('are told apart by as few decimals as that needs', () => {
    expect(showTicks([0, 0.05, 0.1])).toEqual(['0.00', '0.05', '0.10']);
    expect(showTicks([0, 500, 1000])).toEqual(['0', '500', '1,000']);
    expect(showTicks([-1, 0, 1])).toEqual(['−1', '0', '1']);
  });
});
