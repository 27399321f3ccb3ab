import type { Random } from '../../src/kernel/random.js';
import { gaussian } from '../../src/statistics/simulate.js';

/**
 * Stationary normal series of variance 1 and so many years, one for each memory given. What is new in a year is shared:
 * the news of any two correlate as asked.
 */
export function autoregressions(
  random: Random,
  years: number,
  rhos: readonly number[],
  correlation: number,
): Float64Array[] {
  const common = Float64Array.from({ length: years }, () => gaussian(random));
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  return rhos.map((rho) => {
    const series = new Float64Array(years);
    const fresh = Math.sqrt(1 - rho * rho);
    for (let t = 0; t < years; t++) {
      const news = shared * common[t]! + own * gaussian(random);
      series[t] = t === 0 ? news : rho * series[t - 1]! + fresh * news;
    }
    return series;
  });
}
