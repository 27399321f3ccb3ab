import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import type { Row } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

const rows = (sql: string): Promise<readonly Row[]> => world.ask({ sql, tables: [] });
/** The values of the rows, without the names of their columns. */
const values = async (sql: string): Promise<unknown[][]> => (await rows(sql)).map((r) => Object.values(r));
/** The one value of a question that has one. */
const one = async (sql: string): Promise<unknown> => (await values(sql))[0]?.[0];
/** How many rows there are that must not be. */
const none = async (from: string): Promise<void> => expect(await one(`SELECT count(*) ${from}`)).toBe(0);

describe('the state system', () => {
  it('had 23 members in 1816, 42 in 1900, and has had 195 since 2011', async () =>
    expect(
      await values(
        'SELECT year, system_size FROM system_years WHERE year IN (1816, 1900, 2010, 2011, 2016, 2025) ORDER BY year',
      ),
    ).toEqual([
      [1816, 23],
      [1900, 42],
      [2010, 194],
      [2011, 195],
      [2016, 195],
      [2025, 195],
    ]));

  it('is since 2016 the same, for no state has entered or left', () =>
    none('FROM (SELECT ccode FROM state_years WHERE year >= 2016 GROUP BY ccode HAVING count(*) <> 10)'));

  it.each([
    ['Germany', 255, '1816–1945, 1990–2025'],
    ['West Germany', 260, '1955–1990'],
    ['East Germany', 265, '1954–1990'],
    ['Austria-Hungary', 300, '1816–1918'],
    ['Austria', 305, '1919–1938, 1955–2025'],
    ['Serbia and Yugoslavia', 345, '1878–1941, 1944–2025'],
    ['Russia and the Soviet Union', 365, '1816–2025'],
    ['South Sudan', 626, '2011–2025'],
    ['North Yemen', 678, '1926–1990'],
    ['Yemen', 679, '1990–2025'],
    ['South Yemen', 680, '1967–1990'],
    ['China', 710, '1860–2025'],
    ['Taiwan', 713, '1949–2025'],
    ['Viet Nam', 816, '1954–2025'],
    ['South Viet Nam', 817, '1954–1975'],
  ])('%s (%i) was a member in %s', async (_, ccode, spans) => {
    const years = (
      await values(`SELECT year FROM state_years WHERE ccode = ${ccode} ORDER BY year`)
    ).flat() as number[];
    const starts = years.filter((y) => !years.includes(y - 1));
    const ends = years.filter((y) => !years.includes(y + 1));
    expect(starts.map((from, i) => (from === ends[i] ? `${from}` : `${from}–${ends[i]}`)).join(', ')).toBe(
      spans,
    );
  });

  it('had five major powers in 1900s Europe, the United States and Japan beside them', async () =>
    expect(
      (
        await values('SELECT ccode FROM state_years WHERE year = 1910 AND major_power = 1 ORDER BY ccode')
      ).flat(),
    ).toEqual([2, 200, 220, 255, 300, 325, 365, 740]));
});

