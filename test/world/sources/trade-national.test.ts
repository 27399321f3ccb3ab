import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tradeNational } from '../../../src/world/sources/trade-national/trade-national.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('COW national trade', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([tradeNational]);
  });
  afterAll(() => world.close());

  const imports = async (ccode: number, year: number): Promise<number | null | undefined> => {
    const [row] = await world.rows<{ i: number | null }>(
      `SELECT imports_total AS i FROM trade_national WHERE ccode = ${ccode} AND year = ${year}`,
    );
    return row?.i;
  };

  it('has every row of upstream or says why not', () => {
    const table = world.manifest.tables.find((t) => t.name === 'trade_national')!;
    const source = world.manifest.sources.find((s) => s.name === 'trade-national')!;
    expect(table.rows).toBe(13_493);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(14_410);
  });

  it('counts millions: the United States in 1870 and 2010', async () => {
    expect(await imports(2, 1870)).toBe(450);
    expect(await imports(2, 2010)).toBeCloseTo(1_968_115.2, 1);
  });

  it('puts West Germany’s trade under West Germany', async () => {
    expect(await imports(260, 1959)).toBe(8370);
    expect(await imports(260, 1960)).toBe(10_013);
    expect(await imports(260, 1989)).toBeCloseTo(269_666.32, 2);
    expect(await imports(260, 1990)).toBeUndefined();
    expect(await imports(255, 1989)).toBeUndefined();
    expect(await imports(255, 1990)).toBeCloseTo(346_464.09, 2);
  });

  it('puts South Viet Nam’s trade under South Viet Nam', async () => {
    expect(await imports(817, 1959)).toBeCloseTo(224.3, 3);
    expect(await imports(817, 1960)).toBeCloseTo(239.6, 3);
    expect(await imports(816, 1960)).toBeUndefined();
    expect(await imports(816, 1976)).toBeCloseTo(517.5, 3);
  });

  it('does not count Belgium’s trade twice, nor North Yemen’s', async () => {
    expect(await imports(211, 1980)).toBeCloseTo(68_763.8, 1);
    expect(await imports(212, 1980)).toBeUndefined();
    expect(await imports(212, 1997)).toBeCloseTo(9_372.61, 2);
    expect(await imports(680, 1977)).toBeUndefined();
    expect(await imports(678, 1977)).toBeCloseTo(1_039.98, 2);
  });

  it('leaves out fragments: Soviet imports do not fall by 97 per cent in 1960', async () => {
    expect(await imports(365, 1959)).toBeCloseTo(5_073.2, 1);
    expect(await imports(365, 1961)).toBeUndefined();
    expect(await imports(365, 1963)).toBeCloseTo(7_058.7, 1);
  });

  it('keeps a missing value missing: Taiwan’s imports', async () => {
    expect(await imports(713, 2010)).toBeNull();
  });

  it('has nobody but members', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM trade_national f ANTI JOIN state_years s USING (ccode, year)`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices when upstream moves West Germany’s trade to its own number', async () => {
    const error = await buildChanged(tradeNational, (text) =>
      text.replace(/^255,1975,.*$/m, '255,1975,,').replace(/^260,1975,.*$/m, '260,1975,74919.7,90099'),
    );
    expect(error.code).toBe('world/source-changed');
    expect(error.at).toEqual({ file: 'trade/cow-trade-national-v4.csv' });
  });
});
