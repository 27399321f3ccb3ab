import {
  giniIndex,
  meanLogDeviation,
  ninetyToTen,
  theilIndex,
  type WeightedIndex,
  weightedMean,
  weightedMedian,
} from '../statistics/inequality.js';
import {
  drawnGini,
  drawnMean,
  drawnMeanLogDeviation,
  drawnMedian,
  drawnNinetyToTen,
  drawnTheil,
} from './drawn-inequality.js';
import type { Prepared } from './resample-histories.js';

/** What the states are compared in: how far they lie apart, or how unequal they are within. */
export type Gap = 'between' | 'between-people' | 'within';

export interface Way {
  readonly says: string;
  /** With w the weights as shares of their sum. */
  readonly formula: string;
  /** The unit; of an average, the unit of what is averaged. */
  readonly unit: string;
  readonly gaps: readonly Gap[];
  /** Whether a state counts by its people; decided by the gap where the way leaves it open. */
  readonly byPeople?: boolean;
  readonly of: WeightedIndex;
  /** The same of states drawn anew, each counted once. */
  readonly draws?: Prepared;
}

const apart = ['between', 'between-people'] as const;
const within = ['within'] as const;

export const inequalityWays = {
  gini: {
    says: 'Gini index',
    formula: '100 ΣΣ wᵢ wⱼ |xᵢ − xⱼ| / (2 × mean)',
    unit: 'Gini points (0–100)',
    gaps: apart,
    of: (values, weights) => 100 * giniIndex(values, weights),
    draws: drawnGini,
  },
  theil: {
    says: 'Theil index',
    formula: 'Σ w (x/mean) ln(x/mean)',
    unit: 'points of the Theil index',
    gaps: apart,
    of: theilIndex,
    draws: drawnTheil,
  },
  mld: {
    says: 'mean log deviation',
    formula: 'Σ w ln(mean/x)',
    unit: 'points of mean log deviation',
    gaps: apart,
    of: meanLogDeviation,
    draws: drawnMeanLogDeviation,
  },
  'p90-p10': {
    says: 'ratio of the 90th to the 10th percentile',
    formula: 'x at 90 % of the weight over x at 10 % of it',
    unit: 'times',
    gaps: apart,
    of: ninetyToTen,
    draws: drawnNinetyToTen,
  },
  mean: {
    says: 'mean',
    formula: 'Σ w x',
    unit: 'points (0–100)',
    gaps: within,
    byPeople: false,
    of: weightedMean,
    draws: drawnMean,
  },
  median: {
    says: 'median',
    formula: 'x at half of the weight',
    unit: 'points (0–100)',
    gaps: within,
    byPeople: false,
    of: weightedMedian,
    draws: drawnMedian,
  },
  'mean-by-people': {
    says: 'mean, each state counted by its people,',
    formula: 'Σ w x',
    unit: 'points (0–100)',
    gaps: within,
    byPeople: true,
    of: weightedMean,
  },
} as const satisfies Record<string, Way>;

export type InequalityWay = keyof typeof inequalityWays;

/** Whether states count by their people. */
export function countsPeople(gap: Gap, as: InequalityWay): boolean {
  const way: Way = inequalityWays[as];
  return way.byPeople ?? gap === 'between-people';
}