describe('votes of the General Assembly', () => {
  const result = (symbol: string) =>
    values(`SELECT date::VARCHAR, yes, no, abstain FROM un_resolutions WHERE symbol = '${symbol}'`);
  const side = async (symbol: string, vote: number): Promise<unknown[]> =>
    (
      await values(
        `SELECT ccode FROM un_votes JOIN un_resolutions USING (record) WHERE symbol = '${symbol}' AND vote = ${vote} ORDER BY ccode`,
      )
    ).flat();

  it('ES-11/1 of 2 March 2022: 141 yes, 5 no, 35 abstentions, 12 absent', async () => {
    expect(await result('A/RES/ES-11/1')).toEqual([['2022-03-02', 141, 5, 35]]);
    expect((await side('A/RES/ES-11/1', 1)).length).toBe(141);
    expect((await side('A/RES/ES-11/1', 2)).length).toBe(35);
    expect((await side('A/RES/ES-11/1', 8)).length).toBe(12);
    // Russia, Belarus, Eritrea, Syria, North Korea
    expect(await side('A/RES/ES-11/1', 3)).toEqual([365, 370, 531, 652, 731]);
    expect(await side('A/RES/ES-11/1', 2)).toEqual(expect.arrayContaining([710, 750]));
  });

  it('2758 of 25 October 1971 gave China’s seat to Beijing: 76 yes, 35 no, 17 abstentions, in both records', async () => {
    expect(await result('A/RES/2758(XXVI)')).toEqual([['1971-10-25', 76, 35, 17]]);
    expect((await side('A/RES/2758(XXVI)', 1)).length).toBe(76);
    expect(await side('A/RES/2758(XXVI)', 3)).toContain(2);
    expect(await side('A/RES/2758(XXVI)', 1)).toContain(200);
    expect(await values('SELECT yes, no, abstain FROM un_roll_calls WHERE rcid = 1190')).toEqual([
      [76, 35, 17],
    ]);
  });

  it('are given to the China that held the seat', async () => {
    const seat = (ccode: number, side: string) =>
      one(
        `SELECT ${side}(date)::VARCHAR FROM un_votes JOIN un_resolutions USING (record) WHERE ccode = ${ccode}`,
      );
    expect(await seat(713, 'max')).toBe('1971-10-25');
    expect(String(await seat(710, 'min')) > '1971-10-25').toBe(true);
  });

  it('are given to the Yemen and the Germany of the day', async () => {
    const last = (ccode: number) =>
      one(
        `SELECT max(date)::VARCHAR FROM un_votes JOIN un_resolutions USING (record) WHERE ccode = ${ccode}`,
      );
    for (const [before, after, day] of [
      [678, 679, '1990-05-22'],
      [260, 255, '1990-10-03'],
      [265, 255, '1990-10-03'],
    ] as const) {
      expect(String(await last(before)) < day).toBe(true);
      await none(
        `FROM un_votes JOIN un_resolutions USING (record) WHERE ccode = ${after} AND date < DATE '${day}'`,
      );
    }
  });

  it('add up to the printed result wherever states’ votes are recorded', () =>
    none(`FROM un_resolutions r JOIN (SELECT record, count(*) FILTER (vote = 1) AS y, count(*) FILTER (vote = 2) AS a,
      count(*) FILTER (vote = 3) AS n FROM un_votes GROUP BY record) v USING (record)
      WHERE recorded = 1 AND (r.yes, r.no, r.abstain) IS DISTINCT FROM (v.y, v.n, v.a)`));

  it('differ from the printed result by two votes at most in Voeten’s record', () =>
    none(`FROM un_roll_calls r JOIN (SELECT rcid, count(*) FILTER (vote = 1) AS y, count(*) FILTER (vote = 2) AS a,
      count(*) FILTER (vote = 3) AS n FROM un_roll_call_votes GROUP BY rcid) v USING (rcid)
      WHERE greatest(abs(r.yes - v.y), abs(r.no - v.n), abs(r.abstain - v.a)) > 2`));

  it('are of adopted texts only in the Digital Library', () =>
    none(`FROM un_resolutions WHERE body = 'GA' AND recorded = 1 AND yes <= no AND yes + no + abstain > 0`));

  it('hold the vote of Pakistan that was printed “AN PAKISTAN”', async () =>
    expect(
      await one(
        `SELECT count(*) FROM un_votes JOIN un_resolutions USING (record) WHERE ccode = 770 AND symbol = 'A/RES/620(VII)[A]'`,
      ),
    ).toBe(1));

  it('are called important from 1983 to 2017 only, and missing before and after', async () => {
    expect(
      await values(
        'SELECT min(session_year), max(session_year) FROM un_roll_calls WHERE importantvote IS NOT NULL',
      ),
    ).toEqual([[1983, 2017]]);
    await none('FROM un_roll_calls WHERE (importantvote IS NULL) <> (importantvote_missing IS NOT NULL)');
  });
});

