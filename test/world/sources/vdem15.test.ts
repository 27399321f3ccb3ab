import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vdem15 } from '../../../src/world/sources/vdem15/vdem15.js';
import { vdem16 } from '../../../src/world/sources/vdem16/vdem16.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('V-Dem version 15 with intervals', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([vdem16, vdem15]);
  });
  afterAll(() => world.close());

  it('has 16,702 state-years; every upstream row is in or lost for a reason', () => {
    const table = world.manifest.tables.find((t) => t.name === 'vdem15')!;
    const source = world.manifest.sources.find((s) => s.name === 'vdem15')!;
    expect(table.rows).toBe(16_702);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(27_913);
  });

  it('keeps a licence of its own', () => {
    expect(world.manifest.tables.find((t) => t.name === 'vdem15')!.licence).toBe('CC BY-SA 4.0');
    expect(world.manifest.variables.filter((v) => v.table === 'vdem16').map((v) => v.name)).not.toContain(
      'polyarchy_v15',
    );
  });

  it('carries the published scores and their intervals', async () => {
    const at = (ccode: number, year: number): Promise<unknown> =>
      world.rows(
        `SELECT polyarchy_v15, polyarchy_v15_low, polyarchy_v15_high, libdem_v15 FROM vdem15 WHERE ccode = ${ccode} AND year = ${year}`,
      );
    expect(await at(2, 2024)).toEqual([
      { polyarchy_v15: 0.84, polyarchy_v15_low: 0.804, polyarchy_v15_high: 0.891, libdem_v15: 0.748 },
    ]);
    expect(await at(310, 2010)).toEqual([
      { polyarchy_v15: 0.81, polyarchy_v15_low: 0.768, polyarchy_v15_high: 0.864, libdem_v15: 0.676 },
    ]);
    expect(await at(255, 1990)).toEqual([
      { polyarchy_v15: 0.895, polyarchy_v15_low: 0.862, polyarchy_v15_high: 0.937, libdem_v15: 0.857 },
    ]);
  });

  it('says that an interval holds 68 %, and every interval holds its estimate, without exception', async () => {
    for (const name of ['polyarchy_v15', 'libdem_v15']) {
      const card = world.manifest.variables.find((v) => v.name === name)!;
      expect(card.interval).toEqual({ low: `${name}_low`, high: `${name}_high`, level: 0.68 });
      expect(
        await world.rows(
          `SELECT count(*) FILTER (${name} NOT BETWEEN ${name}_low AND ${name}_high) AS outside,
           count(*) FILTER ((${name} IS NULL) <> (${name}_low IS NULL)) AS alone FROM vdem15`,
        ),
      ).toEqual([{ outside: 0, alone: 0 }]);
    }
  });

  it('is about the same states and years as version 16, to 2024', async () => {
    expect(
      await world.rows(
        `SELECT ccode, year FROM vdem15 EXCEPT SELECT ccode, year FROM vdem16 UNION ALL
         (SELECT ccode, year FROM vdem16 WHERE year <= 2024 EXCEPT SELECT ccode, year FROM vdem15)`,
      ),
    ).toEqual([]);
    const [apart] = await world.rows(
      `SELECT max(abs(polyarchy - polyarchy_v15)) AS most, avg(abs(polyarchy - polyarchy_v15)) AS mean FROM vdem15 JOIN vdem16 USING (ccode, year)`,
    );
    expect(apart!['mean']).toBeLessThan(0.003);
    expect(apart!['most']).toBeLessThan(0.1);
  });
});
