import type { World } from '../../src/world/open.js';
import { placeboWorlds, realPlacebos } from './placebo-worlds.js';
import { correlationsWithin } from './real-correlation.js';
import { realShares, shareWorlds } from './share-worlds.js';
import type { Simulation } from './simulation.js';
import { realSeries, trendWorlds } from './trend-worlds.js';
import { realYearly, yearsWorlds } from './years-worlds.js';

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** All simulations over a world, each read from it when it is asked for. */
export const simulations: readonly ((world: World) => Promise<Simulation>)[] = [
  async (world) => shareWorlds(await realShares(world, 'states'), 'states'),
  async (world) => shareWorlds(await realShares(world, 'room-to-fall'), 'room-to-fall'),
  async (world) => {
    const real = await realSeries(world);
    return trendWorlds(real, mean(correlationsWithin(real)));
  },
  async (world) => placeboWorlds(await realPlacebos(world)),
  async (world) => {
    const real = await realYearly(world);
    return yearsWorlds(real, mean(correlationsWithin(real)));
  },
];
