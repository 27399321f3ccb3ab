import { concentration } from './concentration.js';
import { dispersion } from './dispersion.js';
import { dividedShare } from './divided-share.js';
import { inequality } from './inequality.js';
import type { Measure } from './measure.js';
import { minorityShare } from './minority-share.js';
import { recordedSeries } from './recorded-series.js';
import { stateValue } from './state-value.js';

/** Every measure, by the name under which a claim asks for it. */
export const measures: Readonly<Record<string, Measure>> = {
  concentration,
  dispersion,
  'divided-share': dividedShare,
  inequality,
  'minority-share': minorityShare,
  'recorded-series': recordedSeries,
  'state-value': stateValue,
};
