import { refuseDoubles } from '../refuse-doubles.js';
import type { Source } from '../source.js';

const file = 'nuclear/weapon-tests.csv';

/**
 * Nuclear tests by state and year, 1945–2019, after the tally of the Arms Control Association: nuclear explosions of
 * any kind, in the air, under water and underground, those for peaceful purposes among them; the two bombs dropped on
 * Japan are no tests.
 */
export const nuclearTests: Source = {
  folder: 'nuclear-tests',
  card: {
    name: 'nuclear-tests',
    title: 'The Nuclear Testing Tally',
    version: '2020, as carried by Our World in Data',
    citation: 'Arms Control Association (2020). The Nuclear Testing Tally. Carried by Our World in Data.',
    terms: 'cite',
    files: [file],
    defects: [
      'North Korea’s tests sum to nine where others count six (2006, 2009, 2013, two in 2016, 2017): the three of 2010 are in no other tally. Kept as published.',
      'The flash over the South Atlantic in 1979, which some take for a test by Israel or South Africa, is not counted.',
    ],
  },
  tables: [
    {
      name: 'nuclear_tests',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Nuclear tests of the eight states that have conducted any.',
      years: { from: 1945, to: 2019 },
      variables: [
        {
          name: 'nuclear_tests',
          title: 'Nuclear tests',
          definition:
            'Nuclear test explosions conducted by the state in the year, wherever they took place. It says nothing of their yield.',
          unit: 'tests',
          scale: { low: 0, higher: 'more tests' },
          absentIsZero: 'The tally counts every state that has conducted a nuclear test: eight.',
          defects: ['The three North Korean tests of 2010 are in no other tally.'],
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['country_name', 'year', 'nuclear_weapons_tests'] });
    await refuseDoubles(reading, { from: 'raw', key: ['country_name', 'year'], file });
    await reading.check(
      'eight states in every year, 1945–2019, and 2,059 tests',
      `SELECT count(*) || ' ' || count(DISTINCT country_name) || ' ' || min(year) || '-' || max(year) || ' ' || sum(as_integer(nuclear_weapons_tests)) FROM raw WHERE as_integer(nuclear_weapons_tests) >= 0`,
      '600 8 1945-2019 2059',
    );
    await reading.check(
      'North Korea has nine tests, three of them in 2010',
      `SELECT string_agg(year || ':' || nuclear_weapons_tests, ' ' ORDER BY year) FROM raw WHERE country_name = 'North Korea' AND nuclear_weapons_tests <> '0'`,
      '2006:1 2009:1 2010:3 2013:1 2016:2 2017:1',
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'country_name', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'nuclear_tests',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, as_integer(nuclear_weapons_tests)::SMALLINT AS nuclear_tests FROM members`,
    );
  },
};
