import { describe, expect, it } from 'vitest';
import { fallOf, type Scored, upsideDown } from '../../src/designs/share/change.js';

const exact = (...values: number[]): Scored[] =>
  values.map((value, i) => ({ year: 2000 + i, value, low: value, high: value }));
const wide = (half: number, ...values: number[]): Scored[] =>
  exact(...values).map((s) => ({ ...s, low: s.value - half, high: s.value + half }));

describe('how far a state fell', () => {
  it.each([
    ['endpoints', [8, 10, 5, 6], 2],
    ['yearly', [8, 10, 5, 6], 5],
    ['from-peak', [8, 10, 5, 6], 4],
    ['endpoints', [5, 9], 0],
    ['yearly', [5, 4, 5, 4, 5], 2],
    ['from-peak', [5, 6, 7], 0],
  ] as const)('%s of %j is %d', (rule, values, fall) => {
    expect(fallOf(exact(...values), rule)).toBe(fall);
  });

  it('does not count as a fall what the intervals do not tell apart', () => {
    expect(fallOf(wide(0.05, 0.5, 0.42), 'endpoints')).toBe(0);
    expect(fallOf(wide(0.05, 0.5, 0.38), 'endpoints')).toBeCloseTo(0.12);
    expect(fallOf(wide(0.05, 0.4, 0.5, 0.42), 'from-peak')).toBe(0);
  });

  it('counts a slow slide once it is certain, and noise never', () => {
    expect(fallOf(wide(0.05, 0.5, 0.46, 0.42, 0.38), 'yearly')).toBeCloseTo(0.12);
    expect(fallOf(wide(0.05, 0.5, 0.46, 0.5, 0.45, 0.5, 0.46), 'yearly')).toBe(0);
    expect(fallOf(wide(0.05, 0.5, 0.3, 0.5, 0.3), 'yearly')).toBeCloseTo(0.4);
  });

  it('sees a rise as the fall of the score upside down', () => {
    expect(fallOf(exact(5, 9).map(upsideDown), 'endpoints')).toBe(4);
    expect(fallOf(wide(0.05, 0.2, 0.35).map(upsideDown), 'endpoints')).toBeCloseTo(0.15);
  });
});
