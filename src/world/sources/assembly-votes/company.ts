import type { Reading } from '../source.js';

/** The fewest members who must vote oppositely in the two lists of a vote. */
const opposed = 4;
/** How many members most like a member are its company, and in how many other votes two must both have voted. */
const companions = 20;
const together = 15;
/** By how much the one list must keep to company more than the other. */
const margin = 0.2;

/**
 * Which of two lists of one vote is garbled. Where at least four members vote oppositely (yes, abstain or no in the
 * one, another of these in the other), each of them is compared, in either list, with the 20 members with whom it
 * agrees most often in the other votes of the session year. The list in which a larger share of these companions vote
 * as it does, by 20 points or more, keeps company: a column that slipped by a row leaves members among strangers.
 *
 * Reads `said` and `numbered`; makes `company`: `vote`, `keeps` (roll-calls or library; no row where neither is ahead).
 */
export async function compareCompany(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE garbled AS SELECT vote, session_year FROM said JOIN numbered USING (vote)
    WHERE how <> 'symbol alone' AND roll_call <> library AND roll_call <> 8 AND library <> 8 GROUP BY ALL HAVING count(*) >= ${opposed}`);
  await reading.run(`CREATE TABLE strayed AS SELECT vote, session_year, ccode, roll_call, library FROM said JOIN garbled USING (vote)
    WHERE roll_call <> library AND roll_call <> 8 AND library <> 8`);
  await reading.run(`CREATE TABLE agreed AS SELECT vote, session_year, ccode, roll_call AS choice FROM said JOIN numbered USING (vote)
    WHERE roll_call = library AND roll_call <> 8 AND session_year IN (SELECT session_year FROM garbled) AND vote NOT IN (SELECT vote FROM garbled)`);
  await reading.run(`CREATE TABLE alike AS SELECT s.session_year, s.ccode, b.ccode AS companion, avg((a.choice = b.choice)::INTEGER) AS share
    FROM (SELECT DISTINCT session_year, ccode FROM strayed) s JOIN agreed a USING (session_year, ccode) JOIN agreed b ON b.vote = a.vote AND b.ccode <> a.ccode
    GROUP BY s.session_year, s.ccode, b.ccode HAVING count(*) >= ${together}
    QUALIFY row_number() OVER (PARTITION BY s.session_year, s.ccode ORDER BY share DESC, companion) <= ${companions}`);
  await reading.run(`CREATE TABLE company AS SELECT vote, CASE WHEN by_roll_call > by_library THEN 'roll-calls' ELSE 'library' END AS keeps
    FROM (SELECT s.vote, avg((s.roll_call = o.roll_call)::INTEGER) FILTER (o.roll_call <> 8) AS by_roll_call, avg((s.library = o.library)::INTEGER) FILTER (o.library <> 8) AS by_library
      FROM strayed s JOIN alike n USING (session_year, ccode) JOIN said o ON o.vote = s.vote AND o.ccode = n.companion GROUP BY s.vote)
    WHERE abs(by_roll_call - by_library) >= ${margin}`);
}
