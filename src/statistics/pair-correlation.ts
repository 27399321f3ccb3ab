import { needFinite, needSameLength } from './checks.js';
import { averageRanks } from './ranks.js';

/** How far two units lie apart: by their values, or by their places in the order of all. */
export type Apart = 'values' | 'ranks';

/**
 * Correlation of two distances over all pairs of n units: r of |xᵢ − xⱼ| with |yᵢ − yⱼ| over the n (n − 1)/2 pairs, the
 * statistic of Mantel (1967, *Cancer Research* 27: 209–220), standardised. 1: those that lie far apart on x lie far
 * apart on y; 0: how far says nothing. With `ranks`, x and y are ranks (tied ones share theirs), so that no scale
 * matters. Pairs share units, so that this r has not the error of one over as many independent cases. From −1 to 1;
 * NaN where all x or all y are alike. Throws `statistics/too-few` below three units, `statistics/not-finite`,
 * `statistics/unequal-lengths`.
 */
export function pairCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, apart: Apart): number {
  return standardised(x, y, apart).r;
}

/**
 * What one more copy of each unit adds to that correlation, to first order: ∂r/∂wᵢ at w = 1 of r over pairs that
 * weigh wᵢ wⱼ, where copies of one unit are no pair. With α and β the distances, standardised over all pairs,
 *
 * ∂r/∂wᵢ = Σⱼ [α β − r (α² + β²)/2] / (n (n − 1)/2),
 *
 * and with `ranks` what a copy moves by moving the ranks of the others. They sum to zero. So r of units that are drawn
 * anew, unit i wᵢ times, is near r + Σ (wᵢ − 1) ∂r/∂wᵢ (the infinitesimal jackknife, Efron 1982, *The Jackknife, the
 * Bootstrap and Other Resampling Plans*, ch. 6), at n operations a draw in place of n²/2.
 */
export function pullsOnPairCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  apart: Apart,
): Float64Array {
  const { n, r, a, b, u, v } = standardised(x, y, apart);
  const pairs = a.off.length;
  const pulls = new Float64Array(n);
  const alongX = new Float64Array(n);
  const alongY = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++)
    for (let j = i + 1; j < n; j++, k++) {
      const alpha = a.off[k]! / a.spread;
      const beta = b.off[k]! / b.spread;
      const pull = (alpha * beta - (r * (alpha * alpha + beta * beta)) / 2) / pairs;
      pulls[i]! += pull;
      pulls[j]! += pull;
      const byX = ((beta - r * alpha) * Math.sign(u[i]! - u[j]!)) / (a.spread * pairs);
      const byY = ((alpha - r * beta) * Math.sign(v[i]! - v[j]!)) / (b.spread * pairs);
      alongX[i]! += byX;
      alongX[j]! -= byX;
      alongY[i]! += byY;
      alongY[j]! -= byY;
    }
  if (apart === 'ranks') {
    addMovedRanks(pulls, u, alongX);
    addMovedRanks(pulls, v, alongY);
  }
  return pulls;
}

/** A copy of unit i lifts every unit above it by one rank, and those that are tied with it by half of one. */
function addMovedRanks(pulls: Float64Array, ranks: ArrayLike<number>, along: Float64Array): void {
  for (let i = 0; i < pulls.length; i++)
    for (let j = 0; j < pulls.length; j++) {
      if (ranks[j]! > ranks[i]!) pulls[i]! += along[j]!;
      else if (ranks[j] === ranks[i]) pulls[i]! += along[j]! / 2;
    }
}

/** Distances over all pairs less their mean, and their standard deviation (divisor: the number of pairs). */
interface Distances {
  readonly off: Float64Array;
  readonly spread: number;
}

function standardised(x: ArrayLike<number>, y: ArrayLike<number>, apart: Apart) {
  needSameLength(x, y, 'a correlation over pairs');
  for (const values of [x, y]) needFinite(values, 3, 'a correlation over pairs');
  const [u, v] = apart === 'ranks' ? [averageRanks(x), averageRanks(y)] : [x, y];
  const [a, b] = [distances(u), distances(v)];
  let product = 0;
  for (let k = 0; k < a.off.length; k++) product += a.off[k]! * b.off[k]!;
  const r = product / a.off.length / (a.spread * b.spread);
  return { n: x.length, r: a.spread > 0 && b.spread > 0 ? r : Number.NaN, a, b, u, v };
}

function distances(x: ArrayLike<number>): Distances {
  const off = new Float64Array((x.length * (x.length - 1)) / 2);
  let total = 0;
  for (let i = 0, k = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++, k++) {
      off[k] = Math.abs(x[i]! - x[j]!);
      total += off[k]!;
    }
  const mean = total / off.length;
  let squares = 0;
  for (let k = 0; k < off.length; k++) {
    off[k]! -= mean;
    squares += off[k]! * off[k]!;
  }
  return { off, spread: Math.sqrt(squares / off.length) };
}
