import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingReasons } from '../../../src/kernel/missing.js';
import { polity5 } from '../../../src/world/sources/polity5/polity5.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Polity5', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([polity5]);
  });
  afterAll(() => world.close());

  const polity2 = async (ccode: number, year: number): Promise<unknown> =>
    (await world.rows(`SELECT polity2 FROM polity5 WHERE ccode = ${ccode} AND year = ${year}`))[0]?.[
      'polity2'
    ];

  it('has 14,994 state-years; every upstream row is in or lost for a reason', () => {
    const table = world.manifest.tables.find((t) => t.name === 'polity5')!;
    const source = world.manifest.sources.find((s) => s.name === 'polity5')!;
    expect(table.rows).toBe(14_994);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(17_574);
    expect(source.lost).toContainEqual({
      reason: 'after 2018, where the United States stands alone',
      rows: 2,
    });
  });

  it('ends in 2018, with the United States at 8 from 2016', async () => {
    expect(
      await world.rows(`SELECT year, polity2 FROM polity5 WHERE ccode = 2 AND year >= 2015 ORDER BY year`),
    ).toEqual([
      { year: 2015, polity2: 10 },
      { year: 2016, polity2: 8 },
      { year: 2017, polity2: 8 },
      { year: 2018, polity2: 8 },
    ]);
    expect(await world.rows(`SELECT max(year) AS y FROM polity5`)).toEqual([{ y: 2018 }]);
    expect(await polity2(2, 1965)).toBe(9);
  });

  it('keeps the reason of a missing score, and says where polity2 was filled in', async () => {
    const at = (ccode: number, year: number): Promise<unknown> =>
      world.rows(
        `SELECT polity2, polity, democ, autoc, polity_missing AS why FROM polity5 WHERE ccode = ${ccode} AND year = ${year}`,
      );
    const nothing = { polity: null, democ: null, autoc: null };
    expect(await at(220, 1942)).toEqual([{ polity2: null, ...nothing, why: 'interruption' }]);
    expect(await at(700, 1993)).toEqual([{ polity2: 0, ...nothing, why: 'interregnum' }]);
    expect(await at(300, 1918)).toEqual([{ polity2: 0, ...nothing, why: 'transition' }]);
    expect(await at(260, 1960)).toEqual([{ polity2: 10, polity: 10, democ: 10, autoc: 0, why: null }]);
    expect(
      await world.rows(
        `SELECT polity_missing AS why, count(*) AS n, count(polity2) AS filled FROM polity5 WHERE polity IS NULL GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { why: 'interregnum', n: 207, filled: 207 },
      { why: 'interruption', n: 156, filled: 0 },
      { why: 'transition', n: 283, filled: 276 },
    ]);
    expect(Object.keys(missingReasons)).toEqual(
      expect.arrayContaining(['interregnum', 'interruption', 'transition']),
    );
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM polity5 WHERE polity IS NOT NULL AND polity_missing IS NOT NULL`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('has no score outside the scale', async () => {
    expect(
      await world.rows(
        `SELECT min(polity2) AS a, max(polity2) AS b, min(polity) AS c, max(polity) AS d, min(democ) AS e, max(democ) AS f, min(autoc) AS g, max(autoc) AS h, min(durable) AS i FROM polity5`,
      ),
    ).toEqual([{ a: -10, b: 10, c: -10, d: 10, e: 0, f: 10, g: 0, h: 10, i: 0 }]);
  });

  it('keeps of two rows for a year of change the one that stood on 31 December', async () => {
    expect(await polity2(325, 1860)).toBe(-7);
    expect(await polity2(325, 1861)).toBe(-4);
    expect(await polity2(100, 1832)).toBe(2);
    expect(await polity2(365, 1921)).toBe(-1);
    expect(await polity2(365, 1922)).toBe(-7);
    expect(await polity2(345, 2005)).toBe(6);
    expect(await polity2(345, 2006)).toBe(8);
    expect(await polity2(625, 2010)).toBe(-2);
    expect(await polity2(625, 2011)).toBe(-4);
    expect(await polity2(530, 1993)).toBe(1);
  });

  it('turns Polity’s own numbers into states: USSR, Pakistan, Viet Nam, Kosovo, Montenegro, the Sudans', async () => {
    const years = await world.rows(
      `SELECT ccode, min(year) AS first, max(year) AS last, count(*) AS n FROM polity5
       WHERE ccode IN (341, 347, 365, 626, 770, 816, 817, 678, 679, 680, 255, 260, 265) GROUP BY ccode ORDER BY ccode`,
    );
    expect(years).toEqual([
      { ccode: 255, first: 1816, last: 2018, n: 130 + 29 },
      { ccode: 260, first: 1955, last: 1990, n: 36 },
      { ccode: 265, first: 1954, last: 1990, n: 37 },
      { ccode: 341, first: 2006, last: 2018, n: 13 },
      { ccode: 347, first: 2008, last: 2018, n: 11 },
      { ccode: 365, first: 1816, last: 2018, n: 203 },
      { ccode: 626, first: 2011, last: 2018, n: 8 },
      { ccode: 678, first: 1926, last: 1990, n: 65 },
      { ccode: 679, first: 1990, last: 2018, n: 29 },
      { ccode: 680, first: 1967, last: 1990, n: 24 },
      { ccode: 770, first: 1947, last: 2018, n: 72 },
      { ccode: 816, first: 1954, last: 2018, n: 65 },
      { ccode: 817, first: 1955, last: 1975, n: 21 },
    ]);
    expect(await polity2(816, 1970)).toBe(-7);
    expect(await polity2(817, 1970)).toBeNull();
    expect(await polity2(678, 1985)).toBe(-6);
    expect(await polity2(680, 1985)).toBe(-8);
    expect(await polity2(710, 1960)).toBe(-8);
    expect(await polity2(255, 1995)).toBe(10);
  });

  it('has all members of 2018 with more than 500,000 people: 167', async () => {
    expect(await world.rows(`SELECT count(*) AS n FROM polity5 WHERE year = 2018`)).toEqual([{ n: 167 }]);
  });
});
