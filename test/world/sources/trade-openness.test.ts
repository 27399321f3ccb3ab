import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tradeOpenness } from '../../../src/world/sources/trade-openness/trade-openness.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Merchandise trade', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([tradeOpenness]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources
      .find((s) => s.name === tradeOpenness.card.name)!
      .lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('trade_openness')).toBe(9_862);
    expect(kept('trade_openness') + lost()).toBe(10_800);
  });

  it('is in per cent of GDP: the United States and China', async () => {
    expect(
      await all(
        `SELECT ccode, year, round(merchandise_trade_share_of_gdp, 1) FROM trade_openness WHERE (ccode, year) IN ((2, 1960), (2, 2024), (710, 1970), (710, 2006)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [2, 1960, 6.6],
      [2, 2024, 18.9],
      [710, 1970, 4.9],
      [710, 2006, 63.1],
    ]);
  });

  it('does not pass today’s territory off as a former state’s', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER FROM trade_openness WHERE ccode IN (255, 365, 679, 816, 770, 820) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [255, 1990],
      [365, 1992],
      [679, 1990],
      [770, 1972],
      [816, 1985],
      [820, 1966],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM trade_openness t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when Liberia’s figure is mended', async () => {
    const error = await buildChanged(tradeOpenness, (text) =>
      text.replace(/lbr,1995,[^\n]*/, 'lbr,1995,98.6'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
