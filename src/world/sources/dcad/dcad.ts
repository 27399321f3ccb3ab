import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import type { Reading, Source } from '../source.js';
import { dcadTables } from './tables.js';

const file = 'agreements/dcad-v1-treaties.csv';

const day = (event: string): string =>
  `${event}Year || coalesce('-' || lpad(${event}Month, 2, '0') || coalesce('-' || lpad(${event}Day, 2, '0'), ''), '')`;

/**
 * Defence co-operation agreements by Kinne: bilateral treaties that organise routine military co-operation, signed in
 * 1980–2010. Outside these years nothing is known, which is not the same as none.
 */
export const dcad: Source = {
  folder: 'dcad',
  card: {
    name: 'dcad',
    title: 'Defense Cooperation Agreement Dataset',
    version: '1.0 (2020)',
    citation:
      'Kinne, B. J. (2020). The Defense Cooperation Agreement Dataset (DCAD). Journal of Conflict Resolution 64(4):729–755.',
    terms: 'cite',
    files: [file],
    defects: [
      'Three agreements name one state twice (Bolivia 2006, Mozambique 1982, India 2006): left out, for the partner cannot be told.',
      'Czechoslovakia’s agreements of 1991 and 1992 stand under the Czech Republic’s number: given to Czechoslovakia.',
      'Portugal and Timor-Leste’s agreement of 2004 has an entry into force of 2002, and one agreement has a day and month of entry and no year: these dates are dropped.',
      'Entry into force is unknown for 1,030 of 1,871, the end for nearly all: 609 end six years after signature by assumption, 1,202 are in force when the data end.',
      'No agreement of the United States with the Soviet Union, Russia or China.',
    ],
  },
  tables: dcadTables,
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        ...['ccode1', 'ccode2', 'signDay', 'signMonth', 'signYear', 'EIFDay', 'EIFMonth', 'EIFYear', 'type'],
        ...['category1', 'category2', 'category3', 'terminated', 'endYearEstimate', 'sourceType', 'DCAid'],
      ],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['DCAid'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 1871, field: 'DCAid', last: 'DCADv1.0-1909' });
    await checkUpstream(reading);
    reading.lose('an agreement of a state with itself', 3);
    await reading.run(`CREATE TABLE pairs AS FROM raw WHERE ccode1 <> ccode2`);
    const cow = { year: 'signYear', file, codes: 'cow' } as const;
    await reading.resolve({ ...cow, from: 'pairs', into: 'placed1', key: 'ccode1', as: 'state1' });
    await reading.resolve({ ...cow, from: 'placed1', into: 'placed2', key: 'ccode2', as: 'state2' });
    await reading.inSystem({ from: 'placed2', into: 'member1', year: 'signYear', state: 'state1' });
    await reading.inSystem({ from: 'member1', into: 'member2', year: 'signYear', state: 'state2' });
    await reading.run(`CREATE TABLE agreements AS SELECT DCAid AS dca_id, least(state1, state2)::SMALLINT AS ccode1, greatest(state1, state2)::SMALLINT AS ccode2,
      ${day('sign')} AS signed, CASE WHEN EIFYear::INT >= signYear::INT THEN ${day('EIF')} END AS in_force_from, type AS scope, category1, category2, category3,
      endYearEstimate::SMALLINT AS last_year, CASE terminated WHEN '1' THEN 1 WHEN '0' THEN 0 END::TINYINT AS terminated,
      CASE sourceType WHEN 'factiva' THEN 'news' ELSE sourceType END AS found_in FROM member2`);
    await reading.write('dcad_agreements', 'FROM agreements');
    await writeDyadYears(reading);
  },
};

/** Years from signature to the estimated end, both directions, where both states are members. */
async function writeDyadYears(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE running AS SELECT ccode1, ccode2, y::SMALLINT AS year, (y = left(signed, 4)::INT)::INT AS new, (scope = 'general')::INT AS general
    FROM agreements, range(left(signed, 4)::INT, last_year + 1) AS r(y)`);
  await reading.write(
    'dcad_dyad_years',
    `SELECT b.ccode1, b.ccode2, b.year, sum(new)::TINYINT AS dca_signed, 1::TINYINT AS dca_in_force, max(general)::TINYINT AS dca_general_in_force FROM
      (SELECT ccode1, ccode2, year, new, general FROM running UNION ALL SELECT ccode2, ccode1, year, new, general FROM running) b
     JOIN state_years s1 ON s1.ccode = b.ccode1 AND s1.year = b.year JOIN state_years s2 ON s2.ccode = b.ccode2 AND s2.year = b.year
     GROUP BY b.ccode1, b.ccode2, b.year`,
  );
}

async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    '1,871 agreements signed in 1980–2010, none ending before it was signed or after 2010',
    `SELECT count(*) || ' ' || min(signYear) || '-' || max(signYear) FROM raw WHERE endYearEstimate::INT BETWEEN signYear::INT AND 2010`,
    '1871 1980-2010',
  );
  await reading.check(
    'three agreements of a state with itself',
    `SELECT string_agg(ccode1 || ' ' || signYear, ', ' ORDER BY ccode1::INT) FROM raw WHERE ccode1 = ccode2`,
    '145 2006, 541 1982, 750 2006',
  );
  await reading.check(
    'one entry into force before signature, one without a year',
    `SELECT count(*) FILTER (EIFYear::INT < signYear::INT) || ' ' || count(*) FILTER (EIFYear IS NULL AND EIFMonth IS NOT NULL) FROM raw`,
    '1 1',
  );
  await reading.check(
    'Czechoslovakia’s agreements stand under 316',
    `SELECT count(*)::INTEGER FROM raw WHERE signYear::INT < 1993 AND '316' IN (ccode1, ccode2)`,
    3,
  );
  await reading.check(
    'kinds are the known ones',
    `SELECT string_agg(DISTINCT type || '/' || category1, ' ' ORDER BY type || '/' || category1) || ' ' || string_agg(DISTINCT sourceType, ' ' ORDER BY sourceType) FROM raw`,
    'general/DCA general/DIC sector/COMMISSION sector/PROCUREMENT sector/RESEARCH sector/TREX factiva treaty',
  );
  await reading.check(
    'no agreement of the United States with the Soviet Union, Russia or China',
    `SELECT count(*)::INTEGER FROM raw WHERE '2' IN (ccode1, ccode2) AND (ccode1 IN ('365', '710') OR ccode2 IN ('365', '710'))`,
    0,
  );
}
