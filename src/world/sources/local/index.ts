import type { Source } from '../source.js';
import { gsdb } from './gsdb/gsdb.js';
import { mie } from './mie/mie.js';
import { sipriArms } from './sipri-arms/sipri-arms.js';
import { sipriMilex, sipriMilexShare } from './sipri-milex/sipri-milex.js';
import { suhDyadic } from './suh/suh-dyadic.js';
import { suhMonadic } from './suh/suh-monadic.js';
import { usForces } from './us-forces/us-forces.js';

/** Sources that may not be passed on: never in the world, read from a copy of the user’s own. One file each. */
export const localSources: readonly Source[] = [
  gsdb,
  mie,
  sipriArms,
  sipriMilex,
  sipriMilexShare,
  suhDyadic,
  suhMonadic,
  usForces,
];
