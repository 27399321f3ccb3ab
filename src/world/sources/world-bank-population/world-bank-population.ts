import type { Source } from '../source.js';
import { readWorldBank } from '../world-bank-series.js';

const file = 'capabilities/population-world-bank.csv';

/**
 * Population from the World Development Indicators, 1960–2024. The Bank counts today’s territory in every year: where
 * a state has since split, merged or lost a part that is now itself a member, earlier years are not that state’s and
 * are lost (names.csv says which). A year of change counts as the new territory’s if it lasted for most of the year.
 */
export const worldBankPopulation: Source = {
  folder: 'world-bank-population',
  card: {
    name: 'world-bank-population',
    title: 'World Bank population',
    version: 'World Development Indicators, series to 2024',
    citation: 'World Bank. World Development Indicators: Population, total (SP.POP.TOTL). CC BY 4.0.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      '48 aggregates (regions, income groups, the world) stand among the economies; they are left out.',
      'Figures are of today’s territory in every year. Lost for that reason: Germany and Yemen before 1990, Viet Nam before 1976, Russia before 1992, Serbia before 2008, Ethiopia before 1993, Sudan before 2012, Pakistan before 1972, Malaysia before 1966, Egypt before 1962, Tanzania before 1964.',
      'No figures for Taiwan, nor for states that are gone: the Soviet Union, both German states, Czechoslovakia, Yugoslavia, both Yemens before 1990, South Viet Nam, Zanzibar.',
      'Territory differs from the state’s elsewhere too: Moldova without Transnistria, France with its overseas departments, Cyprus with the north.',
    ],
  },
  tables: [
    {
      name: 'world_bank_population',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Population of members of the state system by the World Bank, in the years in which they had their present territory.',
      years: { from: 1960, to: 2024 },
      variables: [
        {
          name: 'population_wb',
          title: 'Population (World Bank)',
          definition:
            'Total population at mid-year: all residents, whatever their legal status or citizenship. Much of it is estimated between censuses. Only for years in which the state had its present territory.',
          unit: 'persons',
          scale: { low: 0, higher: 'more people' },
          defects: ['No figures for Taiwan or for states that no longer exist.'],
        },
      ],
    },
  ],
  read: (reading) =>
    readWorldBank(reading, {
      file,
      table: 'world_bank_population',
      variable: 'population_wb',
      value: 'as_integer(Value)',
      rows: 17_195,
      last: '16634373',
      codes: 265,
      span: '1960-2024',
      whole: { year: 2020, atLeast: 0.99 },
    }),
};
