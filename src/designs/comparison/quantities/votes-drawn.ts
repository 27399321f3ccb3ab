import type { Random } from '../../../kernel/random.js';
import type { Years } from '../../../kernel/years.js';
import { blockIndices } from '../../../statistics/moving-block.js';
import { inYears, type Observed, type Yearly } from './quantity.js';

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
  const used = tableOf(compared(counted));
  const plain = yearlyOf(used, new Uint16Array(used.headings).fill(1));
  const sessions = spans.map((span) => used.years.flatMap((year, i) => (inYears(span, year) ? [i] : [])));
  const lost = (why: Vote['out']): number => compared(all).filter(({ out }) => out === why).length;
  const [absent, abstained] = [lost('absent'), lost('abstained')];
  return {
    sides: spans.length === 1 ? plain : everyVote(counted),
    n: used.year.length,
    of: 'votes',
    lost: {
      ...(absent > 0 && { 'votes from which one of the states was absent': absent }),
      ...(abstained > 0 && { 'votes in which one of the states abstained': abstained }),
    },
    chances: [
      {
        method: 'sessions drawn anew in blocks',
        draw(random) {
          const times = new Uint16Array(used.years.length);
          for (const own of sessions) drawInBlocks(own, times, random);
          return repeated(plain, times);
        },
      },
      {
        method: 'texts drawn anew, those with one heading together',
        draw(random) {
          const times = new Uint16Array(used.headings);
          for (let i = 0; i < used.headings; i++) times[random.int(used.headings)]!++;
          return yearlyOf(used, times);
        },
      },
    ],
  };
}

/** Votes in columns, years and headings by their place in rising order. */
interface Table {
  readonly years: readonly number[];
  readonly headings: number;
  readonly year: Int32Array;
  readonly heading: Int32Array;
  /** Agreement of each pair, vote by vote. */
  readonly agreements: readonly Float64Array[];
}

function tableOf(votes: readonly Vote[]): Table {
  const years = [...new Set(votes.map((v) => v.year))].sort((a, b) => a - b);
  const headings = [...new Set(votes.map((v) => v.heading))].sort();
  const placeOfYear = new Map(years.map((year, i) => [year, i]));
  const placeOfHeading = new Map(headings.map((heading, i) => [heading, i]));
  const pairs = votes[0]?.agreements.length ?? 0;
  return {
    years,
    headings: headings.length,
    year: Int32Array.from(votes, (v) => placeOfYear.get(v.year)!),
    heading: Int32Array.from(votes, (v) => placeOfHeading.get(v.heading)!),
    agreements: Array.from({ length: pairs }, (_, pair) =>
      Float64Array.from(votes, (v) => v.agreements[pair]!),
    ),
  };
}

/** Adds how often each session of a span is taken when blocks of neighbouring ones are drawn, the last running on to the first. */
function drawInBlocks(own: readonly number[], times: Uint16Array, random: Random): void {
  if (own.length === 0) return;
  for (const i of blockIndices(random, own.length)) times[own[i]!]!++;
}

/** Agreement by session in per cent, each heading taken as often as told; sessions without any vote are left out. */
function yearlyOf({ years, year, heading, agreements }: Table, times: Uint16Array): Yearly[] {
  const weight = new Float64Array(years.length);
  const agreed = agreements.map(() => new Float64Array(years.length));
  for (let i = 0; i < year.length; i++) {
    const taken = times[heading[i]!]!;
    if (taken === 0) continue;
    const y = year[i]!;
    weight[y]! += taken;
    for (let pair = 0; pair < agreed.length; pair++) agreed[pair]![y]! += taken * agreements[pair]![i]!;
  }
  const kept = years.flatMap((_, y) => (weight[y]! > 0 ? [y] : []));
  const common = { years: kept.map((y) => years[y]!), weights: kept.map((y) => weight[y]!) };
  return agreed.map((own) => ({ ...common, values: kept.map((y) => (100 * own[y]!) / weight[y]!) }));
}

function everyVote(votes: readonly Vote[]): Yearly[] {
  const table = tableOf(votes);
  return yearlyOf(table, new Uint16Array(table.headings).fill(1));
}

/** The same sessions, each taken as often as told. */
function repeated(sides: readonly Yearly[], times: Uint16Array): Yearly[] {
  const kept = Array.from(times.keys()).filter((y) => times[y]! > 0);
  const { years, weights } = sides[0]!;
  const common = { years: kept.map((y) => years[y]!), weights: kept.map((y) => times[y]! * weights[y]!) };
  return sides.map(({ values }) => ({ ...common, values: kept.map((y) => values[y]!) }));
}
