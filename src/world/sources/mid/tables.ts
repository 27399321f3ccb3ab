import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1816, to: 2014 };

const count = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} 0 for members that the data do not name, as they hold every dispute between members. Counts say nothing of who was right.`,
  unit: 'disputes',
  scale: { low: 0, higher: 'more disputes' },
});

const levels =
  '`hostility` 1 none, 2 threat of force, 3 display, 4 use, 5 war; `action` 0–21, the highest of COW’s military actions; `fatality` 0 none, 1 to 25 military deaths, 2 to 100, 3 to 250, 4 to 500, 5 to 999, 6 more; `deaths` where known exactly';

export const midTables: readonly TableCard[] = [
  {
    name: 'mid_disputes',
    level: 'episode',
    key: ['dispute'],
    says: `Each militarised dispute: \`begins\` and \`ends\` (to the month where the day is unknown), ${levels}; \`outcome\` (1 victory of side A, 2 of B, 3 A yields, 4 B yields, 5 stalemate, 6 compromise, 7 released, 8 unclear, 9 joins a war), \`settlement\` (1 negotiated, 2 imposed, 3 none, 4 unclear), \`least_days\` and \`most_days\`, \`reciprocated\` (side B answered with military action), numbers of states on either side, \`ongoing\` at the end of 2014. Unknown is missing.`,
    years,
    variables: [],
  },
  {
    name: 'mid_participants',
    level: 'episode',
    key: ['dispute', 'ccode', 'spell'],
    says: `Each spell of a state in a dispute: \`side_a\` (the side that took the first military action), \`originator\` (in it from the first day), \`revisionist\` and \`revision\` (1 territory, 2 policy, 3 regime, 4 other, 0 none) with \`second_revision\`; \`begins\`, \`ends\`; ${levels}. Of the state’s whole part, not of a year. Unknown is missing.`,
    years,
    variables: [],
  },
  {
    name: 'mid_state_years',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Militarised disputes of every member and year, from the dates of its own parts in them.',
    years,
    variables: [
      count('mids', 'Militarised disputes', 'Disputes in which the state was on any day of the year.'),
      count(
        'mids_entered',
        'Militarised disputes entered',
        'Disputes that the state entered in the year, for the first time.',
      ),
      count(
        'mids_initiated',
        'Militarised disputes initiated',
        'Disputes that the state entered in the year as an originator on side A, the side that took the first military action.',
      ),
      count(
        'mids_entered_with_force',
        'Disputes entered in which the state used force',
        'Disputes that the state entered in the year and in which it came to use force or to war (hostility 4 or 5), be it in a later year.',
      ),
    ],
  },
];
