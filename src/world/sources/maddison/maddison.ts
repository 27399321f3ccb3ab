import { refuseCut } from '../refuse-cut.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'capabilities/gdp-per-capita-maddison-2023.csv';

/**
 * GDP per head by the Maddison Project, 2023 edition, 1816–2022. The figures are, as a rule, of today’s territory:
 * names.csv leaves out the years in which the state was plainly another (Prussia, Austria-Hungary, the Ottoman
 * Empire, the two Germanies, Viet Nams and Yemens), and takes the series of the Soviet Union, Czechoslovakia and
 * Yugoslavia while they stood.
 */
export const maddison: Source = {
  folder: 'maddison',
  card: {
    name: 'maddison',
    title: 'Maddison Project Database 2023',
    version: '2023',
    citation:
      'Bolt, J. & van Zanden, J. L. (2024). Maddison-style estimates of the evolution of the world economy: A new 2023 update. Journal of Economic Surveys. Maddison Project Database, version 2023.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'Nine regions stand without a code among the states, with two or more rows a year: left out, as is the world.',
      'Figures are of today’s territory as a rule. Left out for that reason: Germany before 1871 and in 1946–1989, Italy before 1861, Austria before 1919, Türkiye before 1923, Russia before 1992, Korea before 1949, Egypt 1958–1961, Malaysia before 1966, Pakistan before 1972, Viet Nam before 1976, Yemen before 1990, Serbia before 2008. Yugoslavia’s series before 1918 is not Serbia’s.',
      'Former Yugoslavia, Czechoslovakia and the Soviet Union are continued to 2022 upstream: left out after their end. The Soviet series stands for the Russian Empire before 1922, whose territory was larger.',
      'Smaller changes of territory are not corrected for: the United Kingdom without what became Ireland, Ethiopia with or without Eritrea, the Netherlands before 1830, Denmark, Romania, Greece and others before 1914.',
      'Many states have single benchmark years before 1950. The Korean figures of 1951–1952 fall below those of 1949, North Korea’s begin in 1990, the Emirates lack 1991–1992.',
    ],
  },
  tables: [
    {
      name: 'maddison',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'GDP per head of members of the state system by the Maddison Project, in years in which they had about the territory counted.',
      years: { from: 1816, to: 2022 },
      variables: [
        {
          name: 'gdp_per_capita_maddison',
          title: 'GDP per head (Maddison Project)',
          definition:
            'Real GDP per head, in prices constant over time and comparable across states, as reconstructed by economic historians. No interval; early figures are rough.',
          unit: '2011 international dollars',
          scale: { low: 0, higher: 'richer' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['Code', 'Year', 'GDP per capita'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'GDP per capita'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 21_586, field: 'GDP per capita', last: '1703.5294' });
    await reading.check(
      '21,586 rows of 169 codes, years 1–2022',
      `SELECT count(*) || ', ' || count(DISTINCT Code) || ', ' || min(Year::INT) || '-' || max(Year::INT) FROM raw`,
      '21586, 169, 1-2022',
    );
    await reading.check(
      '272 rows of regions have no code',
      `SELECT count(*) FROM raw WHERE Code IS NULL`,
      272,
    );
    await reading.check(
      'no code has two rows for a year',
      `SELECT count(*) FROM (SELECT Code, Year FROM raw WHERE Code IS NOT NULL GROUP BY ALL HAVING count(*) > 1)`,
      0,
    );
    await reading.check(
      'the states that are gone are continued to 2022',
      `SELECT string_agg(Code, ',' ORDER BY Code) FROM raw WHERE Year = '2022' AND Code LIKE 'OWID%'`,
      'OWID_CZS,OWID_USS,OWID_WRL,OWID_YGS',
    );
    await reading.check(
      'figures lie between 295 and 161,000 dollars',
      `SELECT count(*) FROM raw WHERE coalesce(as_number("GDP per capita") NOT BETWEEN 295 AND 161000, true)`,
      0,
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: `coalesce(Code, 'none')`,
      year: 'Year',
      file,
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'Year' });
    await reading.write(
      'maddison',
      `SELECT ccode::SMALLINT AS ccode, as_integer(Year)::SMALLINT AS year, as_number("GDP per capita") AS gdp_per_capita_maddison FROM members`,
    );
  },
};
