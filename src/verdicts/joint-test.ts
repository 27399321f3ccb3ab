import type { Expectation } from '../claims/claim.js';
import type { Design } from '../designs/design.js';
import { readEstimates, worlds } from '../runs/worlds-without-effect.js';
import { sorted, weightedQuantile } from '../statistics/quantile.js';
import { scaleOf } from './grade.js';
import type { Graded } from './verdict.js';

/** What the whole curve says against a world in which the claim is wrong. */
export interface JointTest {
  /** Share of such worlds, the one observed among them, in which the median estimate speaks as strongly for the claim. */
  readonly p: number;
  /** How many of them do, and how many there are. */
  readonly asStrong: number;
  readonly worlds: number;
  /** What such a world is: one without an effect, or with one that just matters. */
  readonly world: 'no effect' | 'an effect that just matters';
}

/**
 * The joint test of a curve (Simonsohn, Simmons & Nelson 2020, *Nature Human Behaviour* 4: 1208–1214): in each of 499
 * worlds in which the claim is wrong, all specifications are estimated on the same resample of states, pairs or years,
 * and the weighted median of their estimates is compared with the one observed. p = (b + 1) / 500 where b worlds have a
 * median that speaks as strongly for the claim.
 *
 * A claim of *more* is wrong in a world without an effect. One of *no more than* is wrong in a world in which every
 * specification has just the effect that matters, and one of *no effect* in two such worlds, with m and with −m: the
 * larger p counts (Schuirmann 1987, *Journal of Pharmacokinetics and Biopharmaceutics* 15: 657–680).
 *
 * A specification that has no estimate in a world is left out of its median. Null where none was drawn.
 */
export function jointTest(graded: readonly Graded[], expect: Expectation, design: Design): JointTest | null {
  const run = graded.flatMap(({ oriented, without, weight, matters }) =>
    oriented && without !== undefined
      ? [{ value: oriented.value, weight, matters, drawn: readEstimates(without) }]
      : [],
  );
  if (run.length === 0) return null;
  const scale = scaleOf(design);
  const none = scale(design.effect.none);
  const sign = expect.direction === 'above' ? 1 : -1;
  const weights = run.map(({ weight }) => weight);
  const observed = medianOf(
    run.map(({ value }) => value),
    weights,
  );
  /** The medians of all worlds with an effect of so many times the one that matters. */
  const medians = (times: number): number[] =>
    Array.from({ length: worlds }, (_, m) =>
      medianOf(
        run.map(({ drawn, matters }) => sign * (scale(drawn[m]!) - none) + times * matters),
        weights,
      ),
    );
  const result = (found: readonly number[], isAsStrong: (median: number) => boolean): JointTest => {
    const asStrong = found.filter(isAsStrong).length;
    return {
      p: (asStrong + 1) / (worlds + 1),
      asStrong,
      worlds,
      world: expect.rule === 'more' ? 'no effect' : 'an effect that just matters',
    };
  };
  if (expect.rule === 'more') return result(medians(0), (median) => median >= observed);
  const below = result(medians(1), (median) => median <= observed);
  if (expect.rule === 'no-more-than') return below;
  const above = result(medians(-1), (median) => median >= observed);
  return above.p > below.p ? above : below;
}

/** The log of a ratio of nothing is set this far away. */
const farthest = 1e9;

/** The weighted median of those that there are. */
function medianOf(values: readonly number[], weights: readonly number[]): number {
  const within: number[] = [];
  const own: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    within.push(Math.max(-farthest, Math.min(farthest, values[i]!)));
    own.push(weights[i]!);
  }
  if (own.length === 0) return Number.NaN;
  return own.every((weight) => weight > 0 && weight === own[0])
    ? middleOf(within)
    : weightedQuantile(within, own, 0.5);
}

/** The weighted median of values of one weight, which is found faster. */
function middleOf(values: readonly number[]): number {
  const rising = sorted(values);
  const half = rising.length / 2;
  return rising.length % 2 === 1 ? rising[Math.floor(half)]! : (rising[half - 1]! + rising[half]!) / 2;
}
