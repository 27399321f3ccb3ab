import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bimodalityCoefficient,
  giniMeanDifference,
  interquartileRange,
  mean,
  standardDeviation,
} from '../../src/statistics/dispersion.js';
import { estebanRay } from '../../src/statistics/polarisation.js';
import { codeOf, expectClose, oracle } from './oracle.js';

type Key = 'sd' | 'gini' | 'iqr' | 'bimodality' | 'esteban_ray' | 'esteban_ray_1' | 'esteban_ray_tenths';
const cases = oracle<({ x: number[] } & Record<Key, number>)[]>('dispersion');

describe('dispersion and polarisation agree with their definitions in R', () => {
  it.each<[Key, (x: number[]) => number]>([
    ['sd', standardDeviation],
    ['gini', giniMeanDifference],
    ['iqr', interquartileRange],
    ['bimodality', bimodalityCoefficient],
    ['esteban_ray', (x) => estebanRay(x, { camps: 'values' })],
    ['esteban_ray_1', (x) => estebanRay(x, { camps: 'values', alpha: 1 })],
    ['esteban_ray_tenths', (x) => estebanRay(x, { camps: 10 })],
  ])('%s', (key, statistic) => {
    for (const one of cases) expectClose(statistic(one.x), one[key], 1e-12);
  });
});

describe('dispersion', () => {
  const values = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 30 })
    .filter((x) => new Set(x).size > 1);
  it('does not see order or shift, and follows the unit', () => {
    fc.assert(
      fc.property(values, (x) => {
        for (const statistic of [standardDeviation, giniMeanDifference, interquartileRange]) {
          const value = statistic(x);
          expectClose(statistic([...x].reverse()), value, 1e-12);
          expectClose(statistic(x.map((v) => -3 * v + 11)), 3 * value, 1e-10, 1e-9);
        }
        expectClose(bimodalityCoefficient(x.map((v) => -3 * v + 11)), bimodalityCoefficient(x), 1e-8);
      }),
    );
  });
  it('of a constant series is 0, and it has no shape', () => {
    const flat = [0.1, 0.1, 0.1, 0.1];
    expect([giniMeanDifference(flat), interquartileRange(flat), mean([1, 2, 6])]).toEqual([0, 0, 3]);
    expect(standardDeviation(flat)).toBeLessThan(1e-16);
    expect(codeOf(() => bimodalityCoefficient(flat))).toBe('statistics/no-variance');
  });
  it('refuses too few values', () => {
    expect(codeOf(() => mean([]))).toBe('statistics/empty');
    expect(codeOf(() => standardDeviation([1]))).toBe('statistics/too-few');
    expect(codeOf(() => bimodalityCoefficient([1, 2, 3]))).toBe('statistics/too-few');
  });
});

describe('Esteban & Ray polarisation', () => {
  const values = { camps: 'values' } as const;
  it('is 1 with two halves at the ends and 0 with all in one place', () => {
    expectClose(estebanRay([0, 1, 0, 1], values), 1, 1e-14);
    expectClose(estebanRay([0, 1, 0, 1], { camps: 4, alpha: 0.5 }), 1, 1e-14);
    expect(estebanRay([0.4, 0.4, 0.4], values)).toBe(0);
  });
  it('is higher for two camps than for an even spread, which dispersion cannot tell', () => {
    const spread = Array.from({ length: 11 }, (_, i) => i / 10);
    const camps = [...new Array(6).fill(0.2), ...new Array(5).fill(0.8)];
    expect(standardDeviation(camps)).toBeLessThan(standardDeviation(spread));
    expect(estebanRay(camps, values)).toBeGreaterThan(2 * estebanRay(spread, values));
  });
  it('never exceeds 1, does not see order, mirror image or a world twice as large', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.constantFrom(0.25, 1, 1.3, 1.6), (grades, alpha) => {
        const x = grades.map((grade) => grade / 6);
        const options = { camps: 'values', alpha } as const;
        const value = estebanRay(x, options);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expectClose(estebanRay([...x].reverse(), options), value, 1e-12);
        expectClose(
          estebanRay(
            grades.map((grade) => (6 - grade) / 6),
            options,
          ),
          value,
          1e-10,
          1e-9,
        );
        expectClose(estebanRay([...x, ...x], options), value, 1e-12);
      }),
    );
  });
  it('refuses scores beyond 0–1, strange α and a single class', () => {
    expect(codeOf(() => estebanRay([0, 2], values))).toBe('statistics/domain');
    expect(codeOf(() => estebanRay([0, 1], { camps: 'values', alpha: 2 }))).toBe('statistics/domain');
    expect(codeOf(() => estebanRay([0, 1], { camps: 1 }))).toBe('statistics/domain');
  });
});
