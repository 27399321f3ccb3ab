import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aiddataChina } from '../../../src/world/sources/aiddata-china/aiddata-china.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Chinese official finance', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([aiddataChina]);
  });
  afterAll(() => world.close());

  it('has every row of upstream or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'aiddata-china')!;
    const table = world.manifest.tables.find((t) => t.name === 'aiddata_china')!;
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 4 }]);
    expect(table.rows).toBe(2458 - 4);
  });

  it('counts a loan that is rolled over once: Argentina in 2019', async () => {
    const [row] = await world.rows<Record<string, number>>(
      `FROM aiddata_china WHERE ccode = 160 AND year = 2019`,
    );
    expect(row!['china_oof']! / 1e9).toBeCloseTo(1.197, 3);
    expect(row!['china_oof_with_rollovers']! / 1e9).toBeCloseTo(22.467, 3);
  });

  it('sums to 1.33 trillion dollars of 2021: AidData states 1.34, with Serbia', async () => {
    const [row] = await world.rows<Record<string, number>>(
      `SELECT sum(china_oda + china_oof + china_vague_finance) / 1e12 AS all_finance, sum(china_oda) / 1e12 AS aid FROM aiddata_china`,
    );
    expect(row!['all_finance']).toBeCloseTo(1.325, 3);
    expect(row!['aid']).toBeCloseTo(0.137, 3);
  });

  it('notices when upstream finds Serbia', async () => {
    const error = await buildChanged(aiddataChina, (text) => text.replace('\n31,2004,', '\n345,2004,'));
    expect(error.code).toBe('world/source-changed');
  });
});
