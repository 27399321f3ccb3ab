import { fail } from '../kernel/errors.js';
import { power } from '../kernel/power.js';
import { autoregressiveTrend, shapeColumns } from './ar1.js';
import { needFinite, needRising, needSameLength } from './checks.js';
import { tQuantile } from './distributions.js';
import { type HacCovariance, neweyWest } from './hac.js';
import { leastSquares } from './least-squares.js';

export type TrendErrorMethod =
  | 'classical'
  | 'newey-west'
  | 'newey-west-prewhitened'
  | 'autoregressive'
  | 'longest-memory';

/** One standard error of the slope and the 95 % interval it gives: slope ± critical × se. */
export interface TrendError {
  readonly method: TrendErrorMethod;
  readonly se: number;
  readonly critical: number;
  readonly low: number;
  readonly high: number;
  /** Degrees of freedom of the t distribution behind `critical`; the Newey–West errors use fixed-b values instead. */
  readonly df?: number;
  /** Newey–West: the longest lag that counts. */
  readonly lag?: number;
  /** Autoregressive: the correlation of neighbouring years. */
  readonly rho?: number;
}

export interface LinearTrend {
  /** Change a year, in the series' own unit. */
  readonly slope: number;
  /** Value of the line in year 0 of the calendar used. */
  readonly intercept: number;
  readonly n: number;
  readonly errors: readonly TrendError[];
  /** The method with the widest interval. */
  readonly chosen: TrendErrorMethod;
}

const LEAST = 6;

/**
 * Two-sided 5 % critical value of a t statistic with a Bartlett-kernel error whose bandwidth is the share b of the
 * sample: 1.9600 + 2.9694 b + 0.4160 b² − 0.5324 b³ (Kiefer & Vogelsang 2005, *Econometric Theory* 21: 1130–1164,
 * Table 1), 0 < b ≤ 1. With b near 0 it is the normal's, so callers take the larger of it and Student's.
 */
export function fixedBandwidthCritical(b: number): number {
  if (!(b > 0 && b <= 1)) fail('statistics/domain', `a bandwidth is a share of the sample, 0 < b ≤ 1: ${b}`);
  return 1.96 + 2.9694 * b + 0.416 * power(b, 2) - 0.5324 * power(b, 3);
}

/**
 * The straight line through a yearly series, by least squares, and how sure its slope is, five ways:
 *
 * - *classical*: as if years were independent, t with n − 3 degrees of freedom; never valid alone for a series with
 *   memory, shown because others print it;
 * - *newey-west*: Newey & West (1987) with the lag of Newey & West (1994), fixed-b critical values;
 * - *newey-west-prewhitened*: the same after a first-order vector autoregression of the scores;
 * - *autoregressive*: first-order autoregressive errors by restricted maximum likelihood, t with n − 3 degrees of
 *   freedom, as with Prais & Winsten's. Near its nominal rate up to a correlation of 0.5, too sure beyond: it covers in 67
 *   to 72 of 100 random walks, for the likeliest memory of a short series is mostly too short;
 * - *longest-memory*: the same at the longest memory that the record allows (`upperLimit`: the one-sided 95 % limit of ρ).
 *
 * `chosen` is the widest 95 % interval, by the rule of the house: the most conservative error that is valid for the
 * data, the others shown. In simulated series without a trend, of 14, 30 and 46 years, that at the longest memory covers
 * in 98 to 99 of 100 at correlations up to 0.8, in 94 to 98 at 0.95 and in 91 to 94 of near random walks, as most real
 * series are (docs/calibration.md). The price: at 0.5 it is two to four times as wide as it would be if the memory were
 * known. Years are centred inside, so nothing but the intercept depends on the calendar's zero.
 *
 * Gaps: the slope and the classical and autoregressive errors use the years as they are (errors d years apart
 * correlate ρᵈ); the Newey–West errors take observations as successive, as R's sandwich does.
 *
 * The errors are what lies off a curve with an even bend, not off the line: a record that bends (a share that grows
 * faster and faster) is not thereby uncertain. The slope is that of the line all the same, since the bend is taken at
 * right angles to it: how much the record moved in ten years on average over the window.
 *
 * A series that lies exactly on a line (a constant one too) has one error, the classical, of 0. Throws unless there
 * are six whole years in rising order, with finite values.
 */
