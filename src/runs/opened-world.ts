import { withLocal } from '../world/local.js';
import { openWorld, type World } from '../world/open.js';

/** Where a worker finds its world. */
export interface WorldPlaces {
  readonly world: string;
  /** What of the user’s own stands beside it. */
  readonly local?: World['local'] | undefined;
}

let open: { places: string; world: Promise<World> } | undefined;

/** The world of a worker thread, which keeps it open between batches, whatever they are about. */
export function openedWorld({ world, local }: WorldPlaces): Promise<World> {
  const places = JSON.stringify([world, local]);
  if (open?.places !== places) open = { places, world: openPlaces({ world, local }) };
  return open.world;
}

async function openPlaces({ world: folder, local }: WorldPlaces): Promise<World> {
  const world = await openWorld(folder);
  return local ? withLocal(world, local.folder, local.names) : world;
}
