import { fromOrder, type Prepared } from './resample-histories.js';
import { takenOf, timesOf } from './taken.js';
import { columnIn, missingIn } from './weighted-columns.js';

/**
 * Indices of inequality of states drawn anew: the plain ones of `src/statistics/inequality.ts` with the number of times
 * that a state was drawn as its weight, each in one pass, since they are taken by the million. NaN where nobody was drawn.
 */

/** Σᵢ wᵢ xᵢ (2 Σⱼ<ᵢ wⱼ + wᵢ) / (W Σ w x) − 1, which is the Gini index. */
export const drawnGini: Prepared = fromOrder((values, of) => (times) => {
  let drawn = 0;
  let amount = 0;
  let ranked = 0;
  for (let k = 0; k < of.length; k++) {
    const weight = times[of[k]!]!;
    const own = weight * values[k]!;
    ranked += own * (2 * drawn + weight);
    amount += own;
    drawn += weight;
  }
  return 100 * (ranked / (drawn * amount) - 1);
});

/** Σ w x ln x / Σ w x − ln mean. */
export const drawnTheil: Prepared = fromSums(
  (x) => x * Math.log(x),
  (drawn, amount, sum) => sum / amount - Math.log(amount / drawn),
);

/** ln mean − Σ w ln x / W. */
export const drawnMeanLogDeviation: Prepared = fromSums(
  (x) => Math.log(x),
  (drawn, amount, sum) => Math.log(amount / drawn) - sum / drawn,
);

export const drawnMean: Prepared = fromSums(
  () => 0,
  (drawn, amount) => amount / drawn,
);

export const drawnMedian: Prepared = fromOrder(
  (values, of) => (times, drawn) => drawnQuantile(values, of, times, 0.5, drawn),
);

export const drawnNinetyToTen: Prepared = fromOrder(
  (values, of) => (times, drawn) =>
    drawnQuantile(values, of, times, 0.9, drawn) / drawnQuantile(values, of, times, 0.1, drawn),
);

/** An index that follows from the number drawn, the sum of their amounts, and the sum of a function of each amount. */
function fromSums(
  part: (x: number) => number,
  index: (drawn: number, amount: number, sum: number) => number,
): Prepared {
  return (histories, kept) => {
    const years = kept.map((t) => {
      const column = columnIn(histories, t);
      return {
        without: missingIn(column),
        values: column.map((x) => (Number.isNaN(x) ? 0 : x)),
        parts: column.map((x) => (Number.isNaN(x) ? 0 : part(x))),
      };
    });
    const takenIn = takenOf(histories.length);
    return (times) => {
      const { who, weights, count, all } = takenIn(times);
      return years.map(({ without, values, parts }) => {
        let amount = 0;
        let sum = 0;
        for (let k = 0; k < count; k++) {
          amount += weights[k]! * values[who[k]!]!;
          sum += weights[k]! * parts[who[k]!]!;
        }
        return index(all - timesOf(times, without), amount, sum);
      });
    };
  };
}

/** The quantile of `risingQuantile`, looked for from the nearer end: where the target falls between two, their middle. */
function drawnQuantile(
  values: Float64Array,
  of: Int32Array,
  times: Uint16Array,
  p: number,
  drawn: number,
): number {
  if (drawn === 0) return Number.NaN;
  const target = p * drawn;
  const slack = 1e-12 * drawn;
  let k = p < 0.5 ? 0 : of.length - 1;
  let reached = p < 0.5 ? times[of[0]!]! : drawn; // with value k
  while (reached < target - slack) reached += times[of[++k]!]!;
  for (;;) {
    const before = reached - times[of[k]!]!;
    if (before < target - slack) break;
    reached = before;
    k--;
  }
  if (reached > target + slack) return values[k]!;
  let next = k + 1;
  while (next < of.length && times[of[next]!] === 0) next++;
  return next < of.length ? (values[k]! + values[next]!) / 2 : values[k]!;
}
