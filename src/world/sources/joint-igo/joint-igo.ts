import { refuseDoubles } from '../refuse-doubles.js';
import type { Source } from '../source.js';

const file = 'organisations/joint-igo-memberships.csv.gz';

/**
 * How many intergovernmental organisations two states have in common, 1816–2014: those of the source `igo` in which
 * both are full or associate members in the year. Counted by the carrier; our spells give the same numbers.
 */
export const jointIgo: Source = {
  folder: 'joint-igo',
  card: {
    name: 'joint-igo',
    title: 'Joint memberships in intergovernmental organisations',
    version: 'from COW IGO 3.0, as reduced by peacesciencer',
    citation:
      'Pevehouse, J. C. W., Nordstrom, T., McManus, R. W. & Jamison, A. S. (2020). Tracking Organizations in the World: The Correlates of War IGO Version 3.0 Datasets. Journal of Peace Research 57(3):492–503. Reduced by Miller, S. V. (2022), peacesciencer (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'Pairs with East or West Germany or either of the old Yemens have no row for 1990.',
      'Bodies whose members are unknown in a year count as not in common: a lower bound, lower from 2009 to 2014.',
    ],
  },
  tables: [
    {
      name: 'joint_igo',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Intergovernmental organisations that two members of the state system have in common; both directions.',
      years: { from: 1816, to: 2014 },
      variables: [
        {
          name: 'joint_igo_memberships',
          title: 'Common intergovernmental organisations',
          definition:
            'Intergovernmental organisations in which both states are full or associate members in the year. All bodies count alike; observers do not count.',
          unit: 'organisations',
          scale: { low: 0, higher: 'more in common' },
          symmetric: true,
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['ccode1', 'ccode2', 'year', 'dyadigos'] });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode1', 'ccode2', 'year'], file });
    await reading.check(
      '917,695 pairs and years, the lower number first, 1816–2014, none without a count',
      `SELECT count(*) || ' ' || min(year) || '-' || max(year) || ' ' || max(as_integer(dyadigos)) FROM raw WHERE as_integer(ccode1) < as_integer(ccode2) AND as_integer(dyadigos) >= 0`,
      '917695 1816-2014 106',
    );
    await reading.check(
      'in 1990 alone pairs are missing: those of two states of Germany and two of Yemen',
      `SELECT string_agg(DISTINCT year || ':' || ccode, ' ' ORDER BY year || ':' || ccode) FROM state_years s WHERE year <= 2014 AND NOT EXISTS
       (FROM (SELECT ccode1::INT AS c, year::INT AS y FROM raw UNION SELECT ccode2::INT, year::INT FROM raw) p WHERE p.c = s.ccode AND p.y = s.year)`,
      '1990:260 1990:265 1990:678 1990:680',
    );
    const cow = { year: 'year', file, codes: 'cow' } as const;
    await reading.resolve({ ...cow, from: 'raw', into: 'placed1', key: 'ccode1', as: 'state1' });
    await reading.resolve({ ...cow, from: 'placed1', into: 'placed2', key: 'ccode2', as: 'state2' });
    await reading.inSystem({ from: 'placed2', into: 'member1', year: 'year', state: 'state1' });
    await reading.inSystem({ from: 'member1', into: 'member2', year: 'year', state: 'state2' });
    await reading.run(
      `CREATE TABLE pairs AS SELECT state1::SMALLINT AS a, state2::SMALLINT AS b, year::SMALLINT AS year, dyadigos::TINYINT AS n FROM member2`,
    );
    await reading.write(
      'joint_igo',
      `SELECT a AS ccode1, b AS ccode2, year, n AS joint_igo_memberships FROM pairs UNION ALL SELECT b, a, year, n FROM pairs`,
    );
  },
};
