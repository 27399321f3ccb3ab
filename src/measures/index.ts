import { concentration } from './concentration.js';
import { councilVetoes } from './council-vetoes.js';
import { dispersion } from './dispersion.js';
import { dividedShare } from './divided-share.js';
import { groupsInForce } from './groups-in-force.js';
import { inequality } from './inequality.js';
import type { Measure } from './measure.js';
import { minorityShare } from './minority-share.js';
import { pairCorrelation } from './pair-correlation.js';
import { pairValue } from './pair-value.js';
import { recordedSeries } from './recorded-series.js';
import { stateValue } from './state-value.js';

/** Every measure, by the name under which a claim asks for it. */
export const measures: Readonly<Record<string, Measure>> = {
  concentration,
  'council-vetoes': councilVetoes,
  dispersion,
  'divided-share': dividedShare,
  'groups-in-force': groupsInForce,
  inequality,
  'minority-share': minorityShare,
  'pair-correlation': pairCorrelation,
  'pair-value': pairValue,
  'recorded-series': recordedSeries,
  'state-value': stateValue,
};
