import type { Reading } from '../source.js';
import type { Candidate } from './match-votes.js';
import { libraryNumber, libraryPart, rollCallNumber, rollCallPart } from './symbols.js';

/** How far apart the numbers of yes, no and abstentions may be, in all, for two lists to be compared at all. */
const furthest = 24;

/**
 * Pairs of a roll call and a record under one session year that are worth comparing: those whose results are near, and
 * those of one number. Makes the tables `records` and `rolls`, one row a vote with its symbol’s parts and its states’
 * votes counted.
 */
export async function candidatesOf(reading: Reading): Promise<Candidate[]> {
  // Tables rather than views of files: the files would be read again for each block of pairs.
  await reading.run(
    `CREATE TABLE cast_in_rolls AS FROM un_roll_call_votes; CREATE TABLE cast_in_records AS FROM un_votes`,
  );
  await reading.run(`CREATE TABLE records AS SELECT record, symbol, session, session_year, date, title, agenda,
      ${libraryNumber('symbol')} AS number, ${libraryPart('symbol')} AS part, ${counted}
    FROM un_resolutions JOIN cast_in_records USING (record) WHERE body = 'GA' GROUP BY ALL`);
  await reading.run(`CREATE TABLE rolls AS SELECT c.* RENAME (yes AS printed_yes, no AS printed_no, abstain AS printed_abstain),
      ${rollCallNumber('unres')} AS number, ${rollCallPart('unres')} AS part, t.* EXCLUDE (rcid)
    FROM un_roll_calls c JOIN (SELECT rcid, ${counted} FROM cast_in_rolls GROUP BY rcid) t USING (rcid)`);
  await loseToldTwice(reading);
  await reading.run(`CREATE TABLE near AS SELECT r.rcid, l.record,
      CASE WHEN r.number = '' OR r.number <> l.number THEN 'other' WHEN r.part = l.part THEN 'same' ELSE 'number' END AS symbol,
      (r.yes, r.no, r.abstain) = (l.yes, l.no, l.abstain) AS same_result,
      date_trunc('month', r.date_printed) = date_trunc('month', l.date) AS same_month,
      coalesce(para = 1, false) AS para, coalesce(amend = 1, false) AS amend, r.yes > r.no AS passed
    FROM rolls r JOIN records l USING (session_year)
    WHERE (r.number <> '' AND r.number = l.number) OR abs(r.yes - l.yes) + abs(r.no - l.no) + abs(r.abstain - l.abstain) <= ${furthest}`);
  const rows =
    await reading.rows(`SELECT rcid, record, symbol, same_result, same_month, para, amend, passed, count(*) AS members,
      count(*) FILTER (a.vote = b.vote) AS same, count(*) FILTER (a.vote <> 8 AND b.vote <> 8) AS voted,
      count(*) FILTER (a.vote <> 8 AND a.vote = b.vote) AS agree
    FROM near JOIN cast_in_rolls a USING (rcid) JOIN cast_in_records b USING (record, ccode) GROUP BY ALL`);
  return rows as unknown as Candidate[];
}

/** Members who do the same in both, as a share, from which two roll calls of one text are one vote told twice. */
const toldTwice = 0.95;

/**
 * Roll calls that tell a vote again: Voeten’s supplement for sessions 52–72, which adds votes on paragraphs and
 * amendments, has some votes on whole texts once more (without the mark of importance). Of two with the same number and
 * letter, neither on a paragraph nor on an amendment, whose members do the same, the later number goes.
 */
async function loseToldTwice(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE told_twice AS SELECT b.rcid FROM rolls a
      JOIN rolls b ON a.session = b.session AND a.number = b.number AND a.part = b.part AND a.rcid < b.rcid AND a.number <> ''
      JOIN cast_in_rolls x ON x.rcid = a.rcid JOIN cast_in_rolls y ON y.rcid = b.rcid AND y.ccode = x.ccode
    WHERE coalesce(a.para, 0) + coalesce(a.amend, 0) + coalesce(b.para, 0) + coalesce(b.amend, 0) = 0
    GROUP BY a.rcid, b.rcid HAVING count(*) FILTER (x.vote = y.vote) >= ${toldTwice} * count(*)`);
  const [lost] = await reading.rows(`SELECT count(DISTINCT rcid)::INTEGER AS n FROM told_twice`);
  reading.lose('a roll call that tells a vote again', Number(lost!['n']));
  await reading.run(`DELETE FROM rolls WHERE rcid IN (SELECT rcid FROM told_twice)`);
}

const counted = [
  [1, 'yes'],
  [3, 'no'],
  [2, 'abstain'],
]
  .map(([vote, name]) => `count(*) FILTER (vote = ${vote})::SMALLINT AS ${name}`)
  .join(', ');
