import { worldBankCode } from '../gapminder-code.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'trade/merchandise-trade-share-of-gdp.csv';
const share = 'merchandise_trade_percent_of_gdp';

/**
 * Trade in goods (exports and imports together) as a share of GDP, from the World Development Indicators, 1960–2024.
 * Today’s economies in today’s territory, as in the Bank’s GDP, whose reviewed names serve here too.
 */
export const tradeOpenness: Source = {
  folder: 'world-bank-gdp',
  card: {
    name: 'trade-openness',
    title: 'Merchandise trade as a share of GDP (World Bank)',
    version: 'World Development Indicators, series to 2024, as carried by Gapminder',
    citation:
      'World Bank. World Development Indicators: Merchandise trade, % of GDP (TG.VAL.TOTL.GD.ZS), from World Trade Organization and World Bank GDP estimates. CC BY 4.0. Carried by Gapminder.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'Codes in lower case; Curaçao is nld_curacao; no Kosovo.',
      'Figures are of today’s territory: years in which the state had another are lost, as in the Bank’s GDP.',
      'Entrepôts and flags of convenience exceed any meaning of openness: Liberia 987 per cent in 1995, the Bahamas 958 in 1977, Singapore above 200; Azerbaijan’s 578 in 1992 is an exchange rate.',
      'Belgium and Luxembourg begin in 1999; before, their trade was counted as one.',
    ],
  },
  tables: [
    {
      name: 'trade_openness',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Trade in goods of members of the state system, as a share of GDP.',
      years: { from: 1960, to: 2024 },
      variables: [
        {
          name: 'merchandise_trade_share_of_gdp',
          title: 'Merchandise trade',
          definition:
            'Exports and imports of goods together, in per cent of GDP at current prices. Goods that only pass through are counted in full against a GDP that counts value added, so it may exceed 100; services are not in it.',
          unit: 'per cent of GDP',
          scale: { low: 0, higher: 'more trade for the size of the economy' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['geo', 'time', share] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['time', share], file });
    await refuseDoubles(reading, { from: 'raw', key: ['geo', 'time'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 10_800, field: share, last: '40.75888' });
    await reading.check(
      '10,800 rows of 205 economies, 1960–2024, every share above zero',
      `SELECT count(*) FILTER (as_number(${share}) > 0) || ', ' || count(DISTINCT geo) || ', ' || min(time) || '-' || max(time) FROM raw`,
      '10800, 205, 1960-2024',
    );
    await reading.check(
      'Liberia is highest, with 987 per cent in 1995',
      `SELECT arg_max(geo || time, as_number(${share})) || ' ' || round(max(as_number(${share})))::INTEGER FROM raw`,
      'lbr1995 987',
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
      'trade_openness',
      `SELECT ccode::SMALLINT AS ccode, as_integer(time)::SMALLINT AS year, as_number(${share}) AS merchandise_trade_share_of_gdp FROM members`,
    );
  },
};
