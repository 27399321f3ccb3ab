import { aboveExpected } from './cut-prior.js';
import { logBetween, logCdf } from './normal-table.js';
import type { Fit } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/**
 * Log posterior of one item at β, γ₁, γ₂, its slope in them, and its curvature with the sign changed (six numbers of a
 * symmetric matrix: 11, 21, 22, 31, 32, 33): ten numbers into `out`. In an item with two choices γ₁ and γ₂ are one, and
 * the slope and curvature in γ₂ are added to those in γ₁. β has a standard normal prior, cut points that of `cuts`.
 */
export function itemPosterior(
  panel: VotePanel,
  { places, cuts }: Pick<Fit, 'places' | 'cuts'>,
  j: number,
  at: Float64Array,
  out: Float64Array,
): void {
  const { itemStart, itemUnits } = panel;
  const [b, low, high] = [at[0]!, at[1]!, at[2]!];
  const yesEnd = itemStart[3 * j + 1]!;
  const abstainEnd = itemStart[3 * j + 2]!;
  const noEnd = itemStart[3 * j + 3]!;
  const { tilt, spread } = cuts;
  const above = aboveExpected(cuts, at, 0);
  const w = 1 / (spread * spread);
  let value = -0.5 * (b * b + w * above * above);
  let [s1, s2, s3] = [w * tilt * above - b, -0.5 * w * above, -0.5 * w * above];
  let [h11, h21, h31] = [1 + w * tilt * tilt, -0.5 * w * tilt, -0.5 * w * tilt];
  let [h22, h32, h33] = [0.25 * w, 0.25 * w, 0.25 * w];
  for (let k = itemStart[3 * j]!; k < yesEnd; k++) {
    const x = places[itemUnits[k]!]!;
    const z = low - b * x;
    logCdf(z, out);
    const h = out[1]!;
    const bend = h * (z + h);
    value += out[0]!;
    s1 -= h * x;
    s2 += h;
    h11 += bend * x * x;
    h21 -= bend * x;
    h22 += bend;
  }
  for (let k = abstainEnd; k < noEnd; k++) {
    const x = places[itemUnits[k]!]!;
    const z = b * x - high;
    logCdf(z, out);
    const h = out[1]!;
    const bend = h * (z + h);
    value += out[0]!;
    s1 += h * x;
    s3 -= h;
    h11 += bend * x * x;
    h31 -= bend * x;
    h33 += bend;
  }
  for (let k = yesEnd; k < abstainEnd; k++) {
    const x = places[itemUnits[k]!]!;
    const zLow = low - b * x;
    const zHigh = high - b * x;
    logBetween(zLow, zHigh, out);
    const p = out[1]!;
    const q = out[2]!;
    const a11 = q * q - zLow * q;
    const a12 = -p * q;
    const a22 = p * p + zHigh * p;
    value += out[0]!;
    s1 += (q - p) * x;
    s2 -= q;
    s3 += p;
    h11 += (a11 + 2 * a12 + a22) * x * x;
    h21 -= (a11 + a12) * x;
    h31 -= (a12 + a22) * x;
    h22 += a11;
    h32 += a12;
    h33 += a22;
  }
  if (panel.ordinal[j] === 0) {
    s2 += s3;
    h21 += h31;
    h22 += 2 * h32 + h33;
  }
  out[0] = value;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
  out[4] = h11;
  out[5] = h21;
  out[6] = h22;
  out[7] = h31;
  out[8] = h32;
  out[9] = h33;
}
