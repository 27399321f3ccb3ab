import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fas } from '../../../src/world/sources/fas/fas.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('FAS: nuclear warheads', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([fas]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every row of upstream or says why not', () => {
    const kept = world.manifest.tables.filter((t) => t.source === 'fas').map((t) => t.rows);
    const lost = world.manifest.sources.find((s) => s.name === 'fas')!.lost.map((l) => l.rows);
    expect(kept).toEqual([780, 18]);
    expect(lost).toEqual([79, 10]); // the world; South Asia and Israel before they were states
    expect(780 + 18 + 79 + 10).toBe(869 + 18);
  });

  it('the peaks: 31,255 American warheads in 1967, 40,159 Soviet ones in 1986', async () => {
    expect(
      await one(`SELECT string_agg(ccode || ':' || year || ':' || nuclear_stockpile, ' ' ORDER BY ccode) FROM
        (SELECT *, max(nuclear_stockpile) OVER (PARTITION BY ccode) AS most FROM fas_stockpiles) WHERE nuclear_stockpile = most AND ccode IN (2, 365)`),
    ).toBe('2:1967:31255 365:1986:40159');
  });

  it('an inventory holds the retired warheads that a stockpile leaves out', async () => {
    expect(
      await world.rows(`SELECT ccode, warheads_inventory - warheads_retired = nuclear_stockpile AS agrees FROM fas_inventories
        JOIN fas_stockpiles USING (ccode, year) WHERE year = 2023 AND ccode IN (2, 365) ORDER BY ccode`),
    ).toEqual([
      { ccode: 2, agrees: true },
      { ccode: 365, agrees: true },
    ]);
  });

  it('says on the variable that it is interpolated', () => {
    const variable = world.manifest.variables.find((v) => v.name === 'nuclear_stockpile');
    expect(variable?.defects?.join(' ')).toContain('Interpolated');
  });

  it('notices when the interpolation of Russia changes', async () => {
    const error = await buildChanged(fas, (text) => text.replace('Russia,2004,8038', 'Russia,2004,8000'));
    expect(error.code).toBe('world/source-changed');
  });
});
