import type { Random } from '../../../kernel/random.js';
import type { Years } from '../../../kernel/years.js';
import { blockIndices } from '../../../statistics/moving-block.js';
import { timesInDraw } from '../../../statistics/resample.js';
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
  const plain = yearlyOf(used, new Uint8Array(used.headings).fill(1));
  const sessions = spans.map((span) => used.years.flatMap((year, i) => (inYears(span, year) ? [i] : [])));
  const lost = (why: Vote['out']): number => compared(all).filter(({ out }) => out === why).length;
  const [absent, abstained] = [lost('absent'), lost('abstained')];
  return {
    sides: spans.length === 1 ? plain : everyVote(counted),
    n: compared(counted).length,
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
        draw: (_random, m) => yearlyOf(used, timesInDraw(used.headings, m)),
      },
    ],
  };
}

/** Votes by session and heading, both by their place in rising order. */
interface Table {
  readonly years: readonly number[];
  readonly headings: number;
  /** How many pairs of a session and a heading there are; of each: its session, its heading, its votes. */
  readonly cells: number;
  readonly year: Int32Array;
  readonly heading: Int32Array;
  readonly votes: Float64Array;
  /** Agreement of each pair of states, summed over the votes of a cell. */
  readonly agreements: readonly Float64Array[];
}

function tableOf(votes: readonly Vote[]): Table {
  const years = [...new Set(votes.map((v) => v.year))].sort((a, b) => a - b);
  const headings = [...new Set(votes.map((v) => v.heading))].sort();
  const placeOfYear = new Map(years.map((year, i) => [year, i]));
  const placeOfHeading = new Map(headings.map((heading, i) => [heading, i]));
  const cellOf = (v: Vote): number =>
    placeOfHeading.get(v.heading)! * years.length + placeOfYear.get(v.year)!;
  const cells = [...new Set(votes.map(cellOf))].sort((a, b) => a - b);
  const placeOfCell = new Map(cells.map((cell, i) => [cell, i]));
  const counts = new Float64Array(cells.length);
  const agreements = (votes[0]?.agreements ?? []).map(() => new Float64Array(cells.length));
  for (const v of votes) {
    const i = placeOfCell.get(cellOf(v))!;
    counts[i]!++;
    agreements.forEach((own, pair) => {
      own[i]! += v.agreements[pair]!;
    });
  }
  return {
    years,
    headings: headings.length,
    cells: cells.length,
    year: Int32Array.from(cells, (cell) => cell % years.length),
    heading: Int32Array.from(cells, (cell) => Math.floor(cell / years.length)),
    votes: counts,
    agreements,
  };
}

/** Adds how often each session of a span is taken when blocks of neighbouring ones are drawn, the last running on to the first. */
function drawInBlocks(own: readonly number[], times: Uint16Array, random: Random): void {
  if (own.length === 0) return;
  for (const i of blockIndices(random, own.length)) times[own[i]!]!++;
}

/** Agreement by session in per cent, each heading taken as often as told; a session without any vote has no weight. */
function yearlyOf({ years, cells, year, heading, votes, agreements }: Table, times: Uint8Array): Yearly[] {
  const weight = new Float64Array(years.length);
  const sums = agreements.map(() => new Float64Array(years.length));
  for (let i = 0; i < cells; i++) {
    const taken = times[heading[i]!]!;
    if (taken === 0) continue; // a third of the headings are not drawn
    const y = year[i]!;
    weight[y]! += taken * votes[i]!;
    for (let pair = 0; pair < sums.length; pair++) sums[pair]![y]! += taken * agreements[pair]![i]!;
  }
  const weights = Array.from(weight);
  const share = (sum: number, y: number): number => (weights[y]! > 0 ? (100 * sum) / weights[y]! : 0);
  return sums.map((own) => ({ years, weights, values: Array.from(own, share) }));
}

function everyVote(votes: readonly Vote[]): Yearly[] {
  const table = tableOf(votes);
  return yearlyOf(table, new Uint8Array(table.headings).fill(1));
}

/** The same sessions, each taken as often as told. */
function repeated(sides: readonly Yearly[], times: Uint16Array): Yearly[] {
  const { years, weights } = sides[0]!;
  const taken = weights.map((weight, y) => times[y]! * weight);
  return sides.map(({ values }) => ({ years, values, weights: taken }));
}
