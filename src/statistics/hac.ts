import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';

/** What a robust covariance needs of a fit: its columns, its residuals and (X′X)⁻¹. */
export interface FitForHac {
  readonly columns: readonly ArrayLike<number>[];
  readonly residuals: ArrayLike<number>;
  readonly inverseCross: readonly (readonly number[])[];
}

/** A covariance robust to heteroskedasticity and autocorrelation, and the lag to which it looks. */
export interface HacCovariance {
  readonly covariance: number[][];
  readonly lag: number;
}

/** n × k scores: row t is xₜ eₜ. */
function scoresOf(fit: FitForHac): Matrix {
  const n = fit.residuals.length;
  const scores = new Matrix(n, fit.columns.length);
  fit.columns.forEach((column, j) => {
    for (let t = 0; t < n; t++) scores.set(t, j, column[t]! * fit.residuals[t]!);
  });
  return scores;
}

/** Σₜ sₜ₊ₗ sₜ′ over the rows of the scores. */
function lagged(scores: Matrix, lag: number): Matrix {
  const { rows, columns } = scores;
  const ahead = scores.subMatrix(lag, rows - 1, 0, columns - 1);
  const behind = scores.subMatrix(0, rows - 1 - lag, 0, columns - 1);
  return ahead.transpose().mmul(behind);
}

/**
 * The Bartlett bandwidth of Newey & West (1994, *Review of Economic Studies* 61: 631–653): 1.1447 (ŝ₁/ŝ₀)^(2/3)
 * n^(1/3), where ŝ₀ and ŝ₁ sum the autocovariances of the scores, weighted into one series, up to lag
 * 4 (n/100)^(2/9), or 3 (n/100)^(2/9) after prewhitening. `n` counts the observations, `series` may be shorter.
 */
function neweyWestBandwidth(series: readonly number[], n: number, prewhitened: boolean): number {
  const length = series.length;
  const reach = Math.floor((prewhitened ? 3 : 4) * power(length / 100, 2 / 9));
  let s0 = 0;
  let s1 = 0;
  for (let lag = 0; lag <= reach; lag++) {
    let covariance = 0;
    for (let t = lag; t < length; t++) covariance += series[t]! * series[t - lag]!;
    s0 += (lag === 0 ? 1 : 2) * (covariance / length);
    s1 += 2 * lag * (covariance / length);
  }
  return 1.1447 * power(power(s1 / s0, 2), 1 / 3) * power(n, 1 / 3);
}

/**
 * The largest modulus that an eigenvalue of a prewhitening autoregression of n observations may have: 1 − 1/√n (Sul,
 * Phillips & Choi 2005, *Oxford Bulletin of Economics and Statistics* 67: 517–546). Andrews & Monahan’s 0.97 (1992) lets
 * the error of a short series grow thirtyfold by chance.
 */
const steadiest = (n: number): number => 1 - 1 / Math.sqrt(n);

/** The autoregression, shrunk where it is nearly a random walk: (I − A)⁻¹ would then say that nothing is known. */
function steadied(autoregression: Matrix, bound: number): Matrix {
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(autoregression);
  const radius = Math.max(...realEigenvalues.map((re, i) => Math.hypot(re, imaginaryEigenvalues[i]!)));
  return radius > bound ? Matrix.mul(autoregression, bound / radius) : autoregression;
}

/** The first-order vector autoregression of the scores, without an intercept: its errors and (I − A)⁻¹. */
function prewhiten(scores: Matrix, bound: number): { readonly errors: Matrix; readonly recolour: Matrix } {
  const { rows, columns } = scores;
  const ahead = scores.subMatrix(1, rows - 1, 0, columns - 1);
  const behind = scores.subMatrix(0, rows - 2, 0, columns - 1);
  const autoregression = steadied(
    ahead
      .transpose()
      .mmul(behind)
      .mmul(inverse(behind.transpose().mmul(behind))),
    bound,
  );
  const errors = Matrix.sub(ahead, behind.mmul(autoregression.transpose()));
  return { errors, recolour: inverse(Matrix.sub(Matrix.eye(columns), autoregression)) };
}

/**
 * Newey & West's (1987, *Econometrica* 55: 703–708) covariance of least-squares coefficients, Bartlett weights
 * 1 − j/(lag + 1), times n/(n − k). With `prewhite` the scores are first freed of a first-order vector
 * autoregression and recoloured afterwards (Andrews & Monahan 1992, *Econometrica* 60: 953–966).
 *
 * The lag, unless given, is the whole part of the automatic bandwidth of Newey & West (1994) for the scores of all
 * columns but the constant ones (a constant alone counts). Observations are taken to follow one another at equal steps. The numbers are
 * those of `NeweyWest(fit, lag, prewhite, adjust = TRUE)` in R's sandwich, but for prewhitening autoregressions
 * with an eigenvalue beyond `bound`, which sandwich leaves as they are.
 */
export function neweyWest(
  fit: FitForHac,
  {
    prewhite = false,
    lag,
    bound = steadiest(fit.residuals.length),
  }: { readonly prewhite?: boolean; readonly lag?: number; readonly bound?: number } = {},
): HacCovariance {
  const n = fit.residuals.length;
  const k = fit.columns.length;
  if (n < k + 3) fail('statistics/too-few', `a robust error needs at least ${k + 3} observations: ${n}`);
  const raw = scoresOf(fit);
  const { errors, recolour } = prewhite ? prewhiten(raw, bound) : { errors: raw, recolour: Matrix.eye(k) };
  const reach = lag ?? automaticLag(fit.columns, errors, n, prewhite);
  const middle = lagged(errors, 0);
  for (let j = 1; j <= Math.min(reach, errors.rows - 1); j++) {
    const part = lagged(errors, j);
    middle.add(part.add(part.transpose()).mul(1 - j / (reach + 1)));
  }
  const bread = new Matrix(fit.inverseCross.map((row) => [...row])).mmul(recolour);
  const covariance = bread
    .mmul(middle)
    .mmul(bread.transpose())
    .mul(n / (n - k));
  return { covariance: covariance.to2DArray(), lag: reach };
}

function automaticLag(
  columns: readonly ArrayLike<number>[],
  errors: Matrix,
  n: number,
  prewhitened: boolean,
): number {
  const varies = columns.map((column) => !Array.prototype.every.call(column, (x) => x === column[0]));
  const counts = varies.includes(true) ? varies : varies.map(() => true);
  const series = errors.to2DArray().map((row) => row.reduce((sum, x, j) => sum + (counts[j] ? x : 0), 0));
  return Math.floor(neweyWestBandwidth(series, n, prewhitened));
}
