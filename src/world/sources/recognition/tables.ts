import type { TableCard, VariableCard } from '../../cards.js';

const flag = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'recognised' },
});

const total = (name: string, title: string, definition: string, from: number): VariableCard => ({
  name,
  title,
  definition,
  unit: 'states',
  scale: { low: 0, higher: 'more states' },
  years: { from, to: 2024 },
});

const stated =
  'The last total of the year that a source of the time or a ministry stated; missing in years without one. Sources count differently.';

export const recognitionTables: readonly TableCard[] = [
  {
    name: 'recognition_spells',
    level: 'episode',
    key: ['spell'],
    says: 'Relations with the People’s Republic (`side` beijing) or the Republic of China (taipei), as read: state and its ISO 3166 code then (none for the Holy See and Palestine), first and last date as exactly as read (a year, a month or a day; empty where not read), note. Breaks that nobody read are not in it.',
    years: { from: 1912, to: 2024 },
    variables: [],
  },
  {
    name: 'recognition_counts',
    level: 'episode',
    key: ['count'],
    says: 'Totals that sources stated: date, `side`, `what` (total, or broke_relations for a loss in the year), states, who said so.',
    years: { from: 1949, to: 2024 },
    variables: [],
  },
  {
    name: 'recognition_state_years',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Whether a state had relations with Beijing, and from 1990 with Taipei, on 31 December. A row only for states of whom something was read; China itself has none.',
    years: { from: 1949, to: 2024 },
    variables: [
      flag(
        'recognises_beijing',
        'Relations with Beijing',
        '1 if the state had diplomatic relations with the People’s Republic of China on 31 December, by the dates that were read, else 0. Relations of chargés count. A state of which nothing was read is missing.',
      ),
      {
        ...flag(
          'recognises_taipei',
          'Relations with Taipei',
          '1 if the state had diplomatic relations with the Republic of China on 31 December, else 0; from 1990 on. Where the beginning was not read, relations are taken to have held in 1990.',
        ),
        years: { from: 1990, to: 2024 },
      },
    ],
  },
  {
    name: 'recognition_years',
    level: 'system-year',
    key: ['year'],
    says: 'How many states had relations with Beijing and Taipei on 31 December: counted from the dates that were read, and as stated.',
    years: { from: 1949, to: 2024 },
    variables: [
      total(
        'beijing_recognised_by',
        'States with relations with Beijing',
        'Members of the state system with relations on 31 December, counted from the dates read. Falls short of stated totals, by up to ten: states of which nothing was read, and those outside the state system.',
        1949,
      ),
      total('beijing_recognised_by_stated', 'States with relations with Beijing, as stated', stated, 1949),
      total(
        'taipei_recognised_by',
        'States with relations with Taipei',
        'Members of the state system with relations on 31 December, counted from the dates read; without the Holy See. Up to five short before 1999.',
        1990,
      ),
      total('taipei_recognised_by_stated', 'States with relations with Taipei, as stated', stated, 1949),
    ],
  },
];
