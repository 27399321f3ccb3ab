import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1918, to: 2016 };

const count = (name: string, title: string, definition: string, higher = 'more crises'): VariableCard => ({
  name,
  title,
  definition: `${definition} Without one crisis of 2014–2015 that upstream names and does not code.`,
  unit: 'crises',
  scale: { low: 0, higher },
});

export const icbTables: readonly TableCard[] = [
  {
    name: 'icb_crises',
    level: 'episode',
    key: ['crisis'],
    says: 'Each international crisis: `name`, `begins` and `ends` (to the month or year where no more is known), `violence` (1 none, 2 minor clashes, 3 serious clashes, 4 full-scale war), `gravity` of the value threatened (0 economy, 1 limited military damage, 2 political system, 3 territory, 4 influence, 5 grave damage, 6 existence, 7 other), `crisis_actors` and `involved_actors` (numbers of states), `us_activity` and `russian_activity` (1 none, 2 low level, 3 covert or semi-military, 4 direct military; the Soviet Union to 1991), `us_crisis_actor` and `russian_crisis_actor` (0/1, missing for crises to August 1945 but one, and for crisis 404), `tension` afterwards (1 rose, 2 fell, 3 too recent), `protracted` (1 not part of a protracted conflict, 2 part of one, 3 of a long war).',
    years,
    variables: [],
  },
  {
    name: 'icb_years',
    level: 'system-year',
    key: ['year'],
    says: 'International crises of each year.',
    years,
    variables: [
      count('crises_begun', 'International crises begun', 'Crises whose trigger fell in the year.'),
      count(
        'crises_ongoing',
        'International crises going on',
        'Crises between trigger and termination on any day of the year. One without a known end counts in its first year only.',
      ),
      count(
        'crises_begun_violent',
        'Violent crises begun',
        'Crises begun in the year that came to serious clashes or full-scale war, be it in a later year.',
      ),
      count(
        'crises_begun_us_force',
        'Crises begun with American military activity',
        'Crises begun in the year in which the United States were active by covert, semi-military or direct military means, as an actor or a third party.',
      ),
      count(
        'crises_begun_russian_force',
        'Crises begun with Russian military activity',
        'Crises begun in the year in which Russia (the Soviet Union to 1991) was active by covert, semi-military or direct military means, as an actor or a third party.',
      ),
    ],
  },
];
