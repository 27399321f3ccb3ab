import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse } from '../../src/claims/multiverse.js';
import type { Estimate } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import type { Outcome } from '../../src/runs/outcome.js';
import { judgeReading } from '../../src/verdicts/judge.js';
import { openWorld, type World } from '../../src/world/open.js';

describe('tests in points of agreement (10 matter) beside tests in standard deviations (0.4 matter)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  type Found = number | ((votes: unknown) => number);
  const at = (found: Found, votes: unknown): number => (typeof found === 'number' ? found : found(votes));

  /** The verdict on all issues, where a test of agreement finds `points` and one of distance `deviations`. */
  function verdictOn(points: Found, deviations: Found, keep = (_near: string): boolean => true) {
    const file = join(projectRoot(), 'arguments', 'summit-for-democracy', 'trilateral-common-ground.yaml');
    const claim = loadClaim(file, designs);
    const part = claim.parts[0]!;
    const all = multiverse(claim, part, designs, world).specifications.filter(
      (s) => s.reading === 'all' && keep(String(s.choices['near'])),
    );
    const found = (s: (typeof all)[number]): Outcome => {
      const value =
        s.choices['near'] === 'less' ? at(deviations, s.choices['places']) : at(points, s.choices['votes']);
      const estimate = {
        value,
        low: value / 2,
        high: 1.5 * value,
        n: 1,
        of: 'years',
        lost: {},
        errors: [],
        diagnostics: {},
      };
      return { estimate: estimate as Estimate };
    };
    const outcomes = new Map(all.map((s) => [s.key, found(s)]));
    const verdict = judgeReading('all', all, outcomes, part, designs['comparison']!, undefined, false);
    return { verdict, near: verdict.graded[verdict.typical!]!.choices['near'] };
  }

  it('have no unit and no median in common', () => {
    const { verdict } = verdictOn(50, 1);
    expect([verdict.unit, verdict.median, verdict.low, verdict.high]).toEqual(['', null, null, null]);
    expect(verdict.shares.for).toBeCloseTo(1, 12);
  });

  it('have them where all measure alike', () => {
    const { verdict } = verdictOn(50, 1, (near) => near === 'less');
    expect([verdict.unit, verdict.median]).toEqual(['standard deviations', 1]);
  });

  it('have a middle by multiples of what matters', () => {
    // Distances of 4 are 10 times, of 0.04 a tenth of what matters; agreement of 20 points is twice: by multiples the
    // middle of the three, by bare numbers the highest.
    const { verdict, near } = verdictOn(20, (places) => (places === 'all' ? 0.04 : 4));
    expect(near).toBe('difference');
    expect(verdict.graded.some((g) => g.estimate!.value === 4)).toBe(true);
    // Of equal weight are all distances and all agreements: with distances at twice what matters and half of the
    // agreements far above, distances are the middle, though 0.8 is the lowest number.
    expect(
      verdictOn(
        (votes) => (votes === 'all' ? 200 : 15),
        () => 0.8,
      ).near,
    ).toBe('less');
  });
});
