import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1900, to: 2024 };

const flag = (name: string, title: string, definition: string, higher: string): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher },
});

/** Episodes of regime transformation, and what a state’s year has of them. */
export const ertTables: readonly TableCard[] = [
  {
    name: 'ert',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Whether a member of the state system was in an episode of democratisation or of autocratisation, which regime it had, and when that changed. `democratisation` and `autocratisation` name the episode in `ert_episodes`.',
    years,
    variables: [
      flag(
        'democratisation_episode',
        'In an episode of democratisation',
        '1 in the years of a sustained and substantial rise of V-Dem’s electoral democracy index: at least 0.01 to begin with and 0.10 in all, ended by five years of standstill, a fall of 0.03 in one year or 0.10 over several, or a breakdown. The year before it begins is 0.',
        'democratising',
      ),
      flag(
        'autocratisation_episode',
        'In an episode of autocratisation',
        '1 in the years of a sustained and substantial fall of V-Dem’s electoral democracy index, by the mirror of the rule for democratisation. A small fall, however worrying, is none.',
        'autocratising',
      ),
      flag(
        'democratisation_onset',
        'Democratisation begins',
        '1 in the first year of an episode of democratisation.',
        'an episode begins',
      ),
      flag(
        'autocratisation_onset',
        'Autocratisation begins',
        '1 in the first year of an episode of autocratisation.',
        'an episode begins',
      ),
      flag(
        'ert_democracy',
        'Democracy (ERT)',
        '1 if the regime is a democracy, 0 if an autocracy. It becomes one when the Regimes of the World say so and a founding election follows; it breaks down when it closes, or stays an electoral autocracy for five years or through an election.',
        'a democracy',
      ),
      {
        name: 'regime_transition',
        title: 'Regime transition (ERT)',
        definition:
          '1 in the year of a transition to democracy, −1 in the year of a breakdown of democracy, 0 otherwise, both as confirmed by what followed.',
        unit: '−1, 0, 1',
        scale: { low: -1, high: 1, higher: 'to democracy' },
        values: { [-1]: 'breakdown of democracy', 0: 'no transition', 1: 'transition to democracy' },
      },
    ],
  },
  {
    name: 'ert_episodes',
    level: 'episode',
    key: ['episode', 'kind'],
    says: 'Every episode of democratisation or autocratisation of V-Dem’s countries, 1900–2024: `kind`; `country` by V-Dem’s code and `ccode`, the member of the state system in the first year (missing: none was); `first_year`, `last_year`; `change` of the electoral democracy index from the year before the episode to its last; `from_democracy`, 1 if it began in a democracy; `outcome`: of democratisation transition, preempted_transition, stabilised_autocracy, reverted_liberalisation, deepened_democracy; of autocratisation breakdown, preempted_breakdown, diminished_democracy, averted_regression, regressed_autocracy; of either uncertain; `censored`, 1 if the record ends (or has a gap) too soon to tell when it ended.',
    years,
    variables: [],
  },
];
