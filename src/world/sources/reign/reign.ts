import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';
import { reignTables } from './tables.js';

const file = 'leaders/reign-leaders-2021-03.csv';

/** Names whose letters were encoded twice, upstream and as they should be. */
const names: readonly (readonly [string, string])[] = [
  ['Saca GonzÅ¡lez', 'Saca González'],
  ['Ivica DaÄ\u008diÄ\u0087', 'Ivica Dačić'],
  ['Sigurdur Ingi JÃ³hannsson', 'Sigurdur Ingi Jóhannsson'],
  ['KatrÃ\u00adn JakobsdÃ³ttir', 'Katrín Jakobsdóttir'],
];

const mended = `CASE ${names.map(([wrong, right]) => `WHEN leader = '${wrong}' THEN '${right}'`).join(' ')} ELSE trim(regexp_replace(leader, ' +[(][|].*$', '')) END`;

/**
 * REIGN’s list of leaders, March 2021: who led each state when, 1950–2021, their age, sex and whether they had a
 * military career. It takes the leaders of Archigos further; the last release of the project.
 */
export const reign: Source = {
  folder: 'reign',
  card: {
    name: 'reign',
    title: 'Rulers, Elections, and Irregular Governance: leaders',
    version: 'March 2021',
    citation:
      'Bell, C., Besaw, C. & Frank, M. (2021). The Rulers, Elections, and Irregular Governance (REIGN) Dataset. One Earth Future.',
    terms: 'MIT',
    files: [file],
    defects: [
      'Four names were encoded twice (GonzÅ¡lez for González): mended. Numbers of −99 (San Marino’s captains regent) are no values, nor is a military career of 0.5 in five rows.',
      'Only the month is given for the end of a spell: of two leaders in one December the later is taken for the leader of the year’s end.',
      'One identifier stands for three rows of Iceland, 1959–1963, and two men. Taiwan and Zanzibar are missing, Somalia from 1992 to 2011.',
      'The list ends in March 2021: state-years are given to 2020.',
    ],
  },
  tables: reignTables,
  async read(reading) {
    const numbers = [
      'ccode',
      'sdate',
      'smonth',
      'syear',
      'emonth',
      'eyear',
      'birthyear',
      'gender',
      'militarycareer',
    ];
    await reading.csv(file, 'raw', { columns: ['stateabb', 'leadid', 'leader', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'syear', 'smonth', 'sdate', 'leader'], file });
    await reading.check(
      '2,524 leaders who took office in 1921–2021, 194 of them still in it',
      `SELECT count(*) || ', ' || min(syear) || '-' || max(syear) || ', ' || count(*) FILTER (eyear IS NULL AND emonth IS NULL) FROM raw`,
      '2524, 1921-2021, 194',
    );
    await reading.check(
      'four names are encoded twice, and no other has a letter beyond ASCII',
      `SELECT count(*) FILTER (leader IN (${names.map(([wrong]) => `'${wrong}'`).join(', ')})) || ' of ' || count(*) FILTER (regexp_matches(leader, '[^ -~]')) FROM raw`,
      '4 of 4',
    );
    await reading.check(
      'sex and birth are −99 together, in San Marino alone; military careers of 0.5 in five rows',
      `SELECT string_agg(DISTINCT stateabb, ',') FILTER (gender = '-99' OR birthyear = '-99' OR militarycareer = '-99') || ' ' || count(*) FILTER (gender = '-99') || ' ' || count(*) FILTER (militarycareer = '0.5') FROM raw`,
      'SNM 144 5',
    );
    await reading.check(
      'one identifier stands for several rows: Iceland’s of 1959–1963',
      `SELECT string_agg(leadid || ' ' || n, ',') FROM (SELECT leadid, count(*) AS n FROM raw GROUP BY leadid HAVING n > 1)`,
      'A2.9-6199 3',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'syear',
      as: 'state',
      file,
      codes: 'cow',
    });
    const value = (column: string): string =>
      `CASE WHEN as_number(${column}) IN (0, 1) THEN as_number(${column}) END`;
    await reading.run(`CREATE TABLE told AS SELECT state::SMALLINT AS ccode, make_date(syear::INT, smonth::INT, sdate::INT) AS begins, ${mended} AS leader,
      eyear::SMALLINT AS end_year, emonth::TINYINT AS end_month, leadid AS leader_id,
      (1 - ${value('gender')})::TINYINT AS woman, ${value('militarycareer')}::TINYINT AS military_career, CASE WHEN birthyear::INT > 0 THEN birthyear::SMALLINT END AS born FROM placed;
      CREATE TABLE leaders AS SELECT * FROM told t WHERE EXISTS (FROM state_years m WHERE m.ccode = t.ccode AND m.year BETWEEN year(begins) AND coalesce(end_year, 2021))`);
    const [never] = await reading.rows(
      `SELECT ((SELECT count(*) FROM told) - (SELECT count(*) FROM leaders))::INTEGER AS n`,
    );
    reading.lose(
      'in office only in years in which the state was no member of the state system',
      Number(never!['n']),
    );
    await reading.write('reign_leaders', `SELECT * FROM leaders`);
    await reading.write(
      'reign',
      `WITH touching AS (SELECT m.year, l.* FROM state_years m JOIN leaders l ON l.ccode = m.ccode AND m.year BETWEEN year(l.begins) AND coalesce(l.end_year, 2021) WHERE m.year BETWEEN 1950 AND 2020),
       at_end AS (SELECT * FROM touching WHERE coalesce(end_year, 2021) > year OR end_month = 12 QUALIFY row_number() OVER (PARTITION BY ccode, year ORDER BY begins DESC) = 1)
       SELECT c.ccode, c.year::SMALLINT AS year, e.leader AS reign_leader, c.reign_leader_entries, round((make_date(c.year, 12, 31) - e.begins) / 365.25, 2) AS reign_leader_tenure,
       (c.year - e.born)::SMALLINT AS reign_leader_age, e.woman AS reign_leader_woman, e.military_career AS reign_leader_military
       FROM (SELECT ccode, year, count(*) FILTER (year(begins) = year)::TINYINT AS reign_leader_entries FROM touching GROUP BY ccode, year) c LEFT JOIN at_end e ON e.ccode = c.ccode AND e.year = c.year`,
    );
  },
};
