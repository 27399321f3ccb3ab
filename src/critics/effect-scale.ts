import type { Expectation } from '../claims/claim.js';
import type { Design } from '../designs/design.js';
import type { Graded } from '../verdicts/verdict.js';

/**
 * How critics show the estimates of a reading: as they are, or, where its specifications measure on several scales, as
 * multiples of the smallest effect that matters on each, the direction of which the claim speaks positive.
 */
export interface EffectScale {
  readonly inMultiples: boolean;
  readonly log: boolean;
  /** 1 where the claim speaks of more, −1 where it speaks of less. */
  readonly sign: 1 | -1;
  /** The effect that is none, in the design’s unit. */
  readonly threshold: number;
  readonly rule: Expectation['rule'];
  /** The smallest effect that matters, on the scale on which effects are symmetric; 1 in multiples. */
  readonly matters: number;
  readonly unit: string;
}

export function effectScale(
  expect: Expectation,
  design: Design,
  graded: readonly Graded[],
  unit: string,
): EffectScale {
  const inMultiples = !expect.stated && new Set(graded.map((g) => g.matters)).size > 1;
  return {
    inMultiples,
    log: design.effect.scale === 'log',
    sign: expect.direction === 'above' ? 1 : -1,
    threshold: expect.threshold,
    rule: expect.rule,
    matters: inMultiples ? 1 : (graded[0]?.matters ?? 0),
    unit: inMultiples ? 'times the smallest effect that matters' : unit,
  };
}

const onScale = ({ log }: EffectScale, value: number): number => (log ? Math.log(value) : value);

/** An estimate as it is shown. */
export const shown = (scale: EffectScale, value: number, matters: number): number =>
  scale.inMultiples
    ? (scale.sign * (onScale(scale, value) - onScale(scale, scale.threshold))) / matters
    : value;

/** How far what is shown lies on the side of which the claim speaks. */
export const oriented = (scale: EffectScale, seen: number): number =>
  scale.inMultiples ? seen : scale.sign * (onScale(scale, seen) - onScale(scale, scale.threshold));

/** Where what is shown lies: on which side of no effect, and whether beyond the smallest that matters. */
export interface Side {
  readonly ofNone: -1 | 0 | 1;
  readonly matters: boolean;
}

export function sideOf(scale: EffectScale, seen: number): Side {
  const effect = oriented(scale, seen);
  return {
    ofNone: Math.sign(effect) as Side['ofNone'],
    matters: (scale.rule === 'no-effect' ? Math.abs(effect) : effect) >= scale.matters,
  };
}
