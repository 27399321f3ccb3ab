import { power } from '../kernel/power.js';

/**
 * A chi-squared number over its degrees of freedom, from the standard normal number with the same probability below
 * it: what an estimated variance is of the true one. By the cube-root normal approximation (Wilson & Hilferty 1931,
 * *PNAS* 17: 684–688); never below 0.15³, so near 0 that the approximation breaks down.
 */
export function chiSquaredShare(z: number, df: number): number {
  const part = 2 / (9 * df);
  return power(Math.max(0.15, 1 - part + z * Math.sqrt(part)), 3);
}
