import { literal } from '../../sql.js';
import { refuseCut } from '../refuse-cut.js';
import type { Reading, Source } from '../source.js';
import { candidatesOf } from './candidates.js';
import { codedVotesSql } from './coded-votes.js';
import { type Coded, type Codes, type Heading, issueRule, learnt, type Points } from './issue-rule.js';
import { issueCodes } from './learn-points.js';
import { matchVotes } from './match-votes.js';
import { ownFrom, sameHeadings, sameTexts, type Voted } from './same-text.js';
import { symbolOfRollCall } from './symbols.js';
import { tables } from './tables.js';
import { takeChoices } from './taken.js';

const pairsFile = 'un/voeten-matched-roll-calls.csv';

/**
 * Votes of the General Assembly in one table: Voeten’s roll calls and the UN Digital Library, reconciled. It reads the
 * tables that those two sources have written, and the published pairs of roll calls on the same text.
 */
export const assemblyVotes: Source = {
  folder: 'assembly-votes',
  card: {
    name: 'assembly-votes',
    title: 'Votes of the General Assembly, two sources reconciled',
    version: '1946 to 31 October 2025',
    citation:
      'Entente, reconciled from: Voeten, E., Strezhnev, A. & Bailey, M. United Nations General Assembly Voting Data, doi:10.7910/DVN/LEJUQZ (to March 2021); United Nations, Dag Hammarskjöld Library. United Nations Digital Library: Voting Data, 1946–2025, https://digitallibrary.un.org. Votes on the same text: Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
    terms: 'attribution, non-commercial',
    files: [pairsFile],
    defects: [
      'The two sources differ on some member in 1,282 of the 5,009 votes that both have (`differing`, `other`), mostly on one to three, and mostly in that one has a vote where the other has an absence. In some twenty votes of 1975–1984 the Library has lost a run of six to thirty-four members (A/RES/34/24, 35/113), Voeten in A/RES/34/165 and 46/242: such votes are left as Voeten has them.',
      'In 24 votes Voeten’s list is garbled, with members among strangers (A/RES/37/215, 41/209, 50/38 B), in one the Library’s (A/RES/58/98): see `taken_for`. In six, five of them of December 1973 (A/RES/3111, 3112, 3116, 3119, 3151 F; 63/49), Voeten’s list is of another vote.',
      'From session 18 to 31 Voeten’s symbols are often those of a neighbouring text (A/RES/3117 and 3118 of 1973 are swapped): the votes tell what belongs together.',
      'Voeten’s supplement of votes on paragraphs and amendments, sessions 52–72, has fourteen votes on whole texts a second time: left out.',
      'After session 52 Voeten lacks most votes of resumed sessions, and after session 22 all of emergency special sessions but one: those are the Library’s alone.',
      'Votes on paragraphs and amendments, and votes that failed, end with session 74 (few are in it after session 29): the Library has none.',
      'Eight of the published pairs name a roll call that is not in the file: left out.',
    ],
  },
  tables,
  async read(reading) {
    for (const table of ['un_roll_calls', 'un_roll_call_votes', 'un_resolutions', 'un_votes'])
      await reading.written(table);
    await takeChoices(reading, matchVotes(await candidatesOf(reading)));
    await checkReconciled(reading);
    await codeIssues(reading);
    await findSameTexts(reading);
    await writeVotes(reading);
    await reading.write(
      'assembly_choices',
      `SELECT vote, ccode, choice::TINYINT AS choice, (CASE WHEN roll_call <> library THEN CASE taken WHEN 'roll-calls' THEN library ELSE roll_call END END)::TINYINT AS other
       FROM choices WHERE choice IS NOT NULL`,
    );
  },
};

/** What docs/votes.md says of how the two sources were reconciled. */
async function checkReconciled(reading: Reading): Promise<void> {
  await reading.check(
    'votes in both sources, those found by the symbol, and by the symbol alone',
    `SELECT count(*) || ', ' || count(*) FILTER (how = 'symbol') || ', ' || count(*) FILTER (how = 'symbol alone') FROM matched`,
    '5009, 25, 6',
  );
  await reading.check(
    'votes on which the two differ, and members in them',
    `SELECT count(DISTINCT vote) || ', ' || count(*) FROM said WHERE roll_call <> library`,
    '1282, 3270',
  );
  await reading.check(
    'votes taken from the Library though Voeten has them before session 75',
    `SELECT string_agg(n || ' ' || taken_for, ', ' ORDER BY taken_for) FROM (SELECT taken_for, count(*) AS n FROM ids
     WHERE taken = 'library' AND taken_for IN ('result', 'symbol', 'company') GROUP BY taken_for)`,
    '24 company, 80 result, 6 symbol',
  );
  await reading.check(
    'no vote has two states in one seat',
    `SELECT count(*) FROM (SELECT vote FROM choices JOIN (VALUES (710, 1), (713, 1), (255, 2), (260, 2), (678, 3), (679, 3), (315, 4), (316, 4)) s(ccode, seat) USING (ccode)
     WHERE choice IS NOT NULL GROUP BY vote, seat HAVING count(*) > 1)`,
    0,
  );
}

