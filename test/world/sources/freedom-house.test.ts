import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freedomHouse } from '../../../src/world/sources/freedom-house/freedom-house.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Freedom in the World', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([freedomHouse]);
  });
  afterAll(() => world.close());

  const at = async (ccode: number, year: number): Promise<unknown> =>
    Object.values(
      (
        await world.rows(
          `SELECT fh_political_rights, fh_civil_liberties, fh_score, fh_status FROM freedom_house WHERE ccode = ${ccode} AND year = ${year}`,
        )
      )[0] ?? {},
    );

  it('has 9,304 state-years; every upstream row is in or lost for a reason', () => {
    const table = world.manifest.tables.find((t) => t.name === 'freedom_house')!;
    const source = world.manifest.sources.find((s) => s.name === 'freedom-house')!;
    expect(table.rows).toBe(9_304);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(9_965);
    expect(source.lost).toContainEqual({
      reason: 'not a member of the state system in that year',
      rows: 147,
    });
    expect(source.lost).toContainEqual({ reason: 'Tibet, part of China', rows: 35 });
  });

  it('carries the published ratings: rights, liberties, 14 less their sum, status', async () => {
    expect(await at(2, 1972)).toEqual([1, 1, 12, 2]);
    expect(await at(2, 2024)).toEqual([2, 2, 10, 2]);
    expect(await at(310, 2010)).toEqual([1, 1, 12, 2]);
    expect(await at(310, 2024)).toEqual([3, 3, 8, 1]);
    expect(await at(365, 2024)).toEqual([7, 6, 1, 0]);
  });

  it('has no 1981, and a coup on the last day of 1983 shows in 1984', async () => {
    expect(
      await world.rows(
        `SELECT min(year) AS first, max(year) AS last, count(DISTINCT year) AS years, count(*) FILTER (year = 1981) AS gap FROM freedom_house`,
      ),
    ).toEqual([{ first: 1972, last: 2024, years: 52, gap: 0 }]);
    expect(await at(475, 1983)).toEqual([2, 3, 9, 2]);
    expect(await at(475, 1984)).toEqual([7, 5, 2, 0]);
  });

  it('follows the states: Germany, Yemen, Viet Nam, the Soviet Union, Yugoslavia, Kosovo', async () => {
    expect(await at(260, 1989)).toEqual([1, 1, 12, 2]);
    expect(await at(265, 1989)).toEqual([6, 6, 2, 0]);
    expect(await at(255, 1990)).toEqual([1, 2, 11, 2]);
    expect(await at(260, 1990)).toEqual([]);
    expect(await at(678, 1989)).toEqual([5, 5, 4, 1]);
    expect(await at(680, 1989)).toEqual([7, 7, 0, 0]);
    expect(await at(679, 1990)).toEqual([6, 5, 3, 1]);
    expect(await at(816, 1974)).toEqual([7, 7, 0, 0]);
    expect(await at(817, 1974)).toEqual([4, 5, 5, 1]);
    expect(await at(365, 1990)).toEqual([5, 4, 5, 1]);
    expect(await at(345, 2003)).toEqual([3, 2, 9, 2]);
    expect(await at(347, 2007)).toEqual([]);
    expect(await at(347, 2008)).toEqual([6, 5, 3, 0]);
  });

  it('rates every member but in 1981, in years of union, and Liechtenstein 1990–1991', async () => {
    expect(
      await world.rows(
        `SELECT ccode, year FROM state_years s WHERE year BETWEEN 1972 AND 2024 AND year <> 1981
         AND NOT EXISTS (FROM freedom_house f WHERE f.ccode = s.ccode AND f.year = s.year) ORDER BY ccode, year`,
      ),
    ).toEqual([
      { ccode: 223, year: 1990 },
      { ccode: 223, year: 1991 },
      { ccode: 260, year: 1990 },
      { ccode: 265, year: 1990 },
      { ccode: 678, year: 1990 },
      { ccode: 680, year: 1990 },
    ]);
  });
});
