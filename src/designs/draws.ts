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

/** COW numbers have at most three digits. */
export const mostStates = 1000;

const orders = new WeakMap<Draw, Uint16Array>();

/** All COW numbers there could be, in the order of their keys: found once for a draw, for many specifications ask. */
export function statesInOrder(draw: Draw): Uint16Array {
  const known = orders.get(draw);
  if (known) return known;
  // Key and number in one double, which sorts without being asked to compare.
  const packed = new Float64Array(mostStates);
  for (let ccode = 0; ccode < mostStates; ccode++) packed[ccode] = draw.keyOf(ccode) * 2 ** 42 + ccode / 1024;
  packed.sort();
  const order = new Uint16Array(mostStates);
  for (let k = 0; k < mostStates; k++) order[k] = Math.round((packed[k]! - Math.floor(packed[k]!)) * 1024);
  orders.set(draw, order);
  return order;
}
