import { literal } from '../../sql.js';
import type { Reading, Source } from '../source.js';
import { dyadYears, visits } from './tables.js';
import { parseTrips, type Trip } from './trips.js';

const folders = ['visits/us-president-travels', 'visits/us-secretary-travels'] as const;

/** Entered twice: the first, shorter entries of stays in Tokyo, Seoul, Brussels and Glasgow in 2021. */
const doubled = [3992, 3993, 3994, 4118];

/** Travels abroad of American presidents (1906–2024) and secretaries of state (1866–February 2025). */
export const usVisits: Source = {
  folder: 'us-visits',
  card: {
    name: 'us-visits',
    title: 'Travels abroad of the President and of the Secretary of State',
    version: 'presidents to 4 December 2024, secretaries to 19 February 2025',
    citation:
      'Office of the Historian, United States Department of State. Presidents Travels Abroad; Secretaries Travels Abroad. https://history.state.gov/departmenthistory/travels',
    terms: 'CC0',
    files: folders,
    defects: [
      'Four stays of 2021 are entered twice (Tokyo, Seoul, Brussels, Glasgow): the first entry of each is left out.',
      'There is no file for Lawrence Eagleburger, who acted as secretary and was one from August 1992 to January 1993: his trips are missing.',
      'A visit to a dependency stands under the country that held it: Bermuda under the United Kingdom, Algeria before 1962 under France.',
      'Vacations, stops on the way and visits in company of the president are entries like any other; `remarks` tells them.',
    ],
  },
  tables: [visits, dyadYears],
  async read(reading) {
    await readTrips(reading);
    await reading.resolve({
      from: 'trips',
      into: 'placed',
      key: `country_id || CASE WHEN country_id = 'germany' AND begins >= DATE '1990-10-03' THEN ' (from 3 October 1990)' ELSE '' END`,
      year: 'year',
      file: folders[0],
    });
    await reading.inSystem({ from: 'placed', into: 'stays', year: 'year' });
    await reading.write(
      'us_visits',
      `SELECT visit, ccode::SMALLINT AS ccode, office, person, begins, ends, as_elect, country, places, remarks FROM stays`,
    );
    const stays = (office: string, from: number): string =>
      `CASE WHEN s.year >= ${from} THEN count(v.visit) FILTER (v.office = '${office}' AND v.as_elect = 0)::SMALLINT END AS us_${office}_visits`;
    await reading.write(
      'us_visit_dyad_years',
      `SELECT 2::SMALLINT AS ccode1, s.ccode::SMALLINT AS ccode2, s.year::SMALLINT AS year, ${stays('president', 1906)}, ${stays('secretary', 1866)}
       FROM state_years s LEFT JOIN stays v ON v.ccode = s.ccode AND year(v.begins) = s.year
       WHERE s.ccode <> 2 AND s.year BETWEEN 1866 AND 2024 GROUP BY s.ccode, s.year`,
    );
  },
};

async function readTrips(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE read_trips (line INTEGER, visit SMALLINT, office VARCHAR, who VARCHAR, person VARCHAR, begins DATE, ends DATE,
    country_id VARCHAR, country VARCHAR, places VARCHAR, remarks VARCHAR)`);
  for (const folder of folders) {
    for (const file of (await reading.files(folder)).filter((f) => f.endsWith('.xml'))) {
      const rows = parseTrips(await reading.text(file), file).map(rowOf);
      await reading.run(`INSERT INTO read_trips VALUES ${rows.join(', ')}`);
    }
  }
  await reading.check(
    'presidents’ trips run to December 2024, secretaries’ to February 2025',
    `SELECT string_agg(office || ' ' || n || ' ' || last, ', ' ORDER BY office) FROM (SELECT office, count(*) AS n, max(begins) AS last FROM read_trips GROUP BY office)`,
    'president 832 2024-12-02, secretary 3439 2025-02-19',
  );
  await reading.check(
    'every trip has a number to itself',
    `SELECT count(*) - count(DISTINCT visit) FROM read_trips`,
    0,
  );
  await reading.check(
    'four stays are entered twice; George Shultz was in Israel twice on one day',
    `SELECT string_agg(first, ' ' ORDER BY first) FROM (SELECT min(visit) AS first FROM read_trips GROUP BY who, country_id, begins HAVING count(*) > 1 AND count(DISTINCT country) = 1)`,
    `2121 ${doubled.join(' ')}`,
  );
  reading.lose('a stay entered twice', doubled.length);
  await reading.run(
    `CREATE TABLE trips AS SELECT *, year(begins) AS year, contains(remarks, '[Visit made as President-elect.]')::TINYINT AS as_elect FROM read_trips WHERE visit NOT IN (${doubled.join(', ')})`,
  );
  await reading.check(
    'seventeen visits were made before taking office',
    `SELECT sum(as_elect)::INTEGER FROM trips`,
    17,
  );
}

/** `line` is the number of the entry: the files’ lines are not those of one table. */
const rowOf = (t: Trip): string =>
  `(${t.id}, ${t.id}, ${[t.role, t.who, t.name, t.begins, t.ends, t.countryId, t.country, t.places, t.remarks].map(literal).join(', ')})`;
