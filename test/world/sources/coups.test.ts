import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coups } from '../../../src/world/sources/coups/coups.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Coups', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([coups]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === coups.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('coups')).toBe(11_989);
    expect(kept('coups') + lost()).toBe(12_384);
  });

  it('counts known coups: Chile 1973, Türkiye 2016 failed, Burkina Faso twice in 2022', async () => {
    expect(
      await all(
        `SELECT ccode, coups_attempted, coups_succeeded, coups_failed FROM coups WHERE (ccode, year) IN ((155, 1973), (640, 2016), (439, 2022), (2, 2021)) ORDER BY ccode`,
      ),
    ).toEqual([
      [2, 0, 0, 0],
      [155, 2, 1, 1],
      [439, 2, 2, 0],
      [640, 1, 0, 1],
    ]);
  });

  it('reads 970 as Kiribati and 971 as Nauru, and Serbia, Germany and Yemen as COW numbers them', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER FROM coups WHERE ccode IN (946, 947, 955, 970) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [946, 1999],
      [947, 2000],
      [955, 1999],
      [970, 1999],
    ]);
    expect(
      await all(
        `SELECT ccode, count(*)::INTEGER FROM coups WHERE year IN (1990, 2006) AND ccode IN (255, 260, 345, 678, 679) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [255, 2],
      [345, 2],
      [679, 2],
    ]);
  });

  it('keeps all coups of members: 494', async () => {
    expect(
      await all(
        `SELECT sum(coups_attempted)::INTEGER, sum(coups_succeeded + coups_failed)::INTEGER FROM coups`,
      ),
    ).toEqual([[494, 494]]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM coups t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices a new coup', async () => {
    const error = await buildChanged(coups, (text) =>
      text.replace(/\n990,2025,0,0,0,0,0,0/, '\n990,2025,1,1,1,1,0,0'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
