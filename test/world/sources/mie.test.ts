import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mie } from '../../../src/world/sources/local/mie/mie.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('militarised events', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([mie]);
  });
  afterAll(() => world.close());

  it('has every event but four of a state that was none yet', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'mie')!;
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 4 }]);
    expect(world.manifest.tables.find((t) => t.name === 'mie_episodes')!.rows + 4).toBe(28_011);
    expect(await world.rows(`SELECT sum(mie_events)::INT AS n FROM mie_dyad_years`)).toEqual([{ n: 28_007 }]);
  });

  it('knows who acted against whom: China and Japan in 2013', async () => {
    expect(
      await world.rows(
        `SELECT ccode1, mie_events AS events, mie_uses_of_force AS force, mie_hostility AS level FROM mie_dyad_years WHERE year = 2013 AND ccode1 IN (710, 740) AND ccode2 IN (710, 740) AND mie_events > 0 ORDER BY ccode1`,
      ),
    ).toEqual(expect.arrayContaining([{ ccode1: 710, events: 38, force: 0, level: 3 }]));
  });

  it('counts the dead of a state whoever acted: Germany and the Soviet Union 1941–1945', async () => {
    const dead = await world.rows(
      `SELECT ccode1, sum(mie_deaths_low)::INT AS low, sum(mie_deaths_high)::INT AS high FROM mie_dyad_years WHERE ccode1 IN (255, 365) AND ccode2 IN (255, 365) AND year BETWEEN 1941 AND 1945 GROUP BY ccode1 ORDER BY ccode1`,
    );
    expect(dead).toEqual([
      { ccode1: 255, low: 2_200_469, high: 2_598_236 },
      { ccode1: 365, low: 5_616_444, high: 6_294_979 },
    ]);
  });

  it('deaths of all events are those of all pairs', async () => {
    const [pairs] = await world.rows(
      `SELECT sum(mie_deaths_low)::INT AS low, sum(mie_deaths_high)::INT AS high FROM mie_dyad_years`,
    );
    expect(
      await world.rows(
        `SELECT sum(deaths1_low + deaths2_low)::INT AS low, sum(deaths1_high + deaths2_high)::INT AS high FROM mie_episodes`,
      ),
    ).toEqual([pairs]);
  });

  it('a state that only suffered has a row without an event', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM mie_dyad_years WHERE (mie_events = 0) <> (mie_hostility = 0) OR mie_uses_of_force > mie_events OR (mie_uses_of_force > 0) <> (mie_hostility >= 4)`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(
      Number((await world.rows(`SELECT count(*) AS n FROM mie_dyad_years WHERE mie_events = 0`))[0]!['n']),
    ).toBeGreaterThan(1000);
  });

  it('notices an action at another level, and deaths that are less than none', async () => {
    for (const [from, to] of [
      ['\n2,1,2,200,5,-9,1902,5,-9,1902,1,7,3', '\n2,1,2,200,5,-9,1902,5,-9,1902,1,7,4'],
      ['1902,1,7,3,0,0,0,0', '1902,1,7,3,-9,0,0,0'],
    ] as const) {
      expect((await buildChanged(mie, (text) => text.replace(from, to))).code).toBe('world/source-changed');
    }
  });
});
