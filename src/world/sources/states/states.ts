import { refuseCut } from '../refuse-cut.js';
import type { Source } from '../source.js';

/** Last year to which membership is extended. */
const last = 2025;

/**
 * The state system: who was a member in which year, and under which name. COW's list ends on 31 December 2016; no
 * state has entered or left since, which the crosswalk's rows for 2017–2025 confirm. A state is a member in a
 * calendar year if it was one on any day of it, the rule of COW's own dyad-year tools; so 1990 holds both German
 * states and their successor.
 */
export const statesSource: Source = {
  folder: 'states',
  card: {
    name: 'states',
    title: 'State System Membership List',
    version: 'v2016, extended to 2025',
    citation:
      'Correlates of War Project (2017). State System Membership List, v2016. Extended with Miller, S. V., isard (R package), and checked against Arel-Bundock, V., Enevoldsen, N. & Yetman, C. J. (2018). countrycode. Journal of Open Source Software 3(28).',
    terms: 'cite',
    files: [
      'states/cow-system-membership-2016.csv',
      'states/cow-gw-year-crosswalk.csv',
      'states/country-codes.csv',
      'states/cow-majors-2016.csv',
    ],
    defects: [
      'The list ends in 2016: spells open on 31 December 2016 are carried to 2025.',
      'In the code list Serbia has no COW number (345 sits under Yugoslavia) and Viet Nam’s COW number is 816 where Gleditsch and Ward have 815.',
    ],
  },
  tables: [
    {
      name: 'states',
      level: 'membership',
      key: ['ccode', 'from_year'],
      says: 'Spells of membership in the state system under one name. A change of name, code or interruption opens a new spell.',
      years: { from: 1816, to: last },
      variables: [],
    },
    {
      name: 'state_names',
      level: 'membership',
      key: ['alias', 'ccode', 'from_year'],
      says: 'Every name and code by which a state may be called, and the years in which it meant that state.',
      years: { from: 1816, to: last },
      variables: [],
    },
    {
      name: 'state_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'One row a member and calendar year: the base of every panel.',
      years: { from: 1816, to: last },
      variables: [
        {
          name: 'member_days',
          title: 'Days of membership',
          definition: 'Days of the year on which the state was a member of the state system.',
          unit: 'days',
          scale: { low: 1, high: 366, higher: 'a member for more of the year' },
        },
        {
          name: 'member_at_end',
          title: 'Member on 31 December',
          definition:
            '1 if the state was a member on the last day of the year, 0 if its membership had ended.',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'a member at the end of the year' },
        },
        {
          name: 'major_power',
          title: 'Major power',
          definition:
            'COW’s list of major powers, any day of the year, to 2016 (a judgement of historians, not a measurement).',
          unit: '0/1',
          scale: { low: 0, high: 1, higher: 'a major power' },
          years: { from: 1816, to: 2016 },
        },
      ],
    },
    {
      name: 'system_years',
      level: 'system-year',
      key: ['year'],
      says: 'One row a calendar year of the state system.',
      years: { from: 1816, to: last },
      variables: [
        {
          name: 'system_size',
          title: 'Members of the state system',
          definition: 'Number of states that were members on any day of the year.',
          unit: 'states',
          scale: { low: 0, higher: 'more members' },
        },
      ],
    },
  ],
  async read(reading) {
    const spell = [
      'stateabb',
      'ccode',
      'statenme',
      'styear',
      'stmonth',
      'stday',
      'endyear',
      'endmonth',
      'endday',
    ];
    await reading.csv('states/cow-system-membership-2016.csv', 'cow', { columns: spell });
    await reading.csv('states/cow-gw-year-crosswalk.csv', 'crosswalk', { columns: ['year', 'ccode'] });
    await reading.csv('states/country-codes.csv', 'codes', {
      columns: ['iso3c', 'cown', 'cowc', 'country.name.en', 'un.name.en', 'cow.name'],
    });
    await reading.csv('states/cow-majors-2016.csv', 'majors_raw', {
      columns: ['ccode', 'styear', 'endyear', 'version'],
    });
    await refuseCut(reading, {
      from: 'majors_raw',
      file: 'states/cow-majors-2016.csv',
      rows: 14,
      field: 'version',
      last: '2016',
    });
    await reading.ownCsv('names.csv', 'named', ['ccode', 'from', 'to', 'iso3c', 'name']);
    await reading.ownCsv('aliases.csv', 'called', ['alias', 'ccode', 'from', 'to', 'note']);

    await reading.check(
      'the membership list ends on 31 December 2016',
      `SELECT max(make_date(endyear::INT, endmonth::INT, endday::INT))::VARCHAR FROM cow`,
      '2016-12-31',
    );
    await reading.check(
      'Serbia has no COW number in the code list',
      `SELECT count(*) FROM codes WHERE iso3c = 'SRB' AND cown <> ''`,
      0,
    );
    await reading.check(
      'Viet Nam is 816 in the code list',
      `SELECT cown FROM codes WHERE iso3c = 'VNM'`,
      '816',
    );

    await reading.run(`CREATE TABLE spells AS SELECT ccode::INTEGER AS ccode, stateabb, statenme,
      make_date(styear::INT, stmonth::INT, stday::INT) AS begins,
      CASE WHEN endyear = '2016' AND endmonth = '12' AND endday = '31' THEN make_date(${last}, 12, 31)
           ELSE make_date(endyear::INT, endmonth::INT, endday::INT) END AS ends FROM cow`);
    await reading.run(`CREATE TABLE state_years AS SELECT ccode, y::INTEGER AS year,
      sum(date_diff('day', greatest(begins, make_date(y::INT, 1, 1)), least(ends, make_date(y::INT, 12, 31))) + 1)::INTEGER AS member_days,
      max((ends >= make_date(y::INT, 12, 31))::INTEGER)::INTEGER AS member_at_end
      FROM spells, range(year(begins), year(ends) + 1) AS r(y) GROUP BY ALL`);
    await reading.check(
      'the crosswalk knows the same members in every year',
      `SELECT count(*) FROM (
      (SELECT ccode, year FROM state_years EXCEPT SELECT ccode::INT, year::INT FROM crosswalk WHERE ccode <> '') UNION ALL
      (SELECT ccode::INT, year::INT FROM crosswalk WHERE ccode <> '' EXCEPT SELECT ccode, year FROM state_years))`,
      0,
    );
    await reading.run(
      `CREATE TABLE spells_named AS SELECT ccode::INTEGER AS ccode, "from"::INTEGER AS from_year, "to"::INTEGER AS to_year, nullif(iso3c, '') AS iso3c, name FROM named`,
    );
    await reading.check(
      'names.csv names every member in every year exactly once',
      `SELECT count(*) FROM (
      SELECT s.ccode, s.year, count(n.ccode) AS times FROM state_years s LEFT JOIN spells_named n ON n.ccode = s.ccode AND s.year BETWEEN n.from_year AND n.to_year GROUP BY ALL HAVING times <> 1)`,
      0,
    );

    await reading.write(
      'states',
      `SELECT n.ccode, n.from_year, n.to_year, n.iso3c, any_value(s.stateabb) AS cow_abbreviation, n.name,
      min(greatest(s.begins, make_date(n.from_year, 1, 1)))::VARCHAR AS begins, max(least(s.ends, make_date(n.to_year, 12, 31)))::VARCHAR AS ends
      FROM spells_named n JOIN spells s ON s.ccode = n.ccode AND year(s.begins) <= n.to_year AND year(s.ends) >= n.from_year GROUP BY n.ccode, n.from_year, n.to_year, n.iso3c, n.name`,
    );
    // Precedence where two sources of names collide (AUS: Australia in ISO, Austria in COW): reviewed aliases, then our names and ISO codes, then the others.
    await reading.run(`CREATE TABLE all_names AS
      SELECT alias, ccode::INTEGER AS ccode, "from"::INTEGER AS from_year, "to"::INTEGER AS to_year, 1 AS rank FROM called
      UNION ALL SELECT name, ccode, min(from_year), max(to_year), 2 FROM spells_named GROUP BY name, ccode
      UNION ALL SELECT iso3c, ccode, min(from_year), max(to_year), 2 FROM spells_named WHERE iso3c IS NOT NULL GROUP BY iso3c, ccode
      UNION ALL SELECT ccode::VARCHAR, ccode, min(from_year), max(to_year), 1 FROM spells_named GROUP BY ccode
      UNION ALL SELECT stateabb, ccode, min(year(begins)), max(year(ends)), 4 FROM spells GROUP BY stateabb, ccode
      UNION ALL SELECT n.alias, c.cown::INTEGER, s.from_year, s.to_year, 3 FROM codes c
        JOIN (SELECT ccode, min(year(begins)) AS from_year, max(year(ends)) AS to_year FROM spells GROUP BY ccode) s ON s.ccode::VARCHAR = c.cown
        CROSS JOIN LATERAL (VALUES (c."country.name.en"), (c."un.name.en"), (c."cow.name"), (c.iso2c)) AS n(alias) WHERE n.alias <> '' AND c.cown NOT IN ('345', '255')`);
    await reading.write(
      'state_names',
      `SELECT alias, ccode, min(from_year)::INTEGER AS from_year, max(to_year)::INTEGER AS to_year FROM all_names a
      WHERE rank = (SELECT min(rank) FROM all_names b WHERE lower(b.alias) = lower(a.alias)) GROUP BY alias, ccode, CASE WHEN rank = 1 THEN from_year ELSE 0 END`,
    );
    await reading.run(
      `CREATE TABLE majors AS SELECT DISTINCT ccode::INTEGER AS ccode, y::INTEGER AS year FROM majors_raw, range(styear::INT, endyear::INT + 1) AS r(y)`,
    );
    await reading.write(
      'state_years',
      `SELECT ccode, year, member_days, member_at_end, CASE WHEN year <= 2016 THEN (EXISTS (FROM majors m WHERE m.ccode = s.ccode AND m.year = s.year))::INTEGER END AS major_power FROM state_years s`,
    );
    await reading.write(
      'system_years',
      `SELECT year, count(*)::INTEGER AS system_size FROM state_years GROUP BY year`,
    );
  },
};
