import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { swiid } from '../../../src/world/sources/swiid/swiid.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('SWIID', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([swiid]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === swiid.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('swiid')).toBe(6_322);
    expect(kept('swiid') + lost()).toBe(6_628);
  });

  it('carries Gini indices with their errors: the United States and China', async () => {
    expect(
      await all(
        `SELECT gini_disposable, gini_disposable_se, gini_market FROM swiid WHERE (ccode, year) IN ((2, 1980), (2, 2019), (710, 2019)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [31.1, 0.29, 43.4],
      [39, 0.5, 52.5],
      [41.1, 1.13, 48.4],
    ]);
  });

  it('tells the Soviet Union from Russia and the Germanies from one another', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER, max(year)::INTEGER FROM swiid WHERE ccode IN (255, 260, 265, 345, 770) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [255, 1990, 2023],
      [260, 1960, 1989],
      [345, 1973, 2023],
      [770, 1971, 2024],
    ]);
    expect(
      await all(
        `SELECT gini_disposable FROM swiid WHERE ccode = 365 AND year IN (1990, 1991, 1992) ORDER BY year`,
      ),
    ).toHaveLength(2);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM swiid t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when a Gini index leaves its range', async () => {
    const error = await buildChanged(swiid, (text) =>
      text.replace('Afghanistan,2007,31.4', 'Afghanistan,2007,3.14'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
