import { timesInDraw } from '../../../statistics/resample.js';
import type { Ballots, Voter } from './ballots.js';

/** How abstaining counts: a position of its own, or halfway between yes and no. */
export type GapRule = 'as-a-side' | 'halfway';

/** Gaps of texts by rule; NaN where nobody of a group voted. */
type Gaps = Readonly<Record<GapRule, Float64Array>>;

/** Two groups of states. */
export type Groups = readonly [readonly Voter[], readonly Voter[]];

/**
 * How much more often two states disagree when they are of different groups than when they are of one, on each text,
 * from 0 to 1: D(A, B) − ½ D(A, A) − ½ D(B, B), with D the mean disagreement of all pairs (a state agreeing with
 * itself). That is half the energy distance of the two groups (Székely & Rizzo 2013, *Journal of Statistical Planning
 * and Inference* 143: 1249–1272). With p and q the parts of each group that voted yes, abstained and voted no it is
 *
 * - `as-a-side` (two states disagree unless they voted the same): ½ Σ (p − q)² over the three positions;
 * - `halfway` (an abstention disagrees by a half with either side): ½ [(p_yes − q_yes)² + (p_no − q_no)²].
 *
 * 0: both groups are made up alike. 1: all of the one voted yes, all of the other no. States that were absent do not count.
 */
function gapOf(a: Counts, b: Counts, rule: GapRule): number {
  const [yes, abstain, no] = [1, 2, 3].map((c) => a[c]! / a[0]! - b[c]! / b[0]!) as [number, number, number];
  return (yes * yes + no * no + (rule === 'as-a-side' ? abstain * abstain : 0)) / 2;
}

/** How many took part, and how many of them said yes, abstained, said no. */
type Counts = ArrayLike<number>;

/** What groups say to texts: who did anything but say yes, text by text, since most states say yes to most. */
interface Dissent {
  readonly size: number;
  /** Where the dissenters of a text begin, and one more. */
  readonly starts: Int32Array;
  readonly who: Uint16Array;
  readonly choices: Uint8Array;
}

function dissentOf(voters: readonly Voter[], texts: number): Dissent {
  const starts = new Int32Array(texts + 1);
  const who: number[] = [];
  const choices: number[] = [];
  for (let text = 0; text < texts; text++) {
    for (const [i, voter] of voters.entries()) {
      const choice = voter.choices[text]!;
      if (choice === 1) continue;
      who.push(i);
      choices.push(choice);
    }
    starts[text + 1] = who.length;
  }
  return { size: voters.length, starts, who: Uint16Array.from(who), choices: Uint8Array.from(choices) };
}

/** Counts of one text, each state taken as often as told (or once). */
function countsIn(
  { size, starts, who, choices }: Dissent,
  text: number,
  times?: Uint8Array,
): readonly [number, number, number, number] {
  let absent = 0;
  let abstain = 0;
  let no = 0;
  for (let k = starts[text]!; k < starts[text + 1]!; k++) {
    const weight = times ? times[who[k]!]! : 1;
    if (choices[k] === 0) absent += weight;
    else if (choices[k] === 2) abstain += weight;
    else no += weight;
  }
  return [size - absent, size - absent - abstain - no, abstain, no];
}

/** Gaps of texts, and of some texts in draws of the states of each group, found once for a draw. */
export interface GapsOfGroups {
  readonly gaps: Gaps;
  /** In the order of the texts that are drawn. Both groups are drawn with replacement, each by itself. */
  drawn(m: number): Gaps;
}

/** The gaps of all texts; `within` are those that are drawn. */
export function gapsOfGroups({ texts }: Ballots, groups: Groups, within: readonly number[]): GapsOfGroups {
  const [a, b] = groups.map((voters) => dissentOf(voters, texts.length)) as [Dissent, Dissent];
  const draws: Gaps[] = [];
  return {
    gaps: gapsIn(a, b, Array.from(texts.keys())),
    drawn(m) {
      draws[m] ??= gapsIn(a, b, within, [timesInDraw(a.size, 2 * m), timesInDraw(b.size, 2 * m + 1)]);
      return draws[m]!;
    },
  };
}

function gapsIn(
  a: Dissent,
  b: Dissent,
  texts: readonly number[],
  times?: readonly [Uint8Array, Uint8Array],
): Gaps {
  const gaps = { 'as-a-side': new Float64Array(texts.length), halfway: new Float64Array(texts.length) };
  for (const [i, text] of texts.entries()) {
    const own = countsIn(a, text, times?.[0]);
    const other = countsIn(b, text, times?.[1]);
    const none = own[0] === 0 || other[0] === 0;
    gaps['as-a-side'][i] = none ? Number.NaN : gapOf(own, other, 'as-a-side');
    gaps.halfway[i] = none ? Number.NaN : gapOf(own, other, 'halfway');
  }
  return gaps;
}
