import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vdem12 } from '../../../src/world/sources/vdem12/vdem12.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('V-Dem v12', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([vdem12]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === vdem12.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('vdem12')).toBe(8_183);
    expect(kept('vdem12') + lost()).toBe(8_187);
  });

  it('carries physical violence and clientelism: the United States in 1970 and 2021', async () => {
    expect(
      await all(
        `SELECT physical_integrity_v12, clientelism_v12 FROM vdem12 WHERE ccode = 2 AND year IN (1970, 2021) ORDER BY year`,
      ),
    ).toEqual([
      [0.901, 0.252],
      [0.921, 0.098],
    ]);
  });

  it('turns public-sector corruption back: Denmark is cleaner than Somalia', async () => {
    expect(
      await all(
        `SELECT ccode, public_sector_corruption_v12, political_corruption_v12 FROM vdem12 WHERE year = 2021 AND ccode IN (390, 520) ORDER BY ccode`,
      ),
    ).toEqual([
      [390, 0.001, 0.002],
      [520, 0.917, 0.925],
    ]);
  });

  it('has no legislative constraints where there was no legislature: Burma 1970', async () => {
    expect(
      await all(`SELECT legislative_constraints_v12 FROM vdem12 WHERE ccode = 775 AND year = 1970`),
    ).toEqual([[null]]);
    expect(await all(`SELECT min(legislative_constraints_v12) FROM vdem12`)).toEqual([[0.023]]);
  });

  it('is labelled as filled in, in every variable', () => {
    const mine = world.manifest.variables.filter((v) => v.source === 'vdem12');
    expect(mine).toHaveLength(22);
    for (const v of mine) expect(v.defects?.[0]).toContain('filled in missing values');
    expect(vdem12.card.terms).toBe('CC BY-SA 4.0');
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM vdem12 t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices a missing value', async () => {
    const error = await buildChanged(vdem12, (text) => text.replace('2,1970,0.865', '2,1970,NA'));
    expect(error.code).toBe('world/source-changed');
  });
});
