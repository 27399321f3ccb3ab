import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';

const file = 'troops/us-troops-country-year.csv';

/**
 * Active-duty military personnel of the United States by the state in which they were stationed, 1950–2024: Kane’s
 * series from the reports of the Department of Defense, carried on by Allen, Flynn & Machain.
 */
export const usTroops: Source = {
  folder: 'us-troops',
  card: {
    name: 'us-troops',
    title: 'United States troop deployments',
    version: '1950–2024, as carried by troopdata',
    citation:
      'Allen, M. A., Flynn, M. E. & Machain, C. M. (2022). US global military deployments, 1950–2020. Conflict Management and Peace Science 39(3):351–370. Kane, T. (2005). Global U.S. Troop Deployment, 1950–2005. Heritage Foundation.',
    terms: 'cite',
    files: [file],
    defects: [
      'Iraq 2006 and 2007 are three equal quarters added (423,300 and 510,000): divided by three.',
      '2008 is two reports added: of the hosts with ten and more troops the median has 1.95 times the mean of 2007 and 2009 (Germany 110,855, Japan 79,296). Left out for all, for it cannot be told which hosts are right.',
      '1952 repeats 1951 for every host.',
      'States stand twice in 29 years under an old and a new name, one of them without troops: the other is kept.',
      'Troops in war zones are counted unevenly: Kuwait has none in 2003–2005, Iraq none in 2023 and 2024 (left out), Iraq 5,200 in each of 2018–2020 and 153 in 2022, Kuwait 44,400 in 2006 and 2,112 in 2018. From 2018 numbers for Afghanistan, Iraq and Syria come from the press.',
      'Japan has 71,652 in 2015, between 54,086 and 47,710; sailors aboard ships are in it from 2008 on. Single years of exercises or landings stand out (Lebanon 1958, Haiti 1994).',
    ],
  },
  tables: [
    {
      name: 'us_troops',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Active-duty military personnel of the United States in other members of the state system.',
      years: { from: 1950, to: 2024 },
      variables: [
        {
          name: 'us_troops',
          title: 'American troops',
          definition:
            'Active-duty personnel of all services stationed in the state, guards of embassies among them; no reserves, no civilians, no contractors. 0 is a report of none; a state without a row is one that the reports do not name.',
          unit: 'persons',
          scale: { low: 0, higher: 'more American troops' },
          defects: ['Nothing for 2008. 1952 repeats 1951. War zones are counted unevenly.'],
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['countryname', 'year', 'ccode', 'troops_ad'] });
    await reading.ownCsv('left-out.csv', 'left_out', ['ccode', 'from', 'to', 'reason']);
    await refuseNonNumbers(reading, { from: 'raw', columns: ['year', 'ccode', 'troops_ad'], file });
    await checkUpstream(reading);
    await reading.run(
      `CREATE TABLE reports AS FROM raw QUALIFY row_number() OVER (PARTITION BY ccode, year ORDER BY as_integer(troops_ad) DESC, line) = 1`,
    );
    const [raw] = await reading.rows(
      `SELECT (SELECT count(*) FROM raw) - (SELECT count(*) FROM reports) AS twice`,
    );
    reading.lose('the same state and year under another name, without troops', Number(raw?.['twice']));
    await reading.resolve({
      from: 'reports',
      into: 'placed',
      key: 'ccode',
      year: 'year',
      as: 'state',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year', state: 'state' });
    await reading.run(`CREATE TABLE judged AS SELECT m.*, l.reason FROM members m LEFT JOIN left_out l
      ON (l.ccode IS NULL OR l.ccode::INT = m.state) AND m.year::INT BETWEEN l."from"::INT AND l."to"::INT`);
    for (const row of await reading.rows(
      `SELECT reason, count(*)::INTEGER AS n FROM judged WHERE reason IS NOT NULL GROUP BY reason`,
    ))
      reading.lose(String(row['reason']), Number(row['n']));
    await reading.write(
      'us_troops',
      `SELECT state::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year,
       CASE WHEN state = 645 AND year IN ('2006', '2007') THEN as_integer(troops_ad) // 3 ELSE as_integer(troops_ad) END AS us_troops
       FROM judged WHERE reason IS NULL`,
    );
  },
};

async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    '13,135 rows, 1950–2024, 29 states and years twice, of which one has no troops',
    `SELECT sum(n) || ' ' || min(year) || '-' || max(year) || ' ' || count(*) FILTER (n > 1) || ' ' || count(*) FILTER (n > 1 AND least = 0 AND n = 2) FROM (SELECT ccode, year, count(*) AS n, min(as_integer(troops_ad)) AS least FROM raw GROUP BY ccode, year)`,
    '13135 1950-2024 29 29',
  );
  await reading.check(
    'Iraq from 2005 to 2008: two years of three quarters added',
    `SELECT string_agg(troops_ad, ' ' ORDER BY year) FROM raw WHERE ccode = '645' AND year BETWEEN '2005' AND '2008'`,
    '150000 423300 510000 136285',
  );
  const year = (n: number): string =>
    `(SELECT ccode, max(as_integer(troops_ad)) AS n FROM raw WHERE year = '${n}' GROUP BY ccode)`;
  await reading.check(
    '2008 is doubled: median over hosts, against the mean of 2007 and 2009',
    `SELECT round(median(b.n / ((a.n + c.n) / 2)), 2)::VARCHAR FROM ${year(2007)} a JOIN ${year(2008)} b USING (ccode) JOIN ${year(2009)} c USING (ccode) WHERE a.n >= 10 AND c.n >= 10`,
    '1.95',
  );
  await reading.check(
    'no host differs between 1951 and 1952',
    `SELECT count(*)::INTEGER FROM ${year(1951)} a FULL JOIN ${year(1952)} b USING (ccode) WHERE a.n IS DISTINCT FROM b.n`,
    0,
  );
  await reading.check(
    'Kuwait has none in 2003–2005, Iraq none in 2023 and 2024',
    `SELECT count(*)::INTEGER FROM raw WHERE troops_ad = '0' AND (ccode = '690' AND year BETWEEN '2003' AND '2005' OR ccode = '645' AND year BETWEEN '2023' AND '2024')`,
    5,
  );
}
