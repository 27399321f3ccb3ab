import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archigos } from '../../../src/world/sources/archigos/archigos.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Archigos', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([archigos]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === archigos.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every spell of upstream, two of them cut in two, or says why not', () => {
    expect(kept('leader_spells')).toBe(3_268);
    expect(kept('leader_spells') - 2 + lost()).toBe(3_409);
  });

  it('cuts Kohl’s and Saleh’s spells where their states united', async () => {
    expect(
      await all(
        `SELECT ccode, begins::VARCHAR, ends::VARCHAR, entry, exit FROM leader_spells WHERE spell IN ('GFR-1982', 'YEM-1978') ORDER BY spell, begins`,
      ),
    ).toEqual([
      [260, '1982-10-01', '1990-10-02', 'regular', 'state_succeeded'],
      [255, '1990-10-03', '1998-10-27', 'state_succeeded', 'regular'],
      [678, '1978-07-17', '1990-05-21', 'regular', 'state_succeeded'],
      [679, '1990-05-22', '2012-02-27', 'state_succeeded', 'regular'],
    ]);
    expect(
      await all(
        `SELECT year, leader_entries, leader_exits, leader_tenure FROM archigos WHERE ccode = 255 AND year IN (1990, 1998) ORDER BY year`,
      ),
    ).toEqual([
      [1990, 0, 0, 8.25],
      [1998, 1, 1, 0.18],
    ]);
  });

  it('knows the year of two presidents: the United States in 1963', async () => {
    expect(
      await all(
        `SELECT leader, leader_spell, leaders_in_office, leader_entries, leader_exits, leader_exits_irregular, leader_age FROM archigos WHERE ccode = 2 AND year = 1963`,
      ),
    ).toEqual([['Johnson', 'USA-1963', 2, 1, 1, 1, 55]]);
    expect(await all(`SELECT exit, exit_how, fate FROM leader_spells WHERE spell = 'USA-1961'`)).toEqual([
      ['irregular', 'assassination_by_unsupported_individual', 'death'],
    ]);
  });

  it('Switzerland’s president of the year is in office on 31 December', async () => {
    expect(await all(`SELECT leader FROM archigos WHERE ccode = 225 AND year = 2010`)).toEqual([
      ['Doris Leuthard'],
    ]);
    expect(await all(`SELECT count(*)::INTEGER FROM archigos WHERE ccode = 225 AND leader IS NULL`)).toEqual([
      [0],
    ]);
  });

  it('makes a panel of leader-years: each touches a spell, and every state-year has as many as leaders in office', async () => {
    const leaderYears = `SELECT m.ccode, m.year, count(*) AS n FROM state_years m JOIN leader_spells s ON s.ccode = m.ccode AND m.year BETWEEN year(s.begins) AND year(s.ends)
      WHERE m.year BETWEEN 1875 AND 2015 GROUP BY m.ccode, m.year`;
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM (${leaderYears}) p FULL JOIN archigos a USING (ccode, year) WHERE p.n IS DISTINCT FROM a.leaders_in_office`,
      ),
    ).toEqual([[0]]);
    expect(await all(`SELECT sum(n)::INTEGER FROM (${leaderYears})`)).toEqual([[16_003]]);
  });

  it('no two leaders hold one state at once', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM leader_spells a JOIN leader_spells b ON a.ccode = b.ccode AND a.spell <> b.spell AND a.begins < b.begins AND b.begins < a.ends`,
      ),
    ).toEqual([[0]]);
  });

  it('counts the exits that Archigos calls irregular, and no code as a year of birth', async () => {
    expect(await all(`SELECT sum(leader_exits_irregular)::INTEGER FROM archigos`)).toEqual([[572]]);
    expect(await all(`SELECT min(born)::INTEGER, min(died)::INTEGER FROM leader_spells`)).toEqual([
      [1797, 1875],
    ]);
    expect(await all(`SELECT exit FROM leader_spells WHERE spell = 'SAU-2015'`)).toEqual([
      ['still_in_office'],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM archigos t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when the Saudi king’s exit is mended', async () => {
    const error = await buildChanged(archigos, (text) =>
      text.replace(/(SAU-2015.*?),Natural Death,/, '$1,Still in Office,'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
