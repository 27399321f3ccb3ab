import type { TableCard } from '../../cards.js';
import type { Reading, Source } from '../source.js';
import { withSessions } from './sessions.js';

const folder = 'un';
const resolutions = `${folder}/undl-resolutions-1946-2025.csv.gz`;
const votes = `${folder}/undl-votes-1946-2025.csv.gz`;

const tables: readonly TableCard[] = [
  {
    name: 'un_resolutions',
    level: 'vote',
    key: ['record'],
    says: 'Texts adopted by the General Assembly (`body` GA) and the Security Council (SC): the library’s record number, symbol, date; `session` (26, S-8, ES-11) and `session_year`, the calendar year in which the regular session opened (a special or emergency session counts with the regular session open on its date, until 1978 with that of its calendar year; none for the Council); `recorded` 1 if votes were recorded by state; `yes`, `no`, `abstain`, `nonvoting` as printed; title without its formula; agenda item. Texts that failed are not in it; from 1983 on neither are texts adopted without a recorded vote, so no share adopted by consensus can be had after 1982. Votes on single paragraphs and amendments are not in it.',
    years: { from: 1946, to: 2025 },
    variables: [],
  },
  {
    name: 'un_votes',
    level: 'vote',
    key: ['record', 'ccode'],
    says: 'How each member voted on the adopted texts of `un_resolutions` that have a recorded vote: `vote` 1 yes, 2 abstain, 3 no, 8 present but not voting, or absent. Members are those of the United Nations, not of the state system: Ukraine and Belarus vote from 1946. China is 713 to 25 October 1971 and 710 after; Germany 260 and 265 to 1990, 255 after; Yemen 678 and 680 to 21 May 1990, 679 after; the United Arab Republic is 651.',
    years: { from: 1946, to: 2025 },
    variables: [],
  },
];

/** Recorded votes on adopted texts of the General Assembly and the Security Council, from the UN Digital Library. */
export const unLibrary: Source = {
  folder: 'un-library',
  card: {
    name: 'un-library',
    title: 'UN Digital Library, Voting Data',
    version: '1946 to 31 October 2025',
    citation:
      'United Nations, Dag Hammarskjöld Library. United Nations Digital Library: Voting Data, General Assembly and Security Council, 1946–2025. https://digitallibrary.un.org',
    terms: 'attribution, non-commercial',
    files: [resolutions, votes],
    defects: [
      'One vote, on A/RES/620(VII)[A] of 21 December 1952, is under the garbled name “AN PAKISTAN”: it is Pakistan’s.',
      'Three texts of the Assembly (A/RES/39/28A and B, A/RES/43/62) and 42 of the Council are called recorded but no state’s vote is: they keep their row in `un_resolutions` and have none in `un_votes`.',
      'A/RES/37/84 is dated 21 February 1982, before its session opened; the date is left as printed, the session year is that of its symbol.',
      'One record (454783) has neither symbol, body nor date: it is left out.',
    ],
  },
  tables,
  async read(reading) {
    await readResolutions(reading);
    await readVotes(reading);
  },
};

async function readResolutions(reading: Reading): Promise<void> {
  const numbers = ['recorded', 'yes', 'no', 'abstain', 'nonvoting'];
  await reading.csv(resolutions, 'raw', {
    columns: ['record_id', 'symbol', 'body', 'date', ...numbers, 'title', 'agenda'],
  });
  await reading.check(
    'one record has neither symbol, body nor date',
    `SELECT string_agg(record_id) FROM raw WHERE body NOT IN ('GA', 'SC') OR date = 'N/A' OR symbol = 'N/A'`,
    '454783',
  );
  reading.lose('a record without symbol, body and date', 1);
  await reading.run(`CREATE TABLE plain AS SELECT record_id::INTEGER AS record, symbol, body, date::DATE AS day,
    recorded::TINYINT AS recorded, yes::SMALLINT AS yes, no::SMALLINT AS no, abstain::SMALLINT AS abstain, nonvoting::SMALLINT AS nonvoting,
    regexp_replace(trim(title), '\\s*:?\\s*(reso\\w*|decision\\w*)\\s*/\\s*(ad\\w+ )?by the General.*$', '') AS title, nullif(agenda, 'N/A') AS agenda
    FROM raw WHERE body IN ('GA', 'SC')`);
  await reading.run(`CREATE TABLE resolutions AS ${withSessions('plain')}`);
  await reading.check(
    'every symbol of the Assembly names its session',
    `SELECT count(*) FROM resolutions WHERE body = 'GA' AND session_year IS NULL`,
    0,
  );
  await reading.check(
    'one text is dated outside its session (the fifth ran to November 1951)',
    `SELECT string_agg(symbol) FROM resolutions WHERE body = 'GA' AND NOT CASE
       WHEN session_year = 1946 THEN year(day) = 1946
       ELSE day BETWEEN make_date(session_year, 4, 1) AND make_date(session_year + 1, CASE session_year WHEN 1950 THEN 11 ELSE 9 END, 20) END`,
    'A/RES/37/84',
  );
  await reading.write(
    'un_resolutions',
    `SELECT record, symbol, body, day AS date, session, session_year, recorded, yes, no, abstain, nonvoting, title, agenda FROM resolutions`,
  );
}

