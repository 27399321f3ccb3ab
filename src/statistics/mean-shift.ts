import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';
import { BOUND, type Memory, memories, type Restricted } from './ar1.js';
import { needFinite, needRising, needSameLength } from './checks.js';
import { tQuantile } from './distributions.js';
import { neweyWest } from './hac.js';
import { leastSquares } from './least-squares.js';
import { fixedBandwidthCritical, type TrendError } from './linear-trend.js';

export type { TrendError as MeanError } from './linear-trend.js';

/** The mean of a yearly series, or by how much it differs between earlier and later years. */
export interface MeanShift {
  readonly value: number;
  readonly n: number;
  /** As those of `linearTrend`. One error of 0 where each span is constant. */
  readonly errors: readonly TrendError[];
  /** Weights by which the value is a sum over the years. */
  readonly weights: Float64Array;
  /** The autoregression of the deviations at its likeliest memory, and at the longest allowed; absent where there are none. */
  readonly memory:
    | {
        readonly likeliest: Memory;
        readonly longest: Memory;
        readonly df: number;
      }
    | undefined;
}

/** Fewest years in a span from which its variation can be told. */
export const fewestInSpan = 3;
const fewest = 6;
/** The largest correlation of neighbouring years with which the mean of a series is taken to be one. */
const steadiestLevel = 0.97;

/**
 * The mean of a yearly series (`later` absent), or its mean over the later years less its mean over the earlier ones,
 * by least squares, and how sure it is when years have memory, in five ways, as in `linearTrend`: as if years were
 * independent (t), Newey & West (1987, 1994) plain and prewhitened (fixed-b critical values), and first-order
 * autoregressive errors around the mean or means by restricted maximum likelihood, which know the gap between the
 * spans: Var = σ² Σₛₜ wₛ wₜ ρ^|s − t|, t with n − 1 (or n − 2) degrees of freedom, at the likeliest memory and at the
 * longest that the record allows. Prewhitening needs variation in both spans and is left out where one is constant. The
 * level of a near random walk is not told by its years: for a mean ρ is at most 0.97.
 *
 * In the series' own unit. In simulated series of 5 + 5 and 10 + 10 years, ten years from first to first, the widest of
 * the five covers the truth in 98 to 99 of 100 at correlations up to 0.8, and in 93 to 98 beyond (docs/calibration.md).
 *
 * Throws unless there are at least six finite values in whole rising years, three in each span.
 */
export function meanShift(
  years: ArrayLike<number>,
  values: ArrayLike<number>,
  later?: readonly boolean[],
): MeanShift {
  needFinite(years, fewest, 'a mean over years');
  needFinite(values, fewest, 'a mean over years');
  needSameLength(years, values, 'a mean over years');
  needRising(years, 'a mean over years');
  const n = years.length;
  const step = later && Float64Array.from(later, Number);
  const afterwards = step?.reduce((sum, x) => sum + x, 0) ?? n;
  if (step && Math.min(afterwards, n - afterwards) < fewestInSpan)
    fail('statistics/too-few', `a difference of means needs ${fewestInSpan} years on either side`);
  const columns = [new Float64Array(n).fill(1), ...(step ? [step] : [])];
  const fit = leastSquares(columns, values);
  const k = columns.length;
  const value = fit.coefficients[k - 1]!;
  const weights = Float64Array.from({ length: n }, (_, t) =>
    !step || step[t] ? 1 / afterwards : -1 / (n - afterwards),
  );
  const size = Math.max(...Array.from(values, Math.abs));
  const withT = (method: TrendError['method'], se: number): TrendError => {
    const critical = tQuantile(0.975, n - k);
    return { method, se, critical, low: value - critical * se, high: value + critical * se, df: n - k };
  };
  if (fit.residuals.every((e) => Math.abs(e) <= 1e-12 * size))
    return { value, n, errors: [withT('classical', 0)], weights, memory: undefined };
  const robust = (method: TrendError['method'], prewhite: boolean): TrendError => {
    const { covariance, lag } = neweyWest({ columns, ...fit }, { prewhite });
    const se = Math.sqrt(covariance[k - 1]![k - 1]!);
    const critical = Math.max(fixedBandwidthCritical(Math.min(1, (lag + 1) / n)), tQuantile(0.975, n - k));
    return { method, se, critical, low: value - critical * se, high: value + critical * se, lag };
  };
  const memory = autoregression(years, values, step);
  const at = (method: TrendError['method'], { rho, variance }: Memory): TrendError => ({
    ...withT(method, Math.sqrt(varianceOf(years, weights, rho) * variance)),
    rho,
  });
  const stillSpan =
    step &&
    [0, 1].some((side) => fit.residuals.every((e, t) => step[t] !== side || Math.abs(e) <= 1e-12 * size));
  const errors = [
    withT('classical', fit.standardErrors[k - 1]!),
    robust('newey-west', false),
    ...(stillSpan ? [] : [robust('newey-west-prewhitened', true)]),
    at('autoregressive', memory.likeliest),
    at('longest-memory', memory.longest),
  ];
  return { value, n, errors, weights, memory: { ...memory, df: n - k } };
}

