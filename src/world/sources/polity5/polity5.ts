import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'regime/polity5-p5v2018.csv';

/** Polity’s standardised authority codes, and our reasons for a missing value. */
const reasons = { '-66': 'interruption', '-77': 'interregnum', '-88': 'transition' } as const;
const special = Object.keys(reasons)
  .map((code) => `'${code}'`)
  .join(', ');

const authority = (
  name: string,
  title: string,
  definition: string,
  scale: VariableCard['scale'],
): VariableCard => ({
  name,
  title,
  definition: `${definition} Missing, with its reason, where Polity codes an interruption (−66), an interregnum (−77) or a transition (−88). As of 31 December.`,
  unit: 'points',
  ...(scale && { scale }),
  missing: 'polity_missing',
});

/**
 * Polity5: authority characteristics of states of more than 500,000 people, 1816–2018, as of 31 December. Polity
 * numbers states in its own way and gives both the old and the new state a row in most years of change; names.csv
 * keeps the one that stood on 31 December.
 */
export const polity5: Source = {
  folder: 'polity5',
  card: {
    name: 'polity5',
    title: 'Polity5',
    version: 'p5v2018 (2020)',
    citation:
      'Marshall, M. G. & Gurr, T. R. (2020). Polity5: Political Regime Characteristics and Transitions, 1800–2018. Dataset Users’ Manual. Center for Systemic Peace.',
    terms: 'cite',
    files: [file],
    defects: [
      'Rows for 2019 and 2020 hold the United States alone (7 and 5): the series ends in 2018.',
      'The United States falls from 10 to 8 in 2016, a coding that later releases carry on; durable is empty for it from 2016.',
      'polity2 gives every interregnum the value 0 and spreads a change evenly over a transition: it is smooth by construction, and 0 may mean anarchy.',
      'Fiji 2018 is 4 in polity and 2 in polity2, the only row where the two differ without a special code.',
      'Egypt has no rows for 1946–1950.',
      'Not coded: states of fewer than 500,000 people in 2018 (Iceland, Malta, Barbados and others throughout), Rhodesia 1965–1979, Ghana before 1960, Switzerland before 1848, and the smaller German states.',
    ],
  },
  tables: [
    {
      name: 'polity5',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Democracy and autocracy by Polity5, for members of the state system.',
      years: { from: 1816, to: 2018 },
      variables: [
        {
          name: 'polity2',
          title: 'Revised combined Polity score',
          definition:
            'polity, with interregnums set to 0 and transitions spread evenly between the scores before and after; missing under foreign interruption and in transitions without an end. As of 31 December.',
          unit: 'points, −10 to 10',
          scale: { low: -10, high: 10, higher: 'more democratic' },
          parts: ['polity', 'democ', 'autoc'],
          missing: 'polity_missing',
          defects: ['0 may mean an interregnum. polity_missing says which rows were filled in.'],
        },
        {
          ...authority('polity', 'Combined Polity score', 'Institutionalised democracy less autocracy.', {
            low: -10,
            high: 10,
            higher: 'more democratic',
          }),
          parts: ['democ', 'autoc'],
        },
        authority(
          'democ',
          'Institutionalised democracy',
          'Weighted sum of the competitiveness and openness of executive recruitment, constraints on the executive and competitiveness of participation.',
          { low: 0, high: 10, higher: 'more democratic' },
        ),
        authority(
          'autoc',
          'Institutionalised autocracy',
          'Weighted sum of closed recruitment, an unconstrained executive and regulated or suppressed participation.',
          { low: 0, high: 10, higher: 'more autocratic' },
        ),
        {
          name: 'durable',
          title: 'Years since the last change of regime',
          definition:
            'Years since polity last changed by three points or more within three years, or since a transition ended; 0 in the year of change.',
          unit: 'years',
          scale: { low: 0, higher: 'a regime unchanged for longer' },
          defects: ['Not coded for regimes whose beginning Polity does not date.'],
        },
      ],
    },
  ],
  async read(reading) {
    const numbers = ['year', 'democ', 'autoc', 'polity', 'polity2', 'durable'];
    await reading.csv(file, 'raw', { columns: ['scode', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['scode', 'year'], file });
    // Polity’s own number is called ccode too.
    await reading.resolve({ from: 'raw', into: 'placed', key: 'scode', year: 'year', as: 'state', file });
    await reading.check('17,574 country-years', `SELECT count(*) FROM raw`, 17574);
    await reading.check(
      'after 2018 there are the United States of 2019 and 2020 and nothing else',
      `SELECT string_agg(scode || year, ',' ORDER BY scode, year) FROM raw WHERE year::INT > 2018`,
      'USA2019,USA2020',
    );
    await reading.check(
      'the United States 2015–2020',
      `SELECT string_agg(polity2, ',' ORDER BY year) FROM raw WHERE scode = 'USA' AND year::INT BETWEEN 2015 AND 2020`,
      '10,8,8,8,7,5',
    );
    await reading.check(
      'special codes are −66, −77 and −88, the same in democ, autoc and polity',
      `SELECT count(*) FROM raw WHERE polity::INT NOT BETWEEN -10 AND 10 AND (polity NOT IN (${special}) OR democ <> polity OR autoc <> polity)
       OR polity::INT BETWEEN -10 AND 10 AND polity::INT <> democ::INT - autoc::INT`,
      0,
    );
    await reading.check(
      'polity2 is missing under −66, 0 under −77 and within −10 to 10 elsewhere',
      `SELECT count(*) FROM raw WHERE (polity = '-66') AND polity2 <> '' OR polity = '-77' AND polity2 IS DISTINCT FROM '0'
       OR polity NOT IN (${special}) AND polity2 IS NULL OR as_integer(polity2) NOT BETWEEN -10 AND 10`,
      0,
    );
    await reading.check(
      'polity2 differs from a plain polity in Fiji 2018 alone',
      `SELECT string_agg(scode || year, ',') FROM raw WHERE polity NOT IN (${special}) AND polity2 <> polity`,
      'FJI2018',
    );
    await reading.check(
      'Egypt has no rows for 1946–1950',
      `SELECT count(*) FROM raw WHERE scode = 'EGY' AND year::INT BETWEEN 1946 AND 1950`,
      0,
    );
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year', state: 'state' });
    reading.lose(
      'after 2018, where the United States stands alone',
      Number((await reading.rows(`SELECT count(*) AS n FROM members WHERE year::INT > 2018`))[0]!['n']),
    );
    const plain = (name: string): string =>
      `CASE WHEN polity NOT IN (${special}) THEN as_integer(${name}) END AS ${name}`;
    await reading.write(
      'polity5',
      `SELECT state AS ccode, as_integer(year) AS year, as_integer(polity2) AS polity2, ${plain('polity')},
       CASE polity ${Object.entries(reasons)
         .map(([code, reason]) => `WHEN '${code}' THEN '${reason}'`)
         .join(' ')} END AS polity_missing,
       ${plain('democ')}, ${plain('autoc')}, as_integer(durable) AS durable FROM members WHERE year::INT <= 2018`,
    );
  },
};
