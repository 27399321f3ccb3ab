import { nmc } from './nmc/nmc.js';
import type { Source } from './source.js';
import { statesSource } from './states/states.js';

/** Every source, in the order in which it is read; the state system comes first, all others resolve against it. */
export const sources: readonly Source[] = [statesSource, nmc];
