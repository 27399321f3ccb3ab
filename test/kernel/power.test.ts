import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { power } from '../../src/kernel/power.js';

describe('a power', () => {
  it('is the one of Math.pow to a few units of the last place', () => {
    const base = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const exponent = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.double({ min: -5, max: 5, noNaN: true }));
    fc.assert(
      fc.property(base, exponent, (b, e) => {
        const expected = b ** e;
        expect(Math.abs(power(b, e) - expected)).toBeLessThanOrEqual(40 * Number.EPSILON * expected);
      }),
    );
  });

  it('of a negative or no base is that of repeated multiplication', () => {
    expect([power(-3, 2), power(-3, 3), power(-2, -2), power(5, 0), power(0, 0)]).toEqual([
      9, -27, 0.25, 1, 1,
    ]);
    expect(power(-1, 0.5)).toBeNaN();
    expect(power(0, 2.5)).toBe(0);
  });

  it('is the same to the last bit on every machine', () => {
    // What Math.pow gives for these differs between versions of Node.
    let hash = 7;
    for (let i = 1; i < 5000; i++) {
      const bits = new BigUint64Array(Float64Array.of(power(i / 5000, (i % 59) + 2)).buffer)[0]!;
      hash = (hash * 31 + Number(bits % 1_000_003n)) % 1_000_003;
    }
    expect(hash).toBe(28329);
  });
});
