import { withLocal } from '../world/local.js';
import { openWorld, type World } from '../world/open.js';
import { placesOf } from './places.js';

/** Opens the world with the user’s own tables beside it. Commands that lead to a verdict open the world alone. */
export async function openWithLocal(options: { world?: string }, threads = 1): Promise<World> {
  const places = placesOf(options, process.env);
  const world = await openWorld(places.world, threads);
  try {
    return await withLocal(world, places.local);
  } catch (error) {
    world.close();
    throw error;
  }
}
