import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worldBankPopulation } from '../../../src/world/sources/world-bank-population/world-bank-population.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('World Bank population', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([worldBankPopulation]);
  });
  afterAll(() => world.close());

  const people = async (ccode: number, year: number): Promise<unknown> =>
    (
      await world.rows(
        `SELECT population_wb FROM world_bank_population WHERE ccode = ${ccode} AND year = ${year}`,
      )
    )[0]?.['population_wb'];
  const firstYear = async (ccode: number): Promise<unknown> =>
    (await world.rows(`SELECT min(year) AS y FROM world_bank_population WHERE ccode = ${ccode}`))[0]?.['y'];

  it('has every row of upstream or says why not', () => {
    const table = world.manifest.tables.find((t) => t.name === 'world_bank_population')!;
    const source = world.manifest.sources.find((s) => s.name === 'world-bank-population')!;
    expect(table.rows).toBe(10_532);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(17_195);
    expect(source.lost).toContainEqual({ reason: 'aggregate, not a state', rows: 48 * 65 });
  });

  it('counts persons: the United States in 2019', async () => {
    expect(await people(2, 2019)).toBe(330_226_227);
  });

  it('holds no aggregate: nobody is larger than India or China', async () => {
    expect(
      await world.rows(
        `SELECT DISTINCT ccode FROM world_bank_population WHERE population_wb > 500000000 ORDER BY ccode`,
      ),
    ).toEqual([{ ccode: 710 }, { ccode: 750 }]);
  });

  it('begins with the year from which the state has had its present territory', async () => {
    const present: [number, number][] = [
      [255, 1990],
      [679, 1990],
      [365, 1992],
      [345, 2008],
      [530, 1993],
      [625, 2012],
      [770, 1972],
      [816, 1976],
      [820, 1966],
      [651, 1962],
      [510, 1964],
      [316, 1993],
      [347, 2008],
    ];
    for (const [ccode, year] of present) expect([ccode, await firstYear(ccode)]).toEqual([ccode, year]);
  });

  it('knows no population of West Germany, of Taiwan, of the Soviet Union', async () => {
    expect(await people(260, 1989)).toBeUndefined();
    expect(await people(255, 1989)).toBeUndefined();
    expect(await people(713, 2019)).toBeUndefined();
    expect(await people(365, 1989)).toBeUndefined();
  });

  it('has nobody but members', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM world_bank_population f ANTI JOIN state_years s USING (ccode, year)`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('stops at a code that names.csv does not know, and says on which line', async () => {
    const error = await buildChanged(worldBankPopulation, (text) =>
      text.replace('Aruba,ABW,1960', 'Atlantis,ATL,1960').replaceAll(/^Zimbabwe,ZWE,\d+,\d+\r?\n/gm, ''),
    );
    expect(error.code).toBe('world/unresolved-name');
    expect(error.at).toEqual({ file: 'capabilities/population-world-bank.csv', line: 2 });
  });

  it('notices a new code even where nothing else is amiss', async () => {
    const error = await buildChanged(
      worldBankPopulation,
      (text) => `${text.trimEnd()}\r\nAtlantis,ATL,1960,7\r\n`,
    );
    expect(error.code).toBe('world/source-changed');
  });
});
