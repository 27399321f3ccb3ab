import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';

const file = 'geography/capitals.csv';

const coordinate = (name: string, title: string, what: string, limit: number, higher: string) => ({
  name,
  title,
  definition: `${what} of the capital at the end of the year, or when the state ended in it. Where upstream’s point lay more than 25 km off, it is replaced (mended.csv beside the reader).`,
  unit: 'decimal degrees',
  scale: { low: -limit, high: limit, higher },
});

/**
 * Capitals of the members of the state system with their coordinates, in spells, to 2024. Upstream’s points are the
 * first answer of a geocoder, which was the middle of a country or province for some; every point was compared with
 * GeoNames, and those more than 25 km off stand mended in `mended.csv`, with the reason.
 */
export const capitals: Source = {
  folder: 'capitals',
  card: {
    name: 'capitals',
    title: 'Capitals',
    version: '2024, with reviewed corrections',
    citation:
      'Miller, S. V. (2022). peacesciencer: An R Package for Quantitative Peace Science Research. Conflict Management and Peace Science 39(6):755–779. Corrected coordinates: GeoNames (CC BY 4.0).',
    terms: 'cite',
    files: [file],
    defects: [
      'Six points were wrong by 32–832 km (Brasília, Tunis, Riyadh, Djibouti, Koror, Beijing): replaced. Others are within 25 km.',
      'Ankara stood as the capital from 1816: Constantinople to 12 October 1923.',
      'Not mended: Beijing also for 1928–1949, Dodoma from 1961, Lilongwe from 1964, Koror after 2006. The first spell of a state begins on 1 January of a year, whatever the day.',
    ],
  },
  tables: [
    {
      name: 'capitals',
      level: 'membership',
      key: ['ccode', 'from_date'],
      says: 'Capital of a state from one day to another (`from_date`, `to_date`), with latitude and longitude.',
      years: { from: 1816, to: 2024 },
      variables: [],
    },
    {
      name: 'capital_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Where the capital of each member lay at the end of the year; `capital` is its name.',
      years: { from: 1816, to: 2024 },
      variables: [
        coordinate('capital_latitude', 'Latitude of the capital', 'Latitude', 90, 'farther north'),
        coordinate('capital_longitude', 'Longitude of the capital', 'Longitude', 180, 'farther east'),
      ],
    },
  ],
  async read(reading) {
    const columns = ['ccode', 'lat', 'lng'];
    await reading.csv(file, 'raw', { columns: [...columns, 'statenme', 'capital', 'stdate', 'enddate'] });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'stdate'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 242, field: 'lng', last: '-171.7630955' });
    await checkUpstream(reading);
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'left(stdate, 4)',
      as: 'state',
      file,
      codes: 'cow',
    });
    await mend(reading);
    const member = `EXISTS (FROM state_years m WHERE m.ccode = s.ccode AND m.year BETWEEN year(s.begins) AND year(s.ends))`;
    const [never] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM spells s WHERE NOT ${member}`);
    reading.lose(
      'the capital of a time in which the state was not a member of the system',
      Number(never?.['n']),
    );
    await reading.write(
      'capitals',
      `SELECT ccode, begins::VARCHAR AS from_date, ends::VARCHAR AS to_date, capital, latitude, longitude FROM spells s WHERE ${member}`,
    );
    await reading.write(
      'capital_years',
      `SELECT m.ccode::SMALLINT AS ccode, m.year::SMALLINT AS year, s.capital, s.latitude AS capital_latitude, s.longitude AS capital_longitude
       FROM state_years m JOIN spells s ON s.ccode = m.ccode AND m.year BETWEEN year(s.begins) AND year(s.ends)
       QUALIFY row_number() OVER (PARTITION BY m.ccode, m.year ORDER BY s.begins DESC) = 1`,
    );
  },
};

/** `spells`: upstream’s, with those of mended.csv in the place of the ones they replace. */
async function mend(reading: Reading): Promise<void> {
  await reading.ownCsv('mended.csv', 'mended', [
    'ccode',
    'replaces',
    'from',
    'to',
    'capital',
    'latitude',
    'longitude',
    'note',
  ]);
  await reading.check(
    'every spell that mended.csv replaces is there',
    `SELECT count(*)::INTEGER FROM mended m WHERE NOT EXISTS (FROM raw r WHERE r.ccode = m.ccode AND r.stdate = m.replaces)`,
    0,
  );
  await reading.run(`CREATE TABLE spells AS
    SELECT state::SMALLINT AS ccode, stdate::DATE AS begins, enddate::DATE AS ends, capital, as_number(lat) AS latitude, as_number(lng) AS longitude
    FROM placed p WHERE NOT EXISTS (FROM mended m WHERE m.ccode = p.ccode AND m.replaces = p.stdate)
    UNION ALL SELECT ccode::SMALLINT, "from"::DATE, "to"::DATE, capital, as_number(latitude), as_number(longitude) FROM mended`);
}

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'the points that mended.csv replaces are where they were',
    `SELECT string_agg(ccode || ' ' || round(as_number(lat), 1) || ' ' || round(as_number(lng), 1), ', ' ORDER BY ccode::INT) FROM raw
     WHERE capital IN ('Brasilia', 'Djibouti', 'Tunis', 'Riyadh', 'Beijing', 'Koror')`,
    '140 -10.3 -53.2, 522 11.8 42.8, 616 33.8 9.4, 670 23.3 45.3, 710 40.2 116.4, 986 7.2 134.1',
  );
  await reading.check(
    'Ankara is the capital from 1816',
    `SELECT min(stdate) FROM raw WHERE capital = 'Ankara'`,
    '1816-01-01',
  );
  await reading.check(
    '242 spells to 31 December 2024, none within another of the same state',
    `SELECT (SELECT count(*) || ' ' || max(enddate) FROM raw) || ' ' || (SELECT count(*) FROM raw a JOIN raw b ON a.ccode = b.ccode AND a.stdate < b.stdate AND a.enddate >= b.stdate)`,
    '242 2024-12-31 0',
  );
}
