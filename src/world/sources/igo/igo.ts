import { refuseDoubles } from '../refuse-doubles.js';
import type { Reading, Source } from '../source.js';
import { igoTables } from './tables.js';

const file = 'organisations/cow-igo-v3-state-year.csv.gz';

/**
 * Intergovernmental organisations by the Correlates of War, 1816–2014: a body with three or more members, a permanent
 * secretariat and regular meetings. The file has a column a body; here a membership is a spell of years.
 *
 * Every year is recorded; versions before 3.0 had every fifth year before 1965, and descriptions of this file that still
 * say so are wrong: memberships begin in years between (the United Nations’ of 1946–1949).
 */
export const igo: Source = {
  folder: 'igo',
  card: {
    name: 'igo',
    title: 'COW Intergovernmental Organizations',
    version: '3.0 (2020), state-year',
    citation:
      'Pevehouse, J. C. W., Nordstrom, T., McManus, R. W. & Jamison, A. S. (2020). Tracking Organizations in the World: The Correlates of War IGO Version 3.0 Datasets. Journal of Peace Research 57(3):492–503.',
    terms: 'cite',
    files: [file],
    defects: [
      'In 926 years of a body members are unknown, mostly for all states: more from 1968 to 1988, and ever more from 2009 to 2014.',
      'East and West Germany and both Yemens have no row for 1990, the year of union.',
      'In the OECD (`oecd`) West Germany is missing to 1989 and Finland a member from 1965: they joined in 1961 and 1969. Kept as published; `oecd_member` has them right.',
      'Bodies are known by abbreviations only.',
      'The European Coal and Steel Community, the Economic Community and the Union are bodies of their own, as are the treaties that preceded others (Shanghai Five: sco from 1996).',
    ],
  },
  tables: igoTables,
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: ['ccode', 'year', 'state', 'un', 'nato', 'eu', 'aaaid', 'wassen'],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file });
    await reading.check(
      '15,557 state-years, 1816–2014',
      `SELECT count(*) || ' ' || min(year) || '-' || max(year) FROM raw`,
      '15557 1816-2014',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'year',
      as: 'member',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year', state: 'member' });
    await reading.run(`CREATE TABLE standing AS SELECT member::SMALLINT AS ccode, y::SMALLINT AS year, igo, standing FROM
      (UNPIVOT (SELECT member, as_integer(year) AS y, * EXCLUDE (line, ccode, year, state, member) FROM members) ON COLUMNS(* EXCLUDE (member, y)) INTO NAME igo VALUE standing)
      WHERE standing <> '-1'`);
    await checkUpstream(reading);
    await writeTables(reading);
  },
};

async function writeTables(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE unknown_years AS SELECT igo, year, year - row_number() OVER (PARTITION BY igo ORDER BY year) AS run FROM
    (SELECT igo, year FROM standing WHERE standing = '-9' GROUP BY ALL)`);
  await reading.write(
    'igo_bodies',
    `SELECT b.igo, b.from_year, b.to_year, m.members, u.unknown FROM (SELECT igo, min(year) AS from_year, max(year) AS to_year FROM standing GROUP BY igo) b
     LEFT JOIN (SELECT igo, max(n)::SMALLINT AS members FROM (SELECT igo, year, count(*) AS n FROM standing WHERE standing IN ('1', '2') GROUP BY ALL) GROUP BY igo) m USING (igo)
     LEFT JOIN (SELECT igo, string_agg(CASE WHEN first = last THEN first::VARCHAR ELSE first || '–' || last END, ', ' ORDER BY first) AS unknown FROM
       (SELECT igo, min(year) AS first, max(year) AS last FROM unknown_years GROUP BY igo, run) GROUP BY igo) u USING (igo)`,
  );
  await reading.write(
    'igo_members',
    `SELECT igo, ccode, min(year) AS from_year, max(year) AS to_year, CASE standing WHEN '1' THEN 'full' WHEN '2' THEN 'associate' ELSE 'observer' END AS status FROM
     (SELECT *, year - row_number() OVER (PARTITION BY igo, ccode, standing ORDER BY year) AS run FROM standing WHERE standing IN ('1', '2', '3'))
     GROUP BY igo, ccode, standing, run`,
  );
  await reading.write(
    'igo_state_years',
    `SELECT m.member::SMALLINT AS ccode, m.year::SMALLINT AS year, coalesce(belongs, 0)::SMALLINT AS igo_memberships, coalesce(unknown, 0)::SMALLINT AS igo_unknown FROM members m
     LEFT JOIN (SELECT ccode, year, count(*) FILTER (standing IN ('1', '2')) AS belongs, count(*) FILTER (standing = '-9') AS unknown FROM standing GROUP BY ALL) s
     ON s.ccode = m.member AND s.year = m.year::INT`,
  );
}

async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    '534 bodies, and how many state-years of each standing',
    `SELECT count(DISTINCT igo) || ': ' || string_agg(DISTINCT standing || ' ' || n, ', ' ORDER BY standing || ' ' || n) FROM standing JOIN (SELECT standing, count(*) AS n FROM standing GROUP BY standing) USING (standing)`,
    '534: -9 138874, 0 2170313, 1 535772, 2 861, 3 2332',
  );
  await reading.check(
    'West Germany is not in the OECD, Finland is from 1965',
    `SELECT count(*) FILTER (ccode = 260) || ' ' || min(year) FILTER (ccode = 375) FROM standing WHERE igo = 'oecd' AND standing = '1'`,
    '0 1965',
  );
  await reading.check(
    'years between those that end in 0 and 5 are recorded: states that joined the United Nations in 1946–1949',
    `SELECT string_agg(ccode, ' ' ORDER BY first, ccode) FROM (SELECT ccode, min(year) AS first FROM standing WHERE igo = 'un' AND standing = '1' GROUP BY ccode) WHERE first BETWEEN 1946 AND 1949`,
    '380 395 652 660 700 800 840 678 750 770 775 666 713',
  );
}
