import { power } from '../kernel/power.js';
import type { Random } from '../kernel/random.js';

/** A standard normal number (Box & Muller 1958). */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/**
 * A stationary Gaussian series of variance 1 whose values d years apart correlate ρᵈ, at the years given (whole and
 * rising; gaps allowed).
 */
export function simulateAutoregression(random: Random, years: ArrayLike<number>, rho: number): Float64Array {
  const series = new Float64Array(years.length);
  for (let t = 0; t < series.length; t++) {
    const memory = t === 0 ? 0 : power(rho, years[t]! - years[t - 1]!);
    series[t] = memory * (series[t - 1] ?? 0) + Math.sqrt(1 - memory * memory) * gaussian(random);
  }
  return series;
}
