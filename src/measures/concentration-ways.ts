import {
  effectiveNumber,
  herfindahl,
  shareOfFirst,
  singerConcentration,
} from '../statistics/concentration.js';

/** A way to say how a resource is spread. Amounts are those of all members with a value, at least one above zero. */
export interface Way {
  readonly says: string;
  readonly unit: string;
  of(amounts: Float64Array, named: number): number;
}

const sumOf = (amounts: Float64Array): number => amounts.reduce((total, amount) => total + amount, 0);

const percent = 'percentage points';
const index = 'points of an index from 0 to 1';

export const concentrationWays = {
  first: {
    says: 'share of {} held by the largest holder',
    unit: percent,
    of: (amounts) => 100 * shareOfFirst(amounts, 1),
  },
  'first-two': {
    says: 'share of {} held by the two largest holders',
    unit: percent,
    of: (amounts) => 100 * shareOfFirst(amounts, 2),
  },
  'beyond-first': {
    says: 'share of {} held by all but the largest holder',
    unit: percent,
    of: (amounts) => 100 * (1 - shareOfFirst(amounts, 1)),
  },
  'beyond-first-two': {
    says: 'share of {} held by all but the two largest holders',
    unit: percent,
    of: (amounts) => 100 * (1 - shareOfFirst(amounts, 2)),
  },
  'effective-number': {
    says: 'effective number of holders of {}',
    unit: 'states',
    of: effectiveNumber,
  },
  hhi: { says: 'Herfindahl–Hirschman index of {}', unit: index, of: herfindahl },
  con: { says: 'concentration (CON) of {}', unit: index, of: singerConcentration },
  'share-of': {
    says: 'share of {} held by {state}',
    unit: percent,
    of: (amounts, named) => (100 * named) / sumOf(amounts),
  },
  'beyond-named': {
    says: 'share of {} held by all but {state}',
    unit: percent,
    of: (amounts, named) => 100 * (1 - named / sumOf(amounts)),
  },
} as const satisfies Record<string, Way>;

export type ConcentrationWay = keyof typeof concentrationWays;
