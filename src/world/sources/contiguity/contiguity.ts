import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';

const file = 'geography/contiguity-3-2-directed-dyad-year.csv.gz';

const absent =
  'COW lists every pair of members within 400 miles of open water: two members without a row in 1816–2016 are not contiguous.';

/**
 * Direct contiguity of homelands, 1816–2016: whether two states share a border on land, or by how little water they
 * are parted. Where a pair changed type within a year, the closest type of the year counts. Colonies and other
 * possessions do not make states neighbours here.
 */
export const contiguity: Source = {
  folder: 'contiguity',
  card: {
    name: 'contiguity',
    title: 'Direct Contiguity',
    version: '3.2 (2017)',
    citation:
      'Stinnett, D. M., Tir, J., Schafer, P., Diehl, P. F. & Gochman, C. (2002). The Correlates of War Project Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19(2):58–66. Version 3.2.',
    terms: 'cite',
    files: [file],
    defects: [
      'Pakistan and Myanmar share a land border to 2016, although that of 1948–1971 became Bangladesh’s: kept as published, so that counts agree with others’.',
      '29 pairs have two types in a year of change: the closer one is kept.',
    ],
  },
  tables: [
    {
      name: 'contiguity',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Pairs of members whose homelands touch or are parted by at most 400 miles of water, in both directions.',
      years: { from: 1816, to: 2016 },
      variables: [
        {
          name: 'contiguity',
          title: 'Type of contiguity',
          definition:
            'The closest type in the year: 1 a land or river border, 2 at most 12 miles of water, 3 at most 24, 4 at most 150, 5 at most 400. Missing where two states are not contiguous. Not a scale of distance on land.',
          unit: 'type, 1–5',
          values: {
            1: 'land or river border',
            2: 'at most 12 miles of water',
            3: 'at most 24 miles',
            4: 'at most 150 miles',
            5: 'at most 400 miles',
          },
          scale: { low: 1, high: 5, higher: 'more water between them' },
          symmetric: true,
          defects: ['Pakistan and Myanmar 1972–2016 (type 1) are no neighbours.'],
        },
        {
          name: 'contiguous_by_land',
          title: 'Contiguous by land',
          definition: '1 if the two states shared a land or river border (type 1) at any time of the year.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'a common border on land' },
          symmetric: true,
          absentIsZero: absent,
          defects: ['Pakistan and Myanmar 1972–2016 are no neighbours.'],
        },
        {
          name: 'contiguous',
          title: 'Contiguous by land or within 400 miles of water',
          definition:
            '1 if the two states were contiguous in any of the five ways (types 1–5) at any time of the year. With a major power on either side it defines politically relevant dyads.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'contiguous' },
          symmetric: true,
          absentIsZero: absent,
          defects: ['Pakistan and Myanmar 1972–2016 are no neighbours.'],
        },
      ],
    },
  ],
  async read(reading) {
    const numbers = ['dyad', 'state1no', 'state2no', 'year', 'conttype'];
    await reading.csv(file, 'raw', { columns: [...numbers, 'version'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['state1no', 'state2no', 'year', 'conttype'], file });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['state1no', 'state2no'],
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.run(`CREATE TABLE closest AS SELECT state1 AS ccode1, state2 AS ccode2, as_integer(year) AS year,
      min(as_integer(conttype)) AS type, count(*) AS types FROM placed GROUP BY ALL`);
    const [twice] = await reading.rows(`SELECT sum(types - 1)::INTEGER AS n FROM closest`);
    reading.lose('a farther type of contiguity in the year in which the type changed', Number(twice?.['n']));
    await reading.write(
      'contiguity',
      `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, year::SMALLINT AS year, type::TINYINT AS contiguity,
       (type = 1)::TINYINT AS contiguous_by_land, 1::TINYINT AS contiguous FROM closest`,
    );
  },
};

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'contiguity 3.2, five types, 1816–2016',
    `SELECT string_agg(DISTINCT version, ',') || ' ' || string_agg(DISTINCT conttype, ',' ORDER BY conttype) || ' ' || min(year::INT) || '-' || max(year::INT) FROM raw`,
    '3.2 1,2,3,4,5 1816-2016',
  );
  await reading.check(
    'both directions of a pair have the same type',
    `SELECT count(*)::INTEGER FROM raw a WHERE NOT EXISTS (FROM raw b WHERE b.state1no = a.state2no AND b.state2no = a.state1no AND b.year = a.year AND b.conttype = a.conttype)`,
    0,
  );
  await reading.check(
    '58 directed pairs have two types in a year',
    `SELECT count(*) - count(DISTINCT (state1no, state2no, year)) FROM raw`,
    58,
  );
  await reading.check(
    'Pakistan and Myanmar still share a border after 1971',
    `SELECT count(*)::INTEGER FROM raw WHERE state1no = '770' AND state2no = '775' AND year::INT > 1971 AND conttype = '1'`,
    45,
  );
}
