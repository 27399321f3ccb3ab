import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { informalBodies } from '../../../src/world/sources/informal-bodies/informal-bodies.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('informal bodies', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([informalBodies]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every membership of upstream', async () => {
    expect(world.manifest.sources.find((s) => s.name === 'informal-bodies')!.lost).toEqual([]);
    expect(await one(`SELECT sum(to_year - from_year + 1)::INT FROM informal_members`)).toBe(80_356);
    expect(await one(`SELECT sum(informal_memberships)::INT FROM informal_state_years`)).toBe(80_356 - 40);
    expect(await one(`SELECT count(*) FROM informal_bodies`)).toBe(244);
  });

  it('the G7 in their order: the five of 1973, Italy, Canada, and Russia from 1998', async () => {
    expect(
      await one(`SELECT string_agg(DISTINCT first || ':' || members, ' ' ORDER BY first || ':' || members) FROM
        (SELECT from_year AS first, string_agg(ccode, ',' ORDER BY ccode) AS members FROM informal_members WHERE body = 'G7' AND ccode NOT IN (255, 260) GROUP BY from_year)`),
    ).toBe('1973:2,200,220,740 1975:325 1976:20 1998:365');
  });

  it('Germany’s membership passes from West Germany to the united state', async () => {
    expect(
      await one(
        `SELECT string_agg(ccode || ':' || from_year || '-' || to_year, ' ' ORDER BY from_year) FROM informal_members WHERE body = 'G7' AND ccode IN (255, 260)`,
      ),
    ).toBe('260:1973-1989 255:1990-2010');
  });

  it('says nothing of states that the source does not know', async () => {
    expect(await one(`SELECT count(*) FROM informal_state_years WHERE ccode IN (678, 680)`)).toBe(0);
    expect(
      await one(`SELECT informal_memberships FROM informal_state_years WHERE ccode = 710 AND year = 1980`),
    ).toBe(0);
  });

  it('notices a new kind of membership', async () => {
    const error = await buildChanged(informalBodies, (text) =>
      text.replace('"United Arab Emirates","1"', '"United Arab Emirates","4"'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