describe('alliances', () => {
  it('the twelve of the North Atlantic Treaty signed on 4 April 1949', async () =>
    expect(
      (
        await values(
          `SELECT DISTINCT ccode FROM atop_members WHERE atopid = 3180 AND entered = '1949-04-04' AND defence = 1 ORDER BY ccode`,
        )
      ).flat(),
    ).toEqual([2, 20, 200, 210, 211, 212, 220, 235, 325, 385, 390, 395]));

  it('the eight of the Warsaw Treaty signed on 14 May 1955; Albania left in 1968', async () => {
    expect(
      (
        await values(
          `SELECT ccode FROM atop_members WHERE atopid = 3285 AND entered = '1955-05-14' ORDER BY ccode`,
        )
      ).flat(),
    ).toEqual([265, 290, 310, 315, 339, 355, 360, 365]);
    expect(await one('SELECT max(exited) FROM atop_members WHERE atopid = 3285 AND ccode = 339')).toMatch(
      /^1968/,
    );
  });

  it('are directed in ATOP and not in defence_pact: the United States and Japan', async () => {
    const of = (table: string, column: string) =>
      values(
        `SELECT ccode1, ${column} FROM ${table} WHERE year = 2018 AND ccode1 IN (2, 740) AND ccode2 IN (2, 740) ORDER BY ccode1`,
      );
    expect(await of('atop_dyad_years', 'atop_defence')).toEqual([
      [2, 1],
      [740, 0],
    ]);
    expect(await of('alliance_dyad_years', 'defence_pact')).toEqual([
      [2, 1],
      [740, 1],
    ]);
  });

  it.each([
    ['Montenegro', 2, 341, 2016],
    ['North Macedonia', 2, 343, 2020],
    ['Finland', 2, 375, 2023],
    ['Sweden', 2, 380, 2024],
    ['North Korea and Russia', 365, 731, 2024],
  ])('%s: defence of %i and %i from %i', async (_, a, b, year) =>
    expect(
      await values(
        `SELECT year, defence_pact FROM alliance_dyad_years WHERE ccode1 = ${a} AND ccode2 = ${b} AND year BETWEEN ${year - 1} AND ${year} ORDER BY year`,
      ),
    ).toEqual([
      [year - 1, 0],
      [year, 1],
    ]),
  );

  it('are the same for both of a pair', () =>
    none(`FROM alliance_dyad_years a LEFT JOIN alliance_dyad_years b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year
      WHERE (a.defence_pact, a.any_alliance) IS DISTINCT FROM (b.defence_pact, b.any_alliance)`));

  it('of the United States by treaty in 2021: thirty of the North Atlantic less itself, and 51 with it in all', async () => {
    expect(
      await one(`SELECT count(*) FROM us_treaty_allies WHERE treaty = 'north_atlantic' AND counts = 1`),
    ).toBe(29);
    await none('FROM us_treaty_allies WHERE ccode = 2');
    expect((await values('SELECT ccode FROM us_treaty_allies WHERE counts = 0')).flat()).toEqual(
      expect.arrayContaining([101, 920]),
    );
  });
});

describe('regimes', () => {
  it('polity2 of the United States falls from 10 to 8 in 2016, and the series ends in 2018', async () => {
    expect(
      await values('SELECT year, polity2 FROM polity5 WHERE ccode = 2 AND year >= 2014 ORDER BY year'),
    ).toEqual([
      [2014, 10],
      [2015, 10],
      [2016, 8],
      [2017, 8],
      [2018, 8],
    ]);
    await none('FROM polity5 WHERE year > 2018');
  });

  it('no code of Polity passes for a score', async () => {
    await none('FROM polity5 WHERE polity NOT BETWEEN -10 AND 10 OR polity2 NOT BETWEEN -10 AND 10');
    await none('FROM polity5 WHERE (polity IS NULL) AND (polity_missing IS NULL)');
  });

  it('intervals of V-Dem hold its estimates', () =>
    none(`FROM vdem15 WHERE NOT (polyarchy_v15 BETWEEN polyarchy_v15_low AND polyarchy_v15_high)
      OR NOT (libdem_v15 BETWEEN libdem_v15_low AND libdem_v15_high)`));

  it('V-Dem’s scores lie between 0 and 1, and version 16 runs to 2025', async () => {
    await none('FROM vdem16 WHERE polyarchy NOT BETWEEN 0 AND 1 OR libdem NOT BETWEEN 0 AND 1');
    expect(await one('SELECT max(year) FROM vdem16')).toBe(2025);
  });

  it('years of Freedom House are those that were judged, not those of print: Russia is not free from 2004', async () =>
    expect(
      await values(
        'SELECT year, fh_status FROM freedom_house WHERE ccode = 365 AND year BETWEEN 2003 AND 2004 ORDER BY year',
      ),
    ).toEqual([
      [2003, 1],
      [2004, 0],
    ]));

  it('Freedom House has no 1981, and a status that follows its ratings since 2003', async () => {
    await none('FROM freedom_house WHERE year = 1981');
    await none(`FROM freedom_house WHERE year >= 2003 AND fh_status <> CASE
      WHEN fh_political_rights + fh_civil_liberties <= 5 THEN 2
      WHEN fh_political_rights + fh_civil_liberties <= 10 THEN 1 ELSE 0 END`);
  });
});

