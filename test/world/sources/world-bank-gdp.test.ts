import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worldBankGdp } from '../../../src/world/sources/world-bank-gdp/world-bank-gdp.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('World Bank GDP', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([worldBankGdp]);
  });
  afterAll(() => world.close());

  const billions = async (ccode: number, year: number): Promise<number | undefined> => {
    const [row] = await world.rows<{ g: number }>(
      `SELECT gdp_current / 1e9 AS g FROM world_bank_gdp WHERE ccode = ${ccode} AND year = ${year}`,
    );
    return row?.g;
  };

  it('has every row of upstream or says why not', () => {
    const table = world.manifest.tables.find((t) => t.name === 'world_bank_gdp')!;
    const source = world.manifest.sources.find((s) => s.name === 'world-bank-gdp')!;
    expect(table.rows).toBe(9_761);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(13_979);
  });

  it('counts current dollars: China and the United States in 2019', async () => {
    expect(await billions(710, 2019)).toBeCloseTo(14_279.97, 2);
    expect(await billions(2, 2019)).toBeCloseTo(21_521.395, 2);
  });

  it('holds no aggregate: nobody is larger than the United States', async () => {
    expect(
      await world.rows(
        `SELECT DISTINCT ccode FROM world_bank_gdp QUALIFY gdp_current = max(gdp_current) OVER (PARTITION BY year)`,
      ),
    ).toEqual([{ ccode: 2 }]);
  });

  it('gives Germany its GDP from 1990, and West Germany none', async () => {
    expect(await billions(255, 1990)).toBeCloseTo(1_771.67, 2);
    expect(await billions(255, 1989)).toBeUndefined();
    expect(await billions(260, 1989)).toBeUndefined();
  });

  it('keeps Sudan with its South and Ethiopia with Eritrea, as those states then were', async () => {
    expect(await billions(625, 2010)).toBeCloseTo(58.96, 2);
    expect(await billions(530, 1991)).toBeGreaterThan(13);
    expect(await billions(530, 1992)).toBeUndefined();
  });

  it('does not pass today’s Russia, Pakistan or Serbia off as what came before', async () => {
    expect(await billions(365, 1990)).toBeUndefined();
    expect(await billions(365, 1992)).toBeGreaterThan(400);
    expect(await billions(770, 1970)).toBeUndefined();
    expect(await billions(345, 2000)).toBeUndefined();
  });

  it('has nobody but members', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM world_bank_gdp f ANTI JOIN state_years s USING (ccode, year)`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices when Iraq’s leap is mended', async () => {
    const error = await buildChanged(worldBankGdp, (text) =>
      text.replace(/,IRQ,1991,[^\r\n]*/, ',IRQ,1991,50000000000'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
