import { join } from 'node:path';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';

/** The world as shipped. */
export const openShipped = (): Promise<World> => openWorld(join(projectRoot(), 'world'));

/** Parameters of a test, as a claim would write them. */
export const asked = (design: string, written: unknown): unknown =>
  designs[design]!.parameters.parse(written);
