import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, contentHash, settled } from '../../src/kernel/canonical.js';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, reordered(v)]),
  );
}

const json = fc.jsonValue({ maxDepth: 4 });

describe('canonical', () => {
  it('sorts keys at every depth and keeps the order of lists', () =>
    expect(canonical({ b: [{ d: 1, c: 2 }, 3], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},3]}'));
  it('does not depend on the order in which keys were written', () =>
    fc.assert(fc.property(json, (value) => canonical(reordered(value)) === canonical(value))));
  it('loses nothing', () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});

describe('contentHash', () => {
  it('is the SHA-256 of a text, of bytes and of canonical JSON', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'; // FIPS 180-2, B.1
    expect(contentHash('abc')).toBe(abc);
    expect(contentHash(new TextEncoder().encode('abc'))).toBe(abc);
    expect(contentHash({ b: 1, a: 2 })).toBe(contentHash('{"a":2,"b":1}'));
  });
  it('tells apart what differs', () => {
    const values = [
      { a: 1 },
      { a: '1' },
      [1],
      [[1]],
      { a: [1] },
      { a: null },
      {},
      [],
      [1, 2],
      [2, 1],
      null,
      0,
      false,
    ];
    expect(new Set(values.map(contentHash)).size).toBe(values.length);
  });
});

describe('settled', () => {
  it('keeps twelve digits, whatever the size', () =>
    expect([settled(0.1 + 0.2), settled(123456789.1234567), settled(-1e-20 / 3)]).toEqual([
      0.3, 123456789.123, -3.33333333333e-21,
    ]));
  it('leaves what is no number as it is', () =>
    expect([settled(Number.POSITIVE_INFINITY), settled(Number.NaN), settled(0)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NaN,
      0,
    ]));
  it('changes nothing twice', () =>
    fc.assert(fc.property(fc.double(), (x) => Object.is(settled(settled(x)), settled(x)))));
});
