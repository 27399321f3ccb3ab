import { refuseDoubles } from '../refuse-doubles.js';
import type { Reading, Source } from '../source.js';

const file = 'trade/cow-trade-dyadic-v4.csv.gz';

/**
 * Imports of each state from each other by the Correlates of War, 1870–2014. The file tells every flow twice, once
 * from either side; here it stands once: the exports of A to B are the imports of B from A. The codebook’s smoothed
 * flows are not kept: they alter one figure in 24 (peaks and dips are levelled) and fill no gap.
 *
 * A pair without a row is not a pair without trade: in the project’s own file an unknown flow is −9, and the carrier
 * left out the rows that held nothing else.
 */
export const tradeDyadic: Source = {
  folder: 'trade-dyadic',
  card: {
    name: 'trade-dyadic',
    title: 'COW Trade, dyadic',
    version: '4.0 (2016), as carried by peacesciencer',
    citation:
      'Barbieri, K., Keshk, O. M. G. & Pollins, B. M. (2009). Trading Data: Evaluating our Assumptions and Coding Rules. Conflict Management and Peace Science 26(5):471–491. Barbieri, K. & Keshk, O. M. G. (2016). Correlates of War Project Trade Data Set Codebook, Version 4.0. Carried by Miller, S. V. (2022), peacesciencer (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'Rounded to whole millions by the carrier: a 0 may be up to half a million dollars.',
      'West Germany has no flows in 1960–1989 but with Belgium and Luxembourg: of its trade with everyone else nothing is known, neither side.',
      'South Viet Nam’s flows of 1960–1975 stand under the North’s number (816): moved to 817. The North has none before 1976.',
      'Between communist states that did not report, flows that nobody showed are 0: the Soviet Union and Cuba do not trade at all in 1960–1963 and 1981–1991. Pairs of two of the states and years in silent.csv are left out where both directions are 0.',
      'Rows between communist states are absent in most years of 1958–1969 and 1978–1981. Almost none for 1914–1918 and few for 1939–1947; none for Yugoslavia and Serbia and for Cabo Verde 1997–2014, Bhutan to 1981, Timor-Leste, Liechtenstein, Monaco, Andorra, San Marino, Micronesia and the Marshall Islands.',
    ],
  },
  tables: [
    {
      name: 'trade_dyadic',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Merchandise imports of the first state from the second. Exports are the same table read the other way.',
      years: { from: 1870, to: 2014 },
      variables: [
        {
          name: 'imports',
          title: 'Imports from the partner',
          definition:
            'Merchandise imports of the first state from the second, current prices and exchange rates, rounded to whole millions. 0 is less than half a million, or that reporting partners showed none; a pair without a row is unknown, not without trade.',
          unit: 'million US$, current',
          scale: { low: 0, higher: 'more imports' },
          defects: [
            'West Germany’s trade of 1960–1989 is missing but for Belgium and Luxembourg.',
            'Trade among communist states is missing in most years of 1958–1981.',
          ],
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: ['ccode1', 'ccode2', 'year', 'flow1', 'flow2', 'smoothflow1', 'smoothflow2'],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode1', 'ccode2', 'year'], file });
    await checkDefects(reading);
    await reading.run(
      `CREATE TABLE flows AS SELECT line, ccode1 AS from1, ccode2 AS from2, as_integer(year) AS year, as_integer(flow1) AS imports,
       coalesce(as_integer(flow1), 0) = 0 AND coalesce(as_integer(flow2), 0) = 0 AS nil FROM raw`,
    );
    for (const side of [1, 2]) {
      await reading.resolve({
        from: side === 1 ? 'flows' : 'half_placed',
        into: side === 1 ? 'half_placed' : 'placed',
        key: `from${side}`,
        year: 'year',
        as: `ccode${side}`,
        file,
        codes: 'cow',
      });
    }
    await reading.inSystem({ from: 'placed', into: 'half_members', year: 'year', state: 'ccode1' });
    await reading.inSystem({ from: 'half_members', into: 'members', year: 'year', state: 'ccode2' });
    await withoutSilence(reading, 'members', 'known');
    await reading.write('trade_dyadic', 'SELECT ccode1, ccode2, year, imports FROM known');
  },
};

/** Leaves out the pairs of two states that did not tell their trade, where neither direction shows any. */
async function withoutSilence(reading: Reading, from: string, into: string): Promise<void> {
  await reading.ownCsv('silent.csv', 'silent_raw', ['ccode', 'from', 'to', 'note']);
  await reading.run(`CREATE TABLE silent AS SELECT ccode::INTEGER AS ccode, r.y::INTEGER AS year FROM silent_raw, range("from"::INTEGER, "to"::INTEGER + 1) AS r(y);
    CREATE TABLE nothing AS SELECT f.line FROM ${from} f JOIN silent a ON a.ccode = f.ccode1 AND a.year = f.year
      JOIN silent b ON b.ccode = f.ccode2 AND b.year = f.year WHERE f.nil;
    CREATE TABLE ${into} AS SELECT * FROM ${from} WHERE line NOT IN (SELECT line FROM nothing)`);
  const [counted] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM nothing`);
  reading.lose(
    'no flow either way between two communist states that did not report: unknown, not nil',
    Number(counted?.['n']),
  );
}

/** What the reader rests on: each would notice if upstream changed. */
async function checkDefects(reading: Reading): Promise<void> {
  await reading.check(
    'every flow is told from both sides, with the same figures',
    `SELECT count(*) FROM raw a LEFT JOIN raw b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year
     WHERE b.line IS NULL OR a.flow1 IS DISTINCT FROM b.flow2 OR a.smoothflow1 IS DISTINCT FROM b.smoothflow2`,
    0,
  );
  await reading.check(
    'flows are whole millions, and a missing one is an empty field',
    `SELECT count(*) FROM raw WHERE as_number(flow1) <> floor(as_number(flow1)) OR as_number(flow1) < 0`,
    0,
  );
  await reading.check(
    'no row is without any flow',
    `SELECT count(*) FROM raw WHERE flow1 IS NULL AND flow2 IS NULL`,
    0,
  );
  await reading.check(
    'smoothed flows fill no gap',
    `SELECT count(*) FROM raw WHERE (flow1 IS NULL) <> (smoothflow1 IS NULL)`,
    0,
  );
  await reading.check(
    'West Germany trades in 1960–1989 with Belgium and Luxembourg alone',
    `SELECT string_agg(DISTINCT ccode2, ',' ORDER BY ccode2) FROM raw WHERE ccode1 IN ('255', '260') AND year BETWEEN '1960' AND '1989'`,
    '211,212',
  );
  await reading.check(
    'South Viet Nam has no flows under its own number from 1960, and the North none but from then',
    `SELECT (max(year) FILTER (ccode1 = '817')) || ', ' || min(year) FILTER (ccode1 = '816') FROM raw`,
    '1959, 1960',
  );
  await reading.check(
    'the Soviet Union and Cuba trade nothing in 15 years of 1960–1991',
    `SELECT count(*) FROM raw WHERE ccode1 = '365' AND ccode2 = '40' AND year BETWEEN '1960' AND '1991' AND flow1 = '0' AND flow2 = '0'`,
    15,
  );
}
