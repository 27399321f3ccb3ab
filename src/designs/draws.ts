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

const normals = new WeakMap<Draw, Map<number, number>>();

/** The number of a unit in a draw as a standard normal one. Found once for both: specifications share their years. */
export function normalOf(draw: Draw, unit: number): number {
  const known = normals.get(draw) ?? new Map<number, number>();
  if (known.size === 0) normals.set(draw, known);
  const before = known.get(unit);
  if (before !== undefined) return before;
  const z = normalQuantile(Math.min(1 - 2 ** -33, Math.max(2 ** -33, draw.keyOf(unit))));
  known.set(unit, z);
  return z;
}

const orders = new Map<string, WeakMap<Draw, Uint16Array>>();
/** Sets of units whose orders are kept. */
const mostSets = 64;

/**
 * The places of some units, whose numbers rise, in the order of their keys in a draw. Found once for a set and a draw:
 * many specifications share their states.
 */
export function orderOf(rising: readonly number[]): (draw: Draw) => Uint16Array {
  const name = rising.join();
  const known = orders.get(name) ?? new WeakMap<Draw, Uint16Array>();
  orders.delete(name);
  orders.set(name, known);
  if (orders.size > mostSets) orders.delete(orders.keys().next().value!);
  return (draw) => {
    const before = known.get(draw);
    if (before) return before;
    const order = sorted(rising, draw);
    known.set(draw, order);
    return order;
  };
}

/** Key and place in one double, which sorts without being asked to compare: 32 bits and up to 16. */
function sorted(rising: readonly number[], draw: Draw): Uint16Array {
  const packed = new Float64Array(rising.length);
  for (let i = 0; i < packed.length; i++)
    packed[i] = Math.floor(draw.keyOf(rising[i]!) * 2 ** 32) + i / 2 ** 16;
  packed.sort();
  const order = new Uint16Array(packed.length);
  for (let k = 0; k < order.length; k++)
    order[k] = Math.round((packed[k]! - Math.floor(packed[k]!)) * 2 ** 16);
  return order;
}
