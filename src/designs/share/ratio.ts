import { fail } from '../../kernel/errors.js';
import type { Random } from '../../kernel/random.js';
import { quantile } from '../../statistics/quantile.js';
import {
  bcaInterval,
  bootstrapIndices,
  percentileInterval,
  permutationP,
  permuteWithin,
} from '../../statistics/resample.js';
import type { Draw } from '../design.js';
import type { Unit } from './units.js';

/** Resamples behind an interval, and permutations behind a test. */
export const draws = 999;

const parts = (units: readonly Unit[]) => {
  let [amount, inGroup, yardstick, ofGroup] = [0, 0, 0, 0];
  for (const u of units) {
    amount += u.amount;
    yardstick += u.yardstick;
    if (u.inGroup) {
      inGroup += u.amount;
      ofGroup += u.yardstick;
    }
  }
  return { amount, shareOfAmount: inGroup / amount, shareOfYardstick: ofGroup / yardstick };
};

/** Shares of what is shared out and of the yardstick, and their ratio. Throws where there is nothing to share or the group is nobody or everybody. */
export function shares(units: readonly Unit[]) {
  const { amount, shareOfAmount, shareOfYardstick } = parts(units);
  if (!(amount > 0)) fail('designs/nothing-to-share', 'no state fell at all: there is nothing to share out');
  if (!(shareOfYardstick > 0 && shareOfYardstick < 1)) {
    fail('designs/group-is-all-or-none', 'the group holds none or all of the states that the record covers');
  }
  return { amount, shareOfAmount, shareOfYardstick, ratio: shareOfAmount / shareOfYardstick };
}

/** Ratio with weights: how often each unit is drawn. NaN where a draw has nothing to share or nobody in the group. */
function weightedRatio(units: readonly Unit[], times: ArrayLike<number>): number {
  let [amount, inGroup, yardstick, ofGroup] = [0, 0, 0, 0];
  for (let i = 0; i < units.length; i++) {
    const u = units[i]!;
    const t = times[i]!;
    if (t === 0) continue;
    amount += t * u.amount;
    yardstick += t * u.yardstick;
    if (u.inGroup) {
      inGroup += t * u.amount;
      ofGroup += t * u.yardstick;
    }
  }
  return inGroup / amount / (ofGroup / yardstick);
}

/**
 * Intervals of the ratio when states are drawn anew with replacement: percentiles, and bias-corrected and accelerated
 * (BCa; Efron 1987). Draws without any fall, or with nobody of the group, have no ratio and are left out (counted).
 */
export function resampledIntervals(units: readonly Unit[], ratio: number, random: Random) {
  const n = units.length;
  const replicates: number[] = [];
  for (let b = 0; b < draws; b++) {
    const times = new Uint16Array(n);
    for (const i of bootstrapIndices(random, n)) times[i]!++;
    const value = weightedRatio(units, times);
    if (Number.isFinite(value)) replicates.push(value);
  }
  const percentile = percentileInterval(replicates);
  const intervals = [{ method: 'states resampled, percentiles', ...percentile }];
  if (replicates.some((r) => r < ratio) && replicates.some((r) => r > ratio)) {
    const all = new Uint16Array(n).fill(1);
    const leftOut = units.map((_, i) => {
      all[i] = 0;
      const value = weightedRatio(units, all);
      all[i] = 1;
      return value;
    });
    if (leftOut.every(Number.isFinite))
      intervals.push({ method: 'states resampled, BCa', ...bcaInterval(ratio, replicates, leftOut) });
  }
  return { intervals, undefinedDraws: draws - replicates.length };
}

/** Fifths of the starting score: states that could fall as far are exchanged with each other only. */
export function strata(units: readonly Unit[]): number[] {
  const starts = units.map((u) => u.start);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((q) => quantile(starts, q));
  return starts.map((s) => cuts.filter((c) => s > c).length);
}

/** The ratio when the group's label is shuffled among states that began alike: p on both sides, and the middle 95 %. */
export function permutationTest(units: readonly Unit[], ratio: number, random: Random) {
  const labels = units.map((u) => u.inGroup);
  const within = strata(units);
  const null_: number[] = [];
  for (let b = 0; b < draws; b++) null_.push(relabelled(units, permuteWithin(random, labels, within)));
  const atLeast = null_.filter((r) => r >= ratio).length;
  const atMost = null_.filter((r) => r <= ratio).length;
  const p = Math.min(1, 2 * Math.min(permutationP(atLeast, draws), permutationP(atMost, draws)));
  return { p, low: quantile(null_, 0.025), median: quantile(null_, 0.5), high: quantile(null_, 0.975) };
}

function relabelled(units: readonly Unit[], labels: readonly boolean[]): number {
  const { shareOfAmount, shareOfYardstick } = parts(units.map((u, i) => ({ ...u, inGroup: labels[i]! })));
  return shareOfAmount / shareOfYardstick;
}

/** One world without the effect: labels shuffled within strata in the order of the draw’s keys, the same for every specification. */
export function ratioUnderNull(units: readonly Unit[], draw: Draw): number {
  const within = strata(units);
  const labels = units.map(() => false);
  for (const stratum of new Set(within)) {
    const members = units.map((_, i) => i).filter((i) => within[i] === stratum);
    const many = members.filter((i) => units[i]!.inGroup).length;
    const shuffled = [...members].sort((a, b) => draw.keyOf(units[a]!.ccode) - draw.keyOf(units[b]!.ccode));
    for (const i of shuffled.slice(0, many)) labels[i] = true;
  }
  return relabelled(units, labels);
}
