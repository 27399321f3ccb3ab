import { concentration } from './concentration.js';
import { dispersion } from './dispersion.js';
import type { Measure } from './measure.js';
import { minorityShare } from './minority-share.js';

/** Every measure, by the name under which a claim asks for it. */
export const measures: Readonly<Record<string, Measure>> = {
  concentration,
  dispersion,
  'minority-share': minorityShare,
};
