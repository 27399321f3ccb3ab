/** Ranks from 1, tied values sharing the mean of theirs. */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** How many times each distinct value occurs, in the order of the values. */
export function tieSizes(values: ArrayLike<number>): number[] {
  const rising = Float64Array.from(values).sort();
  const sizes: number[] = [];
  for (let i = 0; i < rising.length; i++) {
    if (i > 0 && rising[i] === rising[i - 1]) sizes[sizes.length - 1]!++;
    else sizes.push(1);
  }
  return sizes;
}

/**
 * Variance of Kendall's S if the order of the values were random: [n (n − 1)(2n + 5) − Σ t (t − 1)(2t + 5)] / 18
 * over groups of t tied values.
 */
export function kendallVariance(values: ArrayLike<number>): number {
  const part = (m: number): number => m * (m - 1) * (2 * m + 5);
  return tieSizes(values).reduce((total, t) => total - part(t), part(values.length)) / 18;
}
