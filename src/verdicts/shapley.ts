import { power } from '../kernel/power.js';
import { randomFrom } from '../kernel/random.js';

/** Beyond this many players the exact value would take too many coalitions. */
export const mostExact = 12;

/** What a spread is shared out from: the value and weight of each case, and the option it takes of each alternative. */
export interface SpreadGame {
  readonly names: readonly string[];
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** By alternative, for each case the number of its option, from 0. */
  readonly options: readonly Int32Array[];
}

/**
 * Shapley values (Shapley 1953) of the game in which a set S of alternatives is worth the part of the weighted variance
 * that lies between the groups it forms, v(S) = Σ w_g (x̄_g − x̄)² / Σ w. Each is the mean, over all orders in which the
 * alternatives can enter, of what the alternative adds when it enters. Divided by v of all: one number for each
 * alternative, 0–1, together one; all 0 where nothing varies.
 *
 * Exact up to `mostExact` alternatives (every one of the 2^k sets once). Beyond, the mean over orders drawn at random
 * (Castro, Gómez & Tejada 2009, *Computers & Operations Research* 36: 1726–1730), each with its reverse; the seed is
 * the names of the alternatives. Every order adds up to v of all, so the estimates too are together one. What an
 * alternative adds lies between 0 and v of all, so that no standard error exceeds 0.5 / √(pairs of orders): with 1,000
 * pairs, 1.6 points of a hundred at the very worst. Fewer pairs, at least 100, are drawn for a great many cases.
 */
export function shapleyShares(game: SpreadGame): number[] {
  const { names, values } = game;
  if (names.length === 0 || values.length === 0) return names.map(() => 0);
  const refine = refiner(game);
  const finest = names.reduce((groups, _, i) => refine.by(groups, i), refine.one());
  const whole = refine.worth(finest);
  if (!(whole > power(rounding(values), 2))) return names.map(() => 0);
  const sums = names.length <= mostExact ? exact(names.length, refine) : sampled(game, refine, finest.count);
  return sums.map((sum) => sum / whole);
}

/** Values that differ by less do so by rounding. */
function rounding(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest * 1e-12;
}

/** Which group each case is in, and how many there are. */
interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

interface Refiner {
  /** All cases in one group. */
  one(): Groups;
  /** The groups split by the options of one more alternative. */
  by(groups: Groups, alternative: number): Groups;
  /** The variance between groups. */
  worth(groups: Groups): number;
}

function refiner({ values, weights, options }: SpreadGame): Refiner {
  const n = values.length;
  const radix = options.map((o) => o.reduce((most, x) => Math.max(most, x), 0) + 1);
  let [total, sum] = [0, 0];
  for (let i = 0; i < n; i++) {
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  const mean = sum / total;
  return {
    one: () => ({ of: new Int32Array(n), count: 1 }),
    by({ of, count }, alternative) {
      const option = options[alternative]!;
      const known = new Int32Array(count * radix[alternative]!).fill(-1);
      const next = new Int32Array(n);
      let groups = 0;
      for (let i = 0; i < n; i++) {
        const at = of[i]! * radix[alternative]! + option[i]!;
        if (known[at]! < 0) known[at] = groups++;
        next[i] = known[at]!;
      }
      return { of: next, count: groups };
    },
    worth({ of, count }) {
      const [weight, deviation] = [new Float64Array(count), new Float64Array(count)];
      for (let i = 0; i < n; i++) {
        weight[of[i]!]! += weights[i]!;
        deviation[of[i]!]! += weights[i]! * (values[i]! - mean);
      }
      let variance = 0;
      for (let g = 0; g < count; g++) if (weight[g]! > 0) variance += power(deviation[g]!, 2) / weight[g]!;
      return variance / total;
    },
  };
}

/** Every set of alternatives once, each from the one without its last member. */
function exact(k: number, refine: Refiner): number[] {
  const worth = new Float64Array(2 ** k);
  const walk = (bits: number, from: number, groups: Groups): void => {
    for (let i = from; i < k; i++) {
      const larger = refine.by(groups, i);
      worth[bits | (1 << i)] = refine.worth(larger);
      walk(bits | (1 << i), i + 1, larger);
    }
  };
  walk(0, 0, refine.one());
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const share = Array.from(
    { length: k },
    (_, size) => (factorial(size) * factorial(k - size - 1)) / factorial(k),
  );
  return Array.from({ length: k }, (_, i) => {
    let value = 0;
    for (let bits = 0; bits < worth.length; bits++)
      if (!(bits & (1 << i))) value += share[members(bits)]! * (worth[bits | (1 << i)]! - worth[bits]!);
    return value;
  });
}

function members(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Steps that all orders together may take. */
const mostSteps = 5e7;

function sampled({ names, values }: SpreadGame, refine: Refiner, finest: number): number[] {
  const k = names.length;
  const pairs = Math.max(100, Math.min(1000, Math.floor(mostSteps / (2 * k * values.length))));
  const random = randomFrom(['what decides it', names]);
  const sums = names.map(() => 0);
  const enter = (order: readonly number[]): void => {
    let [groups, before] = [refine.one(), 0];
    for (const i of order) {
      if (groups.count === finest) break; // nobody who enters now adds anything
      groups = refine.by(groups, i);
      const after = refine.worth(groups);
      sums[i]! += after - before;
      before = after;
    }
  };
  for (let pair = 0; pair < pairs; pair++) {
    const order = names.map((_, i) => i);
    for (let i = k - 1; i > 0; i--) {
      const j = random.int(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    enter(order);
    enter(order.reverse());
  }
  return sums.map((sum) => sum / (2 * pairs));
}
