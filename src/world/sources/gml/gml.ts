import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';
import { gmlTables } from './tables.js';

const file = 'conflict/gml-mid-directed-dyad-years.csv';

/** Upstream’s columns, all numbers. */
const columns = [
  'dispnum',
  'ccode1',
  'ccode2',
  'year',
  'midongoing',
  'midonset',
  'sidea1',
  'sidea2',
  'revstate1',
  'revtype11',
  'fatality1',
  'fatalpre1',
  'hiact1',
  'hostlev1',
  'orig1',
  'hiact',
  'hostlev',
  'mindur',
  'maxdur',
  'outcome',
  'settle',
  'fatality',
  'fatalpre',
  'stmon',
  'recip',
] as const;

/**
 * Militarised interstate disputes as corrected by Gibler, Miller and Little, 1816–2010, by directed pair and year.
 *
 * The rule by which dispute-years become dyad-years. A pair may have several disputes in a year; all are counted
 * (`gml_disputes`, `gml_onsets`) and kept (`gml_dispute_years`). One is chosen for what describes a single dispute, the
 * first in this order, after Miller’s peacesciencer: (1) where some began in the year, only those; (2) most deaths in
 * the whole dispute, unknown deaths standing between none and the lowest level; (3) highest hostility of the dispute;
 * (4) longest least, (5) then longest greatest duration; (6) reciprocated before not; (7) earliest month of beginning;
 * (8) lowest number. All eight look at the dispute as a whole, so both directions choose the same one.
 */
export const gml: Source = {
  folder: 'gml',
  card: {
    name: 'gml',
    title: 'Gibler–Miller–Little Militarized Interstate Disputes',
    version: '2.2.1, directed dyad-years',
    citation:
      'Gibler, D. M., Miller, S. V. & Little, E. K. (2016). An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816–2001. International Studies Quarterly 60(4):719–730. Version 2.2.1; directed dyad-years as carried by Miller, S. V., peacesciencer (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'Dispute 1272 (Poland, Latvia and Lithuania 1918–1920) begins in month 13: it counts as later than any other where months decide, which here they never do.',
      'Deaths are told of a state’s whole part in a dispute, not of a pair or a year.',
    ],
  },
  tables: gmlTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: [...columns, 'version'] });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['dispnum', 'ccode1', 'ccode2', 'year'], file });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['ccode1', 'ccode2'],
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.run(disputeYears);
    await reading.write('gml_dispute_years', `SELECT * EXCLUDE (month) FROM dispute_years`);
    await reading.write('gml_dyad_years', dyadYears);
  },
};

const known = (column: string): string => `nullif(as_integer(${column}), -9)`;

/** `dispute_years`: the rows of upstream under our names; −9 is unknown. */
const disputeYears = `CREATE TABLE dispute_years AS SELECT as_integer(dispnum)::SMALLINT AS dispute,
  state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2, as_integer(year)::SMALLINT AS year,
  as_integer(midonset)::TINYINT AS onset, as_integer(sidea1)::TINYINT AS side_a, as_integer(orig1)::TINYINT AS originator,
  ${known('revstate1')}::TINYINT AS revisionist, ${known('revtype11')}::TINYINT AS revision,
  ${known('fatality1')}::TINYINT AS fatality, ${known('fatalpre1')}::INTEGER AS deaths, as_integer(hiact1)::TINYINT AS action,
  as_integer(hostlev1)::TINYINT AS hostility, ${known('fatality')}::TINYINT AS dispute_fatality,
  ${known('fatalpre')}::INTEGER AS dispute_deaths, as_integer(hiact)::TINYINT AS dispute_action,
  as_integer(hostlev)::TINYINT AS dispute_hostility, as_integer(mindur)::SMALLINT AS least_days,
  as_integer(maxdur)::SMALLINT AS most_days, ${known('outcome')}::TINYINT AS outcome, ${known('settle')}::TINYINT AS settlement,
  as_integer(recip)::TINYINT AS reciprocated, as_integer(stmon) AS month FROM placed`;

/** One dispute a pair and year by the rule above, and how many there were. */
const dyadYears = `SELECT ccode1, ccode2, year, dispute, 1::TINYINT AS gml_ongoing, onset AS gml_onset,
  (count(*) OVER pair)::TINYINT AS gml_disputes, (sum(onset) OVER pair)::TINYINT AS gml_onsets,
  dispute_hostility AS gml_hostility, hostility AS gml_own_hostility, dispute_fatality AS gml_fatality,
  fatality AS gml_own_fatality, side_a AS gml_side_a, originator AS gml_originator, revisionist AS gml_revisionist
  FROM dispute_years WINDOW pair AS (PARTITION BY ccode1, ccode2, year)
  QUALIFY row_number() OVER (PARTITION BY ccode1, ccode2, year ORDER BY onset DESC, coalesce(dispute_fatality, 0.5) DESC,
    dispute_hostility DESC, least_days DESC, most_days DESC, reciprocated DESC, month, dispute) = 1`;

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check('version 2.2.1', `SELECT string_agg(DISTINCT version, ',') FROM raw`, 'gml-2.2.1');
  await reading.check(
    'every row has its mirror, with the same dispute, onset and sides',
    `SELECT count(*)::INTEGER FROM raw a WHERE NOT EXISTS (FROM raw b WHERE b.dispnum = a.dispnum AND b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1
     AND b.year = a.year AND b.midonset = a.midonset AND b.sidea1 = a.sidea2)`,
    0,
  );
  await reading.check(
    'what is said of a dispute is the same in all its rows',
    `SELECT count(*)::INTEGER FROM (SELECT dispnum FROM raw GROUP BY dispnum HAVING count(DISTINCT (hiact, hostlev, mindur, maxdur, outcome, settle, fatality, fatalpre, stmon, recip)) > 1)`,
    0,
  );
  await reading.check(
    'every row is of a year in which the dispute goes on',
    `SELECT min(midongoing) FROM raw`,
    '1',
  );
  await reading.check(
    'dispute 1272 begins in month 13',
    `SELECT string_agg(DISTINCT dispnum || ' ' || stmon, ', ') FROM raw WHERE stmon::INT NOT BETWEEN 1 AND 12`,
    '1272 13',
  );
  await reading.check(
    '9,284 directed pairs and years among 10,276 rows',
    `SELECT count(DISTINCT (ccode1, ccode2, year)) || ' ' || count(*) FROM raw`,
    '9284 10276',
  );
}
