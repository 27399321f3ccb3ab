import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';
import { warTables } from './tables.js';

const file = 'conflict/cow-interstate-wars.csv';

/**
 * Inter-state wars of the Correlates of War, 1816–2007 (the first in 1823, the last in 2003): sustained combat between
 * members of the state system with at least 1,000 battle deaths in twelve months. Who fought whom is made from days: two
 * states face each other in a year if both fought, on opposite sides, on one of its days.
 *
 * A pair may have two wars in a year (Viet Nam, Laos and Cambodia) or one that was interrupted and taken up again: all
 * count once for the flags, and deaths and outcomes stand with the participants, whose they are.
 */
export const cowWars: Source = {
  folder: 'cow-wars',
  card: {
    name: 'cow-wars',
    title: 'COW Inter-State Wars',
    version: '4.0 (2010), directed dyad-years',
    citation:
      'Sarkees, M. R. & Wayman, F. W. (2010). Resort to War: 1816–2007. Washington: CQ Press. Version 4.0; directed dyad-years as carried by Miller, S. V., peacesciencer (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'Deaths and outcomes of a state are repeated in each of its pairs and years: they are kept once, by participant.',
      'A war taken up again after a truce (22 rows) is marked as a beginning and has no outcome: here it goes on.',
      'Wars have numbers and no names.',
    ],
  },
  tables: warTables,
  async read(reading) {
    const numbers = [
      'warnum',
      'ccode1',
      'ccode2',
      'year',
      'cowinterongoing',
      'cowinteronset',
      'sidea1',
      'sidea2',
      'initiator1',
      'initiator2',
      'outcome1',
      'outcome2',
      'batdeath1',
      'batdeath2',
      'resume',
    ];
    await reading.csv(file, 'raw', { columns: numbers });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, {
      from: 'raw',
      key: ['warnum', 'ccode1', 'ccode2', 'year', 'resume'],
      file,
    });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['ccode1', 'ccode2'],
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.run(`CREATE TABLE fights AS SELECT as_integer(warnum)::SMALLINT AS war, state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2,
      as_integer(year)::SMALLINT AS year, (as_integer(cowinteronset) * (1 - as_integer(resume)))::TINYINT AS begins, as_integer(sidea1)::TINYINT AS side,
      as_integer(initiator1)::TINYINT AS initiator, as_integer(outcome1)::TINYINT AS outcome, nullif(as_integer(batdeath1), -9) AS deaths FROM placed`);
    await reading.run(`CREATE TABLE parts AS SELECT war, ccode1 AS ccode, side, min(year) AS from_year, max(year) AS to_year,
      max(initiator) AS initiator, max(outcome) AS outcome, max(deaths) AS battle_deaths FROM fights GROUP BY ALL`);
    await reading.write(
      'cow_war_dyad_years',
      `SELECT ccode1, ccode2, year, 1::TINYINT AS cow_war, max(begins)::TINYINT AS cow_war_onset, max(initiator)::TINYINT AS cow_war_initiator FROM fights GROUP BY ALL`,
    );
    await reading.write(
      'cow_war_state_years',
      `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, count(DISTINCT p.war)::TINYINT AS cow_wars,
       count(DISTINCT p.war) FILTER (p.year = p.entered)::TINYINT AS cow_wars_entered,
       count(DISTINCT p.war) FILTER (p.year = p.entered AND p.initiator = 1)::TINYINT AS cow_wars_initiated
       FROM state_years s LEFT JOIN (SELECT f.war, f.ccode1 AS ccode, f.year, min(f.year) OVER (PARTITION BY f.war, f.ccode1) AS entered, f.initiator FROM fights f) p
       ON p.ccode = s.ccode AND p.year = s.year WHERE s.year BETWEEN 1816 AND 2007 GROUP BY s.ccode, s.year`,
    );
    await reading.write('cow_war_participants', 'FROM parts');
  },
};

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'every row has its mirror, with sides, parts and deaths exchanged',
    `SELECT count(*)::INTEGER FROM raw a WHERE NOT EXISTS (FROM raw b WHERE b.warnum = a.warnum AND b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1 AND b.year = a.year
     AND b.resume = a.resume AND b.cowinteronset = a.cowinteronset AND b.sidea1 = a.sidea2 AND b.initiator1 = a.initiator2 AND b.batdeath1 = a.batdeath2)`,
    0,
  );
  await reading.check(
    '95 wars, 1823–2003; 22 rows of wars taken up again, without outcome',
    `SELECT count(DISTINCT warnum) || ' ' || min(year::INT) || '-' || max(year::INT) || ' ' || count(*) FILTER (resume = '1') || ' ' || count(*) FILTER (outcome1 IS NULL OR outcome1 = 'NA') FROM raw`,
    '95 1823-2003 22 22',
  );
  await reading.check(
    'a state has one number of deaths and one outcome for each side on which it fought',
    `SELECT count(*)::INTEGER FROM (SELECT warnum FROM raw GROUP BY warnum, ccode1, sidea1 HAVING count(DISTINCT (batdeath1, initiator1)) > 1 OR count(DISTINCT as_integer(outcome1)) > 1)`,
    0,
  );
}
