import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fariss } from '../../../src/world/sources/fariss/fariss.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Fariss: latent GDP and population', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([fariss]);
  });
  afterAll(() => world.close());

  it('has every row of upstream or says why not', () => {
    const table = world.manifest.tables.find((t) => t.name === 'fariss')!;
    const source = world.manifest.sources.find((s) => s.name === 'fariss')!;
    expect(table.rows).toBe(15_924);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(16_536);
    expect(source.lost.map((l) => l.rows).sort((a, b) => b - a)).toEqual([610, 1, 1]);
  });

  it('is in the units that it names: the United States in 2019', async () => {
    const [us] = await world.rows<Record<string, number>>(
      `SELECT * FROM fariss WHERE ccode = 2 AND year = 2019`,
    );
    // Penn World Table 10.0: 329.1 million people and 20.6 trillion dollars; the estimate is the mean of skewed draws.
    expect(Math.abs(us!['population']! / 329.1 - 1)).toBeLessThan(0.01);
    expect(us!['gdp_ppp']! / 1e6).toBeCloseTo(23.11, 2);
    const middle = us!['gdp_ppp']! / Math.sqrt(1 + (us!['gdp_ppp_sd']! / us!['gdp_ppp']!) ** 2);
    expect(Math.abs(middle / 20.6e6 - 1)).toBeLessThan(0.04);
    expect(us!['gdp_per_capita']).toBeCloseTo(61_805.59, 1);
  });

  it('gives the one estimate of 1990 to Germany and to Yemen alone', async () => {
    expect(
      await world.rows(
        `SELECT ccode FROM fariss WHERE year = 1990 AND ccode IN (255, 260, 265, 678, 679, 680) ORDER BY ccode`,
      ),
    ).toEqual([{ ccode: 255 }, { ccode: 265 }, { ccode: 679 }]);
    expect(await world.rows(`SELECT ccode FROM fariss WHERE year = 1989 AND ccode IN (255, 260)`)).toEqual([
      { ccode: 260 },
    ]);
  });

  it('holds no estimate that rests on nothing', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM fariss WHERE ccode IN (817, 680, 730, 511, 245, 335)`),
    ).toEqual([{ n: 0 }]);
    expect(await world.rows(`SELECT max(population_sd / population) < 0.5 AS sure FROM fariss`)).toEqual([
      { sure: true },
    ]);
  });

  it('keeps the rows without figures, as not coded', async () => {
    expect(await world.rows(`SELECT count(*) AS n FROM fariss WHERE population IS NULL`)).toEqual([
      { n: 43 },
    ]);
    expect(
      await world.rows(
        `SELECT min(year) AS a, max(year) AS b FROM fariss WHERE ccode = 651 AND gdp_ppp IS NULL`,
      ),
    ).toEqual([{ a: 1856, b: 1882 }]);
  });

  it('has nobody but members', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM fariss f ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([{ n: 0 }]);
  });

  it('notices when upstream gives West Germany a figure of its own for 1990', async () => {
    const error = await buildChanged(fariss, (text) => text.replace('\n260,1990,28648', '\n260,1990,21000'));
    expect(error.code).toBe('world/source-changed');
  });
});
