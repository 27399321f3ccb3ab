import type { Reading, Source } from '../source.js';

const files = ['un/sc-membership.csv', 'un/sc-membership-2025-2027.csv'] as const;

/** Members of the Security Council by year, 1946–2027: the five permanent ones, and those elected for two years. */
export const councilMembers: Source = {
  folder: 'council-members',
  card: {
    name: 'council-members',
    title: 'Security Council Membership',
    version: '1946–2024 of January 2025, 2025–2027 of 2 July 2026',
    citation:
      'United Nations, Department of Political and Peacebuilding Affairs. Peace & Security Data Hub: Security Council Membership.',
    terms: 'attribution',
    files,
    defects: [
      'Thirteen names are blank to 2024: Côte d’Ivoire 1964–1965, 1990–1991, 2018–2019 and Türkiye 1951–1952, 1954–1955, 1961, 2009–2010; two after: the Democratic Republic of the Congo 2026–2027. names.csv fills them by year.',
      'A seat that passed to a successor within a year is one row upstream and two here: China in 1971, Yemen in 1990.',
    ],
  },
  tables: [
    {
      name: 'council_seats',
      level: 'membership',
      key: ['year', 'ccode'],
      says: 'Who sat on the Security Council in a calendar year; `permanent` 1 for the five permanent seats. Members are those of the United Nations: Ukraine and Belarus sat before 1991. As in the votes, China is 713 to 25 October 1971 and 710 after, Yemen 680 to 21 May 1990 and 679 after: both have a row in the year of change. 2026 and 2027 as elected by July 2026.',
      years: { from: 1946, to: 2027 },
      variables: [],
    },
    {
      name: 'council_member_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Every member of the state system, on the Security Council or not.',
      years: { from: 1946, to: 2025 },
      variables: [
        {
          name: 'council_member',
          title: 'Member of the Security Council',
          definition:
            '1 if the state sat on the Security Council in the year, permanently or elected, else 0; members of the state system outside the United Nations are 0. China is 710 to 1948 and 713 from 1949; in 1971 both sat.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'a member' },
        },
        {
          name: 'council_elected_member',
          title: 'Elected member of the Security Council',
          definition:
            '1 if the state held an elected seat in the year, else 0 (so for the permanent members).',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'an elected member' },
        },
      ],
    },
  ],
  async read(reading) {
    await readSeats(reading);
    await reading.write('council_seats', `SELECT year, ccode::SMALLINT AS ccode, permanent FROM seats`);
    await reading.run(
      `CREATE TABLE sat AS SELECT CASE WHEN ccode = 713 AND year < 1949 THEN 710 ELSE ccode END AS ccode, year, permanent FROM seats WHERE year <= 2025`,
    );
    await reading.inSystem({ from: 'sat', into: 'members', year: 'year' });
    await reading.write(
      'council_member_years',
      `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, (m.ccode IS NOT NULL)::TINYINT AS council_member,
       coalesce(m.permanent = 0, false)::TINYINT AS council_elected_member
       FROM state_years s LEFT JOIN members m USING (ccode, year) WHERE s.year BETWEEN 1946 AND 2025`,
    );
  },
};

async function readSeats(reading: Reading): Promise<void> {
  const columns = ['id', 'year', 'security_council_member'];
  await reading.csv(files[0], 'earlier', { columns });
  await reading.csv(files[1], 'later', { columns });
  await checkSeats(reading);
  const name = `coalesce(nullif(security_council_member, ''), '(blank)')`;
  await reading.run(`CREATE TABLE earlier_named AS SELECT line, year::SMALLINT AS year, ${name} AS name FROM earlier;
    CREATE TABLE later_named AS SELECT line, year::SMALLINT AS year, ${name} AS name FROM later;
    INSERT INTO earlier_named SELECT line, year, CASE year WHEN 1971 THEN 'China (from 25 October 1971)' ELSE 'Yemen (from 22 May 1990)' END
      FROM earlier_named WHERE (year, name) IN ((1971, 'China'), (1990, 'Yemen'))`);
  for (const [i, from] of ['earlier', 'later'].entries()) {
    await reading.resolve({
      from: `${from}_named`,
      into: `${from}_placed`,
      key: 'name',
      year: 'year',
      file: files[i]!,
    });
  }
  await reading.run(`CREATE TABLE seats AS SELECT ccode, year, (ccode IN (2, 200, 220, 365, 710, 713))::TINYINT AS permanent
    FROM (FROM earlier_placed UNION ALL FROM later_placed)`);
}

async function checkSeats(reading: Reading): Promise<void> {
  const blanks = (table: string): string =>
    `SELECT string_agg(year, ' ' ORDER BY year) FROM ${table} WHERE coalesce(security_council_member, '') = ''`;
  await reading.check(
    'thirteen names are blank to 2024',
    blanks('earlier'),
    '1951 1952 1954 1955 1961 1964 1965 1990 1991 2009 2010 2018 2019',
  );
  await reading.check('two names are blank after', blanks('later'), '2026 2027');
  await reading.check(
    'eleven seats a year to 1965, fifteen from 1966, each state once',
    `SELECT count(*)::INTEGER FROM (SELECT year, count(*) AS n, count(DISTINCT coalesce(security_council_member, '')) AS d
     FROM (FROM earlier UNION ALL BY NAME FROM later) GROUP BY year) WHERE n <> d OR n <> CASE WHEN year < '1966' THEN 11 ELSE 15 END`,
    0,
  );
  await reading.check(
    'the files meet without overlap',
    `SELECT (SELECT min(year) || '-' || max(year) FROM earlier) || ' ' || (SELECT min(year) || '-' || max(year) FROM later)`,
    '1946-2024 2025-2027',
  );
}
