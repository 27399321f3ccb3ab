import { resolveIso3 } from '../iso3.js';
import type { Source } from '../source.js';

const file = 'facts/us_treaty_allies_2021.csv';

/**
 * The treaty allies of the United States at the start of 2021, compiled by hand: each state, by which treaty, and
 * whether that treaty plainly bound the United States to it. A list for one date, for arguments that count allies.
 */
export const usTreatyAllies: Source = {
  folder: 'us-treaty-allies',
  card: {
    name: 'us-treaty-allies',
    title: 'Treaty allies of the United States, 2021',
    version: '1 January 2021',
    citation:
      'Entente (2026). Treaty allies of the United States at the start of 2021: facts/us_treaty_allies_2021.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'A state that is an ally by two treaties stands once, under the one by which it is commonly counted.',
      'New Zealand (obligation suspended in 1986) and Venezuela (membership of the Rio Treaty disputed) are listed and not counted.',
    ],
  },
  tables: [
    {
      name: 'us_treaty_allies',
      level: 'membership',
      key: ['ccode', 'treaty'],
      says: 'Treaty allies of the United States on 1 January 2021. `treaty` is north_atlantic, asia_pacific (ANZUS, the Manila Pact, the treaties with Japan, South Korea and the Philippines) or rio; `since` is the day of accession or signature (`since_is`); `counts` is 1 where the treaty was plainly in force between the state and the United States: 50 states, 34 without the Rio Treaty; 0 where it was not, or where that is disputed.',
      years: { from: 2021, to: 2021 },
      variables: [],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'iso3',
        'treaty',
        'instrument',
        'article',
        'since',
        'since_is',
        'in_force_2021',
        'source',
        'read_at',
      ],
    });
    await resolveIso3(reading, { from: 'raw', into: 'placed', key: 'iso3', year: '2021', file });
    await reading.check(
      'treaty and standing are of the known kinds',
      `SELECT count(*)::INTEGER FROM raw WHERE coalesce(treaty, '') NOT IN ('north_atlantic', 'asia_pacific', 'rio') OR coalesce(in_force_2021, '') NOT IN ('yes', 'no', 'disputed')`,
      0,
    );
    await reading.write(
      'us_treaty_allies',
      `SELECT ccode::SMALLINT AS ccode, treaty, instrument, article, since, since_is, (in_force_2021 = 'yes')::TINYINT AS counts FROM placed`,
    );
  },
};
