import type { Draw } from '../designs/design.js';

/** Worlds without an effect behind a joint test. */
export const worlds = 499;

/** 32 bits in which those of the input cannot be told (the finaliser of MurmurHash3, Appleby 2011). */
function mixed(bits: number): number {
  let x = bits;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Draw number m: the number of a unit follows from both, and is the same whoever asks. */
export const drawNumber = (m: number): Draw => ({
  keyOf: (unit) => mixed(mixed(Math.imul(m + 1, 0x9e3779b1)) ^ Math.imul(unit, 0x27d4eb2f)) / 2 ** 32,
});

/** The estimates of one specification in all worlds without an effect, as text that a journal can keep. */
export function estimatesWithoutEffect(estimateIn: (draw: Draw) => number): string {
  const found = new Float32Array(worlds);
  for (let m = 0; m < worlds; m++) found[m] = estimateIn(drawNumber(m));
  return Buffer.from(found.buffer).toString('base64');
}

/** Reads that text back. */
export function readEstimates(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
