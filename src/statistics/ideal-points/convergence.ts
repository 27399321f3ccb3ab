/**
 * Split-R̂: how far the halves of several chains lie apart, as the square root of the variance of all over that within
 * halves; 1 when they all tell the same (Gelman et al. 2013, *Bayesian Data Analysis*, 3rd ed., 11.4). Of `chains`
 * chains of `keep` draws each, one after the other. Infinite where halves do not move and yet differ.
 */
export function splitRhat(draws: ArrayLike<number>, chains: number, keep: number): number {
  const half = keep >> 1;
  const means: number[] = [];
  let within = 0;
  for (let c = 0; c < chains; c++) {
    for (const from of [c * keep, c * keep + keep - half]) {
      const [mean, variance] = moments(draws, from, half);
      means.push(mean);
      within += variance / (2 * chains);
    }
  }
  const [, between] = moments(means, 0, means.length);
  if (within === 0) return between === 0 ? 1 : Number.POSITIVE_INFINITY;
  return Math.sqrt((half - 1) / half + between / within);
}

/**
 * Number of independent draws worth as much as these for a mean: all draws over 1 + 2 Σ autocorrelation, the sum taken
 * while neighbouring pairs of it stay positive (Geyer 1992, *Statistical Science* 7: 473–483; Gelman et al. 2013, 11.5).
 */
export function effectiveDraws(draws: ArrayLike<number>, chains: number, keep: number): number {
  let within = 0;
  const means: number[] = [];
  for (let c = 0; c < chains; c++) {
    const [mean, variance] = moments(draws, c * keep, keep);
    means.push(mean);
    within += variance / chains;
  }
  const [, between] = chains > 1 ? moments(means, 0, chains) : [0, 0];
  const all = ((keep - 1) / keep) * within + between;
  if (!(all > 0)) return chains * keep;
  const autocorrelation = (lag: number): number => {
    let sum = 0;
    for (let c = 0; c < chains; c++) {
      for (let k = lag; k < keep; k++) {
        const difference = draws[c * keep + k]! - draws[c * keep + k - lag]!;
        sum += difference * difference;
      }
    }
    return 1 - sum / (chains * (keep - lag)) / (2 * all);
  };
  let time = 1;
  let odd = autocorrelation(1);
  time += 2 * Math.max(odd, 0);
  for (let lag = 2; lag + 1 < keep / 2; lag += 2) {
    const even = autocorrelation(lag);
    odd = autocorrelation(lag + 1);
    if (even + odd <= 0) break;
    time += 2 * (even + odd);
  }
  return (chains * keep) / time;
}

function moments(values: ArrayLike<number>, from: number, n: number): readonly [number, number] {
  let sum = 0;
  for (let k = from; k < from + n; k++) sum += values[k]!;
  const mean = sum / n;
  let squares = 0;
  for (let k = from; k < from + n; k++) squares += (values[k]! - mean) * (values[k]! - mean);
  return [mean, squares / (n - 1)];
}
