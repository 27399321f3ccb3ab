import {
  effectiveNumber,
  herfindahl,
  shareOfFirst,
  singerConcentration,
} from '../statistics/concentration.js';

/** A way to say how a resource is spread. Amounts are those of all members with a value, at least one above zero. */
export interface Way {
  readonly says: string;
  /** With s the shares of the members that have a value, largest first. */
  readonly formula: string;
  readonly unit: string;
  of(amounts: Float64Array, named: number): number;
}

const sumOf = (amounts: Float64Array): number => amounts.reduce((total, amount) => total + amount, 0);

const percent = 'percentage points';
const index = 'points of an index from 0 to 1';

export const concentrationWays = {
  first: {
    says: 'share of {} held by the largest holder',
    formula: '100 s₁',
    unit: percent,
    of: (amounts) => 100 * shareOfFirst(amounts, 1),
  },
  'first-two': {
    says: 'share of {} held by the two largest holders',
    formula: '100 (s₁ + s₂)',
    unit: percent,
    of: (amounts) => 100 * shareOfFirst(amounts, 2),
  },
  'beyond-first': {
    says: 'share of {} held by all but the largest holder',
    formula: '100 (1 − s₁)',
    unit: percent,
    of: (amounts) => 100 * (1 - shareOfFirst(amounts, 1)),
  },
  'beyond-first-two': {
    says: 'share of {} held by all but the two largest holders',
    formula: '100 (1 − s₁ − s₂)',
    unit: percent,
    of: (amounts) => 100 * (1 - shareOfFirst(amounts, 2)),
  },
  'effective-number': {
    says: 'effective number of holders of {}',
    formula: '1 / Σs²',
    unit: 'states',
    of: effectiveNumber,
  },
  hhi: { says: 'Herfindahl–Hirschman index of {}', formula: 'Σs²', unit: index, of: herfindahl },
  con: {
    says: 'concentration (CON) of {}',
    formula: '√((Σs² − 1/n) / (1 − 1/n))',
    unit: index,
    of: singerConcentration,
  },
  'share-of': {
    says: 'share of {} held by {state}',
    formula: '100 s of the named state',
    unit: percent,
    of: (amounts, named) => (100 * named) / sumOf(amounts),
  },
  'beyond-named': {
    says: 'share of {} held by all but {state}',
    formula: '100 (1 − s of the named state)',
    unit: percent,
    of: (amounts, named) => 100 * (1 - named / sumOf(amounts)),
  },
} as const satisfies Record<string, Way>;

export type ConcentrationWay = keyof typeof concentrationWays;
