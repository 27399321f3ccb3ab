import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { unScale } from '../../../src/world/sources/un-scale/un-scale.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('United Nations scale of assessments', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([unScale]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === unScale.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  const rates = async (ccode: number, ...years: number[]): Promise<unknown[]> =>
    (
      await all(
        `SELECT un_assessment FROM un_scale WHERE ccode = ${ccode} AND year IN (${years.join(', ')}) ORDER BY year`,
      )
    ).flat();

  it('has every rate of every year or says why not', () => {
    expect(kept('un_scale')).toBe(11_677);
    expect(kept('un_scale') + lost()).toBe(12_225);
  });

  it('carries the published rates: the United States, China, Japan', async () => {
    expect(await rates(2, 1946, 1972, 1974, 2001, 2025)).toEqual([39.89, 31.52, 25, 22, 22]);
    expect(await rates(710, 2000, 2010, 2016, 2019, 2022, 2025)).toEqual([
      0.995, 3.189, 7.921, 12.005, 15.254, 20.004,
    ]);
    expect(await rates(740, 2000, 2022)).toEqual([20.573, 8.033]);
  });

  it('gives China’s rate to whoever held the seat', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER, max(year)::INTEGER FROM un_scale WHERE ccode IN (710, 713) AND year < 1990 GROUP BY ccode, year < 1950 ORDER BY ccode, 2`,
      ),
    ).toEqual([
      [710, 1946, 1949],
      [710, 1972, 1989],
      [713, 1950, 1971],
    ]);
  });

  it('assesses nobody before admission: both Germanies from 1973, Mongolia from 1961, Switzerland from 2003', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER FROM un_scale WHERE ccode IN (225, 255, 260, 265, 712, 740) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [225, 2003],
      [255, 1992],
      [260, 1973],
      [265, 1973],
      [712, 1961],
      [740, 1956],
    ]);
  });

  it('leaves Argentina 2003 open and Yugoslavia as thin as it is', async () => {
    expect(await rates(160, 2002, 2003, 2004)).toEqual([1.159, 0.956]);
    expect(await all(`SELECT year FROM un_scale WHERE ccode = 345 AND year < 1996 ORDER BY year`)).toEqual([
      [1948],
      [1962],
      [1963],
      [1964],
    ]);
  });

  it('sums to a hundred over the members since 2004, less those outside the state system', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM (SELECT year FROM un_scale WHERE year >= 2004 GROUP BY year HAVING sum(un_assessment) NOT BETWEEN 99.9 AND 100.0001)`,
      ),
    ).toEqual([[0]]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM un_scale t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  /** Builds from facts that differ from the real ones as `change` says; what the build ends with. */
  const built = async (change: (text: string) => string): Promise<unknown> => {
    const root = mkdtempSync(join(tmpdir(), 'entente-facts-'));
    try {
      const text = readFileSync(join(projectRoot(), unScale.card.files[0]!), 'utf8');
      mkdirSync(join(root, 'facts'));
      writeFileSync(join(root, unScale.card.files[0]!), change(text));
      symlinkSync(join(projectRoot(), 'src'), join(root, 'src'));
      return await buildWorld(
        [statesSource, unScale],
        { sources: upstream, root },
        join(root, 'w'),
        () => {},
      );
    } catch (error) {
      return error;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };

  it('notices a rate that breaks the hundred, a second rate in one year, and a state that is none', async () => {
    expect(await built((text) => text.replace('2025,2027,CHN,20.004', '2025,2027,CHN,21.004'))).toMatchObject(
      {
        code: 'world/source-changed',
      },
    );
    expect(await built((text) => text.replace('1947,1947,USA', '1946,1947,USA'))).toMatchObject({
      code: 'world/doubled-row',
    });
    expect(await built((text) => text.replace('2025,2027,CHN,', '2025,2027,XXX,'))).toMatchObject({
      code: 'world/unresolved-name',
      at: { file: 'facts/un_scale_of_assessments.csv' },
    });
  });
});
