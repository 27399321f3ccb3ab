import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/claims/claim.js';
import type { Design } from '../../src/designs/design.js';
import { drawNumber } from '../../src/designs/draws.js';
import { estimatesWithoutEffect, readEstimates, worlds } from '../../src/runs/worlds-without-effect.js';
import { normalQuantile } from '../../src/statistics/distributions.js';
import { jointTest } from '../../src/verdicts/joint-test.js';
import type { Graded } from '../../src/verdicts/verdict.js';

const design = (scale: 'linear' | 'log', none: number): Design =>
  ({ effect: { name: 'effect', none, scale } }) as unknown as Design;
const expectation = (rule: Expectation['rule'], direction: 'above' | 'below' = 'above'): Expectation =>
  ({ rule, direction, threshold: 0 }) as unknown as Expectation;

/** A specification seen at `value`, whose estimate without an effect is a normal number of unit `unit`. */
const specification = (value: number, unit: number, weight = 1, spread = 1): Graded => ({
  choices: {},
  weight,
  estimate: undefined,
  oriented: { value, low: value, high: value },
  without: estimatesWithoutEffect((draw) => spread * normalQuantile(draw.keyOf(unit) + 2 ** -34)),
  matters: 1,
  stance: 'open',
  reason: '',
  key: '',
});

describe('numbers of a draw', () => {
  it('are spread evenly, differ by unit and by draw, and do not follow one another', () => {
    const keys = Array.from({ length: 4000 }, (_, i) => drawNumber(i % 499).keyOf(Math.floor(i / 499) + 700));
    const mean = keys.reduce((a, b) => a + b) / keys.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4000));
    expect(new Set(keys).size).toBeGreaterThan(3990);
    const next = keys.slice(1).reduce((sum, key, i) => sum + (key - 0.5) * (keys[i]! - 0.5), 0) / 4000;
    expect(Math.abs(12 * next)).toBeLessThan(4 / Math.sqrt(4000));
    const years = Array.from({ length: 4000 }, (_, i) => drawNumber(7).keyOf(1816 + i));
    const near = years.slice(1).reduce((sum, key, i) => sum + (key - 0.5) * (years[i]! - 0.5), 0) / 4000;
    expect(Math.abs(12 * near)).toBeLessThan(4 / Math.sqrt(4000));
  });

  it('are kept as text and read back', () => {
    const text = estimatesWithoutEffect((draw) => draw.keyOf(2));
    expect(readEstimates(text).length).toBe(worlds);
    expect(readEstimates(text)[5]).toBe(Math.fround(drawNumber(5).keyOf(2)));
  });
});

describe('the joint test', () => {
  const more = expectation('more');
  const linear = design('linear', 0);

  it('has the p of a single normal estimate', () => {
    for (const [value, p] of [
      [0, 0.5],
      [1.645, 0.05],
      [-1, 0.841],
    ] as const) {
      const found = jointTest([specification(value, 3)], more, linear)!;
      expect(Math.abs(found.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 499));
      expect(found.p).toBe((found.asStrong + 1) / 500);
    }
  });

  it('is surer of many that err apart than of many that err together', () => {
    const apart = Array.from({ length: 25 }, (_, i) => specification(1, 100 + i));
    const together = Array.from({ length: 25 }, () => specification(1, 100));
    expect(jointTest(apart, more, linear)!.p).toBe(1 / 500);
    expect(jointTest(together, more, linear)!.p).toBeGreaterThan(0.1);
  });

  it('weighs specifications as the verdict does', () => {
    const two = [specification(0, 1, 0.9), specification(9, 2, 0.1)];
    expect(jointTest(two, more, linear)!.p).toBeGreaterThan(0.4);
  });

  it('orients: a claim of less is as strong where the effect lies below', () => {
    const below = { ...specification(2.5, 8) }; // oriented already
    expect(jointTest([below], expectation('more', 'below'), linear)!.p).toBeLessThan(0.03);
  });

  it('reads ratios in logs, and one of nothing as very small', () => {
    const ratio: Graded = {
      ...specification(Math.log(3), 4),
      without: estimatesWithoutEffect((draw) => (draw.keyOf(1) < 0.5 ? 0 : 1)),
    };
    expect(jointTest([ratio], more, design('log', 1))!.p).toBe(1 / 500);
    const same = jointTest([{ ...ratio, oriented: { value: 0, low: 0, high: 0 } }], more, design('log', 1))!;
    expect(Math.abs(same.p - 0.5)).toBeLessThan(0.1);
  });

  it('asks a claim of no more than, and of no effect, against an effect that just matters', () => {
    const small = [specification(0, 5, 1, 0.3)];
    const found = jointTest(small, expectation('no-more-than'), linear)!;
    expect(found.world).toBe('an effect that just matters');
    expect(found.p).toBeLessThan(0.01); // 0 is 3.3 standard errors below 1
    expect(jointTest(small, expectation('no-effect'), linear)!.p).toBeLessThan(0.01);
    expect(jointTest([specification(0, 5)], expectation('no-effect'), linear)!.p).toBeGreaterThan(0.1);
    const off = jointTest([specification(0.9, 5, 1, 0.3)], expectation('no-effect'), linear)!;
    expect(off.p).toBeGreaterThan(0.3);
  });

  it('leaves a specification out of the worlds in which it has no estimate, and none at all without any', () => {
    const never: Graded = { ...specification(0, 6), without: estimatesWithoutEffect(() => Number.NaN) };
    const [one, both] = [[specification(1.645, 3)], [specification(1.645, 3), { ...never, weight: 1e-9 }]];
    expect(jointTest(both, more, linear)!.p).toBe(jointTest(one, more, linear)!.p);
    expect(jointTest([{ ...specification(1, 1), without: undefined }], more, linear)).toBeNull();
  });
});
