// Draws the picture of the README: one claim in every specification of its first reading. Run with tsx after a run
// of the library has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { curveTitle } from '../src/brief/curve-figure.js';
import { findClaims } from '../src/claims/find.js';
import { designs } from '../src/designs/index.js';
import { namesFrom } from '../src/figures/names.js';
import { sheetOf } from '../src/figures/sheet.js';
import { specificationCurve } from '../src/figures/specification-curve.js';
import { projectRoot } from '../src/kernel/root.js';
import { tablesOf, testClaims } from '../src/verdicts/test-claims.js';
import { openWorld } from '../src/world/open.js';

const root = projectRoot();
const world = await openWorld(join(root, 'world'));
const [found] = findClaims(
  ['clique-multilateralism/us-isolated-in-the-assembly'],
  join(root, 'arguments'),
  designs,
);
const claim = found!.claims[0]!;
const part = claim.parts[0]!;
const tables = tablesOf([claim], designs, world);
const [verdict] = await testClaims(tables, designs, world, { jobs: 1, cache: null, code: '' });
const reading = verdict!.parts[0]!.readings[0]!;
const { effect } = designs[part.design]!;
const svg = specificationCurve(
  reading,
  { ...part.expect, effect: effect.name, scale: effect.scale, unit: reading.unit },
  { names: namesFrom(claim.labels) },
);
const sheet = sheetOf(svg, {
  title: claim.says,
  subtitle: `${curveTitle(reading)}.`,
  source: `Entente: ${claim.argument}/${claim.id}. Claimed by ${claim.by || found!.argument.author}.`,
});
writeFileSync(join(root, 'docs', 'one-claim.svg'), `${sheet}\n`);
world.close();
