import type { Random } from '../../src/kernel/random.js';

/**
 * Quantiles of so many states, one list a call: each is the state’s common one with probability √r, or else its own, so
 * that what stands at them correlates r between two calls where it is distributed alike.
 */
export function sharedQuantiles(random: Random, states: number, correlation: number): () => Float64Array {
  const common = Float64Array.from({ length: states }, () => random.next());
  const often = Math.sqrt(correlation);
  return () => common.map((q) => (random.next() < often ? q : random.next()));
}
