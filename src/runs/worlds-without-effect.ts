import type { Draw } from '../designs/design.js';
import { drawNumber } from '../designs/draws.js';

/** Worlds without an effect behind a joint test. */
export const worlds = 499;

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
