import type { Reading, Source } from '../source.js';
import { councilTables } from './tables.js';
import { checkBallots } from './upstream.js';

const file = 'un/sc-votes-1946-2025.csv';

/** Columns that describe the ballot; every other column is a member of the Council. */
const described = [
  'Vote in the DB',
  'UN classification',
  'Vote outcome',
  'Vote outcome typology-Observable',
  'Resolution number',
  'Date',
  'Official full title',
  'Title-Observable',
  'Yes',
  'No',
  'Abstentions',
  'Non-Voting',
  'Total',
  '(of which veto)',
];

/**
 * Votes of the Security Council, 1946–2025, by member: adopted, vetoed and failed. What the UN’s own open data leave
 * out, drafts that were not adopted, is here.
 */
export const councilVotes: Source = {
  folder: 'council-votes',
  card: {
    name: 'council-votes',
    title: 'UNSC votes since 1946 Database',
    version: '1946 to 29 December 2025, V1',
    citation:
      'Martin, B. (2026). UNSC votes since 1946 Database, V1. data.sciencespo, Atelier de cartographie de Sciences Po / GRAM. From the Voting Data of the United Nations Digital Library.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'The votes of Argentina in 1966–1967 stand in the column of Algeria, of Portugal in 2011–2012 in that of Turkey, of Slovenia in 2024 in that of Slovakia, of Czechoslovakia in 1964 in that of the Czech Republic: each is given to the state that sat.',
      'Two ballots are entered twice: the draft S/5134 of 22 June 1962 (once as failed for want of a majority, which its seven yes refute) and an oral amendment of 22 December 2023. The second entry is left out.',
      'In five resolutions (1082, 1239, 1559, 2312 and 2720) 14 votes differ from the record of the UN Digital Library, which says, for one, that 1559 had six abstentions where upstream has fifteen yes: set right by corrections.csv, which names the record of each.',
      'Resolution 2760 of 14 November 2024 is missing (14 yes, one abstention, by the UN Digital Library).',
      '38 texts adopted without a vote are printed as adopted with every member not voting: they keep their row and have no votes.',
      'The votes on S/516 (1947), S/1148, S/1158 and S/1159 (1948) are not recorded by member.',
    ],
  },
  tables: councilTables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: described });
    await checkBallots(reading);
    await readBallots(reading);
    await readVotes(reading);
    await writeBallots(reading);
    await writeYears(reading);
  },
};

async function readBallots(reading: Reading): Promise<void> {
  const number = (column: string): string => `nullif("${column}", '?')::TINYINT`;
  await reading.run(`CREATE TABLE ballots AS SELECT line, "Vote in the DB"::SMALLINT AS ballot, trim("UN classification", E' \\n') AS symbol, Date::DATE AS date,
    CASE "Vote outcome" WHEN 'lack of maj.' THEN 'failed' ELSE "Vote outcome" END AS outcome, try_cast("Resolution number" AS SMALLINT) AS resolution,
    ("Non-Voting" = '15')::TINYINT AS without_vote, ${number('Yes')} AS yes, ${number('No')} AS no, ${number('Abstentions')} AS abstain,
    CASE WHEN "Non-Voting" = '15' THEN 0 ELSE ${number('Non-Voting')} END AS nonvoting, "(of which veto)"::TINYINT AS vetoes,
    CASE WHEN contains("Title-Observable", '[') THEN "Title-Observable" ELSE rtrim("Title-Observable", ']') END AS title
    FROM raw WHERE "Vote in the DB" NOT IN ('360', '3098')`);
  reading.lose('a ballot entered twice', 2);
}

/** Results as printed, but for ballots in which a vote was set right: theirs are counted. */
async function writeBallots(reading: Reading): Promise<void> {
  const counted = (column: string, vote: string): string =>
    `CASE WHEN c.ballot IS NULL THEN b.${column} ELSE ${vote} END::TINYINT AS ${column}`;
  await reading.write(
    'council_ballots',
    `SELECT b.* EXCLUDE (line) REPLACE (${counted('yes', 'c.y')}, ${counted('no', 'c.n')}, ${counted('abstain', 'c.a')}) FROM ballots b
     LEFT JOIN (SELECT ballot, count(*) FILTER (vote = 'Y') AS y, count(*) FILTER (vote = 'N') AS n, count(*) FILTER (vote = 'A') AS a
       FROM votes WHERE ballot IN (SELECT ballot FROM corrected) GROUP BY ballot) c USING (ballot)`,
  );
}

