import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peaceData } from '../../../src/world/sources/peace-data/peace-data.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Peace Data', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([peaceData]);
  });
  afterAll(() => world.close());

  const years = (a: number, b: number, which: string): Promise<unknown> =>
    world.rows(
      `SELECT year, peace_level AS level, peace_missing AS why, peace_level_lowest AS lowest, peace_transition AS moving FROM peace_data WHERE ccode1 = ${a} AND ccode2 = ${b} AND ${which} ORDER BY year`,
    );

  it('is in a table of its own, under its own terms', () => {
    const table = world.manifest.tables.find((t) => t.name === 'peace_data')!;
    expect(table.licence).toBe('attribution, non-commercial');
    expect(table.bytes).toBeLessThan(120_000);
  });

  it('the United States and Canada turned from warm peace to a security community on 3 October 1987', async () => {
    expect(await years(2, 20, 'year IN (1986, 1987, 1988)')).toEqual([
      { year: 1986, level: 0.75, why: null, lowest: 0.75, moving: 0 },
      { year: 1987, level: 1, why: null, lowest: 0.75, moving: 0 },
      { year: 1988, level: 1, why: null, lowest: 1, moving: 0 },
    ]);
    const [mean] = await world.rows(
      `SELECT peace_level_mean AS m FROM peace_data WHERE ccode1 = 20 AND ccode2 = 2 AND year = 1987`,
    );
    expect(mean!['m']).toBeCloseTo((275 * 0.75 + 90 * 1) / 365, 4);
  });

  it('a transition has no level, and says so: the end of the Cold War', async () => {
    expect(await years(365, 2, 'year BETWEEN 1989 AND 1992')).toEqual([
      { year: 1989, level: null, why: 'transition', lowest: 0, moving: 1 },
      { year: 1990, level: null, why: 'transition', lowest: null, moving: 1 },
      { year: 1991, level: null, why: 'transition', lowest: null, moving: 1 },
      { year: 1992, level: 0.25, why: null, lowest: 0.25, moving: 1 },
    ]);
  });

  it('China and the United States fell back to severe rivalry in July 2018', async () => {
    expect(await years(710, 2, 'year IN (2017, 2018)')).toEqual([
      { year: 2017, level: 0.25, why: null, lowest: 0.25, moving: 0 },
      { year: 2018, level: 0, why: null, lowest: 0, moving: 0 },
    ]);
  });

  it('gives West Germany its years, and 1990 to Germany', async () => {
    expect(
      await world.rows(
        `SELECT ccode1, min(year) AS first, max(year) AS last FROM peace_data WHERE ccode1 IN (255, 260) AND ccode2 = 220 GROUP BY ccode1 ORDER BY ccode1`,
      ),
    ).toEqual([
      { ccode1: 255, first: 1900, last: 2020 },
      { ccode1: 260, first: 1955, last: 1989 },
    ]);
    expect(await years(255, 220, 'year BETWEEN 1946 AND 1989')).toEqual([]);
  });

  it('gives Kiribati and Tuvalu their own numbers', async () => {
    expect(
      await world.rows(
        `SELECT ccode2, min(year) AS first FROM peace_data WHERE ccode1 = 935 AND ccode2 IN (936, 937, 946, 947) GROUP BY ccode2 ORDER BY ccode2`,
      ),
    ).toEqual([
      { ccode2: 946, first: 1999 },
      { ccode2: 947, first: 2000 },
    ]);
  });

  it('mends misprints: Germany and Greece in 1916, Belarus and Turkmenistan from 2015', async () => {
    expect(await years(350, 255, 'year BETWEEN 1915 AND 1917')).toMatchObject([
      { level: 0.5 },
      { level: 0.25 },
      { level: 0.25 },
    ]);
    expect(await years(370, 701, 'year BETWEEN 2014 AND 2015')).toMatchObject([
      { level: 0.5 },
      { level: 0.75 },
    ]);
  });

  it('pairs without a relationship are not coded, and years of non-members are counted', async () => {
    expect(await years(94, 760, 'true')).toEqual([]);
    const source = world.manifest.sources.find((s) => s.name === 'peace-data')!;
    const table = world.manifest.tables.find((t) => t.name === 'peace_data')!;
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 860 }]);
    expect(table.rows % 2).toBe(0);
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM peace_data a ANTI JOIN peace_data b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year AND a.peace_level IS NOT DISTINCT FROM b.peace_level`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices a level that is none, a date that is none, and a misprint mended upstream', async () => {
    for (const [from, to] of [
      ['19200110-19871002,0.75', '19200110-19871002,0.7'],
      ['19200110-19871002', '19200110-1987'],
      ['19620086-19911226', '19620806-19911226'],
    ] as const) {
      expect((await buildChanged(peaceData, (text) => text.replace(from, to))).code).toBe(
        'world/source-changed',
      );
    }
  });
});
