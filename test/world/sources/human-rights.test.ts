import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { humanRights } from '../../../src/world/sources/human-rights/human-rights.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Human rights protection scores', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([humanRights]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources
      .find((s) => s.name === humanRights.card.name)!
      .lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('human_rights')).toBe(11_100);
    expect(kept('human_rights') + lost()).toBe(11_273);
  });

  it('shows the fall of American scores from 2001 on, and torture in Syria', async () => {
    expect(
      await all(
        `SELECT ccode, year, round(human_rights_protection, 2) FROM human_rights WHERE (ccode, year) IN ((2, 2000), (2, 2005), (2, 2019), (652, 2014)) ORDER BY ccode, year`,
      ),
    ).toEqual([
      [2, 2000, 1.36],
      [2, 2005, 0.03],
      [2, 2019, -0.17],
      [652, 2014, -1.89],
    ]);
  });

  it('gives the one row of 1990 to Germany and to Yemen', async () => {
    expect(
      await all(
        `SELECT ccode, max(year)::INTEGER FROM human_rights WHERE ccode IN (260, 265, 678, 680) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [260, 1989],
      [265, 1990],
      [678, 1989],
      [680, 1990],
    ]);
    expect(
      await all(`SELECT min(year)::INTEGER FROM human_rights WHERE ccode IN (255, 679) GROUP BY ccode`),
    ).toEqual([[1990], [1990]]);
  });

  it('covers every member of 1946–2018 but the states that united in 1990', async () => {
    expect(
      await all(
        `SELECT ccode, year FROM state_years s WHERE year BETWEEN 1946 AND 2018 AND NOT EXISTS (FROM human_rights h WHERE h.ccode = s.ccode AND h.year = s.year) ORDER BY ccode`,
      ),
    ).toEqual([
      [260, 1990],
      [678, 1990],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM human_rights t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when upstream gains intervals', async () => {
    const error = await buildChanged(humanRights, (text) =>
      text.replace(/\r?\n/g, ',0\n').replace('protection,0', 'protection,sd'),
    );
    expect(error.code).toBe('world/source-changed');
  });

  it('notices when Serbia has a score for 2019', async () => {
    const error = await buildChanged(humanRights, (text) => `${text.trimEnd()}\nSerbia,2019,0.5\n`);
    expect(error.code).toBe('world/source-changed');
  });
});