/** Our codes for every vote that only the Library has. */
async function codeIssues(reading: Reading): Promise<void> {
  await reading.ownCsv('issue-words.csv', 'issue_words', ['issue', 'words', 'points']);
  const points = Object.fromEntries(issueCodes.map((issue) => [issue, new Map<string, number>()]));
  for (const row of await reading.rows(
    `SELECT issue, coalesce(words, '') AS words, points::DOUBLE AS points FROM issue_words`,
  ))
    points[String(row['issue'])]!.set(String(row['words']), Number(row['points']));
  const both = `(SELECT record, title, agenda, l.date, ${issueCodes.join(', ')} FROM matched JOIN records l USING (record) JOIN rolls USING (rcid))`;
  const coded = await reading.rows(codedVotesSql(learnt, both));
  const rule = issueRule(coded as unknown as Coded[], points as unknown as Points);
  const uncoded = await reading.rows(
    `SELECT record, title, agenda FROM records JOIN ids USING (record) WHERE rcid IS NULL`,
  );
  const rows = uncoded.map((r) => {
    const codes: Codes = rule(r as unknown as Heading);
    return `(${Number(r['record'])}, ${issueCodes.map((issue) => codes[issue]).join(', ')})`;
  });
  await reading.run(`CREATE TABLE by_rule(record INTEGER, ${issueCodes.map((c) => `${c} TINYINT`).join(', ')});
    INSERT INTO by_rule VALUES ${rows.join(', ')}`);
}

/** Votes on the same text: the published pairs, and from session 75 on pairs by heading. */
async function findSameTexts(reading: Reading): Promise<void> {
  await reading.csv(pairsFile, 'pairs', { columns: ['rcid1', 'rcid2'] });
  await refuseCut(reading, { from: 'pairs', file: pairsFile, rows: 955, field: 'rcid2', last: '9065' });
  const known = (column: string): string => `as_integer(${column}) IN (SELECT rcid FROM rolls)`;
  const published = await reading.rows(
    `SELECT as_integer(rcid1) AS a, as_integer(rcid2) AS b FROM pairs WHERE ${known('rcid1')} AND ${known('rcid2')}`,
  );
  const [lost] = await reading.rows(
    `SELECT count(*)::INTEGER AS n FROM pairs WHERE NOT (${known('rcid1')} AND ${known('rcid2')})`,
  );
  reading.lose('a pair names a roll call that is not in the file', Number(lost!['n']));
  const voted = (await reading.rows(
    `SELECT vote, session_year, title FROM records JOIN ids USING (record)`,
  )) as unknown as Voted[];
  const own = sameHeadings(voted, ownFrom);
  const groups = sameTexts(
    published.map((p) => [Number(p['a']), Number(p['b'])] as const),
    own,
  );
  await reading.run(
    `CREATE TABLE same_texts AS SELECT * FROM (VALUES ${groups.map((g) => `(${g.vote}, ${g.same_text}, ${literal(g.from)})`).join(', ')}) g(vote, same_text, same_text_from)`,
  );
}

async function writeVotes(reading: Reading): Promise<void> {
  const counted = [
    [1, 'yes'],
    [3, 'no'],
    [2, 'abstain'],
    [8, 'absent'],
  ].map(([choice, name]) => `count(*) FILTER (choice = ${choice})::SMALLINT AS ${name}`);
  await reading.run(`CREATE TABLE counts AS SELECT vote, ${counted.join(', ')}, count(*) FILTER (roll_call <> library)::SMALLINT AS differing
    FROM choices GROUP BY vote`);
  await reading.write(
    'assembly_votes',
    `SELECT vote, rcid, i.record, how, resolution, session, session_year, coalesce(year(d.date), printed_year)::SMALLINT AS year,
       coalesce(month(d.date), printed_month)::TINYINT AS month, d.date, kind,
       (CASE WHEN i.record IS NOT NULL THEN 1 WHEN kind <> 'text' OR yes <= no THEN 0 END)::TINYINT AS adopted,
       (yes > no)::TINYINT AS passed_simple, yes, no, abstain, absent, ${issueCodes.join(', ')}, issues_from, important,
       s.same_text::INTEGER AS same_text, same_text_from, taken, taken_for, CASE WHEN how IS NOT NULL THEN differing END AS differing
     FROM ids i JOIN counts USING (vote) JOIN (${described}) d USING (vote) LEFT JOIN same_texts s USING (vote)`,
  );
}

/** What each vote was on and when, from the Library where it has the vote. */
const described = `SELECT vote,
    CASE WHEN i.record IS NOT NULL THEN replace(replace(symbol, '[', ''), ']', '') ELSE ${symbolOfRollCall('unres', 'r.session')} END AS resolution,
    coalesce(l.session, CASE WHEN unres LIKE 'ESS/%' THEN 'ES-' || regexp_extract(unres, '[0-9]+') WHEN unres LIKE 'SS/%' THEN 'S-' || regexp_extract(unres, '[0-9]+') END, r.session::VARCHAR) AS session,
    coalesce(l.session_year, r.session_year) AS session_year,
    CASE WHEN i.record IS NOT NULL THEN l.date WHEN r.session > 51 THEN date_printed END AS date,
    year(date_printed) AS printed_year, month(date_printed) AS printed_month,
    CASE WHEN i.record IS NOT NULL THEN CASE WHEN regexp_matches(symbol, 'PARA|RULE') THEN 'paragraph' ELSE 'text' END
      WHEN amend = 1 THEN 'amendment' WHEN para = 1 THEN 'paragraph' ELSE 'text' END AS kind,
    ${issueCodes.map((c) => `coalesce(r.${c}, b.${c}) AS ${c}`).join(', ')},
    CASE WHEN i.rcid IS NULL THEN 'rule' ELSE 'roll-calls' END AS issues_from, importantvote AS important
  FROM ids i LEFT JOIN rolls r USING (rcid) LEFT JOIN records l USING (record) LEFT JOIN by_rule b USING (record)`;
