import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usTroops } from '../../../src/world/sources/us-troops/us-troops.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('American troops', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([usTroops]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every row of upstream or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'us-troops')!;
    const table = world.manifest.tables.find((t) => t.name === 'us_troops')!;
    expect(table.rows).toBe(11_501);
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(13_135);
    expect(source.lost.find((l) => l.reason.startsWith('the same state'))?.rows).toBe(29);
  });

  it('Iraq holds one report and not three in 2006 and 2007', async () => {
    expect(
      await one(
        `SELECT string_agg(us_troops, ' ' ORDER BY year) FROM us_troops WHERE ccode = 645 AND year BETWEEN 2005 AND 2009`,
      ),
    ).toBe('150000 141100 170000 101206');
  });

  it('keeps the name with troops where a state stands twice', async () => {
    expect(await one(`SELECT us_troops FROM us_troops WHERE ccode = 437 AND year = 2013`)).toBe(8);
  });

  it('troops in Viet Nam were in the South, in Germany in the West', async () => {
    expect(
      await one(
        `SELECT string_agg(ccode || ':' || us_troops, ' ' ORDER BY ccode) FROM us_troops WHERE year = 1968 AND ccode IN (255, 260, 265, 816, 817)`,
      ),
    ).toBe('260:213596 265:0 817:537377');
  });

  it('2008, in which reports were added, is missing for all', async () => {
    expect(await one(`SELECT count(*) FROM us_troops WHERE year = 2008`)).toBe(0);
  });

  it('notices when upstream mends Iraq, and when it mends 2008', async () => {
    const iraq = await buildChanged(usTroops, (text) => text.replace('423300', '141100'));
    expect(iraq.message).toContain('Iraq');
    const doubled = await buildChanged(usTroops, (text) =>
      text.replace(
        /^((?!Iraq)[^\n]*?,2008,\d+,[^,]*,[^,]*,)(\d+)/gm,
        (_, head, n) => `${head}${Math.round(Number(n) / 2)}`,
      ),
    );
    expect(doubled.message).toContain('2008 is doubled');
  });
});