export function linearTrend(years: ArrayLike<number>, values: ArrayLike<number>): LinearTrend {
  const { x, y, middle, level, constant, slope } = line(years, values);
  const n = values.length;
  // The bend is at right angles to level and slope: the slope stays the line's, and the error is what lies off the curve.
  const columns = shapeColumns(x, 'bend');
  const fit = leastSquares(columns, y);
  const rounding = 1e-12 * largest(y) + 4 * Number.EPSILON * largest(values);
  const exact = constant || largest(fit.residuals) <= rounding;
  const errors = exact
    ? [withT('classical', slope, 0, n - 3)]
    : [
        withT('classical', slope, fit.standardErrors[1]!, n - 3),
        withFixedBandwidth('newey-west', slope, neweyWest({ columns, ...fit }), n),
        withFixedBandwidth(
          'newey-west-prewhitened',
          slope,
          neweyWest({ columns, ...fit }, { prewhite: true }),
          n,
        ),
        ...withAutoregression(slope, x, y),
      ];
  const widest = errors.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  return { slope, intercept: level - slope * middle, n, errors, chosen: widest.method };
}

/** The slope of `linearTrend` alone, without its errors. Throws as it does. */
export const trendSlope = (years: ArrayLike<number>, values: ArrayLike<number>): number =>
  line(years, values).slope;

/** Years and values about their means, and the slope of the line through them. */
function line(years: ArrayLike<number>, values: ArrayLike<number>) {
  needFinite(years, LEAST, 'a trend');
  needFinite(values, LEAST, 'a trend');
  needSameLength(years, values, 'a trend');
  needRising(years, 'a trend');
  for (let i = 0; i < years.length; i++) {
    if (!Number.isInteger(years[i]!)) fail('statistics/not-a-year', `a trend needs whole years: ${years[i]}`);
  }
  const middle = mean(years);
  const level = mean(values);
  const x = Float64Array.from(years, (year) => year - middle);
  const y = Float64Array.from(values, (value) => value - level);
  const constant = y.every((_, i) => values[i] === values[0]);
  const slope = constant ? 0 : leastSquares([new Float64Array(values.length).fill(1), x], y).coefficients[1]!;
  return { x, y, middle, level, constant, slope };
}

/** The error that `chosen` names. */
export function chosenError(trend: LinearTrend): TrendError {
  return trend.errors.find((error) => error.method === trend.chosen)!;
}

function interval(method: TrendErrorMethod, slope: number, se: number, critical: number): TrendError {
  return { method, se, critical, low: slope - critical * se, high: slope + critical * se };
}

function withT(method: TrendErrorMethod, slope: number, se: number, df: number): TrendError {
  return { ...interval(method, slope, se, tQuantile(0.975, df)), df };
}

function withFixedBandwidth(
  method: TrendErrorMethod,
  slope: number,
  { covariance, lag }: HacCovariance,
  n: number,
): TrendError {
  const fixed = fixedBandwidthCritical(Math.min(1, (lag + 1) / n));
  const critical = Math.max(fixed, tQuantile(0.975, n - 3));
  return { ...interval(method, slope, Math.sqrt(covariance[1]![1]!), critical), lag };
}

function withAutoregression(slope: number, x: Float64Array, y: Float64Array): TrendError[] {
  const { rho, se, longest } = autoregressiveTrend(x, y, 'bend');
  return [
    { ...withT('autoregressive', slope, se, x.length - 3), rho },
    { ...withT('longest-memory', slope, longest.se, x.length - 3), rho: longest.rho },
  ];
}

function mean(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total / values.length;
}

function largest(values: ArrayLike<number>): number {
  let top = 0;
  for (let i = 0; i < values.length; i++) top = Math.max(top, Math.abs(values[i]!));
  return top;
}
