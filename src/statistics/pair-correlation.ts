import { needFinite, needSameLength } from './checks.js';
import { averageRanks } from './ranks.js';

/** How far two units lie apart: by their values, or by their places in the order of all. */
export type Apart = 'values' | 'ranks';

export interface PairCorrelation {
  readonly r: number;
  /**
   * What one more copy of each unit adds to r, to first order: ∂r/∂wᵢ at w = 1 of r over pairs that weigh wᵢ wⱼ, where
   * copies of one unit are no pair. With α and β the distances, standardised over all pairs,
   *
   * ∂r/∂wᵢ = Σⱼ [α β − r (α² + β²)/2] / (n (n − 1)/2),
   *
   * and with `ranks` what a copy moves by moving the ranks of the others. They sum to zero. So r of units that are drawn
   * anew, unit i wᵢ times, is near r + Σ (wᵢ − 1) ∂r/∂wᵢ (the infinitesimal jackknife, Efron 1982, *The Jackknife, the
   * Bootstrap and Other Resampling Plans*, ch. 6), at n operations a draw in place of n²/2.
   */
  pulls(): Float64Array;
}

/**
 * Correlation of two distances over all pairs of n units: r of |xᵢ − xⱼ| with |yᵢ − yⱼ| over the n (n − 1)/2 pairs, the
 * statistic of Mantel (1967, *Cancer Research* 27: 209–220), standardised. 1: those that lie far apart on x lie far
 * apart on y; 0: how far says nothing. With `ranks`, x and y are ranks (tied ones share theirs), so that no scale
 * matters. Pairs share units, so that this r has not the error of one over as many independent cases. From −1 to 1;
 * NaN where all x or all y are alike. Throws `statistics/too-few` below three units, `statistics/not-finite`,
 * `statistics/unequal-lengths`.
 */
export function pairCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, apart: Apart): PairCorrelation {
  needSameLength(x, y, 'a correlation over pairs');
  for (const values of [x, y]) needFinite(values, 3, 'a correlation over pairs');
  const [u, v] = [x, y].map((values) => centred(apart === 'ranks' ? averageRanks(values) : values));
  const sums = sumsOver(u!, v!);
  const [a, b] = [distances(u!, sums.a), distances(v!, sums.b)];
  const pairs = (x.length * (x.length - 1)) / 2;
  const product = total(sums.ab) / 2 / pairs - a.mean * b.mean;
  const r = a.mean > 0 && b.mean > 0 ? product / (a.spread * b.spread) : Number.NaN;
  return {
    r,
    pulls() {
      const others = x.length - 1;
      const pulls = sums.ab.map((ab, i) => {
        const both = ab - a.mean * sums.b[i]! - b.mean * sums.a[i]! + others * a.mean * b.mean;
        const own = squares(a, sums.a[i]!, u![i]!, x.length) + squares(b, sums.b[i]!, v![i]!, x.length);
        return (both / (a.spread * b.spread) - (r * own) / 2) / pairs;
      });
      if (apart === 'ranks') {
        addMovedRanks(pulls, { u: u!, v: v!, a, b, r, pairs });
        addMovedRanks(pulls, { u: v!, v: u!, a: b, b: a, r, pairs });
      }
      return pulls;
    },
  };
}

function centred(values: ArrayLike<number>): Float64Array {
  const off = new Float64Array(values);
  const mean = total(off) / off.length;
  for (let i = 0; i < off.length; i++) off[i]! -= mean;
  return off;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** For each unit the sums, over all others, of the distance on u, of that on v, and of their product. */
function sumsOver(u: Float64Array, v: Float64Array) {
  const n = u.length;
  const [a, b, ab] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const ui = u[i]!;
    const vi = v[i]!;
    let ai = 0;
    let bi = 0;
    let abi = 0;
    for (let j = 0; j < n; j++) {
      const alpha = Math.abs(ui - u[j]!);
      const beta = Math.abs(vi - v[j]!);
      ai += alpha;
      bi += beta;
      abi += alpha * beta;
    }
    a[i] = ai;
    b[i] = bi;
    ab[i] = abi;
  }
  return { a, b, ab };
}

/** Mean and standard deviation of the distances of all pairs (divisor: their number), and Σ u² of the centred values. */
interface Distances {
  readonly mean: number;
  readonly spread: number;
  readonly squares: number;
}

/** Of centred values Σ (uᵢ − uⱼ)² over all pairs is n Σ u². */
function distances(u: Float64Array, sums: Float64Array): Distances {
  const pairs = (u.length * (u.length - 1)) / 2;
  const mean = total(sums) / 2 / pairs;
  let squares = 0;
  for (let i = 0; i < u.length; i++) squares += u[i]! * u[i]!;
  return { mean, spread: Math.sqrt(Math.max(0, (u.length * squares) / pairs - mean * mean)), squares };
}

/** Σⱼ α² of a unit: its standardised distances to all others, squared. */
const squares = ({ mean, spread, squares }: Distances, sum: number, u: number, n: number): number =>
  (n * u * u + squares - 2 * mean * sum + (n - 1) * mean * mean) / (spread * spread);

interface Ranked {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly a: Distances;
  readonly b: Distances;
  readonly r: number;
  readonly pairs: number;
}

/**
 * A copy of unit i lifts every unit above it by one rank on u, and those that are tied with it by half of one; a rank
 * more of unit j adds Σₖ (β − r α) sign(uⱼ − uₖ) / (spread of α · pairs). Of its three sums over k only that of the
 * distance on v takes all pairs: Σ sign(uⱼ − uₖ) is twice the centred rank, Σ α sign(uⱼ − uₖ) follows from Σ (uⱼ − uₖ).
 */
function addMovedRanks(pulls: Float64Array, { u, v, a, b, r, pairs }: Ranked): void {
  const n = u.length;
  const order = Array.from(u.keys()).sort((i, j) => u[i]! - u[j]!);
  const rising = Float64Array.from(order, (i) => v[i]!);
  const crossed = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && u[order[to]!] === u[order[from]!]) to++;
    for (let j = from; j < to; j++) {
      const own = rising[j]!;
      let across = 0;
      for (let k = 0; k < from; k++) across += Math.abs(own - rising[k]!);
      for (let k = to; k < n; k++) across -= Math.abs(own - rising[k]!);
      crossed[j] = across;
    }
  }
  const along = crossed.map((across, k) => {
    const above = 2 * u[order[k]!]!;
    const own = (n * u[order[k]!]! - a.mean * above) / a.spread;
    return ((across - b.mean * above) / b.spread - r * own) / (a.spread * pairs);
  });
  let higher = total(along);
  for (let from = 0, to = 0; from < n; from = to) {
    let tied = 0;
    for (; to < n && u[order[to]!] === u[order[from]!]; to++) tied += along[to]!;
    higher -= tied;
    for (let k = from; k < to; k++) pulls[order[k]!]! += higher + tied / 2;
  }
}
