import { refuseCut } from './refuse-cut.js';
import { refuseDoubles } from './refuse-doubles.js';
import { refuseNonNumbers } from './refuse-non-numbers.js';
import type { Reading } from './source.js';

/** One indicator of the World Development Indicators in the Bank’s long layout, and the table it becomes. */
export interface WorldBankSeries {
  readonly file: string;
  readonly table: string;
  /** SQL that makes the value of a row from the column `Value`. */
  readonly value: string;
  readonly variable: string;
  /** Rows of the whole file, and the value in the last of them as printed. */
  readonly rows: number;
  readonly last: string;
  /** Entries under a code of their own (economies and aggregates), and the span of years, as last reviewed. */
  readonly codes: number;
  readonly span: string;
  /** A late year, and the least part of the Bank’s world total that members of the state system make up in it. */
  readonly whole: { readonly year: number; readonly atLeast: number };
}

/**
 * Reads one World Bank indicator. The Bank shows today’s economies in today’s territory for every year, and some 50
 * aggregates among them: `names.csv` says of each code, by year, which state it is, or what it is instead.
 */
export async function readWorldBank(reading: Reading, series: WorldBankSeries): Promise<void> {
  const { file, variable } = series;
  await reading.csv(file, 'raw', { columns: ['Country Name', 'Country Code', 'Year', 'Value'] });
  await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'Value'], file });
  await refuseDoubles(reading, { from: 'raw', key: ['"Country Code"', 'Year'], file });
  await reading.check(
    'every row has a value above zero',
    `SELECT count(*) FROM raw WHERE coalesce(as_number(Value), 0) <= 0`,
    0,
  );
  await reading.check(
    'the codes are those that were reviewed',
    `SELECT count(DISTINCT "Country Code") FROM raw`,
    series.codes,
  );
  await reading.check(
    'the series covers the years that it did',
    `SELECT min(Year) || '-' || max(Year) FROM raw`,
    series.span,
  );
  await reading.resolve({ from: 'raw', into: 'placed', key: '"Country Code"', year: 'Year', file });
  await refuseCut(reading, { from: 'raw', file, rows: series.rows, field: 'Value', last: series.last });
  await reading.inSystem({ from: 'placed', into: 'members', year: 'Year' });
  // An aggregate taken for a state would push the sum above the world’s; a state taken for an aggregate, far below.
  const { year, atLeast } = series.whole;
  await reading.check(
    `members make up between ${atLeast} and all of the world in ${year}`,
    `SELECT ((SELECT sum(as_number(Value)) FROM members WHERE Year = '${year}') / any_value(as_number(Value)) BETWEEN ${atLeast} AND 1)::INTEGER
     FROM raw WHERE "Country Code" = 'WLD' AND Year = '${year}'`,
    1,
  );
  await reading.write(
    series.table,
    `SELECT ccode, as_integer(Year) AS year, ${series.value} AS ${variable} FROM members`,
  );
}
