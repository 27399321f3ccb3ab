import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import {
  bcaInterval,
  bootstrapIndices,
  jackknifeAcceleration,
  percentileInterval,
  permutationP,
  timesInDraw,
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
  it('by number: the same for whoever asks, each unit as likely as any other, never more than there are', () => {
    expect(timesInDraw(30, 4)).toEqual(Uint8Array.from(timesInDraw(30, 4)));
    expect(timesInDraw(30, 4)).not.toEqual(timesInDraw(30, 5));
    const counts = new Float64Array(5);
    for (let m = 0; m < 4000; m++) {
      const times = timesInDraw(5, m);
      expect(times.reduce((a, b) => a + b)).toBe(5);
      for (let i = 0; i < 5; i++) counts[i]! += times[i]!;
    }
    for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(4 * Math.sqrt(4000 * 5 * 0.16));
    for (let n = 20_000; n < 20_010; n++) timesInDraw(n, 0); // more than are kept
    expect(timesInDraw(5, 17)).toEqual(timesInDraw(5, 17));
    expect(codeOf(() => timesInDraw(0, 1))).toBe('statistics/empty');
  });
});

describe('permutation p-value', () => {
  it('is never 0', () => {
    expect([permutationP(0, 999), permutationP(999, 999), permutationP(49, 999)]).toEqual([0.001, 1, 0.05]);
    expect(codeOf(() => permutationP(5, 4))).toBe('statistics/domain');
  });
});
