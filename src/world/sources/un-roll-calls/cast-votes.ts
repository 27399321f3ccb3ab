import type { Reading } from '../source.js';

/** The wide file turned into a row a state and roll call; what is no vote of a member is left out and counted. */
export async function readCastVotes(reading: Reading, file: string): Promise<void> {
  await reading.run(`CREATE TABLE long AS SELECT line::INTEGER * 1000 + cow::INTEGER AS line, line AS call, c.rcid, c.session, c.session_year, c.date_printed, cow, vote
    FROM (UNPIVOT (SELECT line, COLUMNS('^[0-9]+$') FROM wide) ON COLUMNS(* EXCLUDE (line)) INTO NAME cow VALUE vote) JOIN calls c USING (line)`);
  await reading.check(
    'votes are 1, 2, 3, 8, 8? or 9',
    `SELECT count(*) FROM long WHERE vote NOT IN ('1', '2', '3', '8', '8?', '9')`,
    0,
  );
  await reading.ownCsv('admissions.csv', 'admissions', ['ccode', 'admitted', 'resolution']);
  await reading.run(`CREATE TABLE judged AS SELECT l.*, CASE
      WHEN vote = '9' AND (cow = '816' AND session > 32 OR cow = '679' AND session > 45) THEN 'coded as no member while a member'
      WHEN vote = '9' THEN 'not a member of the United Nations'
      WHEN vote LIKE '8%' AND date_trunc('month', date_printed) < date_trunc('month', a.admitted::DATE) THEN 'coded absent before it was a member'
      WHEN vote = '8?' AND call < first_call THEN 'absent or not yet a member: the source does not say'
      WHEN vote = '8' AND cow = '710' AND call IN (SELECT call FROM long WHERE cow = '713' AND vote <> '9') THEN 'the seat of China was the Republic of China’s'
      END AS why
    FROM long l LEFT JOIN admissions a ON a.ccode = l.cow
    LEFT JOIN (SELECT cow, min(call) AS first_call FROM long WHERE vote IN ('1', '2', '3') GROUP BY cow) f USING (cow)`);
  await checkMends(reading);
  for (const lost of await reading.rows(
    `SELECT why, count(*)::INTEGER AS n FROM judged WHERE why IS NOT NULL GROUP BY why`,
  ))
    reading.lose(String(lost['why']), Number(lost['n']));
  await loseBlanks(reading);
  await reading.run(`CREATE TABLE kept AS SELECT * EXCLUDE (why) FROM judged WHERE why IS NULL`);
  await reading.resolve({
    from: 'kept',
    into: 'placed',
    key: `cow || CASE WHEN cow IN ('260', '678') AND session = 45 THEN ' (session 45)' ELSE '' END`,
    year: 'session_year',
    file,
    codes: 'cow',
  });
  await reading.run(
    `CREATE TABLE tallies AS SELECT rcid, ${[
      ['1', 'y'],
      ['3', 'n'],
      ['2', 'a'],
    ]
      .map(([code, name]) => `count(*) FILTER (vote = '${code}') AS ${name}`)
      .join(', ')} FROM placed GROUP BY rcid`,
  );
  await checkTallies(reading);
  await reading.write('un_roll_call_votes', `SELECT rcid, ccode, left(vote, 1)::TINYINT AS vote FROM placed`);
}

/** Blanks: a state whose column has votes before and after the roll call. */
async function loseBlanks(reading: Reading): Promise<void> {
  const blank = `SELECT count(*)::INTEGER AS n FROM calls c, (SELECT cow, min(rcid) AS low, max(rcid) AS high, count(*) AS n FROM long GROUP BY cow) s
    WHERE s.n > 6000 AND NOT EXISTS (SELECT 1 FROM long l WHERE l.cow = s.cow AND l.rcid = c.rcid)`;
  await reading.check('blank in 205 cells of seven states', blank, 205);
  reading.lose('not coded', 205);
}

/** Each mended defect is still there, and as often as when it was mended. */
async function checkMends(reading: Reading): Promise<void> {
  await reading.check(
    'rows mended or left out, by defect',
    `SELECT string_agg(n || ' ' || why, '; ' ORDER BY why) FROM (SELECT why, count(*) AS n FROM judged WHERE why NOT LIKE 'not a member%' GROUP BY why)`,
    '55 absent or not yet a member: the source does not say; 1697 coded absent before it was a member; 129 coded as no member while a member; 9 the seat of China was the Republic of China’s',
  );
  await reading.check(
    '“8?” is used for nineteen states',
    `SELECT count(DISTINCT cow) FROM long WHERE vote = '8?'`,
    19,
  );
  await reading.check(
    'West Germany and North Yemen run to the end of session 45 and no further',
    `SELECT count(*) FROM judged WHERE cow IN ('260', '678') AND why IS NULL AND session > 45`,
    0,
  );
}

/** The states’ votes against the printed result: where they differ is counted, and never decides who won. */
async function checkTallies(reading: Reading): Promise<void> {
  await reading.check(
    'the states’ votes differ from the printed result in 378 roll calls',
    `SELECT count(*) FROM calls JOIN tallies USING (rcid) WHERE y <> yes OR n <> no OR a <> abstain`,
    378,
  );
  await reading.check(
    'they never differ by more than two votes',
    `SELECT count(*) FROM calls JOIN tallies USING (rcid) WHERE abs(y - yes) > 2 OR abs(n - no) > 2 OR abs(a - abstain) > 2`,
    0,
  );
  await reading.check(
    'they never differ on whether yes or no prevailed',
    `SELECT count(*) FROM calls JOIN tallies USING (rcid) WHERE (y > n) <> (yes > no)`,
    0,
  );
}
