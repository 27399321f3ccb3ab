import type { Reading } from '../source.js';

/** What the mending rests on: a version that differs stops the build here (`world/source-changed`). Needs `raw`. */
export async function checkBallots(reading: Reading): Promise<void> {
  const rows = (what: string, where: string, expected: string | null): Promise<void> =>
    reading.check(
      what,
      `SELECT string_agg("Vote in the DB", ',' ORDER BY "Vote in the DB"::INT) FROM raw WHERE ${where}`,
      expected,
    );
  const count = (what: string, where: string, expected: number): Promise<void> =>
    reading.check(what, `SELECT count(*)::INTEGER FROM raw WHERE ${where}`, expected);
  await reading.check(
    '2,810 adopted, 270 vetoed and 123 failed ballots',
    `SELECT string_agg(n || ' ' || o, ', ' ORDER BY o) FROM (SELECT "Vote outcome" AS o, count(*) AS n FROM raw GROUP BY o)`,
    '2810 adopted, 123 lack of maj., 270 vetoed',
  );
  await reading.check(
    'ballots are numbered 1 to 3203, each once, from the last',
    `SELECT count(*)::INTEGER FROM raw WHERE "Vote in the DB"::INT <> 3204 - line`,
    0,
  );
  await reading.check(
    'resolutions 1 to 2811 but 2760, each once',
    `SELECT string_agg(n, ',' ORDER BY n) FROM (SELECT n FROM range(1, 2812) r(n)
     LEFT JOIN raw ON "Resolution number" = n::VARCHAR AND "Vote outcome" = 'adopted' GROUP BY n HAVING count(line) <> 1)`,
    '2760',
  );
  await rows(
    'S/5134 stands as failed beside the same votes as vetoed, the oral amendment of 2023 twice',
    `("UN classification", Date) IN (('S/5134', '1962-06-22')) OR "UN classification" LIKE 'Oral amendment%' AND Date = '2023-12-22'`,
    '359,360,3098,3099',
  );
  await rows('four ballots are not recorded by member', `CHINA = '?'`, '62,123,124,125');
  await count(
    '38 texts were adopted without a vote',
    `"Non-Voting" = '15' AND "Vote outcome" = 'adopted'`,
    38,
  );
  await count('nobody else failed to vote as one', `"Non-Voting" = '15' AND "Vote outcome" <> 'adopted'`, 0);
  await count(
    'Algeria has the votes of Argentina in 1966–1967',
    `ALGERIA <> '' AND Date BETWEEN '1966' AND '1968'`,
    27,
  );
  await count(
    'Turkey has the votes of Portugal in 2011–2012',
    `TURKEY <> '' AND Date BETWEEN '2011' AND '2013'`,
    123,
  );
  await count(
    'Slovakia has the votes of Slovenia in 2024',
    `SLOVAKIA <> '' AND Date BETWEEN '2024' AND '2025'`,
    53,
  );
  await count('the Czech Republic has votes in 1964', `"CZECH REPUBLIC" <> '' AND Date < '1993'`, 16);
  const noes = `((CHINA = 'N')::INT + (FRANCE = 'N')::INT + ("RUSSIAN FEDERATION/USSR" = 'N')::INT + ("UNITED KINGDOM" = 'N')::INT + ("UNITED STATES" = 'N')::INT)`;
  await count(
    'a vetoed ballot has the printed number of permanent noes',
    `"Vote outcome" = 'vetoed' AND ${noes} <> "(of which veto)"::INT`,
    0,
  );
  await count(
    'ten texts were adopted against a permanent no',
    `"Vote outcome" = 'adopted' AND ${noes} > 0`,
    10,
  );
  await count(
    'a vetoed ballot had the majority of its day',
    `"Vote outcome" = 'vetoed' AND Yes::INT < CASE WHEN Date < '1966' THEN 7 ELSE 9 END`,
    0,
  );
}
