import { describe, expect, it } from 'vitest';
import { logBetween, logCdf } from '../../../src/statistics/ideal-points/normal-table.js';
import { oracle } from '../oracle.js';

const cases = oracle<{
  log_cdf: { x: number; value: number; slope: number }[];
  log_between: { a: number; width: number; value: number }[];
}>('normal-table');
const out = new Float64Array(3);

describe('log Φ by table', () => {
  it.each(cases.log_cdf)('is that of R at $x', ({ x, value, slope }) => {
    logCdf(x, out);
    expect(Math.abs(out[0]! - value)).toBeLessThan(2e-9 * Math.max(1, Math.abs(value)));
    expect(Math.abs(out[1]! - slope)).toBeLessThan(1e-4 * Math.max(1, slope));
  });
});

describe('log(Φ(b) − Φ(a))', () => {
  it.each(cases.log_between)('is that of R from $a over $width', ({ a, width, value }) => {
    logBetween(a, a + width, out);
    expect(Math.abs(out[0]! - value)).toBeLessThan(2e-5 * Math.max(1, Math.abs(value)));
  });

  it('has the slopes that it says', () => {
    for (const [a, b] of [
      [-1, 0.5],
      [2, 2.4],
      [-9, -8],
      [5, 7],
    ] as const) {
      logBetween(a, b, out);
      const [, up, down] = out;
      const e = 1e-3;
      const at = (x: number, y: number): number => {
        logBetween(x, y, out);
        return out[0]!;
      };
      expect((at(a, b + e) - at(a, b - e)) / (2 * e)).toBeCloseTo(up!, 2);
      expect((at(a - e, b) - at(a + e, b)) / (2 * e)).toBeCloseTo(down!, 2);
    }
  });
});
