import { normalQuantile } from '../statistics/distributions.js';
import type { Draw } from './design.js';

/** 32 bits in which those of the input cannot be told (the finaliser of MurmurHash3, Appleby 2011). */
function mixed(bits: number): number {
  let x = bits;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const numbered: Draw[] = [];

/** Draw number m: the number of a unit follows from both, and is the same whoever asks. */
export function drawNumber(m: number): Draw {
  numbered[m] ??= {
    keyOf: (unit) => mixed(mixed(Math.imul(m + 1, 0x9e3779b1)) ^ Math.imul(unit, 0x27d4eb2f)) / 2 ** 32,
  };
  return numbered[m];
}

/** A number in [0, 1) as a standard normal one. */
const normal = (key: number): number => normalQuantile(Math.min(1 - 2 ** -33, Math.max(2 ** -33, key)));

/** Contents whose draws are kept. */
const mostKept = 128;

/**
 * What a draw makes of something, such as the numbers of some units: found once for a content and a draw, since many
 * specifications share their states, their years or their groups.
 */
export function sharedByDraw<C, V extends object>(
  finding: (content: C) => (draw: Draw) => V,
): (content: C) => (draw: Draw) => V {
  const kept = new Map<string, Map<Draw, V>>();
  return (content) => {
    const name = JSON.stringify(content);
    const known = kept.get(name) ?? new Map<Draw, V>();
    kept.delete(name);
    kept.set(name, known);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    const find = finding(content);
    return (draw) => {
      const before = known.get(draw);
      if (before) return before;
      const found = find(draw);
      known.set(draw, found);
      return found;
    };
  };
}

/** The numbers of some units in a draw as standard normal ones. */
export const normalsOf = sharedByDraw(
  (units: readonly number[]) => (draw) => units.map((unit) => normal(draw.keyOf(unit))),
);

/** All whole numbers from 0 up to a limit of at most 2¹⁶, in the order of their keys in a draw. */
export const orderBelow = sharedByDraw((limit: number) => (draw) => sorted(limit, draw));

/** Key and number in one double, which sorts without being asked to compare: 32 bits and up to 16. */
function sorted(limit: number, draw: Draw): Uint16Array {
  const packed = new Float64Array(limit);
  for (let i = 0; i < limit; i++) packed[i] = Math.floor(draw.keyOf(i) * 2 ** 32) + i / 2 ** 16;
  packed.sort();
  return Uint16Array.from(packed, (both) => Math.round((both - Math.floor(both)) * 2 ** 16));
}
