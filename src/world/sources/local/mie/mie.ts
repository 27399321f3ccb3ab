import { refuseDoubles } from '../../refuse-doubles.js';
import { refuseNonNumbers } from '../../refuse-non-numbers.js';
import { resolvePair } from '../../resolve-pair.js';
import type { Reading, Source } from '../../source.js';
import { mieTables } from './tables.js';

const file = 'conflict/mie-1-0.csv';

const columns = [
  'micnum',
  'eventnum',
  'ccode1',
  'ccode2',
  'stmon',
  'stday',
  'styear',
  'endmon',
  'endday',
  'endyear',
  'sidea1',
  'action',
  'hostlev',
  'fatalmin1',
  'fatalmax1',
  'fatalmin2',
  'fatalmax2',
];

/**
 * Militarised interstate events, 1816–2014: each single threat, display or use of force by one member against another,
 * of which disputes are made, with estimates of military deaths for every one. Battles of wars that have no events of
 * their own stand as one event a pair and year or front, so that deaths add up and counts of events do not measure
 * how much was fought.
 */
export const mie: Source = {
  folder: 'local/mie',
  card: {
    name: 'mie',
    title: 'Militarized Interstate Events',
    version: '1.0 (2023)',
    citation:
      'Gibler, D. M. & Miller, S. V. (2024). The Militarized Interstate Events (MIE) Dataset, 1816–2014. Conflict Management and Peace Science 41(4). Version 1.0, International Conflict Data Project.',
    terms: 'local',
    files: [file],
    defects: [
      'Four acts of Canada in 1918–1919 are those of a state that was none yet: lost.',
      'Events that cross the end of a year (929) count whole in the year in which they begin, their deaths too: Leningrad’s in 1941.',
    ],
  },
  tables: mieTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: [...columns, 'version'] });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['micnum', 'eventnum'], file });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['ccode1', 'ccode2'],
      year: 'styear',
      file,
      codes: 'cow',
    });
    await reading.run(events);
    await reading.write('mie_episodes', 'SELECT * EXCLUDE (year) FROM events');
    await reading.write('mie_dyad_years', dyadYears);
  },
};

/** A date as text, to the month where the day is −9. */
const date = (when: 'st' | 'end'): string =>
  `${when}year || '-' || lpad(${when}mon, 2, '0') || CASE WHEN ${when}day = '-9' THEN '' ELSE '-' || lpad(${when}day, 2, '0') END`;

const events = `CREATE TABLE events AS SELECT micnum::SMALLINT AS confrontation, eventnum::SMALLINT AS event, state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2,
  styear::SMALLINT AS year, ${date('st')} AS begins, ${date('end')} AS ends, sidea1::TINYINT AS side_a, action::TINYINT AS action, hostlev::TINYINT AS hostility,
  fatalmin1::INTEGER AS deaths1_low, fatalmax1::INTEGER AS deaths1_high, fatalmin2::INTEGER AS deaths2_low, fatalmax2::INTEGER AS deaths2_high FROM placed`;

const dyadYears = `SELECT ccode1, ccode2, year, count(hostility)::SMALLINT AS mie_events, count(*) FILTER (hostility >= 4)::SMALLINT AS mie_uses_of_force,
  coalesce(max(hostility), 0)::TINYINT AS mie_hostility, sum(low)::INTEGER AS mie_deaths_low, sum(high)::INTEGER AS mie_deaths_high FROM (
    SELECT ccode1, ccode2, year, hostility, deaths1_low AS low, deaths1_high AS high FROM events
    UNION ALL SELECT ccode2, ccode1, year, NULL, deaths2_low, deaths2_high FROM events) GROUP BY ALL`;

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'version 1.0, 28,011 events of 1,881 confrontations, 1816–2014',
    `SELECT string_agg(DISTINCT version, ',') || ' ' || count(*) || ' ' || count(DISTINCT micnum) || ' ' || min(styear::INT) || '-' || max(endyear::INT) FROM raw`,
    'mie-1.0 28011 1881 1816-2014',
  );
  await reading.check(
    'deaths are known, and the lowest estimate is not above the highest',
    `SELECT count(*)::INTEGER FROM raw WHERE fatalmin1::INT < 0 OR fatalmin2::INT < 0 OR fatalmin1::INT > fatalmax1::INT OR fatalmin2::INT > fatalmax2::INT`,
    0,
  );
  await reading.check(
    'actions and levels go together',
    `SELECT string_agg(DISTINCT hostlev || ':' || action, ' ' ORDER BY hostlev || ':' || action) FROM raw`,
    '2:1 2:2 2:3 2:4 2:5 3:10 3:11 3:12 3:7 3:8 4:13 4:14 4:15 4:16 4:17 4:19 5:22',
  );
  await reading.check(
    'events have months, end after they begin, and are between two states',
    `SELECT count(*)::INTEGER FROM raw WHERE ccode1 = ccode2 OR stmon::INT NOT BETWEEN 1 AND 12 OR endmon::INT NOT BETWEEN 1 AND 12 OR endyear::INT * 100 + endmon::INT < styear::INT * 100 + stmon::INT`,
    0,
  );
}
