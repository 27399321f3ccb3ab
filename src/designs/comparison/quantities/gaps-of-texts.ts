import { timesInDraw } from '../../../statistics/resample.js';
import type { Ballots, Voter } from './ballots.js';

/** How abstaining counts: a position of its own, or halfway between yes and no. */
export type GapRule = 'as-a-side' | 'halfway';

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
  const yes = a.yes / a.voted - b.yes / b.voted;
  const no = a.no / a.voted - b.no / b.voted;
  if (rule === 'halfway') return (yes * yes + no * no) / 2;
  const abstain = a.abstain / a.voted - b.abstain / b.voted;
  return (yes * yes + no * no + abstain * abstain) / 2;
}

/** How many took part, and what they did. */
interface Counts {
  voted: number;
  yes: number;
  abstain: number;
  no: number;
}

/** Gaps by rule and text; NaN where nobody of a group voted. */
export type Gaps = Readonly<Record<GapRule, Float64Array>>;

/** Two groups of states. */
export type Groups = readonly [readonly Voter[], readonly Voter[]];

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
function count(
  { size, starts, who, choices }: Dissent,
  text: number,
  times: Uint8Array | undefined,
  into: Counts,
): void {
  let absent = 0;
  into.abstain = 0;
  into.no = 0;
  const end = starts[text + 1]!;
  for (let k = starts[text]!; k < end; k++) {
    const weight = times === undefined ? 1 : times[who[k]!]!;
    if (choices[k] === 0) absent += weight;
    else if (choices[k] === 2) into.abstain += weight;
    else into.no += weight;
  }
  into.voted = size - absent;
  into.yes = into.voted - into.abstain - into.no;
}

/** The gaps between two groups, of all texts, and in draws of the states of each. */
export interface GapsOfGroups {
  readonly gaps: Gaps;
  /** Those of some sessions in draw number m; both groups are drawn with replacement, each by itself. */
  drawn(m: number, sessions: readonly number[]): Gaps;
}

/** What is drawn of a session is found once, however many specifications compare it. */
export function gapsOfGroups({ texts }: Ballots, groups: Groups): GapsOfGroups {
  const [a, b] = groups.map((voters) => dissentOf(voters, texts.length)) as [Dissent, Dissent];
  const bySession = new Map<number, number[]>();
  for (const [text, { year }] of texts.entries()) bySession.set(year, [...(bySession.get(year) ?? []), text]);
  const draws: { readonly gaps: Gaps; readonly found: Set<number> }[] = [];
  const gaps = unknown(texts.length);
  for (const own of bySession.values()) find(gaps, own, a, b);
  return {
    gaps,
    drawn(m, sessions) {
      draws[m] ??= { gaps: unknown(texts.length), found: new Set() };
      const { gaps: drawn, found } = draws[m]!;
      for (const session of sessions) {
        if (found.has(session)) continue;
        found.add(session);
        const times = [timesInDraw(a.size, 2 * m), timesInDraw(b.size, 2 * m + 1)] as const;
        find(drawn, bySession.get(session) ?? [], a, b, times);
      }
      return drawn;
    },
  };
}

const unknown = (length: number): Gaps => ({
  'as-a-side': new Float64Array(length).fill(Number.NaN),
  halfway: new Float64Array(length).fill(Number.NaN),
});

const nothing = (): Counts => ({ voted: 0, yes: 0, abstain: 0, no: 0 });

function find(
  gaps: Gaps,
  texts: readonly number[],
  a: Dissent,
  b: Dissent,
  times?: readonly [Uint8Array, Uint8Array],
): void {
  const own = nothing();
  const other = nothing();
  for (const text of texts) {
    count(a, text, times?.[0], own);
    count(b, text, times?.[1], other);
    if (own.voted === 0 || other.voted === 0) continue;
    gaps['as-a-side'][text] = gapOf(own, other, 'as-a-side');
    gaps.halfway[text] = gapOf(own, other, 'halfway');
  }
}
