import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';
import { dacTables } from './tables.js';

const file = 'aid/oecd-dac2a-2009-2022.csv.gz';

/** Aid types that are carried over; the others are parts, memos and imputations. */
const types = {
  aid_gross: 'Memo: ODA Total, Gross disbursements',
  aid_net: 'ODA: Total Net',
  aid_grants: 'Grants, Total',
  aid_loans: 'ODA Gross Loans',
  aid_humanitarian: 'Humanitarian Aid',
} as const;

/**
 * Official development assistance by donor, recipient and year, 2009–2022, as donors report it to the Development
 * Assistance Committee of the OECD (table DAC2A), in prices and exchange rates of 2022. The first state of a pair gives.
 */
export const dac: Source = {
  folder: 'dac',
  card: {
    name: 'dac',
    title: 'Aid disbursements to countries and regions (DAC2A)',
    version: '2009–2022, constant prices of 2022',
    citation:
      'OECD Development Assistance Committee (2024). Aid (ODA) disbursements to countries and regions [DAC2a]. OECD.',
    terms: 'cite',
    files: [file],
    defects: [
      'The carrier kept figures above zero only: net aid is missing, not negative, where repayments exceed it.',
      'Fifty donor states: of those that report, Saudi Arabia is not in the file. China, India and Brazil do not report. Donors that joined late or report when they please have fewer years (Qatar from 2019, Kazakhstan from 2013).',
      'Kosovo is not among the recipients. Recipients that left the list end before 2022 (Chile and Uruguay 2017, Oman and Barbados 2010).',
      'Grants exceed the gross total in 18 pairs and years, Norway’s of 2009–2011 among them.',
    ],
  },
  tables: dacTables,
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: ['Recipient', 'Donor', 'Aid type', 'Amount type', 'Year', 'Value'],
    });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'Value'], file });
    await refuseDoubles(reading, {
      from: 'raw',
      key: ['Recipient', 'Donor', '"Aid type"', '"Amount type"', '"Year"'],
      file,
    });
    await checkUpstream(reading);
    const kept = `"Aid type" IN (${Object.values(types)
      .map((t) => `'${t}'`)
      .join(', ')})`;
    await lose(reading, 'a part, memo or imputation that is not carried over', 'raw', `NOT (${kept})`);
    await reading.run(`CREATE TABLE flows AS FROM raw WHERE ${kept}`);
    const at = { year: '"Year"', file } as const;
    await reading.resolve({ ...at, from: 'flows', into: 'placed1', key: 'Donor', as: 'ccode1' });
    await reading.resolve({ ...at, from: 'placed1', into: 'placed2', key: 'Recipient', as: 'ccode2' });
    await reading.inSystem({ from: 'placed2', into: 'member1', year: '"Year"', state: 'ccode1' });
    await reading.inSystem({ from: 'member1', into: 'member2', year: '"Year"', state: 'ccode2' });
    const columns = Object.entries(types).map(
      ([name, type]) => `max(as_number("Value")) FILTER ("Aid type" = '${type}') AS ${name}`,
    );
    await reading.run(`CREATE TABLE pairs AS SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, as_integer("Year")::SMALLINT AS year,
      ${columns.join(', ')} FROM member2 GROUP BY ALL`);
    await reading.write('dac_dyad_years', 'FROM pairs');
    await reading.write(
      'dac_state_years',
      `SELECT ccode, year, ${sumOf('given')} AS aid_given, ${sumOf('received')} AS aid_received FROM
       (SELECT ccode1 AS ccode, year, aid_gross AS given, NULL AS received FROM pairs WHERE aid_gross IS NOT NULL
        UNION ALL SELECT ccode2, year, NULL, aid_gross FROM pairs WHERE aid_gross IS NOT NULL) GROUP BY ccode, year`,
    );
  },
};

/** Cents are added as whole numbers, so that the sum does not hang on the order of the rows. */
const sumOf = (column: string): string => `sum(round(${column} * 100)::BIGINT)::DOUBLE / 100`;

async function lose(reading: Reading, reason: string, from: string, where: string): Promise<void> {
  const [counted] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM ${from} WHERE ${where}`);
  reading.lose(reason, Number(counted?.['n']));
}

async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    '327,763 figures of 17 aid types, 50 donors and 151 recipients, 2009–2022, all in constant prices',
    `SELECT count(*) || ' ' || count(DISTINCT "Aid type") || ' ' || count(DISTINCT Donor) || ' ' || count(DISTINCT Recipient) || ' ' || min("Year") || '-' || max("Year") || ' ' || string_agg(DISTINCT "Amount type") FROM raw`,
    '327763 17 50 151 2009-2022 Constant Prices (2022 USD millions)',
  );
  await reading.check(
    'no state gives to itself, but by what is imputed to it',
    `SELECT string_agg(DISTINCT "Aid type") FROM raw WHERE Donor = Recipient`,
    'Imputed Multilateral ODA',
  );
  await reading.check(
    'no figure is zero or below',
    `SELECT count(*)::INTEGER FROM raw WHERE NOT coalesce(as_number("Value") > 0, false)`,
    0,
  );
  const figures = (type: string): string =>
    `SELECT Donor, Recipient, "Year" AS y, as_number("Value") AS v FROM raw WHERE "Aid type" = '${type}'`;
  await reading.check(
    '1,670 gross figures have no net one, and no net one stands alone',
    `SELECT count(*) FILTER (n.v IS NULL) || ' ' || count(*) FILTER (g.v IS NULL) FROM (${figures(types.aid_gross)}) g FULL JOIN (${figures(types.aid_net)}) n USING (Donor, Recipient, y)`,
    '1670 0',
  );
  await reading.check(
    'grants exceed the gross total in 18 pairs and years',
    `SELECT count(*)::INTEGER FROM (${figures(types.aid_gross)}) g JOIN (${figures(types.aid_grants)}) n USING (Donor, Recipient, y) WHERE n.v > g.v + 0.02`,
    18,
  );
}
