import type { TableCard } from '../../../cards.js';

const years = { from: 1950, to: 2024 };

export const armsTables: readonly TableCard[] = [
  {
    name: 'sipri_transfers',
    level: 'episode',
    key: ['deal'],
    says: 'Deals of major conventional arms between two states: line of the register `deal`, supplier `ccode1`, recipient `ccode2`, year of order, weapon, what it is, numbers ordered and delivered, years of delivery as printed, condition, comments, volume delivered in trend-indicator values. A “?” of the register (an estimate) is kept in `…_estimated`.',
    years,
    variables: [],
  },
  {
    name: 'sipri_arms_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Volume of major arms that the first state delivered to the second, by year.',
    years,
    variables: [
      {
        name: 'sipri_arms_tiv',
        title: 'Major arms delivered (SIPRI)',
        definition:
          'Volume of major conventional arms delivered by the first state to the second, in trend-indicator values, which rate military capability and not price. The register gives a deal’s volume as a whole: it is spread evenly over its years of delivery, so single years are approximate.',
        unit: 'million trend-indicator values',
        scale: { low: 0, higher: 'more arms' },
        absentIsZero:
          'The register lists every transfer of major arms that was identified: no row, none identified.',
      },
    ],
  },
];
