import { afterEach, describe, expect, it } from 'vitest';
import type { Years } from '../../src/kernel/years.js';
import { concentration as measure } from '../../src/measures/concentration.js';
import type { Row } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';
import { nmc } from '../../src/world/sources/nmc/nmc.js';
import { worldBankGdp } from '../../src/world/sources/world-bank-gdp/world-bank-gdp.js';
import { codeOf } from '../statistics/oracle.js';
import { buildOne, withoutUpstream } from '../world/build-one.js';
import { always, type SmallState, type SmallSystem, smallSystem } from './small-system.js';

const years = { from: 2000, to: 2002 };

let open: SmallSystem | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

const state = (
  ccode: number,
  steel: Record<number, number | null>,
  more: Partial<SmallState> & { ore?: Record<number, number | null> } = {},
): SmallState => ({
  ccode,
  from: 2000,
  to: 2002,
  ...more,
  values: { steel, ...(more.ore && { ore: more.ore }) },
});

async function series(
  members: readonly SmallState[],
  settings: object,
  span: Years = years,
  reorder = (rows: readonly Row[]): readonly Row[] => rows,
) {
  open = await smallSystem(members, [{ name: 'steel' }, { name: 'ore' }]);
  const p = measure.parameters.parse({ of: 'steel', ...settings });
  const answers = await open.answer(measure.needs(p, span, open));
  return measure.compute(
    p,
    span,
    Object.fromEntries(Object.entries(answers).map(([k, rows]) => [k, reorder(rows)])),
  );
}

/** Shares 50, 30, 15 and 5 per cent in each year. */
const four = [50, 30, 15, 5].map((amount, i) => state(i + 1, always(amount, 2000, 2002)));

describe('concentration, by hand', () => {
  it.each([
    ['first', 50],
    ['first-two', 80],
    ['beyond-first', 50],
    ['beyond-first-two', 20],
    ['hhi', 0.25 + 0.09 + 0.0225 + 0.0025],
    ['effective-number', 1 / 0.365],
    ['con', Math.sqrt((0.365 - 0.25) / 0.75)],
  ])('%s', async (as, expected) => {
    const s = await series(four, { as });
    expect(s.years).toEqual([2000, 2001, 2002]);
    for (const value of s.values) expect(value).toBeCloseTo(expected, 12);
    expect(s.counts).toEqual([4, 4, 4]);
    expect(s.lost).toEqual({});
  });

  it('the share of a named state, which may lack a value in a year', async () => {
    const others = Array.from({ length: 19 }, (_, i) => state(i + 1, always(5, 2000, 2002)));
    const s = await series([...others, state(20, { 2000: 5, 2001: null, 2002: 1 })], {
      as: 'share-of',
      state: 'State 20',
    });
    expect(s.years).toEqual([2000, 2002]);
    expect(s.values).toEqual([5, 100 / 96]);
    expect(s.lost).toEqual({ 'not-coded': 1, 'years without a value of the named state': 1 });
  });

  it.each([['steel+ore'], [['steel', 'ore']]])('a resource of two variables, written %j', async (of) => {
    const members = four.map((s, i) => ({
      ...s,
      values: { ...s.values, ore: always(i === 3 ? 100 : 0, 2000, 2002) },
    }));
    const s = await series(members, { of, as: 'first' });
    for (const value of s.values) expect(value).toBeCloseTo((100 * 105) / 200, 12);
  });

  it('only the major powers, and only years in which each has a value', async () => {
    const members = [
      state(1, { 2000: 60, 2001: 60, 2002: null }, { major: true }),
      state(2, always(20, 2000, 2002), { major: true }),
      state(3, always(900, 2000, 2002)),
    ];
    const s = await series(members, { as: 'first', among: 'majors' });
    expect([s.years, s.values, s.counts]).toEqual([
      [2000, 2001],
      [75, 75],
      [2, 2],
    ]);
    expect(s.lost).toEqual({ 'years in which a major power has no value': 1 });
  });
});

