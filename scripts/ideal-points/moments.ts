/** Pearson’s correlation. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [mx, my] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xx += (x[i]! - mx) * (x[i]! - mx);
    yy += (y[i]! - my) * (y[i]! - my);
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  return xy / Math.sqrt(xx * yy);
}

export function meanOf(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]!;
  return sum / x.length;
}

/** Mean 0 and variance 1. */
export function standardised(x: ArrayLike<number>): Float64Array {
  const mean = meanOf(x);
  const from = Float64Array.from(x, (v) => v - mean);
  const sd = Math.sqrt(from.reduce((a, b) => a + b * b, 0) / (from.length - 1));
  return from.map((v) => v / sd);
}
