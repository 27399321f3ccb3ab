import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/claims/claim.js';
import { share } from '../../src/designs/share/share.js';
import { type Random, randomFrom } from '../../src/kernel/random.js';
import { orient, stanceOf } from '../../src/verdicts/grade.js';
import { estimate, type SmallState } from './small-shares.js';

/*
 * Worlds of 170 states, 60 of them allies, that begin with the highest score. What is known of them must be found.
 */
const states = 170;
const allies = 60;

interface Made {
  /** True ratio: how many times its share of the states falls on the group. */
  readonly ratio: number;
  /** Chance that a state falls at all. */
  readonly falls: number;
  /** Standard deviation of the logs of the falls: 0.6 as on record, 1.2 where a few are huge. */
  readonly skew: number;
}

function world({ ratio, falls, skew }: Made, random: Random): SmallState[] {
  // Allies fall `times` as far as others, so that they bear allies · times / (allies · times + others) of all falls.
  const times = (ratio * (states - allies)) / (states - ratio * allies);
  return Array.from({ length: states }, (_, i) => {
    const ally = i < allies;
    const falling = random.next() < falls;
    const size = 0.4 * Math.exp(skew * normal(random) - skew ** 2 / 2) * (ally ? times : 1);
    return { ccode: i + 1, ally, scores: [10, null, 10 - (falling ? size : 0)] };
  });
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** The claim that more than its share fell on the group, at least by a tenth. */
const claimed: Expectation = {
  effect: 'ratio',
  rule: 'more',
  direction: 'above',
  threshold: 1,
  matters: 1.1,
  because: 'a test',
};

/** Part of so many worlds in which the claim is answered so, and in which the interval holds the truth. */
function rates(made: Made, many: number, name: string) {
  let [found, refuted, held] = [0, 0, 0];
  for (let i = 0; i < many; i++) {
    const e = estimate(world(made, randomFrom([name, i])), {}, `${name} ${i}`);
    const { stance } = stanceOf(orient(e, claimed, share), Math.log(1.1), claimed.rule);
    if (stance === 'for') found += 1;
    if (stance === 'against') refuted += 1;
    if (e.low <= made.ratio && made.ratio <= e.high) held += 1;
  }
  return { for: found / many, against: refuted / many, covered: held / many };
}

describe('a world in which the group', () => {
  it('bears twice its share is for the claim', () => {
    const found = rates({ ratio: 2, falls: 0.4, skew: 0.6 }, 100, 'double');
    expect(found.for).toBeGreaterThanOrEqual(0.95);
    expect(found.against).toBe(0);
  });

  it('bears its share, to a small noise, is not for it but against', () => {
    const found = rates({ ratio: 1, falls: 1, skew: 0.1 }, 300, 'even');
    expect(found.for).toBe(0);
    expect(found.against).toBeGreaterThanOrEqual(0.97);
  });

  it('bears half its share is against it', () => {
    expect(rates({ ratio: 0.5, falls: 0.4, skew: 0.6 }, 100, 'half').against).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the 95 % interval holds the truth', () => {
  it.each([
    { ratio: 1, falls: 0.16, skew: 0.6, least: 0.94 },
    { ratio: 2, falls: 0.16, skew: 0.6, least: 0.94 },
    { ratio: 1, falls: 0.16, skew: 1.2, least: 0.9 },
    { ratio: 2, falls: 0.16, skew: 1.2, least: 0.9 },
    { ratio: 1.5, falls: 0.08, skew: 0.9, least: 0.94 },
  ])('in 300 worlds with ratio $ratio, in which $falls fall with skew $skew', ({ least, ...made }) => {
    const found = rates(made, 300, 'cover');
    expect(found.covered).toBeGreaterThanOrEqual(least);
    if (made.ratio === 1) expect(found.for).toBeLessThanOrEqual(0.03);
    else expect(found.against).toBeLessThanOrEqual(0.01);
  });
});
