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
    for (let i = 0; i < voters.length; i++) {
      const choice = voters[i]!.choices[text]!;
      if (choice === 1) continue;
      who.push(i);
      choices.push(choice);
    }
    starts[text + 1] = who.length;
  }
  return { size: voters.length, starts, who: Uint16Array.from(who), choices: Uint8Array.from(choices) };
}

/** Finds the counts of one text. */
type Counting = (text: number, into: Counts) => void;

/** Each state taken as often as told. */
const drawing =
  ({ size, starts, who, choices }: Dissent, times: Uint8Array): Counting =>
  (text, into) => {
    let absent = 0;
    into.abstain = 0;
    into.no = 0;
    const end = starts[text + 1]!;
    for (let k = starts[text]!; k < end; k++) {
      const weight = times[who[k]!]!;
      if (choices[k] === 0) absent += weight;
      else if (choices[k] === 2) into.abstain += weight;
      else into.no += weight;
    }
    into.voted = size - absent;
    into.yes = into.voted - into.abstain - into.no;
  };

/** Each state taken once: counted state by state, since a state’s choices lie together. */
function plain(voters: readonly Voter[], texts: number): Counting {
  const counts = [0, 1, 2, 3].map(() => new Uint16Array(texts));
  for (const { choices } of voters) for (let text = 0; text < texts; text++) counts[choices[text]!]![text]!++;
  return (text, into) => {
    [into.yes, into.abstain, into.no] = [counts[1]![text]!, counts[2]![text]!, counts[3]![text]!];
    into.voted = into.yes + into.abstain + into.no;
  };
}

/** The gaps between two groups, of all texts, and in draws of the states of each. */
export interface GapsOfGroups {
  readonly gaps: Gaps;
  /** Those of some sessions in draw number m; both groups are drawn with replacement, each by itself. */
  drawn(m: number, sessions: readonly number[]): Gaps;
}

/** What is drawn of a session is found once, however many specifications compare it. */
export function gapsOfGroups({ texts }: Ballots, groups: Groups): GapsOfGroups {
  const gaps = unknown(texts.length);
  find(gaps, texts.keys(), ...both(groups, (voters) => plain(voters, texts.length)));
  let ready: ReturnType<typeof prepared> | undefined; // most that ask for gaps ask for no draw
  const draws: { readonly gaps: Gaps; readonly found: Set<number> }[] = [];
  return {
    gaps,
    drawn(m, sessions) {
      ready ??= prepared(texts, groups);
      draws[m] ??= { gaps: unknown(texts.length), found: new Set() };
      const { gaps: drawn, found } = draws[m]!;
      for (const session of sessions) {
        if (found.has(session)) continue;
        found.add(session);
        const counting = both(ready.dissent, (own, i) => drawing(own, timesInDraw(own.size, 2 * m + i)));
        find(drawn, ready.bySession.get(session) ?? [], ...counting);
      }
      return drawn;
    },
  };
}

const both = <A, B>([a, b]: readonly [A, A], work: (of: A, i: 0 | 1) => B): [B, B] => [
  work(a, 0),
  work(b, 1),
];

function prepared(texts: Ballots['texts'], groups: Groups) {
  const bySession = new Map<number, number[]>();
  for (const [text, { year }] of texts.entries()) {
    const own = bySession.get(year);
    if (own) own.push(text);
    else bySession.set(year, [text]);
  }
  return { bySession, dissent: both(groups, (voters) => dissentOf(voters, texts.length)) };
}

const unknown = (length: number): Gaps => ({
  'as-a-side': new Float64Array(length).fill(Number.NaN),
  halfway: new Float64Array(length).fill(Number.NaN),
});

const nothing = (): Counts => ({ voted: 0, yes: 0, abstain: 0, no: 0 });

function find(gaps: Gaps, texts: Iterable<number>, a: Counting, b: Counting): void {
  const own = nothing();
  const other = nothing();
  for (const text of texts) {
    a(text, own);
    b(text, other);
    if (own.voted === 0 || other.voted === 0) continue;
    gaps['as-a-side'][text] = gapOf(own, other, 'as-a-side');
    gaps.halfway[text] = gapOf(own, other, 'halfway');
  }
}
