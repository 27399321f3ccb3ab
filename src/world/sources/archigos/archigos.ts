import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';
import { leaderYears, spells } from './spells.js';
import { archigosTables } from './tables.js';

const file = 'leaders/archigos-4-1.csv';

/**
 * Archigos 4.1: effective leaders of states, 1875–2015, with the day and the manner in which each entered and lost
 * office. Leaders in office on 1 January 1875 have the day on which they entered, back to 1840.
 */
export const archigos: Source = {
  folder: 'archigos',
  card: {
    name: 'archigos',
    title: 'Archigos: leaders of states',
    version: '4.1 (2016)',
    citation:
      'Goemans, H. E., Gleditsch, K. S. & Chiozza, G. (2009). Introducing Archigos: A Dataset of Political Leaders. Journal of Peace Research 46(2):269–283. Version 4.1.',
    terms: 'cite',
    files: [file],
    defects: [
      'Saudi Arabia’s king of 2015 ends in a natural death on the last day of the record: read as still in office.',
      'Haiti, North Macedonia, Latvia and Romania end in 2014; Montenegro since 2006 is missing.',
      'Not covered: states of the smallest size (the eastern Caribbean, Europe’s and the Pacific’s microstates, São Tomé, Seychelles, Samoa, Vanuatu), Egypt 1875–1882, Morocco 1909–1912, Somalia 1992–2011.',
      'Numbered after Gleditsch and Ward: Germany 260 and Yemen 678 throughout, Serbia 340.',
      'Years of birth are unknown (−999) for 19 spells; −777 (alive) and −888 (in office) are no values. Ties of family are not carried over.',
    ],
  },
  tables: archigosTables,
  async read(reading) {
    const numbers = ['ccode', 'prevtimesinoffice', 'yrborn', 'yrdied'];
    const texts = [
      'obsid',
      'leadid',
      'leader',
      'startdate',
      'enddate',
      'entry',
      'exit',
      'exitcode',
      'posttenurefate',
      'gender',
    ];
    await reading.csv(file, 'raw', { columns: [...texts, ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['obsid'], file });
    await reading.check(
      '3,409 spells of 2,802 leaders, from 1840 to the end of 2015, none ending before it begins',
      `SELECT count(*) FILTER (startdate::DATE <= enddate::DATE) || ', ' || count(DISTINCT leadid) || ', ' || min(startdate::DATE) || ' to ' || max(enddate::DATE) FROM raw`,
      '3409, 2802, 1840-07-23 to 2015-12-31',
    );
    await reading.check(
      'ways of entry and exit are the known ones',
      `SELECT count(*) FROM raw WHERE entry NOT IN ('Regular', 'Irregular', 'Foreign Imposition', 'Unknown')
       OR exit NOT IN ('Regular', 'Irregular', 'Foreign', 'Natural Death', 'Retired Due to Ill Health', 'Suicide', 'Still in Office', 'Unknown')`,
      0,
    );
    await reading.check(
      'one leader ends on the last day of the record without being still in office: Saudi Arabia’s',
      `SELECT string_agg(obsid || ' ' || exit, ', ') FROM raw WHERE enddate = '2015-12-31' AND exit <> 'Still in Office'`,
      'SAU-2015 Natural Death',
    );
    await reading.check(
      'three leaders still in office end in 2014',
      `SELECT string_agg(obsid, ', ' ORDER BY obsid) FROM raw WHERE enddate < '2015-12-31' AND exit = 'Still in Office'`,
      'HAI-2011, LAT-2014, MAC-2006',
    );
    await reading.check(
      'two spells run across the unions of 1990: Kohl’s and Saleh’s',
      `SELECT string_agg(obsid, ', ' ORDER BY obsid) FROM raw WHERE (ccode = '260' AND startdate < '1990-10-03' AND enddate > '1990-10-03') OR (ccode = '678' AND startdate < '1990-05-22' AND enddate > '1990-05-22')`,
      'GFR-1982, YEM-1978',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'year(startdate::DATE)',
      as: 'state',
      file,
      codes: 'cow',
    });
    await reading.run(spells);
    const [never] = await reading.rows(
      `SELECT count(*)::INTEGER AS n FROM all_spells WHERE NOT EXISTS (FROM state_years m WHERE m.ccode = all_spells.ccode AND m.year BETWEEN year(begins) AND year(ends))`,
    );
    reading.lose(
      'in office only in years in which the state was no member of the state system',
      Number(never!['n']),
    );
    await reading.run(
      `CREATE TABLE spells AS SELECT * FROM all_spells WHERE EXISTS (FROM state_years m WHERE m.ccode = all_spells.ccode AND m.year BETWEEN year(begins) AND year(ends))`,
    );
    await reading.write('leader_spells', `SELECT * EXCLUDE (entered) FROM spells`);
    await reading.write('archigos', leaderYears);
  },
};
