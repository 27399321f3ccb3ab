import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 2009, to: 2022 };
const absent =
  'A missing value is nothing, less than 5,000 dollars, or a donor that did not report: the three cannot be told apart.';

const amount = (
  name: string,
  title: string,
  definition: string,
  higher: string,
  defects?: readonly string[],
): VariableCard => ({
  name,
  title,
  definition,
  unit: 'million US$ of 2022',
  scale: { low: 0, higher },
  ...(defects ? { defects } : {}),
});

const dyadYears: TableCard = {
  name: 'dac_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Bilateral official development assistance paid out by the first state to the second.',
  years,
  variables: [
    amount(
      'aid_gross',
      'Aid, gross',
      `Official development assistance disbursed by the first state to the second: grants, loans and equity, before repayments of earlier loans. Aid through multilateral bodies and aid to no single state are not in it. ${absent}`,
      'more aid',
    ),
    amount(
      'aid_net',
      'Aid, net of repayments',
      'Official development assistance less repayments of earlier loans, where that is above zero. Prefer `aid_gross`, which loses nothing.',
      'more aid than repaid',
      [
        'The carrier dropped what is zero or below: missing where repayments exceeded new aid, 1,670 pairs and years that have a gross figure (Japan to Indonesia in most years).',
      ],
    ),
    amount(
      'aid_grants',
      'Aid in grants',
      `The part of the aid that was given and not lent. ${absent}`,
      'more grants',
    ),
    amount(
      'aid_loans',
      'Aid in loans, gross',
      `New loans disbursed that count as aid, before repayments. ${absent}`,
      'more lent',
    ),
    amount(
      'aid_humanitarian',
      'Humanitarian aid',
      `The part of the aid that was humanitarian: relief, and the costs that Türkiye reports for refugees from Syria on its own soil. ${absent}`,
      'more relief',
    ),
  ],
};

const sums = 'a sum over recorded pairs, so a lower bound';
const stateYears: TableCard = {
  name: 'dac_state_years',
  level: 'state-year',
  key: ['ccode', 'year'],
  says: 'Sums of the gross bilateral aid in `dac_dyad_years`, by giver and by receiver.',
  years,
  variables: [
    amount(
      'aid_given',
      'Aid given, gross',
      `Gross bilateral aid of the state to all members of the state system that are recipients: ${sums}. Aid to regions, to no single state and through multilateral bodies is not in it, so it lies below the totals that governments state.`,
      'gives more',
    ),
    amount(
      'aid_received',
      'Aid received, gross',
      `Gross bilateral aid that the state received from the fifty donors of the file: ${sums}. Nothing from China, India or Saudi Arabia, nor from multilateral bodies and the European Union’s institutions.`,
      'receives more',
    ),
  ],
};

export const dacTables: readonly TableCard[] = [dyadYears, stateYears];
