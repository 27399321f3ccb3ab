import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';
import { icbTables } from './tables.js';

const file = 'conflict/icb1-v13.csv';

const numbers = [
  'crisno',
  'yrtrig',
  'motrig',
  'datrig',
  'yrterm',
  'moterm',
  'daterm',
  'gravcr',
  'viol',
  'noactr',
  'cractr',
  'usinv',
  'usactor',
  'suinv',
  'suactor',
  'outesr',
  'protrac',
];

/**
 * International crises of the International Crisis Behavior Project at the level of the system, 1918–2016: situations
 * in which the leaders of at least one state see a threat to basic values, little time, and a heightened chance of
 * war. This file names no states but the United States and Russia; the actors stand in a file that is not here.
 */
export const icb: Source = {
  folder: 'icb',
  card: {
    name: 'icb',
    title: 'International Crisis Behavior, system level',
    version: '13',
    citation:
      'Brecher, M., Wilkenfeld, J., Beardsley, K., James, P. & Quinn, D. International Crisis Behavior Data, Version 13. Brecher, M. & Wilkenfeld, J. (2000). A Study of Crisis. Ann Arbor: University of Michigan Press.',
    terms: 'cite',
    files: [file],
    defects: [
      'Crisis 474 (Huthi rebellion) has a name and nothing else: lost.',
      'Crisis 161 (West Irian I) has no end; 21 more have a day or month of beginning or end that is unknown.',
      'The length that upstream tells (`brexit`) differs from its own dates in 83 crises, by up to 199 days: it is not kept.',
    ],
  },
  tables: icbTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: [...numbers, 'crisname'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['crisno'], file });
    await checkUpstream(reading);
    reading.lose('a crisis that upstream names and does not code', 1);
    await reading.run(crises);
    await reading.write('icb_crises', 'SELECT * EXCLUDE (from_year, to_year) FROM crises');
    await reading.write(
      'icb_years',
      `SELECT y::SMALLINT AS year, count(*) FILTER (from_year = y)::TINYINT AS crises_begun, count(crisis)::TINYINT AS crises_ongoing,
       count(*) FILTER (from_year = y AND violence >= 3)::TINYINT AS crises_begun_violent,
       count(*) FILTER (from_year = y AND us_activity >= 3)::TINYINT AS crises_begun_us_force,
       count(*) FILTER (from_year = y AND russian_activity >= 3)::TINYINT AS crises_begun_russian_force
       FROM range(1918, 2017) AS r(y) LEFT JOIN crises ON y BETWEEN from_year AND to_year GROUP BY y`,
    );
  },
};

/** A date to the precision that is known. */
const date = (when: 'trig' | 'term'): string =>
  `yr${when} || coalesce('-' || lpad(mo${when}, 2, '0'), '') || CASE WHEN mo${when} IS NULL THEN '' ELSE coalesce('-' || lpad(da${when}, 2, '0'), '') END`;

const n = (column: string): string => `as_integer(${column})::TINYINT`;

const crises = `CREATE TABLE crises AS SELECT as_integer(crisno)::SMALLINT AS crisis, crisname AS name, ${date('trig')} AS begins, ${date('term')} AS ends,
  ${n('viol')} AS violence, ${n('gravcr')} AS gravity, ${n('cractr')} AS crisis_actors, ${n('noactr')} AS involved_actors,
  ${n('usinv')} AS us_activity, (${n('usactor')} - 1)::TINYINT AS us_crisis_actor, ${n('suinv')} AS russian_activity,
  (${n('suactor')} - 1)::TINYINT AS russian_crisis_actor, ${n('outesr')} AS tension, ${n('protrac')} AS protracted,
  as_integer(yrtrig) AS from_year, coalesce(as_integer(yrterm), as_integer(yrtrig)) AS to_year FROM raw WHERE yrtrig IS NOT NULL`;

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    '482 crises, 1918–2016; number 474 alone has no date, and 161 no end',
    `SELECT count(*) || ' ' || min(yrtrig::INT) || '-' || max(yrtrig::INT) || ' ' || string_agg(crisno, ',') FILTER (yrtrig IS NULL) || ' ' || string_agg(crisno, ',' ORDER BY crisno::INT) FILTER (yrterm IS NULL) FROM raw`,
    '482 1918-2016 474 161,474',
  );
  await reading.check(
    'violence and activity are 1–4, gravity 0–7, crisis actors coded 1 or 2 from 1945',
    `SELECT count(*)::INTEGER FROM raw WHERE viol NOT IN ('1', '2', '3', '4') OR usinv NOT IN ('1', '2', '3', '4') OR suinv NOT IN ('1', '2', '3', '4')
     OR gravcr::INT NOT BETWEEN 0 AND 7 OR usactor NOT IN ('1', '2') OR suactor NOT IN ('1', '2') OR (yrtrig::INT < 1945 AND usactor IS NOT NULL)`,
    0,
  );
  await reading.check(
    'no crisis ends before it begins',
    `SELECT count(*)::INTEGER FROM raw WHERE yrterm::INT * 100 + coalesce(moterm::INT, 12) < yrtrig::INT * 100 + coalesce(motrig::INT, 1)`,
    0,
  );
}
