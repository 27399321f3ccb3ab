import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pew } from '../../../src/world/sources/pew/pew.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Pew favourability', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([pew]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === pew.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', async () => {
    expect(kept('pew')).toBe(1_926);
    const bodies = Number(
      (await all(`SELECT count(pew_un_favourable) + count(pew_eu_favourable) FROM pew_bodies`))[0]![0],
    );
    expect(kept('pew') + bodies + lost()).toBe(2_656);
  });

  it('is directed: what Germans think of the United States', async () => {
    expect(
      await all(
        `SELECT year, pew_favourable FROM pew WHERE ccode1 = 255 AND ccode2 = 2 AND year BETWEEN 2019 AND 2021 ORDER BY year`,
      ),
    ).toEqual([
      [2019, 39],
      [2020, 26.2],
      [2021, 58.6],
    ]);
    expect(await all(`SELECT year FROM pew WHERE ccode1 = 2 AND ccode2 = 255 ORDER BY year`)).toEqual([
      [2005],
      [2006],
    ]);
  });

  it('has no opinion of China in 2013, nor of one’s own state', async () => {
    expect(await all(`SELECT count(*)::INTEGER FROM pew WHERE ccode2 = 710 AND year = 2013`)).toEqual([[0]]);
    expect(await all(`SELECT count(*)::INTEGER FROM pew WHERE ccode2 = 2 AND year = 2013`)).toEqual([[37]]);
    expect(await all(`SELECT count(*)::INTEGER FROM pew WHERE ccode1 = ccode2`)).toEqual([[0]]);
  });

  it('was not asked in China after 2016, in Russia after 2019', async () => {
    expect(
      await all(
        `SELECT ccode1, max(year)::INTEGER FROM pew WHERE ccode1 IN (365, 710) GROUP BY ccode1 ORDER BY ccode1`,
      ),
    ).toEqual([
      [365, 2019],
      [710, 2016],
    ]);
  });

  it('shares sum to a hundred', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM pew WHERE abs(pew_favourable + pew_unfavourable + pew_no_answer - 100) > 0.2`,
      ),
    ).toEqual([[0]]);
  });

  it('keeps opinion of the United Nations apart: Japan in 2020', async () => {
    expect(await all(`SELECT pew_un_favourable FROM pew_bodies WHERE ccode = 740 AND year = 2020`)).toEqual([
      [28.4],
    ]);
  });

  it('notices when the wave of 2013 is mended', async () => {
    const error = await buildChanged(pew, (text) => text.replaceAll('DO_NOT_USE', ''));
    expect(error.code).toBe('world/source-changed');
  });

  it('notices a new wave in China', async () => {
    const error = await buildChanged(pew, (text) => `${text.trimEnd()}\nCHN,2024,USA,1000,30,60,10,\n`);
    expect(error.code).toBe('world/source-changed');
  });
});
