import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { icews } from '../../../src/world/sources/icews/icews.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('events of ICEWS', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([icews]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('holds every row, none lost, and adds up to upstream', async () => {
    expect(world.manifest.sources.find((s) => s.name === 'icews')!.lost).toEqual([]);
    // Sums taken from the upstream file by another program.
    expect(
      await world.rows(`SELECT count(*) AS n, sum(icews_verbal_cooperation)::INT AS vc, sum(icews_material_cooperation)::INT AS mc,
        sum(icews_verbal_conflict)::INT AS vk, sum(icews_material_conflict)::INT AS mk FROM icews WHERE year = 2014`),
    ).toEqual([{ n: 22_952, vc: 422_154, mc: 10_829, vk: 36_630, mk: 40_743 }]);
    expect(await one('SELECT count(*) FROM icews')).toBe(298_376);
  });

  it('has a direction', async () => {
    const conflict = (a: number, b: number, year: number): Promise<unknown> =>
      one(
        `SELECT icews_material_conflict FROM icews WHERE ccode1 = ${a} AND ccode2 = ${b} AND year = ${year}`,
      );
    expect(await conflict(2, 645, 2003)).toBe(11_173);
    expect(await conflict(365, 369, 2014)).toBe(2_547);
    expect(await conflict(666, 660, 2006)).toBe(9_330);
    expect(await conflict(660, 666, 2006)).toBe(4_671);
  });

  it('lacks Turkey, Venezuela, Serbia, Czechia, Taiwan', async () => {
    expect(await one('SELECT count(*) FROM icews WHERE ccode1 IN (640, 101, 345, 316, 713)')).toBe(0);
    expect(await one('SELECT count(DISTINCT ccode1) FROM icews')).toBe(152);
  });
});
