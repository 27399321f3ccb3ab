import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { tablesIn, tablesOf, testClaims } from '../../src/verdicts/test-claims.js';
import type { ClaimVerdict } from '../../src/verdicts/verdict.js';
import { openWorld } from '../../src/world/open.js';

describe('a claim of several', () => {
  it('is judged once, when its own specifications are done, as it is when all are', async () => {
    const names = ['clique-multilateralism', 'strategic-stability'];
    const claims = findClaims(names, join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims);
    const world = await openWorld(join(projectRoot(), 'world'));
    // Those with the fewest specifications, which make a short test.
    const size = (t: Parameters<typeof tablesIn>[0]): number =>
      tablesIn(t).reduce((sum, { specifications }) => sum + specifications.length, 0);
    const tables = tablesOf(claims, designs, world)
      .filter((t) => size(t) > 0)
      .sort((a, b) => size(a) - size(b))
      .slice(0, 3);
    const told: { claim: number; verdict: ClaimVerdict; done: number }[] = [];
    let run = 0;
    let total = 0;
    const verdicts = await testClaims(tables, designs, world, {
      jobs: 1,
      cache: null,
      code: '',
      onProgress(p) {
        run = p.done;
        total = p.total;
      },
      onVerdict: (claim, verdict) => told.push({ claim, verdict, done: run }),
    });
    world.close();
    expect(told.map(({ claim }) => claim)).toEqual([0, 1, 2]);
    expect(told.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(told[0]!.done).toBeLessThan(total);
    expect(told.at(-1)!.done).toBe(total);
  });
});
