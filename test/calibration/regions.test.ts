import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { drawFates, likenessWithin, regionOf } from './regions.js';

describe('regions', () => {
  it('are those of COW’s numbers', () => {
    expect([2, 20, 220, 365, 402, 530, 600, 666, 710, 900].map(regionOf)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4,
    ]);
  });
  it('are wholly alike where each has one value, and not at all where all have the same mix', () => {
    const states = Array.from({ length: 50 }, (_, i) => 100 + 150 * (i % 5) + i);
    expect(likenessWithin(new Map(states.map((ccode) => [ccode, regionOf(ccode)])))).toBeCloseTo(1, 12);
    expect(likenessWithin(new Map(states.map((ccode, i) => [ccode, i % 2])))).toBeLessThan(0.05);
  });
  it.each([0, 0.1, 0.5])('two states of one share a fate as often as asked: %f', (likeness) => {
    const random = randomFrom(['fates', likeness]);
    let [same, apart] = [0, 0];
    const draws = 4000;
    for (let i = 0; i < draws; i++) {
      const [a, b, c] = drawFates(random, [2, 20, 710], 1000, likeness) as [number, number, number];
      if (a === b) same++;
      if (a === c) apart++;
    }
    expect(same / draws).toBeGreaterThan(likeness - 0.03);
    expect(same / draws).toBeLessThan(likeness + 0.03);
    expect(apart / draws).toBeLessThan(0.01);
  });
});
