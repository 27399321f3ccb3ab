import type { TableCard, VariableCard } from '../../cards.js';

const scale =
  '0 severe rivalry, 0.25 lesser rivalry, 0.5 negative peace, 0.75 warm peace, 1 security community';

const level = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} In words: ${scale}. Missing for pairs without a relationship, which are not coded.`,
  unit: 'scale, 0–1',
  scale: { low: 0, high: 1, higher: 'more peaceful' },
  symmetric: true,
});

export const peaceTable: TableCard = {
  name: 'peace_data',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'How peaceful the relationship of two members was, in both directions, from spells with exact dates. Only pairs that have a relationship by the authors’ criteria.',
  years: { from: 1900, to: 2020 },
  variables: [
    {
      ...level(
        'peace_level',
        'Level of peace at the end of the year',
        'The level on 31 December, or on the last day of the year on which the relationship is coded; missing with its reason in a transition between levels.',
      ),
      missing: 'peace_missing',
    },
    level(
      'peace_level_lowest',
      'Lowest level of peace in the year',
      'The lowest level on any day of the year, transitions aside.',
    ),
    level(
      'peace_level_mean',
      'Mean level of peace in the year',
      'The mean over the days of the year that have a level; days of transition do not count, and nothing is interpolated.',
    ),
    {
      name: 'peace_transition',
      title: 'Transition between levels of peace',
      definition:
        '1 if the relationship was in transition from one level to another on any day of the year, 0 if it had a level throughout.',
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'in transition' },
      symmetric: true,
    },
  ],
};
