import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';

const file = 'aid/us-foreign-assistance.csv';
/** Last fiscal year that all agencies had reported. */
const last = 2021;

const note =
  'Fiscal years: to 1976 they end on 30 June, from 1977 on 30 September, and 1976 holds the quarter between. A state and year without a row is one for which nothing is reported.';

const dollars = (name: string, title: string, definition: string, from: number): VariableCard => ({
  name,
  title,
  definition: `${definition} ${note}`,
  unit: 'US$ of 2021',
  scale: { higher: 'more assistance' },
  years: { from, to: last },
});

/**
 * United States foreign assistance, economic and military, by recipient and fiscal year, as the agencies report it.
 * Obligated is what was promised in law, disbursed what was paid; the file’s other three kinds (requested, allocated,
 * appropriated) are plans and do not enter.
 */
export const usAid: Source = {
  folder: 'us-aid',
  card: {
    name: 'us-aid',
    title: 'United States foreign assistance',
    version: 'fiscal years 1946–2021 of a file of 2023',
    citation:
      'US Agency for International Development & US Department of State (2023). ForeignAssistance.gov: Foreign Assistance by Country.',
    terms: 'public domain',
    files: [file],
    defects: [
      'Fiscal years 2022–2024 were not yet reported in full: left out.',
      'The quarter of July to September 1976 (“1976tq”) is added to 1976.',
      'A state may stand under two names in one year, which are added: Sudan beside “Sudan (former)”, Serbia beside “Serbia and Montenegro (former)” and “Yugoslavia (former)”.',
      '“Taiwan” is all China in 1946–1949, when its government held the mainland: given to China to 1949.',
      'What was given to states under occupation (Germany to 1954, Austria, Japan to 1951) or before independence does not enter, for they were no members of the state system.',
      'Negative figures are obligations taken back (Taiwan 1950, Ghana 2020).',
    ],
  },
  tables: [
    {
      name: 'us_aid',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Economic and military assistance of the United States to the state, by fiscal year, in prices of 2021. Assistance to regions and to the world at large is not in it.',
      years: { from: 1946, to: last },
      variables: [
        dollars(
          'us_aid_obligated',
          'US assistance, obligated',
          'Assistance that the United States bound itself to give in the fiscal year, economic and military, loans at face value; below zero where earlier obligations were taken back.',
          1946,
        ),
        dollars(
          'us_aid_disbursed',
          'US assistance, disbursed',
          'Assistance that the United States paid out in the fiscal year, economic and military; below zero where more flowed back. Not recorded before 2001.',
          2001,
        ),
      ],
    },
  ],
  async read(reading) {
    const amounts = ['current_amount', 'constant_amount'];
    await reading.csv(file, 'raw', {
      columns: ['Country Name', 'Transaction Type Name', 'Fiscal Year', ...amounts],
    });
    await refuseNonNumbers(reading, { from: 'raw', columns: amounts, file });
    await checkUpstream(reading);
    await lose(
      reading,
      'requested, allocated or appropriated, not obligated or disbursed',
      `"Transaction Type Name" NOT IN ('Obligations', 'Disbursements')`,
    );
    const spent = `"Transaction Type Name" IN ('Obligations', 'Disbursements')`;
    await lose(
      reading,
      'fiscal years not yet reported in full',
      `${spent} AND left("Fiscal Year", 4)::INT > ${last}`,
    );
    await reading.run(
      `CREATE TABLE spent AS SELECT *, left("Fiscal Year", 4)::INT AS fiscal FROM raw WHERE ${spent} AND left("Fiscal Year", 4)::INT <= ${last}`,
    );
    await reading.resolve({ from: 'spent', into: 'placed', key: '"Country Name"', year: 'fiscal', file });
    await refuseDoubles(reading, {
      from: 'placed',
      key: ['"Country Name"', '"Transaction Type Name"', '"Fiscal Year"'],
      file,
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'fiscal' });
    const sum = (type: string): string =>
      `sum(constant_amount::BIGINT) FILTER ("Transaction Type Name" = '${type}')::DOUBLE`;
    await reading.write(
      'us_aid',
      `SELECT ccode::SMALLINT AS ccode, fiscal::SMALLINT AS year, ${sum('Obligations')} AS us_aid_obligated, ${sum('Disbursements')} AS us_aid_disbursed FROM members GROUP BY ALL`,
    );
  },
};

async function lose(reading: Reading, reason: string, where: string): Promise<void> {
  const [counted] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM raw WHERE ${where}`);
  reading.lose(reason, Number(counted?.['n']));
}

async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'five kinds of transaction, and how many rows of each',
    `SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (SELECT "Transaction Type Name" AS kind, count(*) AS n FROM raw GROUP BY kind)`,
    "Appropriated and Planned 2560, Disbursements 4910, Initial Allocations 1759, Obligations 11378, President's Budget Requests 2559",
  );
  await reading.check(
    'one fiscal year is no year',
    `SELECT string_agg(DISTINCT "Fiscal Year") FROM raw WHERE try_cast("Fiscal Year" AS INTEGER) IS NULL`,
    '1976tq',
  );
  await reading.check(
    'constant amounts are of 2021 and have the sign of the current ones',
    `SELECT count(*) FILTER ("Fiscal Year" = '2021' AND "Transaction Type Name" IN ('Obligations', 'Disbursements') AND current_amount <> constant_amount) + count(*) FILTER (sign(current_amount::DOUBLE) <> sign(constant_amount::DOUBLE)) FROM raw`,
    0,
  );
  await reading.check(
    'the last full years: obligations of 2021 and 2023, thousand million dollars',
    `SELECT string_agg(b, ' ' ORDER BY "Fiscal Year") FROM (SELECT "Fiscal Year", round(sum(current_amount::DOUBLE) / 1e9)::INT AS b FROM raw WHERE "Transaction Type Name" = 'Obligations' AND "Fiscal Year" IN ('2021', '2023') GROUP BY ALL)`,
    '53 31',
  );
  await reading.check(
    'China before 1949 stands under Taiwan',
    `SELECT string_agg("Country Name" || ':' || left("Fiscal Year", 4), ' ' ORDER BY "Fiscal Year") FROM raw WHERE "Country Name" IN ('Taiwan', 'China (P.R.C.)') AND "Fiscal Year" < '1950'`,
    'Taiwan:1946 Taiwan:1947 Taiwan:1948 Taiwan:1949',
  );
}
