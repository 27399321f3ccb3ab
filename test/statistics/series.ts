import type { Random } from '../../src/kernel/random.js';

/** A standard normal number (Box & Muller). */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** A stationary first-order autoregression of unit variance. */
export function autoregression(random: Random, n: number, rho: number): Float64Array {
  const series = new Float64Array(n);
  let value = gaussian(random);
  for (let t = 0; t < n; t++) {
    series[t] = value;
    value = rho * value + Math.sqrt(1 - rho * rho) * gaussian(random);
  }
  return series;
}
