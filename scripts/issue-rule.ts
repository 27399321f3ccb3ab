// Makes the issue rule anew from votes to 2012 and tries it on votes of 2013–2018: writes the points of words beside
// the reader of assembly-votes, and the figures into docs/votes.md. Run with tsx; then build the world.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/kernel/root.js';
import { openWorld } from '../src/world/open.js';
import { codedVotes } from '../src/world/sources/assembly-votes/coded-votes.js';
import { figuresOf, pointsCsv } from '../src/world/sources/assembly-votes/issue-figures.js';
import { learnt } from '../src/world/sources/assembly-votes/issue-rule.js';
import { learnPoints, tryRule } from '../src/world/sources/assembly-votes/learn-points.js';
import { tried } from '../src/world/sources/assembly-votes/reliability.js';

const root = projectRoot();
const world = await openWorld(process.argv[2] ?? join(root, 'world'));
const before = await codedVotes(world, learnt);
const after = await codedVotes(world, tried);
world.close();
const points = learnPoints(before);
writeFileSync(join(root, 'src/world/sources/assembly-votes/issue-words.csv'), pointsCsv(points));
const page = join(root, 'docs/votes.md');
const figures = figuresOf(tryRule(before, points, after));
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(/(<!-- issue rule -->\n)[\s\S]*?(\n<!-- end -->)/, `$1${figures}$2`),
);
console.log(figures);
