import type { Reading, Source } from '../source.js';
import { alliancesAfter2018, changesFile } from './after-2018.js';
import { allianceTables } from './tables.js';
import { checkUpstream } from './upstream.js';

const dyadFile = 'alliances/atop51-directed-dyad-year.csv.gz';
const memberFile = 'alliances/atop51-members.csv';

/**
 * Alliance Treaty Obligations and Provisions 5.1: who owes whom defence, offence, neutrality, non-aggression or
 * consultation. The first state of a row is the one that owes: ATOP’s member file, in which each member has
 * obligations of its own, gives the same dyad-years in that direction and not in the other.
 */
export const atop: Source = {
  folder: 'atop',
  card: {
    name: 'atop',
    title: 'Alliance Treaty Obligations and Provisions',
    version: '5.1 (2022), carried from 2018 to 2025 with reviewed changes',
    citation:
      'Leeds, B. A., Ritter, J. M., Mitchell, S. McL. & Long, A. G. (2002). Alliance Treaty Obligations and Provisions, 1815–1944. International Interactions 28:237–260. Version 5.1; directed dyad-years as reduced by Miller, S. V., peacesciencer (R package).',
    terms: 'cite',
    files: [dyadFile, memberFile, changesFile],
    defects: [
      'The data end in 2018: later changes stand in facts/alliance_changes_after_2018.csv.',
      'Directed: in 2018 the United States owe Japan defence, Japan owes the United States none. `alliance_dyad_years` takes either direction.',
      'Alliances begin with signature, not with entry into force: Montenegro is in the North Atlantic Treaty from 2016 (the protocol of 19 May), Poland from 1997. Entries since 2019 are dated by entry into force.',
      '170 dyad-years carry no obligation of the first state: its partner, or a third member, is the one that promised.',
    ],
  },
  tables: allianceTables,
  async read(reading) {
    await readMembers(reading);
    await alliancesAfter2018(reading);
    await readDyads(reading);
    await checkUpstream(reading);
    await reading.check(
      'the states carried to 2025 are members of the state system in every year',
      `SELECT count(*)::INTEGER FROM later l WHERE NOT EXISTS (FROM state_years s WHERE s.ccode = l.ccode1 AND s.year = l.year)`,
      0,
    );
    await reading.write(
      'alliance_dyad_years',
      `SELECT ccode1, ccode2, year, max(defence)::TINYINT AS defence_pact, 1::TINYINT AS any_alliance FROM (
        SELECT ccode1, ccode2, year, defence FROM both_ways WHERE owed > 0 UNION ALL SELECT * FROM later)
       GROUP BY ccode1, ccode2, year`,
    );
  },
};

async function readDyads(reading: Reading): Promise<void> {
  await reading.csv(dyadFile, 'raw', {
    columns: [
      'ccode1',
      'ccode2',
      'year',
      'atop_defense',
      'atop_offense',
      'atop_neutral',
      'atop_nonagg',
      'atop_consul',
    ],
  });
  const [early] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM raw WHERE year = '1815'`);
  reading.lose('1815, the year before the state system begins', Number(early?.['n']));
  await reading.run(`CREATE TABLE since_1816 AS FROM raw WHERE year <> '1815'`);
  const cow = { year: 'year', file: dyadFile, codes: 'cow' } as const;
  await reading.resolve({ ...cow, from: 'since_1816', into: 'placed1', key: 'ccode1', as: 'state1' });
  await reading.resolve({ ...cow, from: 'placed1', into: 'placed2', key: 'ccode2', as: 'state2' });
  await reading.inSystem({ from: 'placed2', into: 'member1', year: 'year', state: 'state1' });
  await reading.inSystem({ from: 'member1', into: 'member2', year: 'year', state: 'state2' });
  await reading.run(`CREATE TABLE dyads AS SELECT state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2, as_integer(year)::SMALLINT AS year,
    as_integer(atop_defense)::TINYINT AS defence, as_integer(atop_offense)::TINYINT AS offence, as_integer(atop_neutral)::TINYINT AS neutrality,
    as_integer(atop_nonagg)::TINYINT AS nonaggression, as_integer(atop_consul)::TINYINT AS consultation FROM member2`);
  await reading.run(`CREATE TABLE both_ways AS SELECT ccode1, ccode2, year, defence, greatest(defence, offence, neutrality, nonaggression, consultation) AS owed FROM dyads
    UNION ALL SELECT ccode2, ccode1, year, defence, greatest(defence, offence, neutrality, nonaggression, consultation) AS owed FROM dyads`);
  await reading.write(
    'atop_dyad_years',
    `SELECT ccode1, ccode2, year, defence AS atop_defence, offence AS atop_offence, neutrality AS atop_neutrality,
     nonaggression AS atop_nonaggression, consultation AS atop_consultation FROM dyads`,
  );
}

async function readMembers(reading: Reading): Promise<void> {
  await reading.csv(memberFile, 'raw_members', {
    columns: [
      'atopid',
      'member',
      'yrent',
      'moent',
      'dayent',
      'yrexit',
      'moexit',
      'dayexit',
      'ineffect',
      'bilat',
      'phase',
      'maxphase',
      'defense',
      'offense',
      'neutral',
      'nonagg',
      'consul',
    ],
  });
  await reading.resolve({
    from: 'raw_members',
    into: 'placed_members',
    key: 'member',
    year: 'yrent',
    as: 'state',
    file: memberFile,
    codes: 'cow',
  });
  const ever = `EXISTS (FROM state_years s WHERE s.ccode = m.state AND s.year BETWEEN as_integer(m.yrent) AND CASE WHEN m.yrexit = '0' THEN 2018 ELSE as_integer(m.yrexit) END)`;
  const [never] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM placed_members m WHERE NOT ${ever}`);
  reading.lose('a membership during which the state was never in the state system', Number(never?.['n']));
  const day = (when: string): string =>
    `yr${when} || '-' || lpad(mo${when}, 2, '0') || coalesce('-' || lpad(day${when}, 2, '0'), '')`;
  await reading.run(`CREATE TABLE members AS SELECT atopid, state::SMALLINT AS state, ${day('ent')} AS entered,
    CASE WHEN yrexit <> '0' THEN ${day('exit')} END AS exited, as_integer(phase)::TINYINT AS phase, as_integer(maxphase)::TINYINT AS phases,
    as_integer(bilat)::TINYINT AS bilateral, as_integer(defense)::TINYINT AS defence, as_integer(offense)::TINYINT AS offence,
    as_integer(neutral)::TINYINT AS neutrality, as_integer(nonagg)::TINYINT AS nonaggression, as_integer(consul)::TINYINT AS consultation
    FROM placed_members m WHERE ${ever}`);
  await reading.write(
    'atop_members',
    `SELECT atopid::SMALLINT AS atopid, state AS ccode, entered, exited, phase, phases, bilateral, defence, offence, neutrality, nonaggression, consultation FROM members`,
  );
}
