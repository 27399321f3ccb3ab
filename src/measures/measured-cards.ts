import type { Manifest, ManifestSource, ManifestTable } from '../world/cards.js';
import { sourceOf } from '../world/catalogue.js';

/** The table of something measured, which stands beside those of the world for as long as that is open. */
export const measuredTable = (name: string): string => `measured_${name}`;

/** Its card: no file, and no rows until it is asked for. */
export const measuredTableCard = (
  name: string,
  card: Pick<ManifestTable, 'level' | 'key' | 'says' | 'licence' | 'years'>,
): ManifestTable => ({
  name: measuredTable(name),
  file: '',
  source: measuredTable(name),
  rows: 0,
  columns: [],
  bytes: 0,
  sha256: '',
  ...card,
});

/** Its source: the citation names the works behind the method and every source that it rests on. */
export function measuredSourceCard(
  name: string,
  { cites, sources, terms }: Pick<ManifestSource, 'terms'> & Record<'cites' | 'sources', readonly string[]>,
  manifest: Manifest,
): ManifestSource {
  const behind = sources.filter((s) => s !== 'states').map((s) => sourceOf(manifest, s));
  return {
    name: measuredTable(name),
    title: `measured from ${behind.map((s) => s.title).join(', ')}`,
    version: `world ${manifest.world.slice(0, 12)}`,
    citation: [...cites, ...behind.map((s) => s.citation)].join(' '),
    terms,
    files: [],
    read: [],
    lost: [],
  };
}
