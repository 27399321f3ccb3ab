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
  const keys = Float64Array.from({ length: mostStates }, (_, ccode) => draw.keyOf(ccode));
  const order = Uint16Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  orders.set(draw, order);
  return order;
}
