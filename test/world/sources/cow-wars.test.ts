import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cowWars } from '../../../src/world/sources/cow-wars/cow-wars.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('COW inter-state wars', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([cowWars]);
  });
  afterAll(() => world.close());

  it('has every pair and year of upstream once', async () => {
    const table = world.manifest.tables.find((t) => t.name === 'cow_war_dyad_years')!;
    expect(world.manifest.sources.find((s) => s.name === 'cow-wars')!.lost).toEqual([]);
    // 1,932 rows: 16 of wars taken up again in the same year, and 40 of a second war of the pair in the year.
    expect(table.rows).toBe(1932 - 16 - 40);
  });

  it('knows the first three wars of the United States: Mexico, Spain, the Boxers', async () => {
    expect(
      await world.rows(
        `SELECT war, from_year, to_year, initiator, outcome, battle_deaths FROM cow_war_participants WHERE ccode = 2 ORDER BY from_year, war LIMIT 3`,
      ),
    ).toEqual([
      { war: 7, from_year: 1846, to_year: 1847, initiator: 1, outcome: 1, battle_deaths: 13_283 },
      { war: 79, from_year: 1898, to_year: 1898, initiator: 1, outcome: 1, battle_deaths: 2910 },
      { war: 82, from_year: 1900, to_year: 1900, initiator: 1, outcome: 1, battle_deaths: 21 },
    ]);
  });

  it('a state that changed sides has two parts: Italy in the Second World War', async () => {
    expect(
      await world.rows(
        `SELECT side, from_year, to_year, outcome FROM cow_war_participants WHERE war = 139 AND ccode = 325 ORDER BY side`,
      ),
    ).toEqual([
      { side: 1, from_year: 1943, to_year: 1945, outcome: 1 },
      { side: 2, from_year: 1940, to_year: 1943, outcome: 2 },
    ]);
  });

  it('counts two wars of a pair in a year once for the pair, twice for the state', async () => {
    expect(
      await world.rows(
        `SELECT cow_war, cow_war_onset FROM cow_war_dyad_years WHERE ccode1 = 2 AND ccode2 = 816 AND year = 1970`,
      ),
    ).toEqual([{ cow_war: 1, cow_war_onset: 1 }]);
    expect(
      await world.rows(`SELECT cow_wars FROM cow_war_state_years WHERE ccode = 2 AND year = 1970`),
    ).toEqual([{ cow_wars: 3 }]);
  });

  it('takes no resumption for a beginning: Israel and Egypt 1948, Cyprus and Turkey 1974, Prussia and Denmark 1849', async () => {
    expect(
      await world.rows(
        `SELECT year, cow_war_onset AS onset FROM cow_war_dyad_years WHERE ccode1 = 255 AND ccode2 = 390 AND year < 1870 ORDER BY year`,
      ),
    ).toEqual([
      { year: 1848, onset: 1 },
      { year: 1849, onset: 0 },
      { year: 1864, onset: 1 },
    ]);
  });

  it('says nought of members at peace, in its years, and nothing after 2007', async () => {
    expect(await world.rows(`SELECT cow_wars FROM cow_war_state_years WHERE ccode = 225`)).toHaveLength(192);
    expect(
      await world.rows(
        `SELECT max(year) AS last, count(*) FILTER (ccode = 225 AND cow_wars > 0) AS swiss, sum(cow_wars_entered)::INT AS entered FROM cow_war_state_years`,
      ),
    ).toEqual([{ last: 2007, swiss: 0, entered: 332 }]);
  });

  it('unknown deaths are missing', async () => {
    expect(
      await world.rows(
        `SELECT count(*) FILTER (battle_deaths IS NULL) AS unknown, min(battle_deaths) AS least FROM cow_war_participants`,
      ),
    ).toEqual([{ unknown: 1, least: 0 }]);
  });

  it('notices when a mirror is lost or deaths differ', async () => {
    const lost = await buildChanged(cowWars, (text) => text.replace(/\n1,220,230,1823[^\n]*/, ''));
    expect(lost.message).toContain('mirror');
    const words = await buildChanged(cowWars, (text) => text.replace('1823,1,1', '1823,one,1'));
    expect(words.code).toBe('world/not-a-number');
  });
});
