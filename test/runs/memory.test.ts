import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse } from '../../src/claims/multiverse.js';
import type { Design } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { runSpecifications } from '../../src/runs/schedule.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound } from '../claims/told.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const root = mkdtempSync(join(tmpdir(), 'entente-memory-'));
afterAll(() => rmSync(root, { recursive: true }));
let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

/** `share`, which asks nothing and takes no time; its estimates are as large as real ones. */
const quick: Design = {
  ...designs['share']!,
  cannot: () => null,
  needs: () => ({}),
  estimate: (_, __, ___, random) => ({
    value: 1 + random.next(),
    low: 0.5,
    high: 2.5,
    n: 170,
    of: 'states',
    lost: { 'not-coded': 3 },
    errors: ['percentile', 'BCa', 'linearised on the odds'].map((method) => ({
      method,
      low: random.next(),
      high: 3 - random.next(),
      chosen: method === 'BCa',
    })),
    diagnostics: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`figure_${i}`, random.next()])),
  }),
  underNull: () => (draw) => draw.keyOf(3),
};
const known = { ...designs, share: quick };

const spans = Array.from({ length: 3000 }, (_, i) => `${1000 + i}-${5000 + i}`).join(', ');
const text = changed(sound, '[2010-2018, 2005-2018]', `[${spans}]`);

function inUse(): { heap: number; external: number } {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, external };
}

describe('a run of twelve thousand specifications', { timeout: 120_000 }, () => {
  it.each([
    ['that runs', 'cold'],
    ['from what was kept', 'cold'],
    ['that keeps nothing', null],
  ])('%s needs three kilobytes each, and 8 MB for all draws', async (_, cache) => {
    const file = join(root, 'claim.yaml');
    writeFileSync(file, text);
    const claim = loadClaim(file, known);
    const before = inUse();
    const table = multiverse(claim, claim.parts[0]!, known, world);
    const folder = cache === null ? null : join(root, cache);
    const outcomes = await runSpecifications([table], known, world, { jobs: 1, cache: folder, code: '' });
    const after = inUse();
    expect(outcomes.size).toBe(12_000);
    expect(after.heap - before.heap).toBeLessThan(3000 * 12_000);
    // 8 MB, and buffers of the journal that are not given back yet; all draws together would be 24 MB.
    expect(after.external - before.external).toBeLessThan(16e6);
    expect(table.specifications).toHaveLength(12_000);
  });
});
