import type { Random } from '../../kernel/random.js';
import { gaussian } from '../simulate.js';
import type { Fit } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/**
 * What is held of cut points before the votes are seen: the middle of an item’s two (or its one) is normal around
 * `level` + `tilt` · β, with standard deviation `spread`; how far the two lie apart is left open. An infinite spread
 * says nothing.
 */
export interface CutPrior {
  level: number;
  tilt: number;
  spread: number;
}

/** Flat, as in the published estimates. */
export const flatCuts = (): CutPrior => ({ level: 0, tilt: 0, spread: Number.POSITIVE_INFINITY });

/** By how much the middle of an item’s cut points (β, γ₁, γ₂ at `k` of `items`) lies above what is expected of it. */
export const aboveExpected = ({ level, tilt }: CutPrior, items: Float64Array, k: number): number =>
  (items[k + 1]! + items[k + 2]!) / 2 - level - tilt * items[k]!;

/**
 * Draws the prior of cut points given the items: a hierarchical prior, learned with everything else (Bafumi, Gelman,
 * Park & Kaplan 2005, *Political Analysis* 13: 171–187), as p(level, tilt, spread) ∝ 1 (Gelman 2006, *Bayesian Analysis*
 * 1: 515–534). It stands on β so that nothing hangs on where 0 lies: θ → θ + c turns `tilt` into `tilt` + c.
 */
export function drawCuts({ items: { length: n } }: VotePanel, { items, cuts }: Fit, random: Random): void {
  let [sb, sm, sbb, sbm, smm] = [0, 0, 0, 0, 0];
  for (let k = 0; k < 3 * n; k += 3) {
    const b = items[k]!;
    const m = (items[k + 1]! + items[k + 2]!) / 2;
    sb += b;
    sm += m;
    sbb += b * b;
    sbm += b * m;
    smm += m * m;
  }
  const vb = sbb - (sb * sb) / n;
  const tilt = (sbm - (sb * sm) / n) / vb;
  const rest = smm - (sm * sm) / n - tilt * tilt * vb;
  let chiSquared = 0;
  for (let k = 0; k < n - 3; k++) {
    const z = gaussian(random);
    chiSquared += z * z;
  }
  cuts.spread = Math.sqrt(rest / chiSquared);
  cuts.tilt = tilt + (cuts.spread * gaussian(random)) / Math.sqrt(vb);
  cuts.level = (sm - cuts.tilt * sb) / n + (cuts.spread * gaussian(random)) / Math.sqrt(n);
}
