import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimumDistance } from '../../../src/world/sources/minimum-distance/minimum-distance.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('minimum distance', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([minimumDistance]);
  }, 30_000);
  afterAll(() => world.close());

  const km = async (a: number, b: number, year: number): Promise<number | undefined> =>
    (
      await world.rows<{ km: number }>(
        `SELECT minimum_distance_km AS km FROM minimum_distance WHERE ccode1 = ${a} AND ccode2 = ${b} AND year = ${year}`,
      )
    )[0]?.km;

  it('has each pair of upstream in both directions, in under half a megabyte', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'minimum-distance')!;
    const table = world.manifest.tables.find((t) => t.name === 'minimum_distance')!;
    expect(source.lost).toEqual([]);
    expect(table.rows).toBe(2 * 952_244);
    expect(table.bytes).toBeLessThan(500_000);
    expect(
      await world.rows(
        `SELECT count(*) FILTER (ccode1 < ccode2) AS once, count(*) FILTER (ccode1 > ccode2) AS back, sum(minimum_distance_km * CASE WHEN ccode1 < ccode2 THEN 1 ELSE -1 END)::INT AS rest FROM minimum_distance`,
      ),
    ).toEqual([{ once: 952_244, back: 952_244, rest: 0 }]);
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM minimum_distance a ANTI JOIN minimum_distance b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year AND a.minimum_distance_km = b.minimum_distance_km WHERE a.year = 1913`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('is nought between neighbours, the Strait of Dover between Britain and France', async () => {
    expect(await km(2, 20, 2019)).toBe(0);
    expect(await km(200, 220, 2019)).toBe(35);
    expect(await km(713, 710, 2019)).toBe(133);
  });

  it('counts Alaska from 1960, and says so', async () => {
    expect([await km(2, 365, 1959), await km(365, 2, 1960)]).toEqual([3243, 80]);
  });

  it('is of 1 January: a new state has none in the year in which it enters', async () => {
    expect([await km(626, 625, 2011), await km(626, 625, 2012)]).toEqual([undefined, 0]);
    expect([await km(255, 220, 1990), await km(260, 220, 1990), await km(255, 220, 1991)]).toEqual([
      undefined,
      0,
      0,
    ]);
  });

  it('notices a distance that is none', async () => {
    const error = await buildChanged(minimumDistance, (text) =>
      text.replace('\n2,41,1886,932', '\n2,41,1886,-932'),
    );
    expect(error.code).toBe('world/source-changed');
  }, 30_000);
});