async function readVotes(reading: Reading): Promise<void> {
  await reading.csv(votes, 'cast_raw', { columns: ['record_id', 'ms_name', 'vote'] });
  await reading.check(
    'the garbled name stands once, where Pakistan has no other row',
    `SELECT count(*) FROM cast_raw WHERE ms_name LIKE '%PAKISTAN' AND record_id = (SELECT min(record_id) FROM cast_raw WHERE ms_name = 'AN PAKISTAN')`,
    1,
  );
  await reading.check(
    'votes are Y, N, A or X',
    `SELECT count(*) FROM cast_raw WHERE vote NOT IN ('Y', 'N', 'A', 'X')`,
    0,
  );
  await reading.run(
    `CREATE TABLE cast_dated AS SELECT c.line, c.ms_name, c.vote, r.record, r.body, r.day FROM cast_raw c JOIN resolutions r ON r.record = c.record_id::INTEGER`,
  );
  await checkTallies(reading);
  await reading.run(`CREATE TABLE silent AS SELECT record FROM cast_dated GROUP BY record HAVING bool_and(vote = 'X');
    CREATE TABLE heard AS SELECT * FROM cast_dated WHERE record NOT IN (SELECT record FROM silent)`);
  const quiet = await reading.rows(
    `SELECT count(*)::INTEGER AS n FROM cast_dated WHERE record IN (SELECT record FROM silent)`,
  );
  reading.lose('the text is called recorded, but no state’s vote is', Number(quiet[0]!['n']));
  await reading.resolve({
    from: 'heard',
    into: 'placed',
    key: `CASE WHEN ms_name = 'CHINA' AND day <= DATE '1971-10-25' THEN 'CHINA (to 25 October 1971)'
               WHEN ms_name = 'YEMEN' AND day < DATE '1990-05-22' THEN 'YEMEN (before 22 May 1990)' ELSE ms_name END`,
    year: 'year(day)',
    file: votes,
  });
  await reading.write(
    'un_votes',
    `SELECT record, ccode, (CASE vote WHEN 'Y' THEN 1 WHEN 'A' THEN 2 WHEN 'N' THEN 3 ELSE 8 END)::TINYINT AS vote FROM placed`,
  );
}

/** The states’ votes add up to the printed result of every text. */
async function checkTallies(reading: Reading): Promise<void> {
  await reading.check(
    'every vote belongs to a recorded text',
    `SELECT (SELECT count(*) FROM cast_raw) - (SELECT count(*) FROM cast_dated JOIN resolutions USING (record) WHERE recorded = 1)`,
    0,
  );
  await reading.check(
    'the states’ votes add up to the printed result of every text',
    `SELECT count(*) FROM resolutions r LEFT JOIN (SELECT record, count(*) FILTER (vote = 'Y') AS y, count(*) FILTER (vote = 'N') AS n,
       count(*) FILTER (vote = 'A') AS a, count(*) FILTER (vote = 'X') AS x FROM cast_dated GROUP BY record) c USING (record)
     WHERE recorded = 1 AND (yes, no, abstain, nonvoting) IS DISTINCT FROM (y, n, a, x)`,
    0,
  );
  await reading.check(
    'recorded texts without any vote: three of the Assembly, 42 of the Council',
    `SELECT string_agg(n, ', ' ORDER BY body) FROM (SELECT body, count(*) || ' ' || body AS n FROM resolutions WHERE recorded = 1 AND yes + no + abstain = 0 GROUP BY body)`,
    '3 GA, 42 SC',
  );
}
