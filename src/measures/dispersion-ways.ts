import {
  bimodalityCoefficient,
  giniMeanDifference,
  interquartileRange,
  standardDeviation,
} from '../statistics/dispersion.js';
import { estebanRay } from '../statistics/polarisation.js';
import { repeatedGini, repeatedInterquartile, repeatedPolarisation } from './repeated-dispersion.js';
import { fromMoments, fromOrder, type Prepared } from './resample-histories.js';
import { bimodalityOf, deviationOf } from './resampled-moments.js';

/** Weight of identification in Esteban and Ray's polarisation. */
const alpha = 1.3;

export interface Way {
  readonly says: string;
  readonly unit: string;
  of(values: Float64Array, classes: number): number;
  /** The same of states drawn anew. */
  draws(classes: number): Prepared;
}

const points = 'points of a scale from 0 to 1';

export const dispersionWays = {
  sd: {
    says: 'standard deviation',
    unit: points,
    of: standardDeviation,
    draws: () => fromMoments(deviationOf),
  },
  'gini-mean-difference': {
    says: 'mean distance between two states (Gini)',
    unit: points,
    of: giniMeanDifference,
    draws: () => fromOrder(repeatedGini),
  },
  iqr: {
    says: 'interquartile range',
    unit: points,
    of: interquartileRange,
    draws: () => fromOrder(repeatedInterquartile),
  },
  bimodality: {
    says: 'bimodality coefficient',
    unit: 'points of the coefficient',
    of: bimodalityCoefficient,
    draws: () => fromMoments(bimodalityOf),
  },
  polarisation: {
    says: 'polarisation (Esteban and Ray)',
    unit: 'points of an index from 0 to 1',
    of: (values, classes) => estebanRay(values, { camps: classes, alpha }),
    draws: (classes) => fromOrder(repeatedPolarisation(classes, alpha)),
  },
} as const satisfies Record<string, Way>;

export type DispersionWay = keyof typeof dispersionWays;
