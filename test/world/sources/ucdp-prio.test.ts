import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ucdpPrio } from '../../../src/world/sources/ucdp-prio/ucdp-prio.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('UCDP/PRIO armed conflicts', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([ucdpPrio]);
  });
  afterAll(() => world.close());

  const state = async (ccode: number, year: number): Promise<unknown> =>
    (
      await world.rows(
        `SELECT ucdp_internal AS internal, ucdp_internal_intensity AS at, ucdp_interstate AS interstate, ucdp_interstate_intensity AS of, ucdp_conflicts_joined AS joined FROM ucdp_state_years WHERE ccode = ${ccode} AND year = ${year}`,
      )
    )[0];

  it('has every conflict-year, and every state in them but non-members', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'ucdp-prio')!;
    expect(source.lost).toEqual([
      { reason: 'Hyderabad, to 1948', rows: 3 },
      { reason: 'not a member of the state system in that year', rows: 3 },
    ]);
    expect(world.manifest.tables.find((t) => t.name === 'ucdp_conflict_years')!.rows).toBe(2686);
    expect(world.manifest.tables.find((t) => t.name === 'ucdp_conflict_states')!.rows + 6).toBe(6146);
  });

  it('knows Russia and Ukraine: inside Ukraine from 2014, a war between the two in 2022', async () => {
    expect(await state(369, 2014)).toEqual({
      internal: 1,
      at: 2,
      interstate: 0,
      of: 0,
      joined: expect.any(Number),
    });
    expect(await state(365, 2022)).toMatchObject({ internal: 0, interstate: 1, of: 2 });
    expect(
      await world.rows(
        `SELECT year, ucdp_opponents_intensity AS level FROM ucdp_dyad_years WHERE ccode1 = 369 AND ccode2 = 365 ORDER BY year`,
      ),
    ).toEqual([
      { year: 2022, level: 2 },
      { year: 2023, level: 2 },
    ]);
  });

  it('tells parties from supporters: Iraq 2003 and Kuwait 1991', async () => {
    const opponents = (year: number): Promise<unknown> =>
      world.rows(
        `SELECT string_agg(ccode2, ' ' ORDER BY ccode2) AS states FROM ucdp_dyad_years WHERE ccode1 = 645 AND year = ${year}`,
      );
    expect(await opponents(2003)).toEqual([{ states: '2 200 900' }]);
    expect(await opponents(1991)).toEqual([{ states: '690' }]);
    expect(await state(2, 1991)).toMatchObject({ interstate: 0, joined: 1 });
  });

  it('gives united Germany and Yemen their own numbers, and Tonga its', async () => {
    expect(
      await world.rows(
        `SELECT ccode, min(year) AS first, max(year) AS last FROM ucdp_conflict_states WHERE ccode IN (255, 260, 678, 679, 955) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 255, first: 1999, last: 2023 },
      { ccode: 678, first: 1948, last: 1982 },
      { ccode: 679, first: 1994, last: 2023 },
      { ccode: 955, first: 2004, last: 2014 },
    ]);
  });

  it('says nought of members at peace in its years: Costa Rica has one year of conflict, Iceland none', async () => {
    expect(
      await world.rows(
        `SELECT ccode, count(*) AS years, sum(ucdp_conflicts)::INT AS conflicts FROM ucdp_state_years WHERE ccode IN (94, 395) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 94, years: 78, conflicts: 1 },
      { ccode: 395, years: 78, conflicts: 0 },
    ]);
  });

  it('intensity goes with conflict, and both directions agree', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM ucdp_state_years WHERE (ucdp_internal = 0) <> (ucdp_internal_intensity = 0) OR (ucdp_interstate = 0) <> (ucdp_interstate_intensity = 0)`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM ucdp_dyad_years a ANTI JOIN ucdp_dyad_years b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year AND a.ucdp_opponents_intensity = b.ucdp_opponents_intensity`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices another version, an unknown state and a doubled conflict', async () => {
    const version = await buildChanged(ucdpPrio, (text) => text.replaceAll('"24.1"', '"25.1"'));
    expect(version.code).toBe('world/source-changed');
    const unknown = await buildChanged(ucdpPrio, (text) =>
      text.replace('"651","","666",""', '"651","","999",""'),
    );
    expect(unknown.code).toBe('world/unresolved-name');
    expect(unknown.at?.line).toBe(4);
  });
});