async function readVotes(reading: Reading): Promise<void> {
  const columns = described.map((c) => `"${c}"`).join(', ');
  await reading.run(`CREATE TABLE cast_votes AS SELECT line, ballot, date, outcome, without_vote, member, vote
    FROM (UNPIVOT (SELECT * EXCLUDE (${columns}) FROM raw) ON COLUMNS(* EXCLUDE (line)) INTO NAME member VALUE vote) JOIN ballots USING (line)`);
  const lost = await reading.rows(
    `SELECT CASE WHEN without_vote = 1 THEN 'adopted without a vote' ELSE 'not recorded by member' END AS why, count(*)::INTEGER AS n
     FROM cast_votes WHERE without_vote = 1 OR vote = '?' GROUP BY why`,
  );
  for (const l of lost) reading.lose(String(l['why']), Number(l['n']));
  await reading.run(`DELETE FROM cast_votes WHERE without_vote = 1 OR vote = '?'`);
  await reading.check(
    'the votes add up to the printed result',
    `SELECT count(*)::INTEGER FROM ballots b JOIN (SELECT ballot, count(*) FILTER (vote = 'Y') AS y, count(*) FILTER (vote = 'N') AS n,
       count(*) FILTER (vote = 'A') AS a, count(*) FILTER (vote = 'NV') AS x FROM cast_votes GROUP BY ballot) USING (ballot)
     WHERE (yes, no, abstain, nonvoting) IS DISTINCT FROM (y, n, a, x)`,
    0,
  );
  await correct(reading);
  await reading.resolve({
    from: 'cast_votes',
    into: 'votes',
    key: `CASE WHEN member = 'CHINA' AND date <= DATE '1971-10-25' THEN 'CHINA (to 25 October 1971)'
               WHEN member = 'YEMEN' AND date < DATE '1990-05-22' THEN 'YEMEN (before 22 May 1990)' ELSE member END`,
    year: 'year(date)',
    file,
  });
  await reading.write(
    'council_votes',
    `SELECT ballot, ccode::SMALLINT AS ccode, (CASE vote WHEN 'Y' THEN 1 WHEN 'A' THEN 2 WHEN 'N' THEN 3 WHEN 'NV' THEN 8 END)::TINYINT AS vote FROM votes`,
  );
}

async function correct(reading: Reading): Promise<void> {
  await reading.ownCsv('corrections.csv', 'corrections', ['resolution', 'member', 'was', 'vote', 'record']);
  await reading.run(
    `CREATE TABLE corrected AS SELECT b.ballot, c.member, c.was, c.vote FROM corrections c JOIN ballots b ON b.resolution = c.resolution::INT`,
  );
  await reading.check(
    'the fourteen wrong votes still stand',
    `SELECT count(*)::INTEGER FROM corrected c JOIN cast_votes v ON v.ballot = c.ballot AND v.member = c.member AND v.vote = c.was`,
    14,
  );
  await reading.run(
    `UPDATE cast_votes SET vote = c.vote FROM corrected c WHERE c.ballot = cast_votes.ballot AND c.member = cast_votes.member`,
  );
}

async function writeYears(reading: Reading): Promise<void> {
  const permanent = `member IN ('CHINA', 'FRANCE', 'RUSSIAN FEDERATION/USSR', 'UNITED KINGDOM', 'UNITED STATES')`;
  const ballots = (when: string): string => `count(*) FILTER (${when})::SMALLINT`;
  await reading.run(`CREATE TABLE years AS SELECT CASE WHEN ccode = 713 AND year(date) < 1949 THEN 710 ELSE ccode END AS ccode, year(date)::SMALLINT AS year,
    ${ballots('true')} AS cast_all, ${ballots(`vote = 'Y'`)} AS yes, ${ballots(`vote = 'N'`)} AS no, ${ballots(`vote = 'A'`)} AS abstained,
    ${ballots(`vote = 'N' AND outcome = 'vetoed' AND ${permanent}`)} AS vetoed FROM votes GROUP BY ALL`);
  await reading.inSystem({ from: 'years', into: 'member_years', year: 'year' });
  await reading.write(
    'council_ballot_years',
    `SELECT ccode::SMALLINT AS ccode, year, cast_all AS council_ballots_cast, yes AS council_yes, no AS council_no,
     abstained AS council_abstained, vetoed::SMALLINT AS ballots_vetoed FROM member_years`,
  );
}
