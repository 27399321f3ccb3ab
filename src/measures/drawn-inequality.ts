import { fromOrder, type Prepared } from './resample-histories.js';

/**
 * Indices of inequality of states drawn anew: the plain ones of `src/statistics/inequality.ts` with the number of times
 * that a state was drawn as its weight, each in one pass, since they are taken by the million. NaN where nobody was drawn.
 */

/** Σᵢ wᵢ xᵢ (2 Σⱼ<ᵢ wⱼ + wᵢ) / (W Σ w x) − 1, which is the Gini index. */
export const drawnGini: Prepared = fromOrder((values, of, times) => {
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

export const drawnMedian: Prepared = fromOrder((values, of, times) =>
  drawnQuantile(values, of, times, 0.5, drawnIn(of, times)),
);

export const drawnNinetyToTen: Prepared = fromOrder((values, of, times) => {
  const drawn = drawnIn(of, times);
  return drawnQuantile(values, of, times, 0.9, drawn) / drawnQuantile(values, of, times, 0.1, drawn);
});

/** An index that follows from the number drawn, the sum of their amounts, and the sum of a function of each amount. */
function fromSums(
  part: (x: number) => number,
  index: (drawn: number, amount: number, sum: number) => number,
): Prepared {
  return (histories, kept) => {
    const years = kept.map((t) => {
      const there = Float64Array.from(histories, ({ values }) => (Number.isNaN(values[t]!) ? 0 : 1));
      const values = Float64Array.from(histories, (h, i) => (there[i] === 0 ? 0 : h.values[t]!));
      return { there, values, parts: values.map((x, i) => (there[i] === 0 ? 0 : part(x))) };
    });
    return (times) =>
      years.map(({ there, values, parts }) => {
        let drawn = 0;
        let amount = 0;
        let sum = 0;
        for (let i = 0; i < there.length; i++) {
          const weight = times[i]!;
          drawn += weight * there[i]!;
          amount += weight * values[i]!;
          sum += weight * parts[i]!;
        }
        return index(drawn, amount, sum);
      });
  };
}

function drawnIn(of: Int32Array, times: Uint16Array): number {
  let drawn = 0;
  for (let k = 0; k < of.length; k++) drawn += times[of[k]!]!;
  return drawn;
}

/** The quantile of `risingQuantile`: where the target falls between two, their middle. */
function drawnQuantile(
  values: Float64Array,
  of: Int32Array,
  times: Uint16Array,
  p: number,
  drawn: number,
): number {
  const target = p * drawn;
  const slack = 1e-12 * drawn;
  let reached = 0;
  let at = Number.NaN;
  for (let k = 0; k < of.length; k++) {
    const weight = times[of[k]!]!;
    if (weight === 0) continue;
    if (!Number.isNaN(at)) return (at + values[k]!) / 2;
    reached += weight;
    if (reached > target + slack) return values[k]!;
    if (reached >= target - slack) at = values[k]!;
  }
  return at;
}