describe('capabilities, output and people', () => {
  it('CINC sums to 1.00–1.075 a year, and cinc_share to 1', async () => {
    const [[low, high, lowShare, highShare]] = (await values(
      'SELECT min(a), max(a), min(b), max(b) FROM (SELECT sum(cinc) AS a, sum(cinc_share) AS b FROM nmc GROUP BY year)',
    )) as [[number, number, number, number]];
    expect(low).toBeGreaterThan(0.999);
    expect(high).toBeLessThan(1.075);
    expect(lowShare).toBeCloseTo(1, 9);
    expect(highShare).toBeCloseTo(1, 9);
  });

  it('no aggregate of the World Bank passes for a state', async () => {
    for (const table of ['world_bank_gdp', 'world_bank_population'])
      await none(
        `FROM ${table} t WHERE NOT EXISTS (FROM state_years m WHERE m.ccode = t.ccode AND m.year = t.year)`,
      );
    expect(await one('SELECT sum(population_wb) FROM world_bank_population WHERE year = 2020')).toBeLessThan(
      8e9,
    );
    expect(await one('SELECT sum(gdp_current) FROM world_bank_gdp WHERE year = 2019')).toBeLessThan(90e12);
  });

  it('people and output of 2020 and 2021 are of the order that everyone knows', async () => {
    const people = (ccode: number) =>
      one(`SELECT population_wb FROM world_bank_population WHERE ccode = ${ccode} AND year = 2020`);
    expect(await people(710)).toBeCloseTo(1.411e9, -7);
    expect(await people(2)).toBeCloseTo(331.5e6, -6);
    const output = (ccode: number) =>
      one(`SELECT gdp_current / 1e12 FROM world_bank_gdp WHERE ccode = ${ccode} AND year = 2021`);
    expect(await output(2)).toBeCloseTo(23.6, 0);
    expect(await output(710)).toBeCloseTo(17.8, 0);
  });

  it('Taiwan has no figures of the World Bank; Germany’s begin with its unity', async () => {
    await none('FROM world_bank_gdp WHERE ccode = 713');
    expect(await one('SELECT min(year) FROM world_bank_gdp WHERE ccode = 255')).toBe(1990);
  });
});

describe('trade', () => {
  it('imports are of the first state from the second: the United States buy more of China than they sell', async () => {
    const [[bought], [sold]] = (await values(
      'SELECT imports FROM trade_dyadic WHERE year = 2014 AND ccode1 IN (2, 710) AND ccode2 IN (2, 710) ORDER BY ccode1',
    )) as [[number], [number]];
    expect(bought).toBeGreaterThan(2 * sold);
  });
  it('ends in 2014, in whole millions, and is never negative', async () => {
    expect(await values('SELECT min(year), max(year), min(imports) FROM trade_dyadic')).toEqual([
      [1870, 2014, 0],
    ]);
    expect(await one('SELECT max(year) FROM trade_national')).toBe(2014);
    expect(
      await one(
        `SELECT data_type FROM (DESCRIBE trade_dyadic) AS d(column_name, data_type) WHERE column_name = 'imports'`,
      ),
    ).toBe('INTEGER');
  });
  it('of West Germany stands under its own number', async () => {
    await none('FROM trade_national WHERE ccode = 255 AND year BETWEEN 1946 AND 1989');
    expect(
      await one('SELECT count(*) FROM trade_national WHERE ccode = 260 AND year BETWEEN 1960 AND 1989'),
    ).toBe(30);
  });
});
