import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { landOf } from '../../scripts/land/land-of.js';
import { landOf2018 } from '../../src/figures/alignment-map/land.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld } from '../../src/world/open.js';

it('the land of maps is what its script makes of Natural Earth', async () => {
  const borders = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = await openWorld(join(projectRoot(), 'world'));
  const capitals = await world.ask({
    sql: 'SELECT ccode, longitude, latitude FROM capitals QUALIFY row_number() OVER (PARTITION BY ccode ORDER BY to_date DESC) = 1',
    tables: ['capitals'],
  });
  const made = landOf(JSON.parse(readFileSync(borders, 'utf8')) as never, world.states, capitals as never);
  world.close();
  const kept = landOf2018();
  expect(made.states.map((s) => s.ccode)).toEqual(kept.states.map((s) => s.ccode));
  // Sines differ in the last bit between versions of Node: a tenth of a pixel may fall the other way.
  const numbers = (text: string): number => (text.match(/\d/g) ?? []).length;
  made.states.forEach((s, i) => {
    const other = kept.states[i]!;
    expect(Math.hypot(s.at[0] - other.at[0], s.at[1] - other.at[1])).toBeLessThan(0.25);
    expect(Math.abs(numbers(s.path) - numbers(other.path))).toBeLessThanOrEqual(
      0.02 * numbers(other.path) + 2,
    );
  });
});
