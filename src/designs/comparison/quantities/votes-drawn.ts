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

/** What is seen of some of the pairs, told by their places in each vote. */
export type ObservedOf = (pairs: readonly number[]) => Observed;

/** The votes by session, and how they may be drawn anew: found for all pairs at once, whichever are compared. */
export function observedIn(all: readonly Vote[], spans: readonly Years[]): ObservedOf {
  const counted = all.filter(({ out }) => out === undefined);
  const compared = (list: readonly Vote[]): Vote[] =>
    list.filter((v) => spans.some((span) => inYears(span, v.year)));
  const used = compared(counted);
  const plain = bySession(used);
  const sides = spans.length === 1 ? plain : bySession(counted);
  const lost = (why: Vote['out']): number => compared(all).filter(({ out }) => out === why).length;
  const [absent, abstained] = [lost('absent'), lost('abstained')];
  const texts = textsIn(used, spans);
  const n = used.length;
  return (pairs) => {
    const own = (of: readonly Yearly[]): Yearly[] => pairs.flatMap((pair) => of[pair] ?? []);
    return {
      sides: own(sides),
      n,
      of: 'votes',
      lost: {
        ...(absent > 0 && { 'votes from which one of the states was absent': absent }),
        ...(abstained > 0 && { 'votes in which one of the states abstained': abstained }),
      },
      chances: [
        inBlocks(own(plain), spans),
        {
          method: 'texts drawn anew, those with one heading together',
          draw: (_random, m) => drawn(texts, m, pairs),
        },
      ],
    };
  };
}

/** Sessions drawn anew with all that is in them, within each span in blocks of neighbouring ones. */
export function inBlocks(plain: readonly Yearly[], spans: readonly Years[]): Chance {
  const { years } = plain[0] ?? { years: [] };
  const sessions = spans.map((span) => years.flatMap((year, i) => (inYears(span, year) ? [i] : [])));
  return {
    method: 'sessions drawn anew in blocks',
    draw(random) {
      const taken = new Uint16Array(years.length);
      for (const own of sessions) drawInBlocks(own, taken, random);
      return repeated(plain, taken);
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

/**
 * Votes by heading, in rising order, and by span, of which each stands as one year: a mean over it is of all its votes.
 * Headings with the same numbers throughout are of one kind: whichever of them is drawn, the sums are the same. Where
 * numbers are multiples of a half, as agreements are, kinds are few.
 */
interface Texts {
  readonly years: readonly number[];
  /** Of each heading, its kind. */
  readonly kindOf: Uint16Array;
  readonly kinds: number;
  /** Of each kind, one after the other, its votes in each span, and then the agreements of each pair, summed over those in each. */
  readonly numbers: Float64Array;
  /** The same numbers summed over all headings of each draw that was asked for, and of those before it. */
  readonly sums: number[];
  /** How many numbers there are of each kind, and of each draw. */
  readonly width: number;
}

function textsIn(votes: readonly Vote[], spans: readonly Years[]): Texts {
  const headings = [...new Set(votes.map((v) => v.heading))].sort();
  const place = new Map(headings.map((heading, i) => [heading, i]));
  const years = periodsOf(votes, spans);
  const periodOf = (year: number): number => years.findLastIndex((first) => first <= year);
  const pairs = votes[0]?.agreements.length ?? 0;
  const numbers = headings.map(() => new Float64Array(years.length * (1 + pairs)));
  for (const { year, heading, agreements } of votes) {
    const own = numbers[place.get(heading)!]!;
    const at = periodOf(year);
    own[at]!++;
    for (let pair = 0; pair < pairs; pair++) own[years.length * (1 + pair) + at]! += agreements[pair]!;
  }
  const kinds = new Map<string, { readonly kind: number; readonly own: Float64Array }>();
  const kindOf = Uint16Array.from(numbers, (own) => {
    const key = own.join();
    const known = kinds.get(key) ?? { kind: kinds.size, own };
    kinds.set(key, known);
    return known.kind;
  });
  const each = [...kinds.values()].flatMap(({ own }) => [...own]);
  return {
    years,
    kindOf,
    kinds: kinds.size,
    numbers: Float64Array.from(each),
    sums: [],
    width: years.length * (1 + pairs),
  };
}

/** The first years of spans that have none in common; of others, every year. */
function periodsOf(votes: readonly Vote[], spans: readonly Years[]): number[] {
  const [one, other] = spans;
  const meet = one && other && one.from <= other.to && other.from <= one.to;
  const years = meet ? votes.map((v) => v.year) : spans.map(({ from }) => from);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Agreement by span in per cent in draw number m of the headings; a span without any vote has no weight. */
function drawn(texts: Texts, m: number, pairs: readonly number[]): Yearly[] {
  const { years, sums, width } = texts;
  while (sums.length <= m * width) addDraw(texts);
  const from = m * width;
  const weights = years.map((_, y) => sums[from + y]!);
  return pairs.map((pair) => {
    const at = from + years.length * (1 + pair);
    const values = weights.map((weight, y) => (weight > 0 ? (100 * sums[at + y]!) / weight : 0));
    return { years, weights, values };
  });
}

/** Adds the sums of the next draw, in which each heading is taken as often as `timesInDraw` tells. */
function addDraw({ kindOf, kinds, numbers, sums, width }: Texts): void {
  const times = timesInDraw(kindOf.length, sums.length / width);
  const taken = new Uint32Array(kinds);
  for (let heading = 0; heading < kindOf.length; heading++) taken[kindOf[heading]!]! += times[heading]!;
  for (let i = 0; i < width; i++) {
    let sum = 0;
    for (let kind = 0; kind < kinds; kind++) sum += taken[kind]! * numbers[kind * width + i]!;
    sums.push(sum);
  }
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
