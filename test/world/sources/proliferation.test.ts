import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proliferation } from '../../../src/world/sources/proliferation/proliferation.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('nuclear proliferation', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([proliferation]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const codes = (where: string): Promise<unknown> =>
    one(`SELECT string_agg(ccode, ' ' ORDER BY ccode) FROM proliferation WHERE ${where}`);

  it('has every row of upstream or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'proliferation')!;
    const table = world.manifest.tables.find((t) => t.name === 'proliferation')!;
    expect(table.rows + source.lost.reduce((n, l) => n + l.rows, 0)).toBe(16_848);
    expect(source.lost.map((l) => l.rows)).toEqual([85, 85, 13, 4504]);
  });

  it('nine states possess nuclear weapons in 2022, seven in 1980', async () => {
    expect(await codes('year = 2022 AND nuclear_possession = 1')).toBe('2 200 220 365 666 710 731 750 770');
    expect(await codes('year = 1980 AND nuclear_possession = 1')).toBe('2 200 220 365 560 666 710');
  });

  it('gives Germany’s row to the state of the time, once', async () => {
    expect(
      await one(`SELECT string_agg(DISTINCT year || ':' || ccode || ':' || nuclear_status, ' ' ORDER BY year || ':' || ccode || ':' || nuclear_status)
        FROM proliferation WHERE ccode IN (255, 260, 265) AND year IN (1942, 1957, 1990)`),
    ).toBe('1942:255:1 1957:260:1 1957:265:0 1990:255:0 1990:265:0');
  });

  it('lacks only West Germany and North Yemen in the year of union', async () => {
    expect(
      await world.rows(
        `SELECT ccode, year FROM state_years s ANTI JOIN proliferation p USING (ccode, year) WHERE year BETWEEN 1938 AND 2022 ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 260, year: 1990 },
      { ccode: 678, year: 1990 },
    ]);
  });

  it('notices when a state’s possession is dated anew', async () => {
    const error = await buildChanged(proliferation, (text) =>
      text.replace('Israel,1966,2,0,1,0', 'Israel,1966,3,0,0,1'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
