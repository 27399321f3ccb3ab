import { sourceOf } from '../../world/catalogue.js';
import type { World } from '../../world/open.js';
import { citation } from '../out-table.js';

/** What a picture says of where its numbers come from, and what to cite. */
export function cited(
  source: string,
  { manifest }: World,
): { readonly line: string; readonly cites: readonly string[] } {
  const card = sourceOf(manifest, source);
  return { line: `${citation(card)} Entente, world ${manifest.world.slice(0, 12)}`, cites: [card.citation] };
}
