import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import {
  bcaInterval,
  bootstrapIndices,
  jackknifeAcceleration,
  percentileInterval,
  permutationP,
  permuteWithin,
} from '../../src/statistics/resample.js';
import { codeOf, expectClose, oracle } from './oracle.js';

interface Case {
  estimate: number;
  replicates: number[];
  left_out: number[];
  level: number;
  acceleration: number;
  bca: [number, number];
  percentile: [number, number];
}
const cases = oracle<Case[]>('resample');

describe('bootstrap intervals', () => {
  it("BCa is that of R's boot on the same replicates", () => {
    for (const one of cases) {
      expectClose(jackknifeAcceleration(one.left_out), one.acceleration, 1e-9, 1e-4);
      const { low, high } = bcaInterval(one.estimate, one.replicates, one.left_out, one.level);
      expectClose(low, one.bca[0], 1e-10);
      expectClose(high, one.bca[1], 1e-10);
    }
  });
  it('percentile is the type-7 quantile of the replicates', () => {
    for (const one of cases) {
      const { low, high } = percentileInterval(one.replicates, one.level);
      expectClose(low, one.percentile[0], 1e-13);
      expectClose(high, one.percentile[1], 1e-13);
    }
  });
  it('refuses replicates that all lie on one side', () => {
    expect(codeOf(() => bcaInterval(0, [1, 2, 3], [1, 2]))).toBe('statistics/one-sided');
    expect(codeOf(() => percentileInterval([]))).toBe('statistics/empty');
  });
});

describe('draws', () => {
  it('of a bootstrap are n indices, each as likely as any other', () => {
    const random = randomFrom('bootstrap');
    const counts = new Array(5).fill(0);
    for (let r = 0; r < 4000; r++) for (const i of bootstrapIndices(random, 5)) counts[i]++;
    for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(4 * Math.sqrt(20000 * 0.2 * 0.8));
    expect(codeOf(() => bootstrapIndices(random, 0))).toBe('statistics/empty');
  });
  it('are the same from the same seed', () => {
    expect(bootstrapIndices(randomFrom(1), 50)).toEqual(bootstrapIndices(randomFrom(1), 50));
    expect(bootstrapIndices(randomFrom(1), 50)).not.toEqual(bootstrapIndices(randomFrom(2), 50));
  });
  it('of a permutation keep the labels of each stratum', () => {
    const units = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('low', 'middle', 'high')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(units, fc.integer(), (rows, seed) => {
        const labels = rows.map(([label]) => label);
        const strata = rows.map(([, stratum]) => stratum);
        const shuffled = permuteWithin(randomFrom(seed), labels, strata);
        for (const stratum of ['low', 'middle', 'high']) {
          const count = (list: boolean[]) => list.filter((label, i) => label && strata[i] === stratum).length;
          expect(count(shuffled)).toBe(count(labels));
        }
      }),
    );
  });
  it('of a permutation reach each order alike', () => {
    const random = randomFrom('permutation');
    const counts = new Map<string, number>();
    for (let r = 0; r < 6000; r++) {
      const key = permuteWithin(random, ['a', 'b', 'c', 'd'], [1, 1, 2, 1]).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abcd', 'adcb', 'bacd', 'bdca', 'dacb', 'dbca']);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(6000 / 6));
    expect(codeOf(() => permuteWithin(random, [true], []))).toBe('statistics/unequal-lengths');
  });
});

describe('permutation p-value', () => {
  it('is never 0', () => {
    expect([permutationP(0, 999), permutationP(999, 999), permutationP(49, 999)]).toEqual([0.001, 1, 0.05]);
    expect(codeOf(() => permutationP(5, 4))).toBe('statistics/domain');
  });
});
