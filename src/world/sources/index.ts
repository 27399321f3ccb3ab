import { nmc } from './nmc/nmc.js';
import type { Source } from './source.js';
import { statesSource } from './states/states.js';
import { unLibrary } from './un-library/un-library.js';
import { unRollCalls } from './un-roll-calls/un-roll-calls.js';

/** Every source, in the order in which it is read; the state system comes first, all others resolve against it. */
export const sources: readonly Source[] = [statesSource, nmc, unLibrary, unRollCalls];
