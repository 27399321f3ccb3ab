import type { Years } from '../../../kernel/years.js';
import { timesInDraw } from '../../../statistics/resample.js';
import type { Answers } from '../../../world/open.js';
import { type MembersWith, sizesOf } from './gap-members.js';
import { inYears, type Observed, type Yearly } from './quantity.js';
import { scoresByState } from './variable.js';
import { inBlocks } from './votes-drawn.js';

/** The distance between the mean ideal points of two groups, session by session. */
export function gapInPoints(spans: readonly Years[], answers: Answers, members: MembersWith): Observed {
  const scores = scoresByState(answers);
  const years = yearsOf(answers);
  const compared = years.filter((year) => spans.some((span) => inYears(span, year)));
  const at = (state: number, year: number): number => scores.get(state)?.get(year)?.value ?? Number.NaN;
  const chosen = members((state) => compared.every((year) => !Number.isNaN(at(state, year))));
  const pointsIn = (asked: readonly number[]): Points =>
    chosen.groups.map((group) =>
      asked.map((year) => Float64Array.from(group, (state) => at(state, year))),
    ) as unknown as Points;
  const points = pointsIn(compared);
  const [one, other] = chosen.groups.map((group) => group.length) as [number, number];
  return {
    sides: [gapsIn(years, pointsIn(years))],
    ...sizesOf(chosen),
    chances: [
      {
        method: 'states drawn anew within each group',
        draw: (_random, m) => [
          gapsIn(compared, points, [timesInDraw(one, 2 * m), timesInDraw(other, 2 * m + 1)]),
        ],
      },
      inBlocks([gapsIn(compared, points)], spans),
    ],
  };
}

/** Years that the scores speak of, in rising order. */
const yearsOf = ({ scores = [] }: Answers): number[] =>
  [...new Set(scores.map((row) => Number(row['year'])))].sort((a, b) => a - b);

/** The ideal points of the states of each group, year by year; NaN where one has none. */
type Points = readonly [readonly Float64Array[], readonly Float64Array[]];

/** Years in which nobody of a group has one are left out. */
function gapsIn(
  years: readonly number[],
  [one, other]: Points,
  times?: readonly [Uint8Array, Uint8Array],
): Yearly {
  const gaps = years.map((_, t) => Math.abs(meanOf(one[t]!, times?.[0]) - meanOf(other[t]!, times?.[1])));
  const kept = years.flatMap((_, t) => (Number.isNaN(gaps[t]!) ? [] : [t]));
  return {
    years: kept.map((t) => years[t]!),
    values: kept.map((t) => gaps[t]!),
    weights: kept.map(() => 1),
  };
}

/** The mean of those that have a value, each taken as often as told. */
function meanOf(points: Float64Array, times?: Uint8Array): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < points.length; i++) {
    const weight = times ? times[i]! : 1;
    if (Number.isNaN(points[i]!)) continue;
    sum += weight * points[i]!;
    n += weight;
  }
  return sum / n;
}
