import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Reading, Source } from '../source.js';
import { midTables } from './tables.js';
import { checkUpstream } from './upstream.js';

const disputeFile = 'conflict/mida-5.csv';
const partFile = 'conflict/midb-5.csv';

const dates = ['stday', 'stmon', 'styear', 'endday', 'endmon', 'endyear'];
const shared = ['dispnum', ...dates, 'fatality', 'fatalpre', 'hiact', 'hostlev'];
const ofDisputes = ['outcome', 'settle', 'maxdur', 'mindur', 'recip', 'numa', 'numb', 'ongo2014'];
const ofParts = ['ccode', 'sidea', 'revstate', 'revtype1', 'revtype2', 'orig'];

/**
 * Militarised interstate disputes, version 5.0, 1816–2014: the dispute, and each state’s part in it. A dispute is a
 * set of acts in which one member threatens, displays or uses military force against another; wars are disputes too.
 *
 * A state’s years in a dispute are those of its own dates, not of the dispute’s. A state that left and came back has
 * several spells; it enters once. Deaths and hostility are told of a state’s whole part and stay with it.
 */
export const mid: Source = {
  folder: 'mid',
  card: {
    name: 'mid',
    title: 'Militarized Interstate Disputes',
    version: '5.0 (2020)',
    citation:
      'Palmer, G., McManus, R. W., D’Orazio, V., Kenwick, M. R., Karstens, M., Bloch, C., Dietrich, N., Kahn, K., Ritter, K. & Soules, M. J. (2022). The MID5 Dataset, 2011–2014: Procedures, Coding Rules, and Description. Conflict Management and Peace Science 39(4):470–482.',
    terms: 'cite',
    files: [disputeFile, partFile],
    defects: [
      'Five disputes end or begin in another year than their participants do (2044, 2328, 3556, 4005, 4174): both are kept; states’ years follow the participants.',
      'Dispute 2212 has a lower hostility than its participants; nine disputes name other numbers of states than there are.',
      'Canada’s part in dispute 197 (1918–1919) is that of a state that was none yet: lost.',
      'Six states stand on both sides of the Second World War (258), each with a spell on either.',
      'Gibler, Miller and Little (2016) dispute many of these cases: see `gml`.',
    ],
  },
  tables: midTables,
  async read(reading) {
    await reading.csv(disputeFile, 'disputes_raw', { columns: [...shared, ...ofDisputes, 'version'] });
    await reading.csv(partFile, 'parts_raw', { columns: [...shared, ...ofParts, 'stabb', 'version'] });
    await refuseNonNumbers(reading, {
      from: 'disputes_raw',
      columns: [...shared, ...ofDisputes],
      file: disputeFile,
    });
    await refuseNonNumbers(reading, { from: 'parts_raw', columns: [...shared, ...ofParts], file: partFile });
    await refuseDoubles(reading, { from: 'disputes_raw', key: ['dispnum'], file: disputeFile });
    await refuseDoubles(reading, {
      from: 'parts_raw',
      key: ['dispnum', 'ccode', 'styear', 'stmon', 'stday'],
      file: partFile,
    });
    await checkUpstream(reading);
    await reading.resolve({
      from: 'parts_raw',
      into: 'placed',
      key: 'ccode',
      year: 'styear',
      as: 'state',
      file: partFile,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'parts', year: 'styear', state: 'state' });
    await reading.write('mid_disputes', disputes);
    await reading.write('mid_participants', participants);
    await writeYears(reading);
  },
};

/** A date as text, to the month where the day is −9. */
const date = (when: 'st' | 'end'): string =>
  `${when}year || '-' || lpad(${when}mon, 2, '0') || CASE WHEN ${when}day = '-9' THEN '' ELSE '-' || lpad(${when}day, 2, '0') END`;

const known = (column: string, type = 'TINYINT'): string => `nullif(as_integer(${column}), -9)::${type}`;

const levels = `as_integer(hostlev)::TINYINT AS hostility, as_integer(hiact)::TINYINT AS action, ${known('fatality')} AS fatality, ${known('fatalpre', 'INTEGER')} AS deaths`;

const disputes = `SELECT as_integer(dispnum)::SMALLINT AS dispute, ${date('st')} AS begins, ${date('end')} AS ends, ${levels},
  ${known('outcome')} AS outcome, ${known('settle')} AS settlement, ${known('mindur', 'SMALLINT')} AS least_days, ${known('maxdur', 'SMALLINT')} AS most_days,
  as_integer(recip)::TINYINT AS reciprocated, as_integer(numa)::TINYINT AS states_a, as_integer(numb)::TINYINT AS states_b, as_integer(ongo2014)::TINYINT AS ongoing FROM disputes_raw`;

const participants = `SELECT as_integer(dispnum)::SMALLINT AS dispute, state::SMALLINT AS ccode,
  (row_number() OVER (PARTITION BY dispnum, state ORDER BY styear::INT, stmon::INT, stday::INT))::TINYINT AS spell,
  as_integer(sidea)::TINYINT AS side_a, as_integer(orig)::TINYINT AS originator, ${known('revstate')} AS revisionist, ${known('revtype1')} AS revision,
  ${known('revtype2')} AS second_revision, ${date('st')} AS begins, ${date('end')} AS ends, ${levels} FROM parts`;

async function writeYears(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE years_in AS
    SELECT dispnum AS dispute, state AS ccode, y::INTEGER AS year, min(styear::INT) OVER part AS entered,
    arg_min(sidea::INT * orig::INT, styear::INT * 10000 + stmon::INT * 100 + stday::INT) OVER part AS initiates, max(hostlev::INT) OVER part AS hostility
    FROM parts, range(styear::INT, endyear::INT + 1) AS r(y) WINDOW part AS (PARTITION BY dispnum, state)`);
  const entered = (more = ''): string =>
    `count(DISTINCT d.dispute) FILTER (d.year = d.entered${more})::TINYINT`;
  await reading.write(
    'mid_state_years',
    `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, count(DISTINCT d.dispute)::TINYINT AS mids, ${entered()} AS mids_entered,
     ${entered(' AND d.initiates = 1')} AS mids_initiated, ${entered(' AND d.hostility >= 4')} AS mids_entered_with_force
     FROM state_years s LEFT JOIN years_in d ON d.ccode = s.ccode AND d.year = s.year WHERE s.year BETWEEN 1816 AND 2014 GROUP BY s.ccode, s.year`,
  );
}
