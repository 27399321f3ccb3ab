import { worldBankCode } from '../gapminder-code.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'trade/fdi-inflow-share-of-gdp.csv';
const share = 'foreign_direct_investment_net_inflows_percent_of_gdp';

/**
 * Foreign direct investment, net inflows as a share of GDP, from the World Development Indicators, 1970–2024. Today’s
 * economies in today’s territory, as in the Bank’s GDP, whose reviewed names serve here too.
 */
export const fdi: Source = {
  folder: 'world-bank-gdp',
  card: {
    name: 'fdi',
    title: 'Foreign direct investment, net inflows (World Bank)',
    version: 'World Development Indicators, series to 2024, as carried by Gapminder',
    citation:
      'World Bank. World Development Indicators: Foreign direct investment, net inflows, % of GDP (BX.KLT.DINV.WD.GD.ZS). CC BY 4.0. Carried by Gapminder.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'Codes in lower case; Kosovo is kos, Curaçao nld_curacao.',
      'Figures are of today’s territory: years in which the state had another are lost, as in the Bank’s GDP.',
      '399 rows are exactly zero, in runs: Micronesia in nearly every year, Nauru, Timor-Leste to 2004, Albania and Ethiopia before 1991, Syria from 2011. Whether nothing came or nothing was counted is not said.',
      'Conduits dwarf their economies: Liechtenstein between −1,303 and 1,283 per cent, Malta, Cyprus, Luxembourg above 200. Use medians or leave them out.',
    ],
  },
  tables: [
    {
      name: 'fdi',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Foreign direct investment received by members of the state system, as a share of GDP.',
      years: { from: 1970, to: 2024 },
      variables: [
        {
          name: 'fdi_inflow_share_of_gdp',
          title: 'Foreign direct investment, net inflows',
          definition:
            'Net inflows of direct investment from abroad (new investment less disinvestment) in per cent of GDP; below zero where more was withdrawn than came. Says nothing of who invests, and counts money that only passes through.',
          unit: 'per cent of GDP',
          scale: { higher: 'more investment from abroad' },
          defects: ['Exactly zero may mean not counted.'],
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['geo', 'time', share] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['time', share], file });
    await refuseDoubles(reading, { from: 'raw', key: ['geo', 'time'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 9480, field: share, last: '1.12046' });
    await reading.check(
      '9,480 rows of 202 economies, 1970–2024, no field empty',
      `SELECT count(${share}) || ', ' || count(DISTINCT geo) || ', ' || min(time) || '-' || max(time) FROM raw`,
      '9480, 202, 1970-2024',
    );
    await reading.check(
      'zeros, and shares beyond ±100 per cent outside five financial centres',
      `SELECT count(*) FILTER (as_number(${share}) = 0) || ', ' || count(*) FILTER (abs(as_number(${share})) > 100 AND geo NOT IN ('lie', 'cym', 'mlt', 'lux', 'cyp')) FROM raw`,
      '399, 3',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: worldBankCode('geo'),
      year: 'time',
      file,
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'time' });
    await reading.write(
      'fdi',
      `SELECT ccode::SMALLINT AS ccode, as_integer(time)::SMALLINT AS year, as_number(${share}) AS fdi_inflow_share_of_gdp FROM members`,
    );
  },
};
