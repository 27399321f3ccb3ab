import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../kernel/root.js';

/** The land of the states of a year, drawn on a plane on which equal areas are equal. */
export interface Land {
  /** The year of its borders. */
  readonly borders: number;
  /** Pixels across; what is drawn stands between `top` and `bottom`. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** A path of the land that is no state’s own: territories, and ground that more than one state claims. */
  readonly others: string;
  readonly states: readonly LandOfState[];
}

export interface LandOfState {
  readonly ccode: number;
  /** The middle of its mainland. */
  readonly at: readonly [number, number];
  readonly path: string;
  /** Where a dot stands for a state too small to be seen. */
  readonly dot?: readonly [number, number];
}

/** Where the land comes from; it is in the public domain. */
export const landSource = 'Borders of 2018: Natural Earth, 1:50 million (public domain)';

/** The land within the borders of 2018. `scripts/write-land.ts` makes it. */
export const landOf2018 = (): Land =>
  JSON.parse(
    readFileSync(join(projectRoot(), 'src', 'figures', 'alignment-map', 'land-2018.json'), 'utf8'),
  ) as Land;
