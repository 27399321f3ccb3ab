import type { Random } from '../../../kernel/random.js';
import type { Years } from '../../../kernel/years.js';
import { blockIndices } from '../../../statistics/moving-block.js';
import { timesInDraw } from '../../../statistics/resample.js';
import { type Chance, inYears, type Observed, type Yearly } from './quantity.js';

/** One vote, and how far each pair agreed in it. */
export interface Vote {
  readonly year: number;
  readonly heading: string;
  readonly agreements: readonly number[];
  /** Why it does not count, where it does not. */
  readonly out: 'absent' | 'abstained' | undefined;
}

/** The votes by session, and how they may be drawn anew. */
export function observedIn(all: readonly Vote[], spans: readonly Years[]): Observed {
  const counted = all.filter(({ out }) => out === undefined);
  const compared = (list: readonly Vote[]): Vote[] =>
    list.filter((v) => spans.some((span) => inYears(span, v.year)));
  const used = compared(counted);
  const plain = bySession(used);
  const lost = (why: Vote['out']): number => compared(all).filter(({ out }) => out === why).length;
  const [absent, abstained] = [lost('absent'), lost('abstained')];
  const texts = textsIn(used, spans);
  return {
    sides: spans.length === 1 ? plain : bySession(counted),
    n: used.length,
    of: 'votes',
    lost: {
      ...(absent > 0 && { 'votes from which one of the states was absent': absent }),
      ...(abstained > 0 && { 'votes in which one of the states abstained': abstained }),
    },
    chances: [
      inBlocks(plain, spans),
      {
        method: 'texts drawn anew, those with one heading together',
        draw: (_random, m) => drawn(texts, timesInDraw(texts.headings, m)),
      },
    ],
  };
}

/** Sessions drawn anew with all that is in them, within each span in blocks of neighbouring ones. */
export function inBlocks(plain: readonly Yearly[], spans: readonly Years[]): Chance {
  const { years } = plain[0] ?? { years: [] };
  const sessions = spans.map((span) => years.flatMap((year, i) => (inYears(span, year) ? [i] : [])));
  return {
    method: 'sessions drawn anew in blocks',
    draw(random) {
      const times = new Uint16Array(years.length);
      for (const own of sessions) drawInBlocks(own, times, random);
      return repeated(plain, times);
    },
  };
}

/** Agreement by session in per cent. */
function bySession(votes: readonly Vote[]): Yearly[] {
  const years = [...new Set(votes.map((v) => v.year))].sort((a, b) => a - b);
  const place = new Map(years.map((year, i) => [year, i]));
  const weights = years.map(() => 0);
  const sums = (votes[0]?.agreements ?? []).map(() => years.map(() => 0));
  for (const { year, agreements } of votes) {
    const y = place.get(year)!;
    weights[y]!++;
    sums.forEach((sum, pair) => {
      sum[y]! += agreements[pair]!;
    });
  }
  return sums.map((sum) => ({ years, weights, values: sum.map((s, y) => (100 * s) / weights[y]!) }));
}

/** Votes by heading, in rising order, and by span, of which each stands as one year: a mean over it is of all its votes. */
interface Texts {
  readonly years: readonly number[];
  readonly headings: number;
  /** Of each heading and span, heading by heading: its votes. */
  readonly votes: Float64Array;
  /** Agreement of each pair of states, summed over them. */
  readonly agreements: readonly Float64Array[];
}

function textsIn(votes: readonly Vote[], spans: readonly Years[]): Texts {
  const headings = [...new Set(votes.map((v) => v.heading))].sort();
  const place = new Map(headings.map((heading, i) => [heading, i]));
  const years = periodsOf(votes, spans);
  const periodOf = (year: number): number => years.findLastIndex((first) => first <= year);
  const counts = new Float64Array(headings.length * years.length);
  const sums = (votes[0]?.agreements ?? []).map(() => new Float64Array(counts.length));
  for (const { year, heading, agreements } of votes) {
    const at = place.get(heading)! * years.length + periodOf(year);
    counts[at]!++;
    sums.forEach((sum, pair) => {
      sum[at]! += agreements[pair]!;
    });
  }
  return { years, headings: headings.length, votes: counts, agreements: sums };
}

/** The first years of spans that have none in common; of others, every year. */
function periodsOf(votes: readonly Vote[], spans: readonly Years[]): number[] {
  const [one, other] = spans;
  const meet = one && other && one.from <= other.to && other.from <= one.to;
  const years = meet ? votes.map((v) => v.year) : spans.map(({ from }) => from);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Agreement by span in per cent, each heading taken as often as told; a span without any vote has no weight. */
function drawn({ years, headings, votes, agreements }: Texts, times: Uint8Array): Yearly[] {
  const spans = years.length;
  const weights = years.map(() => 0);
  const sums = agreements.map(() => years.map(() => 0));
  for (let heading = 0, at = 0; heading < headings; heading++, at += spans) {
    const taken = times[heading]!;
    if (taken === 0) continue; // a third of the headings are not drawn
    for (let y = 0; y < spans; y++) {
      weights[y]! += taken * votes[at + y]!;
      for (let pair = 0; pair < sums.length; pair++) sums[pair]![y]! += taken * agreements[pair]![at + y]!;
    }
  }
  return sums.map((own) => ({
    years,
    weights,
    values: own.map((sum, y) => (weights[y]! > 0 ? (100 * sum) / weights[y]! : 0)),
  }));
}

/** Adds how often each session of a span is taken when blocks of neighbouring ones are drawn, the last running on to the first. */
function drawInBlocks(own: readonly number[], times: Uint16Array, random: Random): void {
  if (own.length === 0) return;
  for (const i of blockIndices(random, own.length)) times[own[i]!]!++;
}

/** The same sessions, each taken as often as told. */
function repeated(sides: readonly Yearly[], times: Uint16Array): Yearly[] {
  const { years, weights } = sides[0]!;
  const taken = weights.map((weight, y) => times[y]! * weight);
  return sides.map(({ values }) => ({ years, values, weights: taken }));
}
