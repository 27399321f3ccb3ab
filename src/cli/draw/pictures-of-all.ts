import type { ShownPicture } from '../../brief/brief-input.js';
import type { Tables } from '../../verdicts/test-claims.js';
import type { World } from '../../world/open.js';

/** The pictures that claims ask for, each at the place of its claim; what draws them is loaded where one asks. */
export async function picturesOfAll(
  tables: readonly Tables[],
  world: World,
): Promise<readonly (readonly ShownPicture[])[]> {
  const found: (readonly ShownPicture[])[] = [];
  for (const { claim } of tables) {
    if (!claim.pictures) found.push([]);
    else found.push(await (await import('./pictures-of-claim.js')).picturesOf(claim, world));
  }
  return found;
}
