import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wid } from '../../../src/world/sources/wid/wid.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('World Inequality Database', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([wid]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === wid.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('wid')).toBe(3_000);
    expect(kept('wid') + lost()).toBe(6_263);
  });

  it('gives the American share in 1980 and 2019, and the Soviet one under the Soviet Union', async () => {
    expect(
      await all(
        `SELECT ccode, year, top_1_income_share FROM wid WHERE (ccode, year) IN ((2, 1980), (2, 2019), (365, 1980)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [2, 1980, 10.42],
      [2, 2019, 19.04],
      [365, 1980, 3.46],
    ]);
  });

  it('holds no series that two states share', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM (SELECT ccode, string_agg(year || ' ' || top_1_income_share, ',' ORDER BY year) AS f FROM wid GROUP BY ccode QUALIFY count(*) OVER (PARTITION BY f) > 1)`,
      ),
    ).toEqual([[0]]);
  });

  it('holds no 2023 that repeats 2022, and no state with 2022 and 2023 alone', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM wid a JOIN wid b ON a.ccode = b.ccode AND a.year = 2022 AND b.year = 2023 AND a.top_1_income_share = b.top_1_income_share`,
      ),
    ).toEqual([[0]]);
    expect(await all(`SELECT ccode FROM wid GROUP BY ccode HAVING min(year) >= 2022`)).toEqual([]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM wid t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when a regional estimate becomes a state’s own', async () => {
    const error = await buildChanged(wid, (text) =>
      text.replace('Liechtenstein,LIE,1995,9.75', 'Liechtenstein,LIE,1995,9.99'),
    );
    expect(error.code).toBe('world/source-changed');
  });

  it('notices when 2023 no longer repeats 2022', async () => {
    const error = await buildChanged(wid, (text) =>
      text.replace('Zimbabwe,ZWE,2023,17.29', 'Zimbabwe,ZWE,2023,17.11'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
