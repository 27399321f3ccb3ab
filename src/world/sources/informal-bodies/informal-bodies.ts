import { refuseDoubles } from '../refuse-doubles.js';
import type { Reading, Source } from '../source.js';

const file = 'organisations/informal-igo-state-year.csv.gz';

/**
 * Informal intergovernmental bodies by Roger & Rowan, 1925–2010: founded by something that does not bind in law, such
 * as a declaration, and holding regular meetings (G7, G20, BRICS, the Nuclear Suppliers Group). The complement of the
 * source `igo`, which holds those founded by treaty; a few, such as ASEAN before its charter of 2008, are in both.
 */
export const informalBodies: Source = {
  folder: 'informal-bodies',
  card: {
    name: 'informal-bodies',
    title: 'Membership in informal international organisations',
    version: 'doi:10.7910/DVN/8CYXX5',
    citation:
      'Roger, C. B. & Rowan, S. S. (2023). The New Terrain of Global Governance: Mapping Membership in Informal International Organizations. Journal of Conflict Resolution 67(6):1248–1269. Data of 2022, doi:10.7910/DVN/8CYXX5.',
    terms: 'cite',
    files: [file],
    defects: [
      'Bodies are known by abbreviations only. `G7` begins in 1973 with the finance ministers and holds Russia from 1998; `G20` is that of the finance ministers, from 1999; South Africa is in BRICS from 2010.',
      'The Soviet Union has no membership before 1968, North Yemen and South Yemen none at all.',
    ],
  },
  tables: [
    {
      name: 'informal_bodies',
      level: 'episode',
      key: ['body'],
      says: 'Informal intergovernmental bodies by the source’s abbreviation. `from_year` and `to_year` are the first and last year with a member, 2010 where it existed when the data end; a body that took on a treaty ends with it; `members` is the largest number of full and associate members in a year.',
      years: { from: 1925, to: 2010 },
      variables: [],
    },
    {
      name: 'informal_members',
      level: 'membership',
      key: ['body', 'ccode', 'from_year'],
      says: 'Who belonged to which informal body, in spells of years under one `status`: full, associate or observer. `to_year` is 2010 where the membership held when the data end.',
      years: { from: 1925, to: 2010 },
      variables: [],
    },
    {
      name: 'informal_state_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Number of informal bodies to which a state belongs, for states that the source knows.',
      years: { from: 1925, to: 2010 },
      variables: [
        {
          name: 'informal_memberships',
          title: 'Memberships in informal bodies',
          definition:
            'Informal intergovernmental bodies in which the state is a full or associate member in the year. Many are bodies of regulators and not of governments; all count alike.',
          unit: 'bodies',
          scale: { low: 0, higher: 'belongs to more' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: ['igoID', 'stateID', 'membership', 'Year', 'cowID', 'active'],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['igoID', 'stateID', '"Year"'], file });
    await reading.check(
      '80,356 memberships in 244 bodies of 194 states, 1925–2010, full, associate or observer',
      `SELECT count(*) || ' ' || count(DISTINCT igoID) || ' ' || count(DISTINCT stateID) || ' ' || min("Year") || '-' || max("Year") || ' ' || string_agg(DISTINCT membership, '' ORDER BY membership) FROM raw WHERE active = '1'`,
      '80356 244 194 1925-2010 123',
    );
    await reading.check(
      'COW numbers follow the year: Germany, Czechia, Yemen',
      `SELECT string_agg(s, ' ' ORDER BY s) FROM (SELECT cowID || ':' || min("Year") || '-' || max("Year") AS s FROM raw WHERE cowID IN ('255', '260', '315', '316', '678', '679') GROUP BY cowID)`,
      '255:1925-2010 260:1955-1989 315:1925-1991 316:1993-2010 679:1990-2010',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'cowID',
      year: '"Year"',
      as: 'ccode',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: '"Year"' });
    await reading.run(
      `CREATE TABLE standing AS SELECT igoID AS body, ccode::SMALLINT AS ccode, as_integer("Year")::SMALLINT AS year, membership AS standing FROM members`,
    );
    await writeTables(reading);
  },
};

async function writeTables(reading: Reading): Promise<void> {
  await reading.write(
    'informal_bodies',
    `SELECT body, min(year) AS from_year, max(year) AS to_year, max(n)::SMALLINT AS members FROM
     (SELECT body, year, count(*) FILTER (standing IN ('1', '2')) AS n FROM standing GROUP BY ALL) GROUP BY body`,
  );
  await reading.write(
    'informal_members',
    `SELECT body, ccode, min(year) AS from_year, max(year) AS to_year, CASE standing WHEN '1' THEN 'full' WHEN '2' THEN 'associate' ELSE 'observer' END AS status FROM
     (SELECT *, year - row_number() OVER (PARTITION BY body, ccode, standing ORDER BY year) AS run FROM standing) GROUP BY body, ccode, standing, run`,
  );
  await reading.write(
    'informal_state_years',
    `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, count(t.body)::SMALLINT AS informal_memberships FROM state_years s
     LEFT JOIN standing t ON t.ccode = s.ccode AND t.year = s.year AND t.standing IN ('1', '2')
     WHERE s.year BETWEEN 1925 AND 2010 AND s.ccode IN (SELECT ccode FROM standing) GROUP BY s.ccode, s.year`,
  );
}