describe('years that cannot be compared are left out and counted', () => {
  it('under 80 % of the members have a value', async () => {
    const small = [1, 2, 3, 4, 5].map((k) =>
      state(k, { 2000: 1, 2001: k > 1 ? null : 1, 2002: k === 5 ? null : 1 }),
    );
    const large = Array.from({ length: 10 }, (_, i) => state(100 + i, always(50, 2000, 2002)));
    const s = await series([...small, ...large], { as: 'first' });
    expect(s.years).toEqual([2000, 2002]);
    expect(s.lost).toEqual({ 'not-coded': 1, 'years in which under 80 % of the members have a value': 1 });
  });

  /** A giant and twelve others; the giant has no value in some years, and no row outside 1995–2005. */
  const withGiant = (steel: Record<number, number | null>): SmallState[] => [
    state(365, steel, { from: 1995, to: 2005 }),
    ...Array.from({ length: 12 }, (_, i) =>
      state(i + 1, always(i + 1, 1995, 2005), { from: 1995, to: 2005 }),
    ),
  ];

  it('a member without a value was large before and is large after', async () => {
    const s = await series(withGiant({ ...always(50, 1995, 2005), 2001: null }), { as: 'first' });
    expect(s.years).toEqual([2000, 2002]);
    expect(s.lost).toEqual({ 'years in which one of the largest holders has no value': 1 });
  });

  it('it has a value only later, outside the window: all years before are left out', async () => {
    const s = await series(withGiant({ 2004: 50 }), { as: 'first' }, { from: 1996, to: 2005 });
    expect(s.years).toEqual([2004]);
    expect(s.lost).toEqual({ 'years in which one of the largest holders has no value': 9 });
  });

  it('it was large in one odd year only: its gap is a small state’s', async () => {
    const s = await series(withGiant({ 1999: 0.1, 2000: null, 2001: 50, 2002: null, 2003: 0.1 }), {
      as: 'first',
    });
    expect(s.years).toEqual([2000, 2001, 2002]);
    expect(s.lost).toEqual({ 'not-coded': 2 });
  });
});

describe('a territory is counted once', () => {
  const others = Array.from({ length: 10 }, (_, i) =>
    state(i + 1, always(10, 1989, 1991), { from: 1989, to: 1991 }),
  );
  const germanies = (united: number | null): SmallState[] => [
    state(260, { 1989: 60, 1990: 65 }, { from: 1989, to: 1990 }),
    state(265, { 1989: 20, 1990: 25 }, { from: 1989, to: 1990 }),
    state(255, { 1990: united, 1991: 100 }, { from: 1990, to: 1991 }),
  ];
  const span = { from: 1989, to: 1991 };

  it('in 1990 under the number of united Germany', async () => {
    const s = await series([...others, ...germanies(90)], { as: 'first' }, span);
    expect(s.counts).toEqual([12, 11, 11]);
    [60 / 180, 90 / 190, 100 / 200].forEach((share, i) => {
      expect(s.values[i]).toBeCloseTo(100 * share, 12);
    });
  });

  it('or under the two earlier ones where united Germany has no value', async () => {
    const s = await series([...others, ...germanies(null)], { as: 'first' }, span);
    expect(s.counts).toEqual([12, 12, 11]);
    expect(s.values[1]).toBeCloseTo((100 * 65) / 190, 12);
    expect(s.lost).toEqual({ 'not-coded': 1 });
  });
});

describe('what must not change a concentration', () => {
  const irregular = Array.from({ length: 15 }, (_, i) =>
    state(i + 1, { 2000: (i * 37) % 11, 2001: i === 14 ? null : Math.sqrt(i + 1), 2002: Math.exp(i / 7) }),
  );
  it.each(['first', 'first-two', 'effective-number', 'hhi', 'con'])('%s', async (as) => {
    const plain = await series(irregular, { as });
    const reversed = await series(irregular, { as }, years, (rows) => [...rows].reverse());
    const renamed = await series(
      irregular.map((s) => ({ ...s, ccode: 900 - 7 * s.ccode })),
      { as },
    );
    const strip = ({ years: y, values, counts, lost }: typeof plain) =>
      JSON.stringify([y, values, counts, lost]);
    expect(strip(reversed)).toBe(strip(plain));
    expect(strip(renamed)).toBe(strip(plain));
    const scaled = await series(
      irregular.map((s) => ({
        ...s,
        values: {
          steel: Object.fromEntries(
            Object.entries(s.values['steel']!).map(([y, x]) => [y, x === null ? null : 1000 * x]),
          ),
        },
      })),
      { as },
    );
    scaled.values.forEach((value, i) => {
      expect(value).toBeCloseTo(plain.values[i]!, 10);
    });
  });
});

