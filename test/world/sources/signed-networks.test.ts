import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atop } from '../../../src/world/sources/atop/atop.js';
import { signedNetworks } from '../../../src/world/sources/signed-networks/signed-networks.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('signed networks', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([signedNetworks, atop]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('hold all 41,295 ties: every abbreviation was a member within its windows', async () => {
    expect(await one('SELECT count(*) FROM signed_ties')).toBe(41_295);
    expect(world.manifest.sources.find((s) => s.name === 'signed-networks')!.lost).toEqual([]);
    expect(
      await one('SELECT count(*) FROM signed_ties WHERE ccode1 >= ccode2 OR to_year <> from_year + 3'),
    ).toBe(0);
    expect(await one('SELECT count(DISTINCT from_year) FROM signed_ties')).toBe(51);
  });

  it('know the ties of the record', async () => {
    const sign = (a: number, b: number, from: number): Promise<unknown> =>
      one(`SELECT sign FROM signed_ties WHERE ccode1 = ${a} AND ccode2 = ${b} AND from_year = ${from}`);
    expect(await sign(2, 200, 1950)).toBe(1);
    expect(await sign(365, 710, 1946)).toBe(-1);
    expect(await sign(365, 710, 1950)).toBe(1);
    expect(await sign(365, 710, 1966)).toBe(-1);
    expect(await sign(2, 235, 1949)).toBe(1); // Portugal, PRG
    expect(await sign(223, 225, 1990)).toBe(-1); // Liechtenstein and Switzerland
  });

  it('name as friends those who were allied by ATOP, in 98 % of the ties', async () => {
    expect(
      await one(`SELECT round(avg(EXISTS (FROM atop_dyad_years a WHERE a.ccode1 = s.ccode1 AND a.ccode2 = s.ccode2 AND a.year BETWEEN s.from_year AND s.to_year)::INT), 2)
        FROM signed_ties s WHERE sign = 1`),
    ).toBe(0.98);
  });

  it('notice an upstream file that has changed', async () => {
    const error = await buildChanged(signedNetworks, (t) => t.replace('"IRN",1', '"IRN",-1'));
    expect(error).toMatchObject({ code: 'world/source-changed' });
    const unknown = await buildChanged(signedNetworks, (t) => t.replace('"AFG","IRN",1', '"AFX","IRN",1'));
    expect(unknown).toMatchObject({ code: 'world/unresolved-name', at: { line: 2 } });
  });
});
