import type { Random } from '../../../kernel/random.js';
import type { Years } from '../../../kernel/years.js';
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
  const used = compared(counted);
  const lost = (why: Vote['out']): number => compared(all).filter(({ out }) => out === why).length;
  const [absent, abstained] = [lost('absent'), lost('abstained')];
  const yearly = (times: (vote: Vote, i: number) => number): Yearly[] => yearlyOf(used, times);
  return {
    sides: yearlyOf(counted, () => 1),
    n: used.length,
    of: 'votes',
    lost: {
      ...(absent > 0 && { 'votes from which one of the states was absent': absent }),
      ...(abstained > 0 && { 'votes in which one of the states abstained': abstained }),
    },
    chances: [
      {
        method: 'sessions drawn anew',
        draw(random) {
          const times = spans.map((span) => drawn(yearsOf(used, span), random));
          return yearly(({ year }) => times[spans.findIndex((span) => inYears(span, year))]!.get(year) ?? 0);
        },
      },
      {
        method: 'texts drawn anew, those with one heading together',
        draw(random) {
          const times = drawn(headingsOf(used), random);
          return yearly(({ heading }) => times.get(heading) ?? 0);
        },
      },
    ],
  };
}

const yearsOf = (list: readonly Vote[], span: Years): number[] =>
  [...new Set(list.map(({ year }) => year))].filter((year) => inYears(span, year)).sort((a, b) => a - b);

const headingsOf = (list: readonly Vote[]): string[] =>
  [...new Set(list.map(({ heading }) => heading))].sort();

/** How often each thing is taken when as many are drawn with replacement. */
function drawn<T>(things: readonly T[], random: Random): Map<T, number> {
  const times = new Map<T, number>();
  for (let i = 0; i < things.length; i++) {
    const one = things[random.int(things.length)]!;
    times.set(one, (times.get(one) ?? 0) + 1);
  }
  return times;
}

/** Agreement by session, each vote taken as often as told; sessions without any are left out. */
function yearlyOf(list: readonly Vote[], times: (vote: Vote, i: number) => number): Yearly[] {
  const sums = new Map<number, { weight: number; agreed: number[] }>();
  list.forEach((vote, i) => {
    const t = times(vote, i);
    if (t === 0) return;
    const own = sums.get(vote.year) ?? { weight: 0, agreed: vote.agreements.map(() => 0) };
    own.weight += t;
    vote.agreements.forEach((a, side) => {
      own.agreed[side]! += t * a;
    });
    sums.set(vote.year, own);
  });
  const years = [...sums.keys()].sort((a, b) => a - b);
  const sides = list[0]?.agreements.length ?? 0;
  return Array.from({ length: sides }, (_, side) => ({
    years,
    values: years.map((year) => (100 * sums.get(year)!.agreed[side]!) / sums.get(year)!.weight),
    weights: years.map((year) => sums.get(year)!.weight),
  }));
}
