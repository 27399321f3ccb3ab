import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntenteError } from '../../../src/kernel/errors.js';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

/** What stops the build when one of the files about states is changed, or lies under another root. */
async function stopped(file: string, change: (text: string) => string): Promise<EntenteError> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-states-'));
  try {
    const [sources, root] = [join(folder, 'sources'), join(folder, 'root')];
    cpSync(join(upstream, 'states'), join(sources, 'states'), { recursive: true, mode: 0 });
    const own = 'src/world/sources/states';
    mkdirSync(join(root, own), { recursive: true });
    for (const name of ['names.csv', 'aliases.csv'])
      cpSync(join(projectRoot(), own, name), join(root, own, name));
    const path = file.startsWith('states/') ? join(sources, file) : join(root, own, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error('the change changed nothing');
    rmSync(path);
    writeFileSync(path, after);
    await buildWorld([statesSource], { sources, root }, join(folder, 'world'), () => {});
  } catch (error) {
    if ((error as EntenteError).name === 'EntenteError') return error as EntenteError;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Error('the build went through');
}

describe.skipIf(withoutUpstream)('the state system', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([]);
  });
  afterAll(() => world.close());

  const values = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((r) => Object.values(r));

  it('has 17,706 state-years from 1816 to 2025, the open spells of 2016 carried on', async () => {
    expect(await values('SELECT count(*), min(year), max(year) FROM state_years')).toEqual([
      [17_706, 1816, 2025],
    ]);
    expect(world.manifest.system.byYear.slice(-10)).toEqual(Array(10).fill(195));
  });

  it('counts days of membership: Austria in 1938, South Sudan in 2011, a leap year', async () =>
    expect(
      await values(`SELECT ccode, year, member_days, member_at_end FROM state_years
        WHERE (ccode, year) IN ((305, 1938), (626, 2011), (2, 2020), (265, 1990)) ORDER BY ccode`),
    ).toEqual([
      [2, 2020, 366, 1],
      [265, 1990, 275, 0],
      [305, 1938, 72, 0],
      [626, 2011, 176, 1],
    ]));

  it('has a name and a code for every member in every year', async () => {
    expect(
      await values(`SELECT count(*) FROM (SELECT m.ccode, m.year FROM state_years m LEFT JOIN states s
        ON s.ccode = m.ccode AND m.year BETWEEN s.from_year AND s.to_year GROUP BY ALL HAVING count(s.ccode) <> 1)`),
    ).toEqual([[0]]);
    expect(
      await values('SELECT name, from_year, to_year FROM states WHERE ccode = 345 ORDER BY from_year'),
    ).toEqual(expect.arrayContaining([['Serbia', 2006, 2025]]));
  });

  it('lets no name mean two states in one year', async () =>
    expect(
      await values(`SELECT lower(a.alias) FROM state_names a JOIN state_names b ON lower(a.alias) = lower(b.alias)
        AND a.ccode < b.ccode AND a.from_year <= b.to_year AND b.from_year <= a.to_year`),
    ).toEqual([]));

  it('takes AUS for Australia, as ISO does, and not for Austria, as COW does', async () =>
    expect(
      await values(`SELECT ccode FROM state_names WHERE alias IN ('AUS', 'AUT') ORDER BY alias`),
    ).toEqual([[900], [305]]));

  it('knows the major powers to 2016, and nothing of them after', async () => {
    expect(
      (
        await values('SELECT ccode FROM state_years WHERE year = 2016 AND major_power = 1 ORDER BY ccode')
      ).flat(),
    ).toEqual([2, 200, 220, 255, 365, 710, 740]);
    expect(await values('SELECT count(major_power) FROM state_years WHERE year > 2016')).toEqual([[0]]);
  });

  const list = 'states/cow-system-membership-2016.csv';
  it.each([
    [
      'the membership list goes on after 2016',
      list,
      (t: string) => t.replaceAll(/2016,12,31,2016/g, '2017,12,31,2016'),
      'the membership list ends on 31 December 2016',
      'expected 2016-12-31, found 2017-12-31; look at the reader of states',
    ],
    [
      'the crosswalk lacks a year',
      'states/cow-gw-year-crosswalk.csv',
      (t: string) => t.replace(/^USA,1817,.*\n/m, ''),
      'the crosswalk knows the same members in every year',
      'expected 0, found 1; look at the reader of states',
    ],
    [
      'Viet Nam gets another number in the code list',
      'states/country-codes.csv',
      (t: string) => t.replaceAll(/\b816\b/g, '815'),
      'Viet Nam is 816 in the code list',
      'expected 816, found 815; look at the reader of states',
    ],
    [
      'a state has no name of ours',
      'names.csv',
      (t: string) => t.replace(/^2,.*\n/m, ''),
      'names.csv names every member in every year exactly once',
      'expected 0, found 210; look at the reader of states',
    ],
  ])('stops the build where %s', async (_, file, change, what, hint) =>
    expect(await stopped(file, change)).toMatchObject({
      code: 'world/source-changed',
      message: `upstream has changed: ${what}`,
      at: { file: list },
      hint,
    }),
  );

  it('stops the build where a column is not there any more', async () =>
    expect(await stopped('states/cow-majors-2016.csv', (t) => t.replace('styear', 'start'))).toMatchObject({
      code: 'world/source-changed',
      message: 'column styear is not in states/cow-majors-2016.csv',
      at: { file: 'states/cow-majors-2016.csv', line: 1 },
    }));
});
