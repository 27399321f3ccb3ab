// Makes the land of maps (src/figures/alignment-map/land-2018.json) from Natural Earth’s borders of 2018 at 1:50
// million, which are in the public domain, as world-atlas packages them: simplified, in an equal-area projection, and
// with each state’s number. Run with tsx after a package has changed.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../src/kernel/root.js';
import { openWorld } from '../src/world/open.js';
import { landOf } from './land/land-of.js';

const root = projectRoot();
const borders = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const world = await openWorld(join(root, 'world'));
const capitals = await world.ask({
  sql: 'SELECT ccode, longitude, latitude FROM capitals QUALIFY row_number() OVER (PARTITION BY ccode ORDER BY to_date DESC) = 1',
  tables: ['capitals'],
});
const land = landOf(JSON.parse(readFileSync(borders, 'utf8')), world.states, capitals as never);
writeFileSync(join(root, 'src', 'figures', 'alignment-map', 'land-2018.json'), `${JSON.stringify(land)}\n`);
world.close();
