import type { Reading } from '../source.js';

/** What the reader of the disputes rests on: each stops the build where upstream is no longer as it was. */
export async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'version 5, 2,436 disputes and 5,883 parts',
    `SELECT (SELECT string_agg(DISTINCT version, ',') || ' ' || count(*) FROM disputes_raw) || ', ' || (SELECT string_agg(DISTINCT version, ',') || ' ' || count(*) FROM parts_raw)`,
    '5 2436, 5 5883',
  );
  await reading.check(
    'every dispute has parts, and every part a dispute',
    `SELECT (SELECT count(*) FROM disputes_raw d WHERE d.dispnum NOT IN (SELECT dispnum FROM parts_raw)) + (SELECT count(*) FROM parts_raw p WHERE p.dispnum NOT IN (SELECT dispnum FROM disputes_raw))`,
    0,
  );
  await reading.check(
    'five disputes lie in other years than their parts',
    `SELECT string_agg(dispnum, ' ' ORDER BY dispnum::INT) FROM (SELECT d.dispnum FROM disputes_raw d JOIN parts_raw p USING (dispnum)
     GROUP BY d.dispnum, d.styear, d.endyear HAVING d.styear <> min(p.styear) OR d.endyear <> max(p.endyear))`,
    '2044 2328 3556 4005 4174',
  );
  await reading.check(
    'one dispute is less hostile than its parts',
    `SELECT string_agg(dispnum, ' ') FROM (SELECT d.dispnum FROM disputes_raw d JOIN parts_raw p USING (dispnum) GROUP BY d.dispnum, d.hostlev HAVING d.hostlev::INT <> max(p.hostlev::INT))`,
    '2212',
  );
  await reading.check(
    'months are always known; days may be −9',
    `SELECT count(*)::INTEGER FROM (SELECT stmon AS m FROM disputes_raw UNION ALL SELECT endmon FROM disputes_raw UNION ALL SELECT stmon FROM parts_raw UNION ALL SELECT endmon FROM parts_raw) WHERE m::INT NOT BETWEEN 1 AND 12`,
    0,
  );
  await reading.check(
    'states on both sides of a dispute: six, in the Second World War',
    `SELECT count(*) || ' ' || string_agg(DISTINCT dispnum, ',') FROM (SELECT dispnum FROM parts_raw GROUP BY dispnum, ccode HAVING count(DISTINCT sidea) > 1)`,
    '6 258',
  );
}
