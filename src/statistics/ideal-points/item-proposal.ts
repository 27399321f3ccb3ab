import type { Random } from '../../kernel/random.js';
import { gaussian } from '../simulate.js';

/** A normal distribution of two or three numbers: Cholesky factor of its precision (11, 21, 22, 31, 32, 33), and its mean. */
export interface ItemProposal {
  readonly root: Float64Array;
  readonly mean: Float64Array;
}

export const itemProposal = (): ItemProposal => ({ root: new Float64Array(6), mean: new Float64Array(3) });

/** A little curvature that keeps a cut point in place where the votes hardly say anything of it. */
const ridge = 1e-2;

/** One Newton step from `at` by slopes and curvature as `itemPosterior` gives them. False where there is no top. */
export function propose(
  dimensions: number,
  at: Float64Array,
  p: Float64Array,
  { root, mean }: ItemProposal,
): boolean {
  root[0] = Math.sqrt(p[4]! + ridge);
  root[1] = p[5]! / root[0]!;
  root[2] = Math.sqrt(p[6]! + ridge - root[1]! * root[1]!);
  if (!(root[0]! > 0 && root[2]! > 0)) return false;
  const y1 = p[1]! / root[0]!;
  const y2 = (p[2]! - root[1]! * y1) / root[2]!;
  let [y3, d3] = [0, 0];
  if (dimensions === 3) {
    root[3] = p[7]! / root[0]!;
    root[4] = (p[8]! - root[3]! * root[1]!) / root[2]!;
    root[5] = Math.sqrt(p[9]! + ridge - root[3]! * root[3]! - root[4]! * root[4]!);
    if (!(root[5]! > 0)) return false;
    y3 = (p[3]! - root[3]! * y1 - root[4]! * y2) / root[5]!;
    d3 = y3 / root[5]!;
  } else root.fill(0, 3);
  const d2 = (y2 - root[4]! * d3) / root[2]!;
  mean[0] = at[0]! + (y1 - root[1]! * d2 - root[3]! * d3) / root[0]!;
  mean[1] = at[1]! + d2;
  mean[2] = dimensions === 3 ? at[2]! + d3 : mean[1]!;
  return true;
}

export function drawFrom(
  dimensions: number,
  { root, mean }: ItemProposal,
  random: Random,
  into: Float64Array,
): void {
  const d3 = dimensions === 3 ? gaussian(random) / root[5]! : 0;
  const d2 = (gaussian(random) - root[4]! * d3) / root[2]!;
  const d1 = (gaussian(random) - root[1]! * d2 - root[3]! * d3) / root[0]!;
  into[0] = mean[0]! + d1;
  into[1] = mean[1]! + d2;
  into[2] = dimensions === 3 ? mean[2]! + d3 : into[1]!;
}

/** Log of its density at x, but for a constant. */
export function logProposal(dimensions: number, { root, mean }: ItemProposal, x: Float64Array): number {
  const d1 = x[0]! - mean[0]!;
  const d2 = x[1]! - mean[1]!;
  const d3 = dimensions === 3 ? x[2]! - mean[2]! : 0;
  const e1 = root[0]! * d1 + root[1]! * d2 + root[3]! * d3;
  const e2 = root[2]! * d2 + root[4]! * d3;
  const e3 = root[5]! * d3;
  const size = root[0]! * root[2]! * (dimensions === 3 ? root[5]! : 1);
  return Math.log(size) - 0.5 * (e1 * e1 + e2 * e2 + e3 * e3);
}
