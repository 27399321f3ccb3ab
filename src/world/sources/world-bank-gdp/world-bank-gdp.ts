import type { Source } from '../source.js';
import { readWorldBank } from '../world-bank-series.js';

const file = 'capabilities/gdp-world-bank.csv';

/**
 * GDP in current US dollars from the World Development Indicators, 1960–2023. As with population, years in which the
 * state did not have the territory that the figure is of are lost (names.csv says which). Sudan is kept throughout:
 * its national accounts include the South until July 2011, as the state did; Ethiopia’s include Eritrea until 1991.
 */
export const worldBankGdp: Source = {
  folder: 'world-bank-gdp',
  card: {
    name: 'world-bank-gdp',
    title: 'World Bank GDP',
    version: 'World Development Indicators, series to 2023',
    citation: 'World Bank. World Development Indicators: GDP, current US$ (NY.GDP.MKTP.CD). CC BY 4.0.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      '48 aggregates (regions, income groups, the world) stand among the economies; they are left out.',
      'Figures are of today’s territory in every year. Lost for that reason: Germany before 1990 (West and East together, back-cast), Russia before 1992, Serbia before 2008, Ethiopia in 1992, Pakistan before 1972, Malaysia before 1966.',
      'No figures for Taiwan and North Korea, nor for states that are gone: the Soviet Union, both German states, Czechoslovakia, Yugoslavia, both Yemens, South Viet Nam, Zanzibar. Eritrea ends in 2011, Venezuela in 2014, South Sudan in 2015, Yemen in 2018, Cuba in 2020.',
      'Official exchange rates make some series leap: Iraq falls from 180 billion dollars in 1990 to 0.4 billion in 1991; Sudan, Azerbaijan, Guinea, Nigeria and the Democratic Republic of the Congo have years in which GDP falls by two thirds or more, or grows fourfold.',
      'Territory differs from the state’s elsewhere too: Tanzania is the mainland only, Georgia is without Abkhazia and South Ossetia, Moldova without Transnistria, Cyprus without the north; Morocco includes Western Sahara, Indonesia Timor-Leste to 1999.',
    ],
  },
  tables: [
    {
      name: 'world_bank_gdp',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Gross domestic product of members of the state system by the World Bank, in the years in which they had the territory counted.',
      years: { from: 1960, to: 2023 },
      variables: [
        {
          name: 'gdp_current',
          title: 'GDP (current US$)',
          definition:
            'Gross domestic product at purchaser’s prices, converted at the official exchange rate of the year (at another rate where the Bank judges the official one unreal). Not corrected for prices: compare shares within a year, not levels over years.',
          unit: 'US$, current',
          scale: { low: 0, higher: 'a larger economy' },
          defects: [
            'Leaps where the official exchange rate was unreal (Iraq 1990–1994).',
            'No figures for the Soviet Union, Taiwan, North Korea or other states outside the Bank.',
          ],
        },
      ],
    },
  ],
  async read(reading) {
    await readWorldBank(reading, {
      file,
      table: 'world_bank_gdp',
      variable: 'gdp_current',
      value: 'as_number(Value)',
      rows: 13_979,
      last: '26538273498.84614',
      codes: 262,
      span: '1960-2023',
      whole: { year: 2019, atLeast: 0.97 },
    });
    await reading.check(
      'Iraq’s GDP falls to under a hundredth from 1990 to 1991',
      `SELECT (max(as_number(Value)) FILTER (Year = '1991') < max(as_number(Value)) FILTER (Year = '1990') / 100)::INTEGER
       FROM raw WHERE "Country Code" = 'IRQ'`,
      1,
    );
    await reading.check(
      'Germany before 1990 is the whole of today’s territory: 1,399 billion dollars in 1989',
      `SELECT round(max(as_number(Value)) FILTER (Year = '1989') / 1e9)::INTEGER FROM raw WHERE "Country Code" = 'DEU'`,
      1399,
    );
  },
};
