import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'regime/freedom-house-1972-2024.csv';

const rating = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} As published: 1 is the freest, 7 the least free.`,
  unit: 'rating, 1–7',
  scale: { low: 1, high: 7, higher: 'less free' },
});

/**
 * Freedom in the World: ratings of political rights and civil liberties, 1972–2024. Years are those that the ratings
 * describe, not those of the editions. Territories that are rated apart are no states and do not enter.
 */
export const freedomHouse: Source = {
  folder: 'freedom-house',
  card: {
    name: 'freedom-house',
    title: 'Freedom in the World',
    version: 'ratings of 1972–2024',
    citation: 'Freedom House (2025). Freedom in the World: Country and Territory Ratings and Statuses.',
    terms: 'cite',
    files: [file],
    defects: [
      'There is no 1981: one edition covered January 1981 to August 1982 and stands as 1982; 1983 is August 1982 to November 1983, 1984–1988 end in November, 1989 is November 1988 to December 1989.',
      'United Germany and united Yemen are rated from 1990; the states before them (260, 265, 678, 680) end in 1989.',
      'South Africa 1972 was rated twice, for the white minority and the black majority; the file holds the majority’s ratings (6 and 5; their order is uncertain, their sum is not).',
      'The status follows the sum of the ratings (2–5 Free, 6–10 Partly Free, 11–14 Not Free), except that a sum of 11 could be Partly Free before 2003 (181 rows) and in fourteen rows of 1972–1999.',
    ],
  },
  tables: [
    {
      name: 'freedom_house',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Political rights and civil liberties by Freedom House, for members of the state system.',
      years: { from: 1972, to: 2024 },
      variables: [
        rating(
          'fh_political_rights',
          'Political rights rating',
          'Elections, political pluralism and participation, and how government functions.',
        ),
        rating(
          'fh_civil_liberties',
          'Civil liberties rating',
          'Freedom of expression and belief, of association, the rule of law and personal autonomy.',
        ),
        {
          name: 'fh_score',
          title: 'Freedom score',
          definition: '14 less the sum of the two ratings, so that higher is freer.',
          unit: 'points, 0–12',
          parts: ['fh_political_rights', 'fh_civil_liberties'],
          scale: { low: 0, high: 12, higher: 'freer' },
        },
        {
          name: 'fh_status',
          title: 'Freedom status',
          definition: 'Not Free (0), Partly Free (1) or Free (2), as published.',
          unit: 'ordinal, 0–2',
          values: { 0: 'not free', 1: 'partly free', 2: 'free' },
          scale: { low: 0, high: 2, higher: 'freer' },
        },
      ],
    },
  ],
  async read(reading) {
    const numbers = ['year', 'pr', 'cl', 'fh_total', 'fh_total_reversed'];
    await reading.csv(file, 'raw', { columns: ['fh_country', 'status', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['fh_country', 'year'], file });
    await reading.resolve({ from: 'raw', into: 'placed', key: 'fh_country', year: 'year', file });
    await reading.check('9,965 ratings', `SELECT count(*) FROM raw`, 9965);
    await reading.check(
      'the years are 1972–2024 without 1981',
      `SELECT min(year::INT) || '-' || max(year::INT) || ', ' || count(DISTINCT year) || ', ' || count(*) FILTER (year = '1981') FROM raw`,
      '1972-2024, 52, 0',
    );
    await reading.check(
      'years are those described, not those of the editions: South Sudan begins in 2011, Montenegro in 2006',
      `SELECT string_agg(first, ',' ORDER BY first) FROM (SELECT min(year) AS first FROM raw WHERE fh_country IN ('South Sudan', 'Montenegro') GROUP BY fh_country)`,
      '2006,2011',
    );
    await reading.check(
      'editions of 1982–1989 stand under the year in which they end: Nigeria’s coup of 31 December 1983 shows in 1984',
      `SELECT string_agg(pr || cl, ',' ORDER BY year) FROM raw WHERE fh_country = 'Nigeria' AND year IN ('1983', '1984')`,
      '23,75',
    );
    await reading.check(
      'both ratings are 1–7, the total is their sum, the reversed total 14 less the sum, the status NF, PF or F',
      `SELECT count(*) FROM raw WHERE pr::INT NOT BETWEEN 1 AND 7 OR cl::INT NOT BETWEEN 1 AND 7 OR fh_total::INT <> pr::INT + cl::INT
       OR fh_total_reversed::INT <> 14 - pr::INT - cl::INT OR status NOT IN ('NF', 'PF', 'F') OR pr IS NULL OR cl IS NULL OR status IS NULL`,
      0,
    );
    await reading.check(
      'the status departs from the sum in 181 rows with 11 before 2003 and in 14 others',
      `SELECT count(*) FILTER (t = 11 AND status = 'PF' AND year < '2003') || ', ' || count(*) FILTER (t <> 11 OR status <> 'PF' OR year >= '2003')
       FROM (SELECT *, fh_total::INT AS t FROM raw) WHERE status <> CASE WHEN t <= 5 THEN 'F' WHEN t <= 10 THEN 'PF' ELSE 'NF' END`,
      '181, 14',
    );
    await reading.check(
      'South Africa 1972',
      `SELECT pr || cl || status FROM raw WHERE fh_country = 'South Africa' AND year = '1972'`,
      '65NF',
    );
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'freedom_house',
      `SELECT ccode, as_integer(year) AS year, as_integer(pr) AS fh_political_rights, as_integer(cl) AS fh_civil_liberties,
       14 - as_integer(pr) - as_integer(cl) AS fh_score, CASE status WHEN 'NF' THEN 0 WHEN 'PF' THEN 1 WHEN 'F' THEN 2 END AS fh_status FROM members`,
    );
  },
};
