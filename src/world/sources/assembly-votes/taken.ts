import type { Reading } from '../source.js';
import { compareCompany } from './company.js';
import type { Match } from './match-votes.js';

/** The first session year from which the Library’s votes are taken wherever it has them. */
const libraryFrom = 2020;

/**
 * One row a vote in `ids` (`vote` is Voeten’s number, or the Library’s, which begin above it), and in `choices` what
 * each member did by either source and by the one that is taken, for one of these reasons, the first that fits:
 *
 * - `alone`: only one source has the vote;
 * - `years`, from session 75 on: the Library’s;
 * - `result`: Voeten’s list does not add up to the result that Voeten prints, and the Library’s does: the Library’s;
 * - `symbol`: the two were found to be one by the symbol alone, and their lists are of different votes: the Library’s,
 *   for the lists of Voeten’s that can be followed are those of other texts;
 * - `company`: at least four members vote oppositely in the two, and by one of them they vote with those they otherwise
 *   vote with: that one (`compareCompany`);
 * - `years`, to session 74: Voeten’s.
 *
 * A vote of a state that only the other source has is taken from it; an absence that only the other has is not: Voeten
 * codes some states absent before they were members, the Library counts Yugoslavia as absent while it was barred
 * (1992–2000).
 */
export async function takeChoices(reading: Reading, matches: readonly Match[]): Promise<void> {
  const values = matches.map((m) => `(${m.rcid}, ${m.record}, '${m.by}')`);
  await reading.run(
    `CREATE TABLE matched AS SELECT rcid::SMALLINT AS rcid, record::INTEGER AS record, how FROM (VALUES ${values.join(', ')}) m(rcid, record, how)`,
  );
  await loseDoubles(reading);
  await reading.run(`CREATE TABLE numbered AS SELECT coalesce(rcid, record)::INTEGER AS vote, rcid, record, how, coalesce(l.session_year, r.session_year) AS session_year,
      (printed_yes, printed_no, printed_abstain) IS DISTINCT FROM (r.yes, r.no, r.abstain)
        AND coalesce(printed_yes = l.yes AND printed_no = l.no AND printed_abstain = l.abstain, false) AS result_is_librarys
    FROM rolls r FULL JOIN (SELECT rcid AS its_rcid, record AS its_record, how FROM matched) m ON m.its_rcid = r.rcid
    FULL JOIN (SELECT * FROM records WHERE record NOT IN (SELECT record FROM doubled)) l ON l.record = m.its_record`);
  await reading.run(`CREATE TABLE said AS SELECT vote, ccode, roll_call, library
    FROM (SELECT i.vote, ccode, c.vote AS roll_call FROM numbered i JOIN cast_in_rolls c USING (rcid)) a
    FULL JOIN (SELECT i.vote, ccode, c.vote AS library FROM numbered i JOIN cast_in_records c USING (record)) b USING (vote, ccode)`);
  await compareCompany(reading);
  await reading.run(`CREATE TABLE ids AS SELECT vote, rcid, record, how,
      CASE WHEN how IS NULL THEN 'alone' WHEN session_year >= ${libraryFrom} THEN 'years' WHEN result_is_librarys THEN 'result'
        WHEN how = 'symbol alone' THEN 'symbol'
        WHEN keeps IS NOT NULL THEN 'company' ELSE 'years' END AS taken_for,
      CASE taken_for WHEN 'alone' THEN CASE WHEN record IS NULL THEN 'roll-calls' ELSE 'library' END WHEN 'result' THEN 'library' WHEN 'symbol' THEN 'library'
        WHEN 'company' THEN keeps ELSE CASE WHEN session_year >= ${libraryFrom} THEN 'library' ELSE 'roll-calls' END END AS taken
    FROM numbered LEFT JOIN company USING (vote)`);
  await reading.run(`CREATE TABLE choices AS SELECT said.*, taken,
      CASE taken WHEN 'roll-calls' THEN coalesce(roll_call, nullif(library, 8)) ELSE coalesce(library, nullif(roll_call, 8)) END AS choice
    FROM said JOIN ids USING (vote)`);
}

/**
 * Records of a text that was put to the vote in parts, beside those of its parts, and records of parts that were put
 * together, of which Voeten has the one vote there was: the same members did the same on the same day.
 */
async function loseDoubles(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE lists AS SELECT record, list(ccode * 10 + vote ORDER BY ccode) AS members FROM cast_in_records
    WHERE record IN (SELECT record FROM records) GROUP BY record`);
  await reading.run(`CREATE TABLE doubled AS SELECT DISTINCT l.record, l.symbol
    FROM (SELECT * FROM records JOIN lists USING (record)) l
    JOIN (SELECT r.*, members, m.rcid FROM records r JOIN lists USING (record) JOIN matched m USING (record)) o
      ON o.record <> l.record AND o.session = l.session AND o.number = l.number AND o.date = l.date AND o.members = l.members
    JOIN rolls v USING (rcid)
    WHERE l.record NOT IN (SELECT record FROM matched)
      AND (v.part = '' OR l.part = '' OR regexp_matches(l.part, '^[A-Z]-[A-Z]$'))`);
  const [lost] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM doubled`);
  reading.lose('one vote on several parts of a text, told by another record', Number(lost!['n']));
}
