import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { groupsInForce as measure } from '../../src/measures/groups-in-force.js';
import { openWorld, type World } from '../../src/world/open.js';

const years = { from: 1988, to: 1993 };
const member = (body: string, ccode: number, from_year: number, to_year: number) => ({
  body,
  ccode,
  from_year,
  to_year,
});
const members = [
  member('pair', 1, 1950, 2010),
  member('pair', 2, 1990, 1991),
  member('five', 260, 1950, 1990),
  member('five', 255, 1990, 2010),
  ...[1, 2, 3, 4].map((state) => member('five', state, 1989, 2010)),
  member('one', 7, 1950, 2010),
];
const valuesOf = (most?: number) =>
  measure.compute({ of: 'informal', ...(most !== undefined && { most }) }, years, { members });

describe('groups of states in force', () => {
  it('have two members in the year', () => {
    const s = valuesOf();
    expect(s.years).toEqual([1988, 1989, 1990, 1991, 1992, 1993]);
    expect(s.values).toEqual([0, 1, 2, 2, 1, 1]);
    expect(s.lost).toEqual({});
  });
  it('are small while they have few, and Germany is one member in the year of its change', () => {
    expect(valuesOf(5).values).toEqual([0, 1, 2, 2, 1, 1]);
    expect(valuesOf(4).values).toEqual([0, 0, 1, 1, 0, 0]);
  });
  it('of one member are none', () =>
    expect(measure.parameters.safeParse({ of: 'informal', most: 1 }).success).toBe(false));

  describe('of the record', () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld(join(projectRoot(), 'world'));
    });
    afterAll(() => world.close());
    const counted = async (of: 'informal' | 'clubs', year: number, most?: number) => {
      const p = { of, ...(most !== undefined && { most }) };
      const span = { from: year, to: year };
      return measure.compute(p, span, await world.answer(measure.needs(p, span, world))).values[0];
    };

    it('the main clubs: Five Eyes in 1947, with NATO in 1949; the G8 is the G7; the Quad of 2007 and 2017', async () => {
      expect([await counted('clubs', 1947), await counted('clubs', 1949)]).toEqual([1, 2]);
      // 2000: Five Eyes, ASEAN, G7; with up to 20 also NATO (19), the EU (15) and the G20 (19 states); the OECD has 30.
      expect([await counted('clubs', 2000, 10), await counted('clubs', 2000, 20)]).toEqual([3, 6]);
      expect((await counted('clubs', 2017))! - (await counted('clubs', 2016))!).toBe(1);
    });
    it('informal bodies end in 2010, the clubs in 2025', () => {
      expect(measure.cannot({ of: 'informal' }, { from: 1946, to: 2010 }, world)).toBeNull();
      expect(measure.cannot({ of: 'informal' }, { from: 1946, to: 2011 }, world)).toBe(
        'informal bodies of states are listed in 1925–2010 only',
      );
      expect(measure.cannot({ of: 'clubs' }, { from: 1946, to: 2025 }, world)).toBeNull();
    });
    it('informal bodies in 2010 by their largest size agree with the table of bodies', async () => {
      const [row] = await world.ask({
        sql: `SELECT count(*)::INTEGER AS n FROM informal_bodies WHERE to_year = 2010`,
        tables: ['informal_bodies'],
      });
      // Bodies with an observer or one member alone in 2010 are no groups.
      const n = (await counted('informal', 2010))!;
      expect(n).toBeLessThanOrEqual(Number(row!['n']));
      expect(n).toBeGreaterThan(0.95 * Number(row!['n']));
    });
  });
});
