import type { TableCard, VariableCard } from '../../cards.js';

const flag = (name: string, title: string, definition: string, higher: string): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher },
});

/** Leaders by REIGN: their time in office, and what a state’s year has of them. */
export const reignTables: readonly TableCard[] = [
  {
    name: 'reign_leaders',
    level: 'episode',
    key: ['ccode', 'begins', 'leader'],
    says: 'Leaders of members of the state system by REIGN, with the day on which they took office (`begins`) and the year and month in which they left it (`end_year`, `end_month`; missing: in office in March 2021); `leader_id` as in REIGN; `woman`, `military_career` (of the person before or while in office), `born`. Later than Archigos, but without the manner of entry and exit.',
    years: { from: 1921, to: 2021 },
    variables: [],
  },
  {
    name: 'reign',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Leaders who took office in a year and the leader in office at its end (`reign_leader`) by REIGN, for members of the state system.',
    years: { from: 1950, to: 2020 },
    variables: [
      {
        name: 'reign_leader_entries',
        title: 'Leaders who came to office (REIGN)',
        definition:
          'Number of leaders who took office in the year. Leaders who lasted for days may be missing.',
        unit: 'leaders',
        scale: { low: 0, higher: 'more changes' },
      },
      {
        name: 'reign_leader_tenure',
        title: 'Time of the leader in office (REIGN)',
        definition: 'Years since the leader of 31 December took office, counted in this spell alone.',
        unit: 'years',
        scale: { low: 0, higher: 'longer in office' },
      },
      {
        name: 'reign_leader_age',
        title: 'Age of the leader (REIGN)',
        definition: 'The year less the year of birth of the leader of 31 December.',
        unit: 'years',
        scale: { low: 0, higher: 'older' },
      },
      flag(
        'reign_leader_woman',
        'Led by a woman (REIGN)',
        '1 if the leader of 31 December is a woman.',
        'a woman leads',
      ),
      flag(
        'reign_leader_military',
        'Leader with a military career (REIGN)',
        '1 if the leader of 31 December had a career in the military. It does not say that the military rules.',
        'a career soldier leads',
      ),
    ],
  },
];
