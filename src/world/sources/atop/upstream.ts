import type { Reading } from '../source.js';

/**
 * What the mending rests on: a version of ATOP that differs stops the build here (`world/source-changed`). Needs `raw`
 * and `dyads`, `raw_members` and `members` of the reader.
 */
export async function checkUpstream(reading: Reading): Promise<void> {
  const count = (what: string, sql: string, expected: number): Promise<void> =>
    reading.check(what, `SELECT count(*)::INTEGER FROM (${sql})`, expected);
  await reading.check('the dyad-years end in 2018', `SELECT max(year)::INTEGER FROM dyads`, 2018);
  await count(
    'every directed dyad-year stands once',
    `SELECT ccode1, ccode2, year FROM raw GROUP BY ALL HAVING count(*) > 1`,
    0,
  );
  await count(
    'every directed dyad-year has its reverse',
    `SELECT ccode1, ccode2, year FROM raw EXCEPT SELECT ccode2, ccode1, year FROM raw`,
    0,
  );
  await count(
    '170 dyad-years carry no obligation of the first state',
    `FROM raw WHERE '1' NOT IN (atop_defense, atop_offense, atop_neutral, atop_nonagg, atop_consul)`,
    170,
  );
  await reading.check(
    'in 2018 the United States owe Japan defence and Japan owes none',
    `SELECT string_agg(ccode1 || ':' || defence, ' ' ORDER BY ccode1) FROM dyads WHERE year = 2018 AND (ccode1, ccode2) IN ((2, 740), (740, 2))`,
    '2:1 740:0',
  );
  await reading.check(
    'Montenegro is in the North Atlantic Treaty from 2016',
    `SELECT min(year)::INTEGER FROM dyads WHERE ccode1 = 2 AND ccode2 = 341 AND defence = 1`,
    2016,
  );
  await count(
    'in 2018 North Macedonia, Finland and Sweden owe the United States no defence, nor North Korea Russia',
    `FROM dyads WHERE defence = 1 AND year = 2018 AND (ccode1, ccode2) IN ((343, 2), (375, 2), (380, 2), (731, 365))`,
    0,
  );
  await count(
    'a membership without year of exit is one in effect',
    `FROM raw_members WHERE (yrexit = '0') <> (ineffect = '1')`,
    0,
  );
  const owed = `max(x.defence), max(x.offence), max(x.neutrality), max(x.nonaggression), max(x.consultation)`;
  await count(
    'the memberships in force at the end of 2018 give the directed obligations of that year',
    `(${symmetricDifference(
      `SELECT x.state, y.state, ${owed} FROM members x JOIN members y ON y.atopid = x.atopid AND y.phase = x.phase AND y.state <> x.state WHERE x.exited IS NULL AND y.exited IS NULL GROUP BY x.state, y.state`,
      `SELECT ccode1, ccode2, defence, offence, neutrality, nonaggression, consultation FROM dyads WHERE year = 2018`,
    )})`,
    0,
  );
}

const symmetricDifference = (a: string, b: string): string =>
  `(${a} EXCEPT ${b}) UNION ALL (${b} EXCEPT ${a})`;
