import { fail } from '../../kernel/errors.js';
import { needFinite } from '../../statistics/checks.js';
import { quantile, quantileOfSorted, sorted } from '../../statistics/quantile.js';
import { bcaInterval, percentileInterval, permutationP, timesInDraw } from '../../statistics/resample.js';
import type { Draw } from '../design.js';
import { drawNumber } from '../draws.js';
import { labelledIn } from './labelled.js';
import type { Unit } from './units.js';

/** Resamples behind an interval, and permutations behind a test. */
export const draws = 999;

/** The units by columns: what the inner loops read. */
interface Columns {
  readonly amount: Float64Array;
  readonly yardstick: Float64Array;
  readonly inGroup: Uint8Array;
}

function columnsOf(units: readonly Unit[]): Columns {
  const n = units.length;
  const [amount, yardstick, inGroup] = [new Float64Array(n), new Float64Array(n), new Uint8Array(n)];
  for (let i = 0; i < n; i++) {
    amount[i] = units[i]!.amount;
    yardstick[i] = units[i]!.yardstick;
    inGroup[i] = units[i]!.inGroup ? 1 : 0;
  }
  return { amount, yardstick, inGroup };
}

/** What a column adds up to in the group and outside it. */
function sumsOf(column: Float64Array, inGroup: Uint8Array): { group: number; others: number } {
  let [group, others] = [0, 0];
  for (let i = 0; i < column.length; i++) {
    if (inGroup[i] === 1) group += column[i]!;
    else others += column[i]!;
  }
  return { group, others };
}

/** Shares of what is shared out and of the yardstick, and their ratio. Throws where there is nothing to share or the group is nobody or everybody. */
export function shares(units: readonly Unit[]) {
  const { amount: amounts, yardstick, inGroup } = columnsOf(units);
  const fallen = sumsOf(amounts, inGroup);
  const size = sumsOf(yardstick, inGroup);
  const amount = fallen.group + fallen.others;
  const shareOfAmount = fallen.group / amount;
  const shareOfYardstick = size.group / (size.group + size.others);
  if (!(amount > 0))
    fail('designs/nothing-to-share', 'no state has any of it: there is nothing to share out');
  if (!(shareOfYardstick > 0 && shareOfYardstick < 1)) {
    fail('designs/group-is-all-or-none', 'the group holds none or all of the states that the record covers');
  }
  return { amount, shareOfAmount, shareOfYardstick, ratio: shareOfAmount / shareOfYardstick };
}

/** What a column adds up to in the group and outside it, in each draw of states with replacement. */
export interface Drawn {
  readonly group: Float64Array;
  readonly others: Float64Array;
}

type TimesIn = (draw: number) => Uint8Array;

/** Sums of amounts or yardsticks when states are drawn anew; `timesIn` says how often each unit is taken in a draw. */
export function sumsInDraws(
  units: readonly Unit[],
  of: 'amount' | 'yardstick',
  timesIn: TimesIn = (draw) => timesInDraw(units.length, draw),
): Drawn {
  const side = (inGroup: boolean) => {
    const places = units.flatMap((u, i) => (u.inGroup === inGroup && u[of] !== 0 ? [i] : []));
    return { places: Int32Array.from(places), amounts: Float64Array.from(places, (i) => units[i]![of]) };
  };
  const [inside, outside] = [side(true), side(false)];
  const [group, others] = [new Float64Array(draws), new Float64Array(draws)];
  for (let b = 0; b < draws; b++) {
    const times = timesIn(b);
    group[b] = sumIn(times, inside);
    others[b] = sumIn(times, outside);
  }
  return { group, others };
}

function sumIn(
  times: Uint8Array,
  { places, amounts }: { readonly places: Int32Array; readonly amounts: Float64Array },
): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += times[places[i]!]! * amounts[i]!;
  return sum;
}

/** The ratio for any group of the units, told by 1; NaN where there is nothing to share or nobody in it. */
export function ratioOfGroups(units: readonly Unit[]): (inGroup: Uint8Array) => number {
  const { amount, yardstick } = columnsOf(units);
  return (inGroup) => {
    const [fallen, size] = [sumsOf(amount, inGroup), sumsOf(yardstick, inGroup)];
    return ratioFrom(fallen.group, fallen.others, size.group, size.others);
  };
}

/**
 * Intervals of the ratio when states are drawn anew with replacement: percentiles, and bias-corrected and accelerated
 * (BCa; Efron 1987). Draws without any fall, or with nobody of the group, have no ratio and are left out (counted).
 */
