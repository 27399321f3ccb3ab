import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'capabilities/gdp-constant-demspaces.csv';
const bank = 'capabilities/gdp-world-bank.csv';
const gdp = '"NY.GDP.MKTP.KD"';
const perHead = '"NY.GDP.PCAP.KD"';

/**
 * GDP in constant 2015 dollars at market exchange rates, 1950–2024, without a gap: the World Bank’s where it has it,
 * the United Nations’ and Gleditsch’s expanded figures brought to its level elsewhere, and a filter’s extrapolation
 * where nobody has any. The demspaces project made it for forecasting and does not mark which figure is which;
 * `gdp_constant_estimated` and the reviewed `left-out.csv` do, as far as it can be told.
 */
export const demspacesGdp: Source = {
  folder: 'demspaces-gdp',
  card: {
    name: 'demspaces-gdp',
    title: 'GDP in constant dollars, filled in by demspaces',
    version: 'series of 1950–2024',
    citation:
      'demspaces project (V-Dem Institute): GDP in constant 2015 US dollars, from World Bank, World Development Indicators (NY.GDP.MKTP.KD); United Nations national accounts; and Gleditsch, K. S. (2002). Expanded Trade and GDP Data. Journal of Conflict Resolution 46(5):712–724, version 6.0.',
    terms: 'cite',
    files: [file, bank],
    defects: [
      'All figures before 1960, and those of states and years that the World Bank lacks, are other sources’ brought to its level by a model. Where one source gives way to another, mostly in 1960 and 1970, a series may jump: South Yemen falls by 83 and North Korea by 75 per cent in 1970, Iran by 58 in 1960, Syria by 68 in 1961, Czechoslovakia rises by 153 in 1970.',
      'Left out as extrapolated along a straight line: Liechtenstein, Taiwan, North Korea, Eritrea, South Sudan, Syria, Yemen and Namibia in their last years; East Germany to 1969, Romania to 1960, North Viet Nam.',
      'Left out as not comparable: the Soviet Union 1989–1991 (Russia alone), Yugoslavia 1990 to Serbia 2007, Czechoslovakia 1991–1992, North Yemen.',
      'Namibia rests on other sources throughout: its code NA was read as missing.',
      'Growth is not carried over: it is the difference of the same figures, jumps included.',
    ],
  },
  tables: [
    {
      name: 'demspaces_gdp',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'GDP in constant dollars for members of the state system, back-cast and filled in; `gdp_constant_missing` says why a figure was left out.',
      years: { from: 1950, to: 2024 },
      variables: [
        {
          name: 'gdp_constant',
          title: 'GDP (constant 2015 US$)',
          definition:
            'Gross domestic product in prices and at market exchange rates of 2015. At exchange rates, not purchasing power: poor economies look smaller. An estimate before 1960 and wherever gdp_constant_estimated is 1.',
          unit: 'US$ of 2015',
          scale: { low: 0, higher: 'a larger economy' },
          missing: 'gdp_constant_missing',
          defects: ['Back-cast before 1960; jumps where one source gives way to another.'],
        },
        {
          name: 'gdp_constant_per_capita',
          title: 'GDP per head (constant 2015 US$)',
          definition: 'gdp_constant divided by the carrier’s figures of population.',
          unit: 'US$ of 2015 a head',
          scale: { low: 0, higher: 'richer' },
          missing: 'gdp_constant_missing',
          defects: ['Back-cast before 1960; jumps where one source gives way to another.'],
        },
        {
          name: 'gdp_constant_estimated',
          title: 'GDP (constant US$) is an estimate',
          definition:
            '1 before 1960, and where the World Bank has no GDP of that state for the year, so that the figure is another source’s. 0 does not prove that it is the Bank’s: its series in constant prices may begin later.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'not the World Bank’s figure' },
        },
      ],
    },
  ],
  async read(reading) {
    const columns = ['NY.GDP.MKTP.KD', 'NY.GDP.PCAP.KD'];
    await reading.csv(file, 'raw', { columns: ['gwcode', 'year', ...columns] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['gwcode', 'year', ...columns], file });
    await refuseDoubles(reading, { from: 'raw', key: ['gwcode', 'year'], file });
    await reading.check(
      '12,188 state-years of 1950–2024, one of them below zero: South Sudan 2024',
      `SELECT count(*) || ', ' || min(year) || '-' || max(year) || ', ' || string_agg(gwcode || year, ';') FILTER (as_number(${gdp}) <= 0) FROM raw`,
      '12188, 1950-2024, 6262024',
    );
    await reading.run(`CREATE TABLE steps AS SELECT gwcode, year::INTEGER AS year, as_number(${gdp}) AS g, g - lag(g) OVER w AS step FROM raw WINDOW w AS (PARTITION BY gwcode ORDER BY year::INTEGER);
      CREATE TABLE lines AS SELECT gwcode, min(year) || '-' || max(year) AS span FROM (SELECT *, abs(step - lag(step) OVER (PARTITION BY gwcode ORDER BY year)) < 1e-6 * abs(g) AS straight FROM steps)
        WHERE straight GROUP BY gwcode HAVING count(*) >= 4`);
    await reading.check(
      'the series that run along a straight line for years are those reviewed',
      `SELECT string_agg(gwcode || ' ' || span, ', ' ORDER BY gwcode::INT) FROM lines`,
      '223 2016-2024, 265 1952-1990, 360 1952-1960, 396 2013-2024, 397 2014-2024, 531 2018-2024, 565 2019-2024, 626 2019-2024, 678 2020-2024, 713 2014-2024, 731 2019-2024, 760 1952-1969, 816 1956-1970',
    );
    await reading.check(
      'the breaks of 1989–1991: the Soviet Union, Yugoslavia, Czechoslovakia and North Yemen fall by 30 per cent and more',
      `SELECT string_agg(gwcode || ' ' || year || ' ' || round(100 * step / (g - step))::INTEGER, ', ' ORDER BY gwcode, year) FROM steps
       WHERE gwcode IN ('315', '345', '365', '678') AND year BETWEEN 1988 AND 1991 AND step / (g - step) < -0.25`,
      '315 1991 -35, 345 1990 -72, 365 1989 -30, 678 1989 -51',
    );
    await reading.ownCsv('left-out.csv', 'left_out', ['gwcode', 'from', 'to', 'why', 'note']);
    await reading.csv(bank, 'bank', { columns: ['Country Code', 'Year', 'Value'] });
    await refuseCut(reading, {
      from: 'bank',
      file: bank,
      rows: 13_979,
      field: 'Value',
      last: '26538273498.84614',
    });
    await reading.resolve({ from: 'raw', into: 'placed', key: 'gwcode', year: 'year', file, codes: 'cow' });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.run(`CREATE TABLE banked AS SELECT DISTINCT n.ccode, b.Year::INTEGER AS year FROM bank b
        JOIN spells_named n ON n.iso3c = b."Country Code" AND b.Year::INTEGER BETWEEN n.from_year AND n.to_year;
      CREATE TABLE judged AS SELECT m.ccode, m.year::INTEGER AS year, l.why, as_number(${gdp}) AS g, as_number(${perHead}) AS h,
        m.year::INTEGER < 1960 OR m.gwcode = '565' OR NOT EXISTS (FROM banked b WHERE b.ccode = m.ccode AND b.year = least(m.year::INTEGER, 2023)) AS estimated
        FROM members m LEFT JOIN left_out l ON l.gwcode = m.gwcode AND m.year::INTEGER BETWEEN l."from"::INTEGER AND l."to"::INTEGER`);
    const kept = (value: string): string => `CASE WHEN why IS NULL THEN ${value} END`;
    await reading.write(
      'demspaces_gdp',
      `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year, ${kept('g')} AS gdp_constant, ${kept('h')} AS gdp_constant_per_capita,
       ${kept('estimated::TINYINT')} AS gdp_constant_estimated, why AS gdp_constant_missing FROM judged`,
    );
  },
};
