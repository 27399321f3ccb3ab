import type { Source } from '../source.js';

const file = 'summit/summit-for-democracy-2021-invitees.csv';

/** The 110 governments that the United States invited to the Summit for Democracy of 9–10 December 2021. */
export const summitInvitees: Source = {
  folder: 'summit-invitees',
  card: {
    name: 'summit-invitees',
    title: 'Summit for Democracy 2021, participants invited',
    version: '23 November 2021',
    citation:
      'United States Department of State (2021). The Summit for Democracy: Invited Participants, 23 November 2021.',
    terms: 'public domain',
    files: [file],
    defects: [
      'Read in a printed copy that breaks off after Uruguay: Vanuatu and Zambia complete the published number of 110 (`confirmed` 0).',
    ],
  },
  tables: [
    {
      name: 'summit_invitees',
      level: 'membership',
      key: ['ccode'],
      says: 'Governments invited to the Summit for Democracy of December 2021; `confirmed` 1 where the name was read in a printed copy of the list. Invited, not attending: Pakistan declined.',
      years: { from: 2021, to: 2021 },
      variables: [],
    },
    {
      name: 'summit_invited_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Every member of the state system in 2021, invited or not.',
      years: { from: 2021, to: 2021 },
      variables: [
        {
          name: 'summit_invited',
          title: 'Invited to the Summit for Democracy 2021',
          definition:
            '1 if the government was on the list of those invited, else 0; missing for the United States, the host. The list names no criterion.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'invited' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['n', 'name_as_printed', 'basis'] });
    await reading.check(
      '110 names, each once, numbered',
      `SELECT count(*) || ' ' || count(DISTINCT name_as_printed) || ' ' || count(*) FILTER (n::INT = line) FROM raw`,
      '110 110 110',
    );
    await reading.check(
      'two names were not in the copy that was read',
      `SELECT string_agg(name_as_printed, ', ' ORDER BY line) FROM raw WHERE basis NOT LIKE 'source text%'`,
      'Vanuatu, Zambia',
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'name_as_printed', year: '2021', file });
    await reading.write(
      'summit_invitees',
      `SELECT ccode::SMALLINT AS ccode, name_as_printed, (basis LIKE 'source text%')::TINYINT AS confirmed FROM placed`,
    );
    await reading.write(
      'summit_invited_years',
      `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year,
       CASE WHEN ccode <> 2 THEN (ccode IN (SELECT ccode FROM placed))::TINYINT END AS summit_invited FROM state_years WHERE year = 2021`,
    );
  },
};
