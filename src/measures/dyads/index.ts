import { alliancesCompared } from './alliances-compared.js';
import type { DyadMeasure } from './dyad-measure.js';
import { idealPointsCompared } from './ideal-points-compared.js';
import { votesCompared } from './votes-compared.js';

/** Every measure of pairs. */
export const dyadMeasures: readonly DyadMeasure[] = [votesCompared, alliancesCompared, idealPointsCompared];
