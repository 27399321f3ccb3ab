import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fdi } from '../../../src/world/sources/fdi/fdi.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Foreign direct investment', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([fdi]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === fdi.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('fdi')).toBe(8_883);
    expect(kept('fdi') + lost()).toBe(9_480);
  });

  it('is in per cent of GDP: China in 1993, Kosovo from 2008, Germany from 1990', async () => {
    expect(
      await all(
        `SELECT ccode, year, round(fdi_inflow_share_of_gdp, 2) FROM fdi WHERE (ccode, year) IN ((710, 1993), (255, 1990), (347, 2008)) ORDER BY ccode`,
      ),
    ).toEqual([
      [255, 1990, 0.14],
      [347, 2008, 10.5],
      [710, 1993, 6.16],
    ]);
    expect(await all(`SELECT min(year)::INTEGER FROM fdi WHERE ccode = 255`)).toEqual([[1990]]);
    expect(await all(`SELECT count(*)::INTEGER FROM fdi WHERE ccode = 365 AND year < 1992`)).toEqual([[0]]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM fdi t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when zeros become missing', async () => {
    const error = await buildChanged(fdi, (text) => text.replace('abw,1986,0\n', ''));
    expect(error.code).toBe('world/source-changed');
  });
});
