import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1816, to: 2014 };

const absent =
  'The data hold every pair of members that faced each other in a militarised dispute: two members without a row in a year of 1816–2014 did not.';

const flag = (
  name: string,
  title: string,
  definition: string,
  more: Partial<VariableCard> = {},
): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'yes' },
  ...more,
});
const both = { symmetric: true, absentIsZero: absent };

const hostility = '2 threat of force, 3 display of force, 4 use of force, 5 war';

export const dyadicMidTables: readonly TableCard[] = [
  {
    name: 'mid_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Militarised disputes of each pair of members and year, directed, over all disputes of the pair in the year. Levels are those that the two reached towards each other in that year.',
    years,
    variables: [
      flag(
        'mid_ongoing',
        'Militarised dispute',
        '1 if the two faced each other in a militarised dispute on any day of the year.',
        both,
      ),
      flag(
        'mid_onset',
        'Onset of a militarised dispute',
        '1 if a dispute between the two began in the year: its first year for this pair, which may be later than the dispute’s own.',
        both,
      ),
      {
        name: 'mid_disputes',
        title: 'Militarised disputes going on',
        definition: 'Disputes in which the two faced each other in the year.',
        unit: 'disputes',
        scale: { low: 0, higher: 'more disputes' },
        ...both,
      },
      {
        name: 'mid_hostility',
        title: 'Hostility between the two',
        definition: `Highest level that either reached towards the other in the year: ${hostility}; 0 without a dispute.`,
        unit: 'level, 0–5',
        values: {
          0: 'no dispute',
          1: 'none in a dispute',
          2: 'threat of force',
          3: 'display of force',
          4: 'use of force',
          5: 'war',
        },
        scale: { low: 0, high: 5, higher: 'more hostile' },
        ...both,
      },
      {
        name: 'mid_own_hostility',
        title: 'Hostility of the first state',
        definition: `Highest level that ccode1 reached towards ccode2 in the year: 1 none in a dispute, ${hostility}; 0 without a dispute.`,
        unit: 'level, 0–5',
        values: {
          0: 'no dispute',
          1: 'none in a dispute',
          2: 'threat of force',
          3: 'display of force',
          4: 'use of force',
          5: 'war',
        },
        scale: { low: 0, high: 5, higher: 'more hostile' },
        absentIsZero: absent,
      },
      flag(
        'mid_war',
        'War in a dispute',
        '1 if the two were at war with each other in a dispute of the year.',
        both,
      ),
      flag(
        'mid_side_a',
        'On the side that acted first',
        '1 if ccode1 was on the side that took the first military action in any of the disputes of the pair in the year, from the beginning or by joining it.',
      ),
      flag(
        'mid_initiator',
        'Acted first towards the other',
        '1 if ccode1 was the first of the two to act against the other in any of the disputes of the pair in the year.',
      ),
      flag(
        'mid_originator',
        'In a dispute from its first day',
        '1 if ccode1 was in any of the disputes of the pair in the year from the dispute’s first day.',
      ),
    ],
  },
  {
    name: 'mid_dyad_disputes',
    level: 'episode',
    key: ['dispute', 'part', 'ccode1', 'ccode2', 'year'],
    says: `Every dispute of every directed pair and year. \`part\` counts the parts of a dispute that the data keep apart for a pair; \`begins\`, \`ends\` of the pair’s part; \`onset\` its first year; of the pair in the year \`hostility\` and, of ccode1, \`own_hostility\` (1 none, ${hostility}), \`war\`; of ccode1 \`side_a\`, \`initiator\` (towards ccode2), \`originator\`, \`revisionist\`, \`revision\` (1 territory, 2 policy, 3 regime, 4 other, 0 none); deaths of the pair and of ccode1 as levels 0–6 in \`fatality\` and \`own_fatality\`, told in the last year of a part (0 before, but in 18 rows), missing where unknown; \`outcome\` and \`settlement\` as in mid_disputes, 0 before the last year.`,
    years,
    variables: [],
  },
];
