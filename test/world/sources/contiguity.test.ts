import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contiguity } from '../../../src/world/sources/contiguity/contiguity.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('direct contiguity', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([contiguity]);
  });
  afterAll(() => world.close());

  const type = async (a: number, b: number, year: number): Promise<number | null | undefined> =>
    (
      await world.rows<{ t: number | null }>(
        `SELECT contiguity AS t FROM contiguity WHERE ccode1 = ${a} AND ccode2 = ${b} AND year = ${year}`,
      )
    )[0]?.t;

  it('has every row of upstream, or the closer of two types in a year', () => {
    const source = world.manifest.sources.find((s) => s.name === 'contiguity')!;
    const table = world.manifest.tables.find((t) => t.name === 'contiguity')!;
    expect(source.lost).toEqual([
      { reason: 'a farther type of contiguity in the year in which the type changed', rows: 58 },
    ]);
    expect(table.rows + 58).toBe(source.read[0]!.rows);
    expect(table.bytes).toBeLessThan(30_000);
  });

  it('knows neighbours on land, across narrow water, across wide water, and none', async () => {
    expect(await type(2, 20, 2016)).toBe(1);
    expect(await type(200, 220, 2000)).toBe(3);
    expect(await type(2, 40, 1990)).toBe(4);
    expect(await type(732, 740, 2000)).toBe(4);
    expect(await type(2, 710, 2000)).toBeUndefined();
  });

  it('takes the closer type in a year of change: the Netherlands and France were neighbours in 1830', async () => {
    expect([await type(210, 220, 1830), await type(210, 220, 1831)]).toEqual([1, 5]);
  });

  it('is the same in both directions, and land is type 1', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM contiguity a ANTI JOIN contiguity b
        ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year AND a.contiguity = b.contiguity`),
    ).toEqual([{ n: 0 }]);
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM contiguity WHERE contiguous <> 1 OR (contiguity = 1) <> (contiguous_by_land = 1)`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('keeps Germany’s neighbours apart by state: West Germany to 1990, Germany from then', async () => {
    expect(
      await world.rows(
        `SELECT ccode1, min(year) AS first, max(year) AS last FROM contiguity WHERE ccode2 = 220 AND ccode1 IN (255, 260) AND contiguity = 1 GROUP BY ccode1 ORDER BY ccode1`,
      ),
    ).toEqual([
      { ccode1: 255, first: 1816, last: 2016 },
      { ccode1: 260, first: 1955, last: 1990 },
    ]);
  });

  it('says that Pakistan and Myanmar are neighbours by mistake', async () => {
    expect(await type(770, 775, 2010)).toBe(1);
    const card = world.manifest.variables.find((v) => v.name === 'contiguous_by_land');
    expect(card?.defects?.join(' ')).toContain('Pakistan and Myanmar');
  });

  it('notices a direction that is gone, a type that is none, and a neighbour taken back', async () => {
    const gone = await buildChanged(contiguity, (text) => text.replace(/\n2020,20,[^\n]*/, ''));
    expect(gone.code).toBe('world/source-changed');
    const mended = await buildChanged(contiguity, (text) =>
      text.replace(/\n770775,77[05],[^\n]*,2016,1,3.2/g, ''),
    );
    expect(mended.message).toContain('Pakistan and Myanmar');
  });
});
