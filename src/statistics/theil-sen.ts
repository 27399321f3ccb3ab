import { needFinite, needRising, needSameLength } from './checks.js';
import { normalQuantile } from './distributions.js';
import { quantileOfSorted } from './quantile.js';
import { kendallVariance } from './ranks.js';

/** Sen's slope with its 95 % interval, in units of the series a year. */
export interface SenSlope {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/** The slopes between all pairs of years, rising. */
function pairSlopes(years: ArrayLike<number>, values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) slopes[k++] = (values[j]! - values[i]!) / (years[j]! - years[i]!);
  }
  return slopes.sort();
}

/** To the nearest whole number, halves to the even one. */
function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/**
 * Sen's slope (Theil 1950; Sen 1968, *JASA* 63: 1379–1389): the median of the slopes between all pairs of years, a
 * trend that a few wild values cannot bend. The interval takes the slopes at ranks (N ∓ C)/2 of N pairs, with
 * C = 1.96 √Var S, the variance of Kendall's S corrected for ties; ranks are rounded, and the upper one is one
 * further out, as Sen has it. Ranks beyond the first or last slope give that slope. The interval supposes years to
 * be independent. Throws on fewer than four values and on years that do not rise.
 */
export function senSlope(years: ArrayLike<number>, values: ArrayLike<number>): SenSlope {
  needFinite(values, 4, "Sen's slope");
  needFinite(years, 4, "Sen's slope");
  needSameLength(years, values, "Sen's slope");
  needRising(years, "Sen's slope");
  const slopes = pairSlopes(years, values);
  const reach = normalQuantile(0.975) * Math.sqrt(kendallVariance(values));
  const at = (rank: number): number => slopes[Math.max(1, Math.min(slopes.length, rank)) - 1]!;
  return {
    slope: quantileOfSorted(slopes, 0.5),
    low: at(roundHalfEven((slopes.length - reach) / 2)),
    high: at(roundHalfEven((slopes.length + reach) / 2 + 1)),
  };
}
