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

/**
 * The line (or level) is fitted to the series after each value is freed of what the value before says of it and scaled to one
 * variance: (yₜ − ρᵈ yₜ₋d) / √(1 − ρ²ᵈ) with d the years between (Prais & Winsten 1954; gaps need no filling).
 */
function restricted(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  rho: number,
  shape: 'level' | 'line' = 'line',
): Restricted {
  let [oneOne, oneX, xx, oneY, xy, yy] = [1, x[0]!, x[0]! * x[0]!, y[0]!, x[0]! * y[0]!, y[0]! * y[0]!];
  let logDeterminant = 0;
  for (let t = 1; t < x.length; t++) {
    const memory = rho ** (x[t]! - x[t - 1]!);
    const left = 1 - memory * memory;
    const one = 1 - memory;
    const u = x[t]! - memory * x[t - 1]!;
    const v = y[t]! - memory * y[t - 1]!;
    oneOne += (one * one) / left;
    oneX += (one * u) / left;
    xx += (u * u) / left;
    oneY += (one * v) / left;
    xy += (u * v) / left;
    yy += (v * v) / left;
    logDeterminant += Math.log(left);
  }
  const line = shape === 'line';
  const cross = line ? oneOne * xx - oneX * oneX : oneOne;
  const slope = line ? (oneOne * xy - oneX * oneY) / cross : 0;
  const intercept = (oneY - slope * oneX) / oneOne;
  const df = x.length - (line ? 2 : 1);
  const variance = (yy - intercept * oneY - slope * xy) / df;
  return { logLikelihood: -0.5 * (df * Math.log(variance) + logDeterminant + Math.log(cross)), variance };
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

/** The atanh ρ at which the restricted likelihood of the series is largest. */
function likeliest(x: ArrayLike<number>, y: ArrayLike<number>, shape: 'level' | 'line'): number {
  const profile = (z: number): number => restricted(x, y, Math.tanh(z), shape).logLikelihood;
  return argmax(profile, Math.atanh(-BOUND), Math.atanh(BOUND), 70);
}

/**
 * Correlation of the errors of neighbouring years around a level or a straight line, by restricted maximum
 * likelihood, between −0.998 and 0.998. `x` are times in whole years, rising; `y` a series that the level or line
 * does not fit exactly.
 */
export function autocorrelation(x: ArrayLike<number>, y: ArrayLike<number>, shape: 'level' | 'line'): number {
  return Math.tanh(likeliest(centred(x), centred(y), shape));
}

/**
 * Standard error of a least-squares slope on time when the errors follow a first-order autoregression, which most
 * yearly series in this field roughly do. ρ and the error variance are estimated by restricted maximum likelihood
 * (Harville 1977, *JASA* 72: 320–338), which corrects most of the bias towards 0 that a detrended short series
 * gives; the standard error is the exact one of the least-squares slope at those values.
 *
 * `x` are times in whole years, rising, with mean 0; `y` any series that no straight line fits exactly.
 */
export function autoregressiveTrend(x: ArrayLike<number>, y: ArrayLike<number>): AutoregressiveTrend {
  const rho = Math.tanh(likeliest(x, y, 'line'));
  return { rho, se: Math.sqrt(restricted(x, y, rho).variance * slopeVariance(x, rho)) };
}
