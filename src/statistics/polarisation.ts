import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';
import { needFinite } from './checks.js';

/** Like-minded units: where they stand and what share of all they are. */
interface Camp {
  readonly position: number;
  readonly share: number;
}

export interface EstebanRayOptions {
  /**
   * Who counts as alike: `'values'`, units of exactly the same score (for scales of few grades), or a number of
   * classes of equal width into which 0–1 is cut, each standing at the mean of its members (for fine scales).
   */
  readonly camps: 'values' | number;
  /** Weight of identification with one's own camp: above 0, at most 1.6; 1.3 is usual. */
  readonly alpha?: number;
}

function campsOf(scores: ArrayLike<number>, camps: 'values' | number): Camp[] {
  const members = new Map<number, { sum: number; count: number }>();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const key = camps === 'values' ? score : Math.min(camps - 1, Math.floor(score * camps + 1e-9));
    const camp = members.get(key) ?? { sum: 0, count: 0 };
    members.set(key, { sum: camp.sum + score, count: camp.count + 1 });
  }
  return [...members.values()]
    .map(({ sum, count }) => ({ position: sum / count, share: count / scores.length }))
    .sort((a, b) => a.position - b.position);
}

/**
 * Polarisation of Esteban & Ray (1994, *Econometrica* 62: 819–851): K Σ Σ πᵢ^(1+α) πⱼ |yᵢ − yⱼ| over camps i, j with
 * shares π at positions y. It is high when a few large, inwardly alike camps stand far apart, where dispersion is
 * high also when everybody stands alone. Units weigh the same; K = 2^(1+α) sets two halves at 0 and 1 to 1, all in
 * one place is 0.
 *
 * It sees polarisation only through camps: with `camps: 'values'` and scores that are all different, the result is
 * 2^(1+α) n^(−α) times a mean difference and says nothing of clustering, so give fine scales a number of classes
 * and try more than one. Throws unless scores lie in 0–1 and 0 < α ≤ 1.6.
 */
export function estebanRay(scores: ArrayLike<number>, { camps, alpha = 1.3 }: EstebanRayOptions): number {
  needFinite(scores, 2, 'polarisation');
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! < 0 || scores[i]! > 1)
      fail('statistics/domain', `polarisation needs scores in 0–1: ${scores[i]}`);
  }
  if (!(alpha > 0 && alpha <= 1.6)) fail('statistics/domain', `α lies above 0 and at most at 1.6: ${alpha}`);
  if (camps !== 'values' && !(Number.isInteger(camps) && camps >= 2)) {
    fail('statistics/domain', `scores are cut into at least two classes: ${camps}`);
  }
  const groups = campsOf(scores, camps);
  let total = 0;
  for (const one of groups) {
    const own = power(one.share, 1 + alpha);
    for (const other of groups) total += own * other.share * Math.abs(one.position - other.position);
  }
  return power(2, 1 + alpha) * total;
}
