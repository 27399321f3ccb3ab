import { fail } from '../kernel/errors.js';
import { continuedFraction, logBeta, regularisedBeta } from './special-functions.js';

/** Standard normal density. The exponent is split so that far tails keep all their digits. */
function normalDensity(z: number): number {
  const size = Math.abs(z);
  const coarse = Math.floor(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest)) / Math.sqrt(2 * Math.PI);
}

/** Φ(−z) for z ≥ 1.5 by the continued fraction of Abramowitz & Stegun (1964), 26.2.14. */
function normalTail(z: number): number {
  if (z > 38.6) return 0; // below the smallest double
  return normalDensity(z) * continuedFraction((i) => [i === 1 ? 1 : i - 1, z]);
}

/** Φ(z) − ½ for small |z| by the series of Abramowitz & Stegun (1964), 26.2.11. */
function normalCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return normalDensity(z) * sum;
}

/**
 * Standard normal distribution function Φ(z): the probability of a value at most z.
 * Relative error under 1e-13 in both tails, down to the smallest numbers a double can hold.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) fail('statistics/domain', 'the normal distribution needs a number: NaN');
  if (Math.abs(z) < 1.5) return 0.5 + normalCentre(z);
  return z < 0 ? normalTail(-z) : 1 - normalTail(z);
}

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) fail('statistics/domain', `a probability lies between 0 and 1: ${p}`);
}

/**
 * Standard normal quantile: the z with Φ(z) = p. Starts from the rational approximation of Abramowitz & Stegun
 * (1964), 26.2.23, and polishes it by Halley's method on Φ.
 */
export function normalQuantile(p: number): number {
  checkProbability(p);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let i = 0; i < 3; i++) {
    const newton = (normalCdf(z) - p) / normalDensity(z);
    z -= newton / (1 + 0.5 * z * newton);
  }
  return z;
}

function checkDegrees(df: number): void {
  if (!(df > 0)) fail('statistics/domain', `Student's t needs positive degrees of freedom: ${df}`);
}

/**
 * Distribution function of Student's t with `df` degrees of freedom (any positive number; Infinity is the
 * normal): F(t) = ½ I_{df/(df+t²)}(df/2, ½) for t ≤ 0, and 1 − F(−t) above (DLMF 8.17).
 */
export function tCdf(t: number, df: number): number {
  checkDegrees(df);
  if (Number.isNaN(t)) fail('statistics/domain', "Student's t needs a number: NaN");
  if (df === Infinity) return normalCdf(t);
  if (!Number.isFinite(t)) return t < 0 ? 0 : 1;
  const whole = df + t * t;
  const tail = 0.5 * regularisedBeta(df / whole, (t * t) / whole, df / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

function tDensity(t: number, df: number): number {
  return Math.exp(-logBeta(df / 2, 0.5) - 0.5 * Math.log(df) - 0.5 * (df + 1) * Math.log1p((t * t) / df));
}

/**
 * Quantile of Student's t: the t with F(t) = p. Newton's method on ln F against ln |t|, which is nearly a straight
 * line in the tails, from the normal quantile.
 */
export function tQuantile(p: number, df: number): number {
  checkProbability(p);
  checkDegrees(df);
  if (df === Infinity || p === 0 || p === 1 || p === 0.5) return normalQuantile(p);
  if (p > 0.5) return -tQuantile(1 - p, df);
  let t = normalQuantile(p);
  for (let i = 0; i < 100; i++) {
    const below = tCdf(t, df);
    const step = (Math.log(below / p) * below) / (tDensity(t, df) * -t);
    t *= Math.exp(Math.max(-2, Math.min(2, step)));
    if (Math.abs(step) < 1e-15) break;
  }
  return t;
}

/** Two-sided p-value of a standard normal statistic: 2 Φ(−|z|). */
export function twoSidedNormal(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}