describe('what cannot be measured is said beforehand', () => {
  const members = Array.from({ length: 10 }, (_, i) =>
    state(i + 1, always(i < 7 ? 1 : null, 1990, 2009), { from: 1990, to: 2012, ore: always(1, 1995, 2009) }),
  );
  const cannot = async (settings: object, span: Years) => {
    open = await smallSystem(
      members.map((s) => ({
        ...s,
        values: {
          ...s.values,
          tin: { ...always(1, 1990, 2012), ...(s.ccode > 7 && { 2000: null, 2001: null }) },
        },
      })),
      [{ name: 'steel' }, { name: 'ore' }, { name: 'tin' }, { name: 'pairs', level: 'dyad-year' }],
    );
    return measure.cannot(measure.parameters.parse({ as: 'first', ...settings }), span, open);
  };
  it('a variable that begins later, ends earlier, or covers too few', async () => {
    expect(await cannot({ of: 'ore' }, { from: 1994, to: 2009 })).toBe('ore begins in 1995');
    expect(await cannot({ of: 'tin+ore' }, { from: 1996, to: 2010 })).toBe('ore ends in 2009');
    expect(await cannot({ of: 'steel' }, { from: 1990, to: 2009 })).toBe(
      'steel covers 70 % of the states in 1990',
    );
    expect(await cannot({ of: 'ore' }, { from: 1996, to: 2009 })).toBeNull();
  });
  it('a few thin years within are left to be counted; many are too many', async () => {
    expect(await cannot({ of: 'tin' }, { from: 1995, to: 2006 })).toBeNull();
    expect(await cannot({ of: 'tin' }, { from: 1997, to: 2003 })).toBe(
      'tin covers under 80 % of the states in 2 of 7 years',
    );
  });
  it('among major powers the years must lie in the record of both', async () => {
    expect(await cannot({ of: 'ore', among: 'majors' }, { from: 1990, to: 2000 })).toBe(
      'ore covers 1995–2009 only',
    );
  });
  it('names that nobody knows, and figures that are not about states', async () => {
    const code = async (settings: object) => {
      const p = measure.parameters.parse({ as: 'first', ...settings });
      open = await smallSystem(members, [{ name: 'steel' }, { name: 'pairs', level: 'dyad-year' }]);
      return codeOf(() => measure.cannot(p, years, open!));
    };
    expect(await code({ of: 'steal' })).toBe('world/unknown-variable');
    expect(await code({ of: 'pairs' })).toBe('measures/not-of-states');
    expect(await code({ of: 'steel', as: 'share-of', state: 'Ruritania' })).toBe('states/unknown');
  });
  it('parameters that do not belong together', () => {
    const message = (p: object) => measure.parameters.safeParse(p).error?.issues[0]?.message;
    expect(message({ of: 'steel', as: 'share-of' })).toBe('share-of needs state: whose share');
    expect(message({ of: 'steel', as: 'beyond-named' })).toBe('beyond-named needs state: whose share');
    expect(message({ of: 'steel', as: 'first', state: 'USA' })).toBeUndefined();
    expect(message({ of: 'steel', as: 'first' })).toBeUndefined();
  });
});

it('says what stands at the axis', () => {
  const label = (p: object) => measure.label(measure.parameters.parse(p));
  expect(label({ of: 'cinc_share', as: 'beyond-first' })).toBe(
    'share of capabilities (CINC) held by all but the largest holder',
  );
  expect(label({ of: ['imports_total', 'exports_total'], as: 'effective-number' })).toBe(
    'effective number of holders of foreign trade',
  );
  expect(label({ of: 'irst', as: 'share-of', state: 'USA', among: 'majors' })).toBe(
    'share of irst held by USA among the major powers',
  );
});

describe.skipIf(withoutUpstream)('concentration, on the record', () => {
  const within = async (work: (world: World) => Promise<void>) => {
    const small = await buildOne([nmc, worldBankGdp]);
    const world = await openWorld(small.dir);
    try {
      await work(world);
    } finally {
      world.close();
      await small.close();
    }
  };

  it('CON of CINC among the major powers is the published one; gaps of great powers are left out', () =>
    within(async (world) => {
      const of = async (settings: object, span: Years) => {
        const p = measure.parameters.parse(settings);
        return measure.compute(p, span, await world.answer(measure.needs(p, span, world)));
      };
      // Computed in R on NMC among COW's major powers; see test/statistics/concentration.test.ts.
      const con = await of({ of: 'cinc', as: 'con', among: 'majors' }, { from: 1816, to: 1913 });
      const at = (year: number) => con.values[con.years.indexOf(year)]!;
      expect([1816, 1850, 1900, 1913].map((year) => at(year).toFixed(4))).toEqual([
        '0.3296',
        '0.3100',
        '0.2331',
        '0.2378',
      ]);
      // The World Bank has no figure for West Germany (to 1989) and the Soviet Union (to 1991).
      const gdp = await of({ of: 'gdp_current', as: 'first' }, { from: 1985, to: 1995 });
      expect(gdp.years).toEqual([1992, 1993, 1994, 1995]);
      expect(gdp.lost['years in which one of the largest holders has no value']).toBe(7);
      // Both German states, united Germany and all three Yemens have a CINC in 1990.
      const cinc = await of({ of: 'cinc_share', as: 'first' }, { from: 1989, to: 1991 });
      expect(cinc.counts).toEqual([161, 161, 177]);
    }));
});
