import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demspacesGdp } from '../../../src/world/sources/demspaces-gdp/demspaces-gdp.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('GDP in constant dollars', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([demspacesGdp]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources
      .find((s) => s.name === demspacesGdp.card.name)!
      .lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('demspaces_gdp')).toBe(11_794);
    expect(kept('demspaces_gdp') + lost()).toBe(12_188);
  });

  it('is in dollars of 2015: the United States and China in 2015', async () => {
    expect(
      await all(
        `SELECT round(gdp_constant / 1e9), gdp_constant_estimated FROM demspaces_gdp WHERE ccode IN (2, 710) AND year = 2015 ORDER BY ccode`,
      ),
    ).toEqual([
      [18206, 0],
      [11281, 0],
    ]);
  });

  it('marks what is before 1960 or not the World Bank’s', async () => {
    expect(
      await all(
        `SELECT ccode, year, gdp_constant_estimated FROM demspaces_gdp WHERE (ccode, year) IN ((2, 1959), (2, 1960), (315, 1980), (731, 2015)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [2, 1959, 1],
      [2, 1960, 0],
      [315, 1980, 1],
      [731, 2015, 1],
    ]);
  });

  it('leaves out what was extrapolated or is another state’s, and says so', async () => {
    expect(
      await all(
        `SELECT ccode, year, gdp_constant, gdp_constant_missing FROM demspaces_gdp WHERE (ccode, year) IN ((223, 2020), (365, 1990), (345, 1991), (678, 1988), (713, 2020), (626, 2024)) ORDER BY ccode`,
      ),
    ).toEqual([
      [223, 2020, null, 'extrapolated'],
      [345, 1991, null, 'not-comparable'],
      [365, 1990, null, 'not-comparable'],
      [626, 2024, null, 'extrapolated'],
      [678, 1988, null, 'not-comparable'],
      [713, 2020, null, 'extrapolated'],
    ]);
    expect(await all(`SELECT count(*)::INTEGER FROM demspaces_gdp WHERE gdp_constant <= 0`)).toEqual([[0]]);
  });

  it('has no straight line left of four years and more', async () => {
    expect(
      await all(`WITH s AS (SELECT ccode, year, gdp_constant AS g, g - lag(g) OVER w AS d FROM demspaces_gdp WINDOW w AS (PARTITION BY ccode ORDER BY year)),
        t AS (SELECT ccode, year, abs(d - lag(d) OVER (PARTITION BY ccode ORDER BY year)) < 1e-6 * g AS straight FROM s)
        SELECT ccode FROM t WHERE straight GROUP BY ccode HAVING count(*) >= 4`),
    ).toEqual([]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM demspaces_gdp t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when South Sudan is no longer below zero', async () => {
    const error = await buildChanged(demspacesGdp, (text) => text.replace('626,2024,-', '626,2024,'));
    expect(error.code).toBe('world/source-changed');
  });
});
