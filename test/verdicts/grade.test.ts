import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/claims/claim.js';
import type { Design, Estimate } from '../../src/designs/design.js';
import { orient, stanceOf } from '../../src/verdicts/grade.js';

const m = 1;

describe('what an estimate says of the claim', () => {
  it.each([
    ['more', [0.1, 1, 2], 'for'],
    ['more', [0, 1, 2], 'open'],
    ['more', [0.1, 0.9, 2], 'open'],
    ['more', [0.1, 0.5, 0.9], 'against'],
    ['more', [-3, -2, -1], 'against'],
    ['more', [-1, 0, 1], 'open'],
    ['no-more-than', [-1, 0, 0.9], 'for'],
    ['no-more-than', [-3, -2, -1], 'for'],
    ['no-more-than', [0.1, 1, 2], 'against'],
    ['no-more-than', [0.1, 0.9, 1], 'open'],
    ['no-more-than', [-1, 0, 1], 'open'],
    ['no-effect', [-0.9, 0, 0.9], 'for'],
    ['no-effect', [0.1, 0.5, 0.9], 'for'],
    ['no-effect', [0.1, 1, 2], 'against'],
    ['no-effect', [-2, -1, -0.1], 'against'],
    ['no-effect', [-1, 0, 1], 'open'],
    ['no-effect', [0.1, 0.9, 1.5], 'open'],
  ] as const)('%s %j is %s', (rule, [low, value, high], stance) => {
    expect(stanceOf({ value, low, high }, m, rule).stance).toBe(stance);
  });

  it('says which kind of against', () => {
    expect(stanceOf({ low: -3, value: -2, high: -1 }, m, 'more').reason).toBe('opposite sign');
    expect(stanceOf({ low: -1, value: 0, high: 0.9 }, m, 'more').reason).toBe('smaller than matters');
  });
});

describe('orientation', () => {
  const design = (scale: 'log' | 'linear') =>
    ({ effect: { name: 'x', none: 0, scale } }) as unknown as Design;
  const estimate = { value: 2, low: 1, high: 4 } as Estimate;
  const expectation = (direction: 'above' | 'below', threshold: number) =>
    ({ direction, threshold }) as Expectation;

  it('takes ratios in logs', () => {
    expect(orient(estimate, expectation('above', 1), design('log'))).toEqual({
      value: Math.log(2),
      low: 0,
      high: Math.log(4),
    });
  });

  it('turns the interval round for a claim of less', () => {
    expect(orient(estimate, expectation('below', 0), design('linear'))).toEqual({
      value: -2,
      low: -4,
      high: -1,
    });
  });

  it('keeps a ratio of zero as infinitely small', () => {
    const none = { value: 0, low: 0, high: 0.5 } as Estimate;
    expect(orient(none, expectation('above', 1), design('log')).value).toBe(Number.NEGATIVE_INFINITY);
  });
});
