import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';

const file = 'geography/minimum-distance-dyad-year.csv.gz';

/**
 * The shortest distance between the territories of two states on 1 January of each year, 1886–2019, from the outlines
 * of CShapes 2.0 as simplified by the carrier, in whole kilometres: 0 where territories touch. Territory is that of
 * the independent state: colonies and other dependencies do not count, nor did Alaska and Hawaii before they were
 * states of the union.
 */
export const minimumDistance: Source = {
  folder: 'minimum-distance',
  card: {
    name: 'minimum-distance',
    title: 'Minimum distance between states',
    version: 'CShapes 2.0, reduced to 1 January of each year',
    citation:
      'Schvitz, G., Girardin, L., Rüegger, S., Weidmann, N. B., Cederman, L.-E. & Gleditsch, K. S. (2022). Mapping the International System, 1886–2019: The CShapes 2.0 Dataset. Journal of Conflict Resolution 66(1):144–161. Distances as reduced by Miller, S. V., peacesciencer (R package).',
    terms: 'CC BY-NC-SA 4.0', // not said by the carrier; as those who pass on CShapes 2.0 give its producer’s terms
    files: [file],
    defects: [
      'On 1 January: a state has no distance in the year in which it enters the system, unless it enters on that day.',
      'To 1959 the United States lack Alaska and Hawaii: 3,243 km to Russia, 80 km from 1960.',
      'Serbia has none in 1916–1918.',
      'Outlines are simplified: neighbours on land are up to a few kilometres apart in some pairs, and coasts by some kilometres.',
    ],
  },
  tables: [
    {
      name: 'minimum_distance',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Shortest distance between the territories of two members on 1 January, in both directions.',
      years: { from: 1886, to: 2019 },
      variables: [
        {
          name: 'minimum_distance_km',
          title: 'Minimum distance',
          definition:
            'Shortest distance between the territories of the two states on 1 January, along the surface of the earth, without their dependencies. 0 where they touch. Not the distance between capitals or between people.',
          unit: 'kilometres',
          scale: { low: 0, higher: 'farther apart' },
          symmetric: true,
          defects: ['The United States without Alaska and Hawaii to 1959.'],
        },
      ],
    },
  ],
  async read(reading) {
    const columns = ['ccode1', 'ccode2', 'year', 'mindist'];
    await reading.csv(file, 'raw', { columns });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode1', 'ccode2', 'year'], file });
    await refuseCut(reading, {
      from: 'raw',
      file,
      rows: 952_244,
      field: 'mindist',
      last: '3388.80230872294',
    });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['ccode1', 'ccode2'],
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.run(`CREATE TABLE once AS SELECT state1::SMALLINT AS a, state2::SMALLINT AS b, as_integer(year)::SMALLINT AS year,
      round(as_number(mindist))::SMALLINT AS km FROM placed`);
    await reading.write(
      'minimum_distance',
      `SELECT a AS ccode1, b AS ccode2, year, km AS minimum_distance_km FROM once UNION ALL SELECT b, a, year, km FROM once`,
    );
  },
};

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'each pair stands once, the lower number first, 1886–2019',
    `SELECT count(*) FILTER (ccode1::INT >= ccode2::INT) || ' ' || min(year::INT) || '-' || max(year::INT) FROM raw`,
    '0 1886-2019',
  );
  await reading.check(
    'no distance is missing, negative, beyond half the earth, or so small that rounding would make it a border',
    `SELECT count(*)::INTEGER FROM raw WHERE mindist IS NULL OR as_number(mindist) NOT BETWEEN 0 AND 20040 OR (as_number(mindist) > 0 AND as_number(mindist) < 0.5)`,
    0,
  );
  await reading.check(
    'Alaska counts from 1960',
    `SELECT string_agg(DISTINCT round(as_number(mindist))::INT || ' to ' || last, ', ' ORDER BY round(as_number(mindist))::INT || ' to ' || last)
     FROM (SELECT mindist, max(year) AS last FROM raw WHERE ccode1 = '2' AND ccode2 = '365' GROUP BY mindist)`,
    '3243 to 1959, 80 to 2019',
  );
  await reading.check(
    'Serbia has no distance in 1916–1918',
    `SELECT count(*)::INTEGER FROM raw WHERE '345' IN (ccode1, ccode2) AND year BETWEEN '1916' AND '1918'`,
    0,
  );
}