export function resampledIntervals(
  units: readonly Unit[],
  ratio: number,
  amounts: Drawn = sumsInDraws(units, 'amount'),
  yardsticks: Drawn = sumsInDraws(units, 'yardstick'),
) {
  const found = new Float64Array(draws);
  let defined = 0;
  for (let b = 0; b < draws; b++) {
    const value = ratioFrom(
      amounts.group[b]!,
      amounts.others[b]!,
      yardsticks.group[b]!,
      yardsticks.others[b]!,
    );
    if (Number.isFinite(value)) found[defined++] = value;
  }
  const replicates = found.subarray(0, defined).sort(); // both intervals sort them, which is quick where they are
  const percentile = percentileInterval(replicates);
  const intervals = [{ method: 'states resampled, percentiles', ...percentile }];
  if (replicates.some((r) => r < ratio) && replicates.some((r) => r > ratio)) {
    const leftOut = withoutEach(units);
    if (leftOut.every(Number.isFinite))
      intervals.push({ method: 'states resampled, BCa', ...bcaInterval(ratio, replicates, leftOut) });
  }
  return { intervals, undefinedDraws: draws - replicates.length };
}

const ratioFrom = (group: number, others: number, own: number, rest: number): number =>
  group / (group + others) / (own / (own + rest));

/** The ratio with each unit left out in turn. NaN where nothing, or nobody of the group, is left. */
function withoutEach(units: readonly Unit[]): Float64Array {
  const { amount, yardstick, inGroup } = columnsOf(units);
  const [fallen, size] = [sumsOf(amount, inGroup), sumsOf(yardstick, inGroup)];
  return Float64Array.from(units, (_, i) => {
    const [a, y] = [amount[i]!, yardstick[i]!];
    return inGroup[i] === 1
      ? ratioFrom(fallen.group - a, fallen.others, size.group - y, size.others)
      : ratioFrom(fallen.group, fallen.others - a, size.group, size.others - y);
  });
}

/** Ratios nearer than this (in parts) are equal: sums of the same amounts in another order differ in their last bits. */
const hair = 1e-12;

/** Fifths of the starting score: states that could fall as far are exchanged with each other only. */
export function strata(units: readonly Unit[]): number[] {
  const starts = units.map((u) => u.start);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((q) => quantile(starts, q));
  return starts.map((s) => cuts.filter((c) => s > c).length);
}

/**
 * The ratio when the group's label is shuffled among states that began alike: p on both sides, and the middle 95 %. The
 * shuffles are made like those of the joint test; `drawOf` numbers them.
 */
export function permutationTest(
  units: readonly Unit[],
  ratio: number,
  drawOf: (m: number) => Draw = drawNumber,
) {
  const ratioIn = ratioUnderNull(units, (_, i) => i); // by their place, so that their numbers do not matter
  const null_ = new Float64Array(draws);
  let [atLeast, atMost] = [0, 0];
  for (let m = 0; m < draws; m++) {
    const r = ratioIn(drawOf(m));
    null_[m] = r;
    if (r >= ratio * (1 - hair)) atLeast++;
    if (r <= ratio * (1 + hair)) atMost++;
  }
  const p = Math.min(1, 2 * Math.min(permutationP(atLeast, draws), permutationP(atMost, draws)));
  needFinite(null_, 1, 'a permutation test');
  const rising = sorted(null_);
  const at = (share: number): number => quantileOfSorted(rising, share);
  return { p, low: at(0.025), median: at(0.5), high: at(0.975) };
}

/**
 * Worlds without the effect: in each stratum the label goes to as many units as had it, to those that come first in the
 * order of the draw, which is the same for every specification where states go by their own numbers.
 */
export function ratioUnderNull(
  units: readonly Unit[],
  numberOf: (unit: Unit, i: number) => number = ({ ccode }) => ccode,
): (draw: Draw) => number {
  const { amount, yardstick, inGroup } = columnsOf(units);
  const stratum = strata(units);
  const labels = new Array<number>(Math.max(...stratum) + 1).fill(0);
  let [all, size] = [0, 0];
  for (let i = 0; i < units.length; i++) {
    labels[stratum[i]!]! += inGroup[i]!;
    all += amount[i]!;
    size += yardstick[i]!;
  }
  const numbers = units.map(numberOf);
  const rising = units.map((_, i) => i).sort((i, j) => numbers[i]! - numbers[j]!);
  const labelled = labelledIn({
    numbers: rising.map((i) => numbers[i]!),
    strata: rising.map((i) => stratum[i]!),
    labels,
  });
  const own = Float64Array.from(rising, (i) => amount[i]!);
  const sizes = Float64Array.from(rising, (i) => yardstick[i]!);
  return (draw) => {
    let ofGroup = 0;
    let groupSize = 0;
    const group = labelled(draw);
    for (let k = 0; k < group.length; k++) {
      ofGroup += own[group[k]!]!;
      groupSize += sizes[group[k]!]!;
    }
    return ofGroup / all / (groupSize / size);
  };
}
