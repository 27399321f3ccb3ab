import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1946, to: 2023 };

const none =
  '0 for members that the data do not name, as they hold every armed conflict with at least 25 battle-related deaths in a year.';

const flag = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} ${none}`,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'in conflict' },
});

const intensity = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} 1 a conflict with 25–999 battle-related deaths in the year, 2 a war with more. ${none}`,
  unit: 'level, 0–2',
  values: { 0: 'none', 1: '25–999 deaths', 2: 'war' },
  scale: { low: 0, high: 2, higher: 'more intense' },
});

const count = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} ${none}`,
  unit: 'conflicts',
  scale: { low: 0, higher: 'more conflicts' },
});

const absent =
  'The data hold every armed conflict between states with at least 25 battle-related deaths in a year: two members without a row in a year of 1946–2023 had none.';

export const ucdpTables: readonly TableCard[] = [
  {
    name: 'ucdp_state_years',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Armed conflicts of every member and year. A party is one that contests government or territory; a supporter sends troops to help a party.',
    years,
    variables: [
      flag(
        'ucdp_internal',
        'Internal armed conflict',
        '1 if the government was a party to a conflict within its state, whether or not others intervened.',
      ),
      intensity(
        'ucdp_internal_intensity',
        'Intensity of internal conflict',
        'The most intense of the conflicts of the government within its state.',
      ),
      flag(
        'ucdp_interstate',
        'Inter-state armed conflict',
        '1 if the state was a party to a conflict with another state.',
      ),
      intensity(
        'ucdp_interstate_intensity',
        'Intensity of inter-state conflict',
        'The most intense of the conflicts of the state with others.',
      ),
      flag(
        'ucdp_extrastate',
        'Extra-state armed conflict',
        '1 if the state was a party to a conflict with a group outside its own territory, to keep or win a possession. There is none after 1974.',
      ),
      count('ucdp_conflicts', 'Armed conflicts', 'Conflicts of any kind to which the state was a party.'),
      count(
        'ucdp_conflicts_joined',
        'Armed conflicts joined',
        'Conflicts of others in which the state supported a party with troops, within another state or between states. Peacekeepers that fight for no party do not count.',
      ),
    ],
  },
  {
    name: 'ucdp_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Pairs of members that were opposing parties to an armed conflict between states, in both directions. Supporters are no parties.',
    years,
    variables: [
      {
        name: 'ucdp_opponents',
        title: 'Armed conflict with each other',
        definition:
          '1 if the two were opposing parties to an inter-state armed conflict with at least 25 battle-related deaths in the year.',
        unit: '0/1',
        scale: { low: 0, high: 1, higher: 'in conflict' },
        symmetric: true,
        absentIsZero: absent,
      },
      {
        name: 'ucdp_opponents_intensity',
        title: 'Intensity of armed conflict with each other',
        definition:
          '1 a conflict with 25–999 battle-related deaths in the year, 2 a war with more, by all its parties together; 0 none.',
        unit: 'level, 0–2',
        values: { 0: 'none', 1: '25–999 deaths', 2: 'war' },
        scale: { low: 0, high: 2, higher: 'more intense' },
        symmetric: true,
        absentIsZero: absent,
      },
    ],
  },
  {
    name: 'ucdp_conflict_years',
    level: 'episode',
    key: ['conflict', 'year'],
    says: 'Each conflict and year: `type` (1 extra-state, 2 between states, 3 within a state, 4 within a state with troops of others), `intensity` (1, 2), `about` (1 territory, 2 government, 3 both), `territory`, `location`, names of the parties and their supporters on side a and b, `since` (the first battle-related death of the conflict).',
    years,
    variables: [],
  },
  {
    name: 'ucdp_conflict_states',
    level: 'episode',
    key: ['conflict', 'year', 'ccode', 'side'],
    says: 'The members that took part in each conflict and year: `side` a or b, `party` 1 for a party, 0 for a supporter with troops. Eight states support both sides.',
    years,
    variables: [],
  },
];
