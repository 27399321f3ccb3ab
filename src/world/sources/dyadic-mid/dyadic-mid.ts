import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';
import { dyadicMidTables } from './tables.js';

const file = 'conflict/dyadic-mid-4-02.csv';

const columns = [
  'disno',
  'dyindex',
  'statea',
  'stateb',
  'strtday',
  'strtmnth',
  'strtyr',
  'endday',
  'endmnth',
  'endyear',
  'outcome',
  'settlmnt',
  'fatlev',
  'hihost',
  'rolea',
  'dyad_rolea',
  'revstata',
  'revtypea',
  'fatleva',
  'hihosta',
  'orignata',
  'war',
  'durindx',
  'year',
];

/**
 * The dyadic reading of the militarised interstate disputes by Maoz and others, version 4.02, 1816–2014: who faced
 * whom in a dispute, in which of its years, and how hostile each was to the other in that year. In a dispute of many
 * states most pairs never meet; those are left out, as pairing all participants would not.
 *
 * From dispute-years to dyad-years nothing is chosen: a year’s levels are the highest over the pair’s disputes, its
 * flags whether any dispute has them, its count the number of disputes. What the two directions say differently is
 * taken from the one that says more, so that symmetric variables are symmetric.
 */
export const dyadicMid: Source = {
  folder: 'dyadic-mid',
  card: {
    name: 'dyadic-mid',
    title: 'Dyadic Militarized Interstate Disputes',
    version: '4.02',
    citation:
      'Maoz, Z., Johnson, P. L., Kaplan, J., Ogunkoya, F. & Shreve, A. P. (2019). The Dyadic Militarized Interstate Disputes (MIDs) Dataset Version 3.0: Logic, Characteristics, and Comparisons to Alternative Datasets. Journal of Conflict Resolution 63(3):811–835. Version 4.02.',
    terms: 'cite',
    files: [file],
    defects: [
      'The two directions of a pair differ in the hostility of the pair, or of one of them, in some years of disputes 51, 611, 1046, 1272, 1353 and others (53 pairs and years): the higher counts.',
      'The column of sides (`sidea`) is broken: it holds a year in dispute 611 and puts both of a pair on one side in 52 rows. Sides are taken from the roles, which differ from it in 405 rows and agree better with the participants of version 5. Even so both of a pair are on the side that acted first, or neither is, in 14 rows, and both or neither began with the other in 30.',
      'Two rows of dispute 51 have 6 for revisionist: missing. Four rows have war without its level, or the level without war.',
      'Six rows of dispute 4182 (Syria and Israel 1997–1999) lie after the end that they tell: kept.',
      'The Dominican Republic faces the United States in 1917, when it was occupied and no member: lost.',
      'Disputes are those of version 4; 22 of them have numbers that version 5 does not know.',
    ],
  },
  tables: dyadicMidTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await checkUpstream(reading);
    await resolvePair(reading, {
      from: 'raw',
      into: 'placed',
      keys: ['statea', 'stateb'],
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.run(pairDisputes);
    await reading.write('mid_dyad_disputes', 'FROM pair_disputes');
    await reading.write('mid_dyad_years', dyadYears);
  },
};

const known = (column: string): string => `nullif(as_integer(${column}), -9)::TINYINT`;

const date = (when: 'strt' | 'end'): string => {
  const year = when === 'strt' ? 'strtyr' : 'endyear';
  return `${year} || '-' || lpad(${when}mnth, 2, '0') || '-' || lpad(${when}day, 2, '0')`;
};

const pairDisputes = `CREATE TABLE pair_disputes AS SELECT as_integer(disno)::SMALLINT AS dispute,
  (dense_rank() OVER (PARTITION BY disno, least(state1, state2), greatest(state1, state2) ORDER BY as_number(dyindex)))::TINYINT AS part,
  state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2, as_integer(year)::SMALLINT AS year, ${date('strt')} AS begins, ${date('end')} AS ends,
  (as_integer(durindx) = 1)::TINYINT AS onset, as_integer(hihost)::TINYINT AS hostility, as_integer(hihosta)::TINYINT AS own_hostility,
  as_integer(war)::TINYINT AS war, (rolea IN ('1', '2'))::TINYINT AS side_a, (dyad_rolea = '1')::TINYINT AS initiator, as_integer(orignata)::TINYINT AS originator,
  CASE WHEN revstata IN ('0', '1') THEN as_integer(revstata)::TINYINT END AS revisionist, as_integer(revtypea)::TINYINT AS revision, ${known('fatlev')} AS fatality, ${known('fatleva')} AS own_fatality,
  as_integer(outcome)::TINYINT AS outcome, as_integer(settlmnt)::TINYINT AS settlement FROM placed`;

const dyadYears = `WITH mine AS (SELECT ccode1, ccode2, year, max(onset) AS onset, count(DISTINCT dispute) AS disputes, max(hostility) AS hostility,
    max(own_hostility) AS own, max(war) AS war, max(side_a) AS side_a, max(initiator) AS initiator, max(originator) AS originator FROM pair_disputes GROUP BY ALL)
  SELECT a.ccode1, a.ccode2, a.year, 1::TINYINT AS mid_ongoing, greatest(a.onset, b.onset)::TINYINT AS mid_onset, a.disputes::TINYINT AS mid_disputes,
    greatest(a.hostility, b.hostility, a.own, b.own)::TINYINT AS mid_hostility, a.own::TINYINT AS mid_own_hostility, greatest(a.war, b.war)::TINYINT AS mid_war,
    a.side_a::TINYINT AS mid_side_a, a.initiator::TINYINT AS mid_initiator, a.originator::TINYINT AS mid_originator
  FROM mine a LEFT JOIN mine b ON b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1 AND b.year = a.year`;

/** What the reader rests on. */
async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'every row has its mirror: the same dispute, pair and year',
    `SELECT count(*)::INTEGER FROM raw a WHERE NOT EXISTS (FROM raw b WHERE b.disno = a.disno AND b.statea = a.stateb AND b.stateb = a.statea AND b.year = a.year)`,
    0,
  );
  await reading.check(
    '10,358 rows, 1816–2014, of 2,371 disputes',
    `SELECT count(*) || ' ' || min(year::INT) || '-' || max(year::INT) || ' ' || count(DISTINCT disno) FROM raw`,
    '10358 1816-2014 2371',
  );
  await reading.check(
    'roles are 1–4, within a pair 1 and 3; 14 and 30 rows do not fit their mirrors',
    `SELECT string_agg(DISTINCT a.rolea, '' ORDER BY a.rolea) || ' ' || string_agg(DISTINCT a.dyad_rolea, '' ORDER BY a.dyad_rolea) || ' ' ||
     count(*) FILTER ((a.rolea IN ('1', '2')) = (b.rolea IN ('1', '2'))) || ' ' || count(*) FILTER (a.dyad_rolea = b.dyad_rolea)
     FROM raw a JOIN raw b ON b.disno = a.disno AND b.dyindex = a.dyindex AND b.statea = a.stateb AND b.stateb = a.statea AND b.year = a.year`,
    '1234 13 14 30',
  );
  await reading.check(
    'a part of a dispute has one row a pair and year',
    `SELECT count(*) - count(DISTINCT (disno, dyindex, statea, stateb, year)) FROM raw`,
    0,
  );
  await reading.check(
    'hostility is 1–5; war is the fifth level but in four rows',
    `SELECT count(*)::INTEGER FROM raw WHERE hihost::INT NOT BETWEEN 2 AND 5 OR hihosta::INT NOT BETWEEN 1 AND 5 OR (war = '1') <> (hihost = '5')`,
    4,
  );
  await reading.check(
    'six rows lie outside the dates that they tell, all of dispute 4182',
    `SELECT count(*) || ' ' || string_agg(DISTINCT disno, ',') FROM raw WHERE year::INT < strtyr::INT OR year::INT > endyear::INT`,
    '6 4182',
  );
}
