import { power } from '../kernel/power.js';

/** What first-order autoregressive errors say of a least-squares slope, at one memory. */
export interface AtMemory {
  /** Correlation of the errors of neighbouring years. */
  readonly rho: number;
  /** Standard error of the least-squares slope if that is how the errors are correlated. */
  readonly se: number;
}

/** The same at the likeliest memory, and at the longest that the record allows. */
export interface AutoregressiveTrend extends AtMemory {
  readonly longest: AtMemory;
}

/** The largest |ρ| considered; beyond it the error cannot be told from a random walk. */
export const BOUND = 0.998;

/** Restricted log-likelihood and error variance at one ρ. */
export interface Restricted {
  readonly logLikelihood: number;
  readonly variance: number;
}

/** What the series is taken to lie around: a level, a straight line, or a line with an even bend. */
export type Shape = 'level' | 'line' | 'bend';

/** The columns of a shape over the times; the bend has neither level nor slope of its own. */
export function shapeColumns(x: ArrayLike<number>, shape: Shape): Float64Array[] {
  const one = new Float64Array(x.length).fill(1);
  const times = centred(x);
  if (shape === 'level') return [one];
  if (shape === 'line') return [one, times];
  const squares = centred(times.map((t) => t * t));
  const along = dot(squares, times) / dot(times, times);
  return [one, times, squares.map((q, i) => q - along * times[i]!)];
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/**
 * A function that fits the shape at one ρ: to the series after each value is freed of what the value before says of it
 * and scaled to one variance, (yₜ − ρᵈ yₜ₋d) / √(1 − ρ²ᵈ) with d the years between (Prais & Winsten 1954; gaps need no
 * filling). Columns are to have like sizes. It is asked a hundred times for one series, so it keeps its workspace.
 */
function restrictedFit(
  x: ArrayLike<number>,
  columns: readonly Float64Array[],
  y: Float64Array,
): (rho: number) => Restricted {
  const all = [...columns, y];
  const k = columns.length;
  const size = k + 1;
  const n = x.length;
  const gaps = Float64Array.from(x, (_, t) => (t === 0 ? 0 : Math.round(x[t]! - x[t - 1]!)));
  const freed = all.map((column) => column.slice());
  const memory = new Float64Array(n);
  const left = new Float64Array(n).fill(1);
  const sums = new Float64Array(size * size);
  return (rho) => {
    const oneYear = 1 - rho * rho;
    const logOneYear = Math.log(oneYear);
    let logDeterminant = 0;
    for (let t = 1; t < n; t++) {
      memory[t] = gaps[t] === 1 ? rho : power(rho, gaps[t]!);
      left[t] = gaps[t] === 1 ? oneYear : 1 - memory[t]! * memory[t]!;
      logDeterminant += gaps[t] === 1 ? logOneYear : Math.log(left[t]!);
    }
    for (let i = 0; i < size; i++) {
      const column = all[i]!;
      const own = freed[i]!;
      for (let t = 1; t < n; t++) own[t] = column[t]! - memory[t]! * column[t - 1]!;
      for (let j = 0; j <= i; j++) {
        const other = freed[j]!;
        let sum = 0;
        for (let t = 0; t < n; t++) sum += (own[t]! * other[t]!) / left[t]!;
        sums[i * size + j] = sum;
      }
    }
    // Elimination of the columns leaves what they do not explain in the last corner, and their determinant on the way.
    let logCross = 0;
    for (let i = 0; i < k; i++) {
      const pivot = sums[i * size + i]!;
      logCross += Math.log(pivot);
      for (let a = i + 1; a < size; a++) {
        const factor = sums[a * size + i]! / pivot;
        for (let b = i + 1; b <= a; b++) sums[a * size + b]! -= factor * sums[b * size + i]!;
      }
    }
    const df = n - k;
    const variance = sums[k * size + k]! / df;
    return { logLikelihood: -0.5 * (df * Math.log(variance) + logDeterminant + logCross), variance };
  };
}

/** Variance of the least-squares slope, per unit of error variance, when errors d years apart correlate ρᵈ. */
function slopeVariance(x: ArrayLike<number>, rho: number): number {
  const kept: number[] = [];
  let squares = 0;
  let total = 0;
  for (let t = 0; t < x.length; t++) {
    squares += x[t]! * x[t]!;
    for (let s = 0; s < t; s++) {
      const gap = Math.round(x[t]! - x[s]!);
      kept[gap] ??= power(rho, gap);
      total += 2 * x[s]! * x[t]! * kept[gap]!;
    }
  }
  return (total + squares) / (squares * squares);
}

/**
 * Where a function of one number is largest: the best of a grid, then golden-section search around it. Values near a
 * flat top differ by less than rounding, so the place is good to about seven digits, not to sixteen.
 */
export function argmax(f: (z: number) => number, from: number, to: number, steps: number): number {
  const step = (to - from) / steps;
  let best = from;
  let top = -Infinity;
  for (let i = 0; i <= steps; i++) {
    const value = f(from + i * step);
    if (value > top) [best, top] = [from + i * step, value];
  }
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.max(from, best - step);
  let high = Math.min(to, best + step);
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-8) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/** Half the χ² quantile (one degree of freedom) that a one-sided limit of 95 % allows a log-likelihood to fall. */
const allowedFall = 2.705543454095404 / 2;

/**
 * The one-sided upper 95 % limit of a number by its profile likelihood: the largest place up to `to` where f lies no more
 * than half of χ²₁(0.90) = 2.71 under its value at the likeliest place (Venzon & Moolgavkar 1988, *Applied Statistics* 37:
 * 87–94). Found from above on the grid of `argmax`, then by regula falsi (Illinois), to 1e-8.
 */
export function upperLimit(
  f: (z: number) => number,
  likeliest: number,
  from: number,
  to: number,
  steps: number,
): number {
  const least = f(likeliest) - allowedFall;
  const step = (to - from) / steps;
  const above = (z: number): number => f(z) - least;
  let [high, over] = [to, above(to)];
  if (over >= 0) return to;
  let [low, under] = [likeliest, allowedFall];
  for (let i = steps - 1; from + i * step > likeliest; i--) {
    const [place, value] = [from + i * step, above(from + i * step)];
    if (value >= 0) {
      [low, under] = [place, value];
      break;
    }
    [high, over] = [place, value];
  }
  for (let last = 0, i = 0; high - low > 1e-8 && i < 60; i++) {
    const place = i % 8 === 7 ? (low + high) / 2 : (low * over - high * under) / (over - under);
    const value = above(place);
    if (Math.abs(value) < 1e-10) return place;
    if (value > 0) {
      [low, under] = [place, value];
      if (last > 0) over /= 2;
    } else {
      [high, over] = [place, value];
      if (last < 0) under /= 2;
    }
    last = value;
  }
  return low;
}

function centred(values: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(values);
  const centre = copy.reduce((sum, value) => sum + value, 0) / copy.length;
  return copy.map((value) => value - centre);
}

const sized = (column: Float64Array): Float64Array => {
  const size = Math.sqrt(dot(column, column) / column.length);
  return column.map((v) => v / size);
};

/** Correlation of neighbouring years, and the error variance there. */
export interface Memory {
  readonly rho: number;
  readonly variance: number;
}

export interface Memories {
  readonly likeliest: Memory;
  readonly longest: Memory;
}

/**
 * The memory at which a restricted likelihood is largest, between −`BOUND` and `most`, and the longest that it allows
 * (`upperLimit`): for a short series the likeliest memory is mostly too short, and what rests on it too sure.
 */
export function memories(at: (rho: number) => Restricted, most = BOUND): Memories {
  const profile = profileOf(at);
  const [from, to, steps] = [Math.atanh(-BOUND), Math.atanh(most), 70];
  const z = argmax(profile, from, to, steps);
  const memory = (place: number): Memory => {
    const rho = Math.tanh(place);
    return { rho, variance: at(rho).variance };
  };
  return { likeliest: memory(z), longest: memory(upperLimit(profile, z, from, to, steps)) };
}

/** The log-likelihood over atanh ρ; places of the grid are asked for twice and found once. */
function profileOf(at: (rho: number) => Restricted): (z: number) => number {
  const found = new Map<number, number>();
  return (z) => {
    const known = found.get(z);
    if (known !== undefined) return known;
    const value = at(Math.tanh(z)).logLikelihood;
    found.set(z, value);
    return value;
  };
}

const fitOf = (x: ArrayLike<number>, y: ArrayLike<number>, shape: Shape): ((rho: number) => Restricted) =>
  restrictedFit(x, shapeColumns(x, shape).map(sized), centred(y));

/** The likeliest memory of the errors around a shape, and the longest allowed. */
export const memoriesAround = (x: ArrayLike<number>, y: ArrayLike<number>, shape: Shape): Memories =>
  memories(fitOf(x, y, shape));

/**
 * Correlation of the errors of neighbouring years around a level or a straight line, by restricted maximum
 * likelihood, between −0.998 and 0.998. `x` are times in whole years, rising; `y` a series that the level or line
 * does not fit exactly.
 */
export function autocorrelation(x: ArrayLike<number>, y: ArrayLike<number>, shape: Shape): number {
  const at = fitOf(x, y, shape);
  const profile = (z: number): number => at(Math.tanh(z)).logLikelihood;
  return Math.tanh(argmax(profile, Math.atanh(-BOUND), Math.atanh(BOUND), 70));
}

/**
 * Standard error of a least-squares slope on time when the errors around a line, or around a line with an even bend,
 * follow a first-order autoregression, which most yearly series in this field roughly do. ρ and the error variance
 * are estimated by restricted maximum likelihood (Harville 1977, *JASA* 72: 320–338), which corrects most of the bias
 * towards 0 that a detrended short series gives; the standard error is the exact one of the least-squares slope at
 * those values. `x` are times in whole years, rising, with mean 0; `y` any series that the shape does not fit exactly.
 */
export function autoregressiveTrend(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  shape: Shape = 'line',
): AutoregressiveTrend {
  const { likeliest, longest } = memories(fitOf(x, y, shape));
  const at = ({ rho, variance }: Memory): AtMemory => ({
    rho,
    se: Math.sqrt(variance * slopeVariance(x, rho)),
  });
  return { ...at(likeliest), longest: at(longest) };
}
