import type { Reading, Source } from '../source.js';

const file = 'relations/signed-networks-cow.csv.gz';

/**
 * Doreian and Mrvar’s signed networks of the state system: who was tied to whom by alliance or by conflict, in 51
 * windows of four years, 1946–1999. The set on which structural balance is compared.
 */
export const signedNetworks: Source = {
  folder: 'signed-networks',
  card: {
    name: 'signed-networks',
    title: 'Signed networks of the Correlates of War, 1946–1999',
    version: 'as in signnet',
    citation:
      'Doreian, P. & Mrvar, A. (2015). Structural Balance and Signed International Relations. Journal of Social Structure 16(2):1–49, doi:10.21307/joss-2019-012. Windows from Schoch, D., signnet (R package).',
    terms: 'MIT',
    files: [file],
    defects: [
      'States go by abbreviations of the authors, not COW’s: PRG is Portugal and PAR Paraguay, NGA Nigeria and NIG Niger, LIT Lithuania and LTN Liechtenstein, SWA Swaziland and SWZ Switzerland (told apart by their ties).',
      'A tie has one sign in a window: where states were allied and fought, the authors chose.',
    ],
  },
  tables: [
    {
      name: 'signed_ties',
      level: 'episode',
      key: ['from_year', 'ccode1', 'ccode2'],
      says: 'Ties in windows of four years that move by one (1946–1949, 1947–1950, … 1996–1999), once a pair with the lower number first: `sign` 1 for an alliance or treaty, −1 for a conflict. A pair without a row had neither. Windows overlap by three years: they are no independent observations. A tie counts for the window although a state was a member for part of it only.',
      years: { from: 1946, to: 1999 },
      variables: [],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['slice', 'name', 'from', 'to', 'sign'] });
    await checkWindows(reading);
    await reading.run(
      `CREATE TABLE ties AS SELECT line, (1945 + slice::INT)::SMALLINT AS from_year, (1948 + slice::INT)::SMALLINT AS to_year, "from" AS a, "to" AS b, sign::TINYINT AS sign FROM raw`,
    );
    await reading.resolve({ from: 'ties', into: 'ties_1', key: 'a', year: 'to_year', as: 'x', file });
    await reading.resolve({ from: 'ties_1', into: 'ties_2', key: 'b', year: 'to_year', as: 'y', file });
    const there = (side: string): string =>
      `EXISTS (FROM state_years s WHERE s.ccode = ${side} AND s.year BETWEEN from_year AND to_year)`;
    const away = await reading.rows(
      `SELECT count(*)::INTEGER AS n FROM ties_2 WHERE NOT (${there('x')} AND ${there('y')})`,
    );
    reading.lose('not a member of the state system in any year of the window', Number(away[0]!['n']));
    await reading.write(
      'signed_ties',
      `SELECT from_year, to_year, least(x, y)::SMALLINT AS ccode1, greatest(x, y)::SMALLINT AS ccode2, sign FROM ties_2 WHERE ${there('x')} AND ${there('y')}`,
    );
  },
};

async function checkWindows(reading: Reading): Promise<void> {
  await reading.check(
    '51 windows of four years, from 46-49 to 96-99',
    `SELECT count(DISTINCT slice) || ' ' || count(*) FILTER (name <> (45 + slice::INT) || '-' || (48 + slice::INT)) FROM raw`,
    '51 0',
  );
  await reading.check(
    '36,224 positive and 5,071 negative ties',
    `SELECT count(*) FILTER (sign = '1') || ' ' || count(*) FILTER (sign = '-1') || ' ' || count(*) FROM raw`,
    '36224 5071 41295',
  );
  await reading.check(
    'a pair stands once in a window, and no state with itself',
    `SELECT count(*)::INTEGER FROM (SELECT slice, least("from", "to") AS a, greatest("from", "to") AS b FROM raw GROUP BY ALL HAVING count(*) > 1 OR a = b)`,
    0,
  );
}
