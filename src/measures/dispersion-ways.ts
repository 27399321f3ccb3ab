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
  readonly formula: string;
  readonly unit: string;
  of(values: Float64Array, classes: number): number;
  /** The same of states drawn anew. */
  draws(classes: number): Prepared;
}

const points = 'points of a scale from 0 to 1';

export const dispersionWays = {
  sd: {
    says: 'standard deviation',
    formula: '√(Σ(x − mean)² / (n − 1))',
    unit: points,
    of: standardDeviation,
    draws: () => fromMoments(deviationOf),
  },
  'gini-mean-difference': {
    says: 'mean distance between two states (Gini)',
    formula: 'the mean of |x − y| over all pairs of different states',
    unit: points,
    of: giniMeanDifference,
    draws: () => fromOrder(repeatedGini),
  },
  iqr: {
    says: 'interquartile range',
    formula: 'third quartile less first (type 7, as in R and Excel)',
    unit: points,
    of: interquartileRange,
    draws: () => fromOrder(repeatedInterquartile),
  },
  bimodality: {
    says: 'bimodality coefficient',
    formula:
      '(g² + 1) / (k + 3(n − 1)² / ((n − 2)(n − 3))), with g the skewness and k the excess kurtosis, both corrected for small samples',
    unit: 'points of the coefficient',
    of: bimodalityCoefficient,
    draws: () => fromMoments(bimodalityOf),
  },
  polarisation: {
    says: 'polarisation (Esteban and Ray)',
    formula:
      '2^2.3 ΣΣ πᵢ^2.3 πⱼ |yᵢ − yⱼ| over classes of equal width with shares π, each at the mean y of its states',
    unit: 'points of an index from 0 to 1',
    of: (values, classes) => estebanRay(values, { camps: classes, alpha }),
    draws: (classes) => fromOrder(repeatedPolarisation(classes, alpha)),
  },
} as const satisfies Record<string, Way>;

export type DispersionWay = keyof typeof dispersionWays;
