import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1816, to: 2007 };

const absent =
  'The list holds every war between members of the state system with 1,000 battle deaths: two members without a row in a year of 1816–2007 were not at war with each other.';

const flag = (
  name: string,
  title: string,
  definition: string,
  more: Partial<VariableCard>,
): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'yes' },
  ...more,
});

const count = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} Only wars between members of the state system: not civil wars, not wars against others.`,
  unit: 'wars',
  scale: { low: 0, higher: 'more wars' },
});

export const warTables: readonly TableCard[] = [
  {
    name: 'cow_war_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Pairs of members that fought on opposite sides of an inter-state war in the year, in both directions.',
    years,
    variables: [
      flag(
        'cow_war',
        'Inter-state war',
        '1 if the two were on opposite sides of an inter-state war on any day of the year.',
        {
          symmetric: true,
          absentIsZero: absent,
        },
      ),
      flag(
        'cow_war_onset',
        'Inter-state war begins',
        '1 if an inter-state war between the two began in the year, which is when the later of them entered it. The resumption of a war after a truce is no beginning.',
        { symmetric: true, absentIsZero: absent },
      ),
      flag(
        'cow_war_initiator',
        'Initiator of the inter-state war',
        '1 if ccode1 was an initiator of a war in which it faced ccode2 in the year: its part in the war as a whole, not towards ccode2 alone.',
        {},
      ),
    ],
  },
  {
    name: 'cow_war_state_years',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Inter-state wars of every member and year; 0 for members that the list does not name.',
    years,
    variables: [
      count('cow_wars', 'Inter-state wars', 'Wars in which the state fought on any day of the year.'),
      count(
        'cow_wars_entered',
        'Inter-state wars entered',
        'Wars in which the state began to fight in the year.',
      ),
      count(
        'cow_wars_initiated',
        'Inter-state wars initiated',
        'Wars that the state entered in the year as an initiator.',
      ),
    ],
  },
  {
    name: 'cow_war_participants',
    level: 'episode',
    key: ['war', 'ccode', 'side'],
    says: 'Every part of a state in an inter-state war: `side` 1 or 2, `from_year`, `to_year`, `initiator`, `outcome` (1 won, 2 lost, 3 compromise, 4 became another kind of war, 6 stalemate, 8 changed sides), `battle_deaths` over the whole part (missing where unknown). A state that changed sides has two.',
    years,
    variables: [],
  },
];
