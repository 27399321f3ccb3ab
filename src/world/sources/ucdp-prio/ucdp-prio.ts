import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';
import { ucdpTables } from './tables.js';

const file = 'conflict/ucdp-prio-24-1.csv';

const numbers = [
  'conflict_id',
  'incompatibility',
  'year',
  'intensity_level',
  'cumulative_intensity',
  'type_of_conflict',
];
const texts = [
  'location',
  'side_a',
  'side_a_2nd',
  'side_b',
  'side_b_2nd',
  'territory_name',
  'start_date',
  'gwno_a',
  'gwno_a_2nd',
  'gwno_b',
  'gwno_b_2nd',
];

/**
 * Armed conflicts of the Uppsala Conflict Data Program and the Peace Research Institute Oslo, 1946–2023: a contested
 * incompatibility over government or territory, fought with arms, of which one party is the government of a state,
 * with at least 25 battle-related deaths in the year.
 *
 * A state is in a conflict as a party (who contests) or as a supporter (who sends troops to a party), by the lists of
 * state numbers, not by where the fighting was. Numbers are those of Gleditsch and Ward; names.csv has the four that
 * are not ours.
 */
export const ucdpPrio: Source = {
  folder: 'ucdp-prio',
  card: {
    name: 'ucdp-prio',
    title: 'UCDP/PRIO Armed Conflict Dataset',
    version: '24.1 (2024)',
    citation:
      'Gleditsch, N. P., Wallensteen, P., Eriksson, M., Sollenberg, M. & Strand, H. (2002). Armed Conflict 1946–2001: A New Dataset. Journal of Peace Research 39(5):615–637. Davies, S., Engström, G., Pettersson, T. & Öberg, M. (2024). Organized Violence 1989–2023, and the Prevalence of Organized Crime Groups. Journal of Peace Research 61(4):673–693. Version 24.1.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'Lists of states are separated by a comma and one or two blanks.',
      'The conflict of the United States with al-Qaida (from 2001) is coded as one within their state.',
      'Oman 1957, 1969 and 1970 and Hyderabad 1947–1948 are parties that were no members: lost, with the other side of their conflicts kept.',
    ],
  },
  tables: ucdpTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: [...numbers, ...texts, 'version'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['conflict_id', 'year'], file });
    await checkUpstream(reading);
    await reading.run(sides);
    // A state that supports both sides stands twice in a line; it is resolved once.
    await reading.run(`CREATE TABLE named AS SELECT DISTINCT line, year, gwno FROM sides`);
    await reading.resolve({
      from: 'named',
      into: 'placed',
      key: 'gwno',
      year: 'year',
      as: 'ccode',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'known', year: 'year' });
    await reading.run(
      `CREATE TABLE members AS SELECT s.*, k.ccode FROM sides s JOIN known k USING (line, gwno)`,
    );
    await reading.write('ucdp_conflict_years', conflictYears);
    await reading.write(
      'ucdp_conflict_states',
      `SELECT conflict, year::SMALLINT AS year, ccode::SMALLINT AS ccode, side, max(party)::TINYINT AS party FROM members GROUP BY ALL`,
    );
    await reading.write('ucdp_state_years', stateYears);
    await reading.write('ucdp_dyad_years', dyadYears);
  },
};

const listed = (column: string, side: string, party: 0 | 1): string =>
  `SELECT line, conflict_id::INTEGER AS conflict, year::INTEGER AS year, type_of_conflict::INTEGER AS type, intensity_level::INTEGER AS intensity,
   '${side}' AS side, ${party} AS party, trim(unnest(string_split(${column}, ','))) AS gwno FROM raw WHERE ${column} IS NOT NULL`;

/** `sides`: a row for each state on each side of a conflict and year. */
const sides = `CREATE TABLE sides AS ${[
  listed('gwno_a', 'a', 1),
  listed('gwno_a_2nd', 'a', 0),
  listed('gwno_b', 'b', 1),
  listed('gwno_b_2nd', 'b', 0),
].join(' UNION ALL ')}`;

const conflictYears = `SELECT conflict_id::INTEGER AS conflict, year::SMALLINT AS year, type_of_conflict::TINYINT AS type, intensity_level::TINYINT AS intensity,
  incompatibility::TINYINT AS about, nullif(territory_name, '') AS territory, location, side_a, side_a_2nd AS supporters_a, side_b, side_b_2nd AS supporters_b, start_date AS since FROM raw`;

const stateYears = `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year,
  coalesce(max(1) FILTER (m.party = 1 AND m.type IN (3, 4)), 0)::TINYINT AS ucdp_internal,
  coalesce(max(m.intensity) FILTER (m.party = 1 AND m.type IN (3, 4)), 0)::TINYINT AS ucdp_internal_intensity,
  coalesce(max(1) FILTER (m.party = 1 AND m.type = 2), 0)::TINYINT AS ucdp_interstate,
  coalesce(max(m.intensity) FILTER (m.party = 1 AND m.type = 2), 0)::TINYINT AS ucdp_interstate_intensity,
  coalesce(max(1) FILTER (m.party = 1 AND m.type = 1), 0)::TINYINT AS ucdp_extrastate,
  count(DISTINCT m.conflict) FILTER (m.party = 1)::TINYINT AS ucdp_conflicts,
  count(DISTINCT m.conflict) FILTER (m.party = 0)::TINYINT AS ucdp_conflicts_joined
  FROM state_years s LEFT JOIN members m ON m.ccode = s.ccode AND m.year = s.year WHERE s.year BETWEEN 1946 AND 2023 GROUP BY s.ccode, s.year`;

const dyadYears = `SELECT x.ccode::SMALLINT AS ccode1, y.ccode::SMALLINT AS ccode2, x.year::SMALLINT AS year, 1::TINYINT AS ucdp_opponents,
  max(x.intensity)::TINYINT AS ucdp_opponents_intensity FROM members x JOIN members y ON y.line = x.line AND y.side <> x.side
  WHERE x.party = 1 AND y.party = 1 AND x.type = 2 GROUP BY ALL`;

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'version 24.1, 2,686 conflict-years of 1946–2023, four types, two intensities',
    `SELECT string_agg(DISTINCT version, ',') || ' ' || count(*) || ' ' || min(year) || '-' || max(year) || ' ' || string_agg(DISTINCT type_of_conflict, '' ORDER BY type_of_conflict) || ' ' ||
     string_agg(DISTINCT intensity_level, '' ORDER BY intensity_level) FROM raw`,
    '24.1 2686 1946-2023 1234 12',
  );
  await reading.check(
    'side a is always a state; side b is one only between states',
    `SELECT count(*)::INTEGER FROM raw WHERE gwno_a IS NULL OR (gwno_b IS NOT NULL) <> (type_of_conflict = '2')`,
    0,
  );
  await reading.check(
    'where supporters are named, their numbers are given',
    `SELECT count(*)::INTEGER FROM raw WHERE (side_a_2nd IS NULL) <> (gwno_a_2nd IS NULL) OR (side_b_2nd IS NULL) <> (gwno_b_2nd IS NULL)`,
    0,
  );
  await reading.check(
    'nobody is both a party and a supporter of a side, or listed twice on one',
    `SELECT count(*)::INTEGER FROM (SELECT line, side, gwno FROM (${[listed('gwno_a', 'a', 1), listed('gwno_a_2nd', 'a', 0), listed('gwno_b', 'b', 1), listed('gwno_b_2nd', 'b', 0)].join(' UNION ALL ')}) GROUP BY line, side, gwno HAVING count(*) > 1)`,
    0,
  );
}
