import { many } from './layout.js';
import type { SizedEstimates } from './sized-estimates.js';

/** How good intervals are where there is no effect. */
export interface Quality {
  /** Part of the intervals that hold the truth. */
  readonly coverage: number;
  /** The standard error that a specification reports over the standard deviation of its estimates: mean of all. */
  readonly errorOverSpread: number;
  /** Mean correlation of the estimates of two specifications. */
  readonly correlation: number;
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Coverage, errors and correlation in worlds without an effect. Estimates without an end are left out of the last two. */
export function qualityOf(sized: SizedEstimates, worlds: number): Quality {
  let covered = 0;
  for (let w = 0; w < worlds; w++)
    for (let s = 0; s < many; s++) {
      const { low, high } = sized.estimate(w, s, 0, 'reported');
      if (low <= 0 && 0 <= high) covered++;
    }
  const ratios: number[] = [];
  const correlations: number[] = [];
  for (let kind = 0; kind < sized.kinds; kind++) {
    const own = Array.from({ length: many }, (_, s) => {
      const values: number[] = [];
      for (let w = kind; w < worlds; w += sized.kinds) values.push(sized.estimate(w, s, 0, 'reported').value);
      return standardised(values);
    });
    for (const [s, { spread }] of own.entries()) ratios.push(sized.errorOf(kind, s, 'reported') / spread);
    for (let a = 0; a < many; a++)
      for (let b = 0; b < a; b++) correlations.push(product(own[a]!.values, own[b]!.values));
  }
  return {
    coverage: covered / (worlds * many),
    errorOverSpread: mean(ratios),
    correlation: mean(correlations),
  };
}

/** Values in standard deviations from their mean; NaN stays where there was none. */
function standardised(values: readonly number[]): { values: number[]; spread: number } {
  const there = values.filter(Number.isFinite);
  const centre = mean(there);
  const spread = Math.sqrt(mean(there.map((x) => (x - centre) ** 2)));
  return { values: values.map((x) => (Number.isFinite(x) ? (x - centre) / spread : Number.NaN)), spread };
}

function product(a: readonly number[], b: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const one = a[i]! * b[i]!;
    if (Number.isNaN(one)) continue;
    sum += one;
    n++;
  }
  return sum / n;
}
