import type { VariableCard } from '../../cards.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';

const file = 'trade/cow-trade-national-v4.csv';

const total = (flow: 'imports' | 'exports', title: string, gaps: string): VariableCard => ({
  name: `${flow}_total`,
  title,
  definition: `Merchandise ${flow} of the state, all partners together, as reported by it or, from 1960 where it did not report, by its partners. Current prices and exchange rates: compare shares within a year.`,
  unit: 'million US$, current',
  scale: { low: 0, higher: `more ${flow}` },
  defects: [gaps],
});

/**
 * Total imports and exports of states by the Correlates of War, 1870–2014. From 1960 the figures are those of the
 * International Monetary Fund and follow its names of countries, not the project’s numbers: names.csv puts West
 * Germany’s and South Viet Nam’s trade where they belong and leaves out what is another state’s or a fragment.
 */
export const tradeNational: Source = {
  folder: 'trade-national',
  card: {
    name: 'trade-national',
    title: 'COW Trade, national',
    version: '4.0 (2016)',
    citation:
      'Barbieri, K., Keshk, O. M. G. & Pollins, B. M. (2009). Trading Data: Evaluating our Assumptions and Coding Rules. Conflict Management and Peace Science 26(5):471–491. Barbieri, K. & Keshk, O. M. G. (2016). Correlates of War Project Trade Data Set Codebook, Version 4.0.',
    terms: 'cite',
    files: [file],
    defects: [
      'West Germany’s trade of 1960–1989 stands under Germany’s number (255), with an empty row for West Germany: moved to 260.',
      'South Viet Nam’s trade stands under the North’s number (816) from 1960: moved to 817 for 1960–1963; 1964–1973 are imports from the United States and (1972) Japan alone and 1974–1975 cannot be told apart: left out. The North has no figures before 1976.',
      'The trade of the Belgium–Luxembourg Economic Union stands under both numbers, 1960–1996: kept for Belgium, left out for Luxembourg.',
      'North Yemen’s trade of 1974–1980 is repeated for South Yemen: left out for the South.',
      'In the early 1960s the totals of the Soviet Union, Poland, Czechoslovakia, East Germany, Hungary and Cuba drop to a fragment, some below the sum of the state’s own dyadic flows; Albania, Mongolia and North Korea have such exports and no imports until 1980. Left out.',
      'Rows from 1960 on for territories that were not yet members. No figures for Yugoslavia and Serbia 1993–2014, Cabo Verde, Bhutan, Eritrea, Timor-Leste, Liechtenstein, Monaco, Andorra, San Marino, Micronesia, the Marshall Islands and Palau.',
    ],
  },
  tables: [
    {
      name: 'trade_national',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Total merchandise imports and exports of members of the state system.',
      years: { from: 1870, to: 2014 },
      variables: [
        total(
          'imports',
          'Imports, total',
          'Missing for Taiwan from 1960, South Africa 1960–1997, Botswana, Lesotho, Namibia and Swaziland throughout, Serbia and Yugoslavia 1993–2014, and in both world wars.',
        ),
        total(
          'exports',
          'Exports, total',
          'Where imports are missing (Taiwan from 1960, South Africa 1960–1997 and others), exports are the sum of what partners reported.',
        ),
      ],
    },
  ],
  async read(reading) {
    const columns = ['ccode', 'year', 'imports', 'exports'];
    await reading.csv(file, 'raw', { columns });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 14_410, field: 'exports', last: '140.174134293516' });
    await checkDefects(reading);
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'year',
      as: 'state',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year', state: 'state' });
    await reading.write(
      'trade_national',
      `SELECT state AS ccode, as_integer(year) AS year, as_number(imports) AS imports_total, as_number(exports) AS exports_total FROM members`,
    );
  },
};

/** What names.csv rests on: each would notice if upstream put it right. */
async function checkDefects(reading: Reading): Promise<void> {
  const count = (where: string): string => `SELECT count(*) FROM raw WHERE ${where}`;
  const between = (from: number, to: number): string => `year::INTEGER BETWEEN ${from} AND ${to}`;
  const twins = (a: string, b: string, near: number): string =>
    `SELECT count(*) FROM raw x JOIN raw y USING (year) WHERE x.ccode = '${a}' AND y.ccode = '${b}'
     AND abs(as_number(x.imports) - as_number(y.imports)) <= ${near} AND abs(as_number(x.exports) - as_number(y.exports)) <= ${near}`;
  await reading.check(
    'a missing value is an empty field',
    count('as_number(imports) < 0 OR as_number(exports) < 0'),
    0,
  );
  await reading.check(
    'West Germany’s figures of 1960–1989 stand under Germany’s number',
    count(`ccode = '255' AND ${between(1960, 1989)} AND imports IS NOT NULL`),
    30,
  );
  await reading.check(
    'West Germany’s own rows are empty from 1960',
    count(`ccode = '260' AND year::INTEGER >= 1960 AND imports IS NULL AND exports IS NULL`),
    31,
  );
  await reading.check('Luxembourg repeats Belgium in 37 years', twins('211', '212', 0), 37);
  await reading.check('South Yemen repeats North Yemen in 7 years', twins('678', '680', 0.1), 7);
  await reading.check(
    'South Viet Nam’s own rows are empty from 1960',
    count(`ccode = '817' AND year::INTEGER >= 1960 AND imports IS NULL AND exports IS NULL`),
    16,
  );
  await reading.check(
    'Viet Nam’s imports of 1964–1973 are those from the United States and in 1972 Japan, 2,136 million dollars',
    `SELECT round(sum(as_number(imports)))::INTEGER FROM raw WHERE ccode = '816' AND ${between(1964, 1973)}`,
    2136,
  );
  await reading.check(
    'six communist states’ imports in 16 state-years of 1960–1963 are a fragment, 1,197 million dollars together',
    `SELECT round(sum(as_number(imports)))::INTEGER FROM raw WHERE (ccode = '365' AND ${between(1960, 1962)})
     OR (ccode IN ('290', '315') AND ${between(1960, 1963)}) OR (ccode IN ('265', '310') AND ${between(1960, 1961)}) OR (ccode = '40' AND year = '1963')`,
    1197,
  );
  await reading.check(
    'Albania, Mongolia and North Korea have no imports in 1960–1980',
    count(`ccode IN ('339', '712', '731') AND ${between(1960, 1980)} AND imports IS NULL`),
    63,
  );
}