/** Variance of a weighted sum of errors with variance 1 that correlate ρᵈ over d years. */
function varianceOf(years: ArrayLike<number>, weights: Float64Array, rho: number): number {
  const kept: number[] = [];
  let total = 0;
  for (let s = 0; s < weights.length; s++)
    for (let t = 0; t < weights.length; t++) {
      const gap = Math.abs(years[s]! - years[t]!);
      kept[gap] ??= power(rho, gap);
      total += weights[s]! * weights[t]! * kept[gap]!;
    }
  return total;
}

/** Autoregression around one mean or two by restricted maximum likelihood (Harville 1977, *JASA* 72: 320–338). */
const autoregression = (
  years: ArrayLike<number>,
  values: ArrayLike<number>,
  step: Float64Array | undefined,
): { likeliest: Memory; longest: Memory } =>
  memories((rho) => restricted(years, values, step, rho), step ? BOUND : steadiestLevel);

/** Restricted log-likelihood and error variance at one ρ: the series freed of what the year before says of it (Prais & Winsten 1954). */
function restricted(
  years: ArrayLike<number>,
  values: ArrayLike<number>,
  step: Float64Array | undefined,
  rho: number,
): Restricted {
  const centre = values[0]!;
  let [aa, ab, bb, ay, by, yy, logDeterminant] = [0, 0, 0, 0, 0, 0, 0];
  const oneYear = 1 / Math.sqrt(1 - rho * rho);
  const logOneYear = Math.log(oneYear);
  for (let t = 0; t < years.length; t++) {
    const gap = t === 0 ? 0 : years[t]! - years[t - 1]!;
    const memory = t === 0 ? 0 : gap === 1 ? rho : power(rho, gap);
    const scale = t === 0 ? 1 : gap === 1 ? oneYear : 1 / Math.sqrt(1 - memory * memory);
    const before = t === 0 ? 0 : t - 1;
    const one = (1 - memory) * scale;
    const b = step ? (step[t]! - memory * step[before]!) * scale : 0;
    const y = (values[t]! - centre - memory * (values[before]! - centre)) * scale;
    aa += one * one;
    ab += one * b;
    bb += b * b;
    ay += one * y;
    by += b * y;
    yy += y * y;
    if (t > 0) logDeterminant -= 2 * (gap === 1 ? logOneYear : Math.log(scale));
  }
  const cross = step ? aa * bb - ab * ab : aa;
  const shift = step ? (aa * by - ab * ay) / cross : 0;
  const level = (ay - ab * shift) / aa;
  const df = years.length - (step ? 2 : 1);
  const variance = Math.max((yy - level * ay - shift * by) / df, Number.MIN_VALUE);
  return { logLikelihood: -0.5 * (df * Math.log(variance) + logDeterminant + Math.log(cross)), variance };
}
