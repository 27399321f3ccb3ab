/** What a fit of a straight line with first-order autoregressive errors says of the least-squares slope. */
export interface AutoregressiveTrend {
  /** Correlation of the errors of neighbouring years. */
  readonly rho: number;
  /** Standard error of the least-squares slope if that is how the errors are correlated. */
  readonly se: number;
}

/** The largest |ρ| considered; beyond it the error cannot be told from a random walk. */
export const BOUND = 0.998;

/** Restricted log-likelihood and error variance of a straight line at one ρ. */
interface Restricted {
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
 * The shape is fitted to the series after each value is freed of what the value before says of it and scaled to one
 * variance: (yₜ − ρᵈ yₜ₋d) / √(1 − ρ²ᵈ) with d the years between (Prais & Winsten 1954; gaps need no filling).
 * Columns are to have like sizes.
 */
function restricted(
  x: ArrayLike<number>,
  columns: readonly Float64Array[],
  y: ArrayLike<number>,
  rho: number,
): Restricted {
  const k = columns.length;
  const sums = Array.from({ length: k + 1 }, () => new Float64Array(k + 1));
  const row = new Float64Array(k + 1);
  let logDeterminant = 0;
  for (let t = 0; t < x.length; t++) {
    const memory = t === 0 ? 0 : rho ** (x[t]! - x[t - 1]!);
    const left = 1 - memory * memory;
    const value = (column: ArrayLike<number>): number => column[t]! - (t === 0 ? 0 : memory * column[t - 1]!);
    for (let i = 0; i < k; i++) row[i] = value(columns[i]!);
    row[k] = value(y);
    for (let i = 0; i <= k; i++) for (let j = 0; j <= i; j++) sums[i]![j]! += (row[i]! * row[j]!) / left;
    logDeterminant += Math.log(left);
  }
  // Elimination of the columns leaves what they do not explain in the last corner, and their determinant on the way.
  let logCross = 0;
  for (let i = 0; i < k; i++) {
    const pivot = sums[i]![i]!;
    logCross += Math.log(pivot);
    for (let a = i + 1; a <= k; a++) {
      const factor = sums[a]![i]! / pivot;
      for (let b = i + 1; b <= a; b++) sums[a]![b]! -= factor * sums[b]![i]!;
    }
  }
  const df = x.length - k;
  const variance = sums[k]![k]! / df;
  return { logLikelihood: -0.5 * (df * Math.log(variance) + logDeterminant + logCross), variance };
}

/** Variance of the least-squares slope, per unit of error variance, when errors d years apart correlate ρᵈ. */
function slopeVariance(x: ArrayLike<number>, rho: number): number {
  let squares = 0;
  let total = 0;
  for (let t = 0; t < x.length; t++) {
    squares += x[t]! * x[t]!;
    for (let s = 0; s < t; s++) total += 2 * x[s]! * x[t]! * rho ** (x[t]! - x[s]!);
  }
  return (total + squares) / (squares * squares);
}

/** Where a function of one number is largest: the best of a grid, then golden-section search around it. */
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
  while (high - low > 1e-9) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (f(left) > f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
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

/** The ρ at which the restricted likelihood of the series is largest, and the error variance there. */
function likeliest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  shape: Shape,
): { rho: number; variance: number } {
  const columns = shapeColumns(x, shape).map(sized);
  const series = centred(y);
  const profile = (z: number): number => restricted(x, columns, series, Math.tanh(z)).logLikelihood;
  const rho = Math.tanh(argmax(profile, Math.atanh(-BOUND), Math.atanh(BOUND), 70));
  return { rho, variance: restricted(x, columns, series, rho).variance };
}

/**
 * Correlation of the errors of neighbouring years around a level or a straight line, by restricted maximum
 * likelihood, between −0.998 and 0.998. `x` are times in whole years, rising; `y` a series that the level or line
 * does not fit exactly.
 */
export function autocorrelation(x: ArrayLike<number>, y: ArrayLike<number>, shape: Shape): number {
  return likeliest(x, y, shape).rho;
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
  const { rho, variance } = likeliest(x, y, shape);
  return { rho, se: Math.sqrt(variance * slopeVariance(x, rho)) };
}
