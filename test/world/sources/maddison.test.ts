import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maddison } from '../../../src/world/sources/maddison/maddison.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Maddison Project', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([maddison]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === maddison.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('maddison')).toBe(13_132);
    expect(kept('maddison') + lost()).toBe(21_586);
  });

  it('counts 2011 dollars a head: the United States, China, Britain in 1820', async () => {
    expect(
      await all(
        `SELECT ccode, year, round(gdp_per_capita_maddison) FROM maddison WHERE (ccode, year) IN ((2, 2022), (710, 1950), (710, 2022), (200, 1820)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [2, 2022, 58487],
      [200, 1820, 3306],
      [710, 1950, 799],
      [710, 2022, 19238],
    ]);
  });

  it('follows the states: Germany, Austria, Türkiye, the Soviet Union, Yugoslavia, Czechoslovakia', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER, max(year)::INTEGER FROM maddison WHERE ccode IN (255, 260, 265, 300, 305, 315, 316, 325, 640, 678, 679, 816) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [255, 1871, 2022],
      [305, 1919, 2022],
      [315, 1920, 1992],
      [316, 1993, 2022],
      [325, 1861, 2022],
      [640, 1923, 2022],
      [679, 1990, 2022],
      [816, 1976, 2022],
    ]);
    expect(
      await all(
        `SELECT round(gdp_per_capita_maddison) FROM maddison WHERE ccode = 365 AND year IN (1991, 1992) ORDER BY year`,
      ),
    ).toEqual([[10388], [10488]]);
    expect(await all(`SELECT max(year)::INTEGER FROM maddison WHERE ccode = 345 AND year < 2008`)).toEqual([
      [1991],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM maddison t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when a region gets a code', async () => {
    const error = await buildChanged(maddison, (text) => text.replace(/\n,1830,/, '\nEEU,1830,'));
    expect(error.code).toBe('world/source-changed');
  });
});
