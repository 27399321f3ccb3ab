import { freedomHouse } from './freedom-house/freedom-house.js';
import { nmc } from './nmc/nmc.js';
import { polity5 } from './polity5/polity5.js';
import type { Source } from './source.js';
import { statesSource } from './states/states.js';
import { unLibrary } from './un-library/un-library.js';
import { unRollCalls } from './un-roll-calls/un-roll-calls.js';
import { vdem15 } from './vdem15/vdem15.js';
import { vdem16 } from './vdem16/vdem16.js';

/** Every source, in the order in which it is read; the state system comes first, all others resolve against it. */
export const sources: readonly Source[] = [
  statesSource,
  vdem16,
  vdem15,
  polity5,
  freedomHouse,
  nmc,
  unLibrary,
  unRollCalls,
];
