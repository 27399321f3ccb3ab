import { afterEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import type { Years } from '../../src/kernel/years.js';
import type { Series } from '../../src/measures/measure.js';
import { pairCorrelation as measure } from '../../src/measures/pair-correlation.js';
import { standardDeviation } from '../../src/statistics/dispersion.js';
import { pairCorrelation } from '../../src/statistics/pair-correlation.js';
import type { Row } from '../../src/world/database.js';
import { type SmallState, type SmallSystem, smallSystem } from './small-system.js';

const years = { from: 2000, to: 2002 };
const cards = [{ name: 'freedom', scale: { low: 0, high: 10 } }, { name: 'place' }];

let open: SmallSystem | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

type Values = Record<number, number | null>;
const state = (ccode: number, freedom: Values, place: Values, from = 2000, to = 2002): SmallState => ({
  ccode,
  from,
  to,
  values: { freedom, place },
});

async function series(
  members: readonly SmallState[],
  settings: object = {},
  span: Years = years,
  reorder = (rows: readonly Row[]): readonly Row[] => rows,
): Promise<Series> {
  open = await smallSystem(members, cards);
  const p = measure.parameters.parse({
    of: 'freedom',
    with: 'place',
    distance: 'values',
    set: 'constant',
    ...settings,
  });
  const answers = await open.answer(measure.needs(p, span, open));
  return measure.compute(
    p,
    span,
    Object.fromEntries(Object.entries(answers).map(([k, rows]) => [k, reorder(rows)])),
  );
}

const by = (value: (year: number) => number | null, span = years): Values =>
  Object.fromEntries(
    Array.from({ length: span.to - span.from + 1 }, (_, t) => [span.from + t, value(span.from + t)]),
  );

/** Ten states, five free and five not; where they stand follows from it in 2000, and in 2002 crosses it. */
const camps = Array.from({ length: 10 }, (_, i) =>
  state(
    i + 1,
    by(() => (i < 5 ? 8 : 2)),
    by((year) => (year === 2002 ? i % 2 : i < 5 ? 1 : -1)),
  ),
);

describe('correlation of two distances over pairs of states, by hand', () => {
  it('is 1 where both divide the states alike', async () => {
    const s = await series(camps);
    expect(s.years).toEqual([2000, 2001, 2002]);
    expect(s.values[0]).toBeCloseTo(1, 12);
    expect(s.counts).toEqual([10, 10, 10]);
    expect(s.lost).toEqual({});
  });

  it('and of two divisions that cross, what a table of pairs says', async () => {
    // In 2002: of 45 pairs 25 are apart on freedom and 25 on place (odd and even); both: 3·3 + 2·2 = 13.
    const [, , last] = (await series(camps)).values;
    const share = 25 / 45;
    expect(last).toBeCloseTo((13 / 45 - share * share) / (share * (1 - share)), 12);
  });

  it('by rank sees who lies between, not how far', async () => {
    const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 90];
    const rising = scores.map((x, i) =>
      state(
        i + 1,
        by(() => x),
        by(() => 2 * i),
      ),
    );
    expect((await series(rising, { distance: 'ranks' })).values[0]).toBeCloseTo(1, 12);
    open!.close();
    expect((await series(rising)).values[0]).toBeLessThan(0.9);
  });
});

describe('who is counted', () => {
  const entrant = state(20, { 2001: 9, 2002: 9 }, { 2001: 0, 2002: 0 }, 2001, 2002);
  const silent = state(
    21,
    by(() => 5),
    { 2000: 3, 2001: null, 2002: 3 },
  );
  const unscored = state(
    22,
    { 2000: 5, 2001: 5, 2002: null },
    by(() => 3),
  );

  it('constant: members with both values in every year', async () => {
    const s = await series([...camps, entrant, silent, unscored]);
    expect(s.counts).toEqual([10, 10, 10]);
    expect(s.values[0]).toBeCloseTo(1, 12);
    expect(s.lost).toEqual({
      'states that were not members in every year': 1,
      'states without a value in every year': 2,
    });
  });

  it('all: whoever has both in the year; what is missing stays so', async () => {
    const s = await series([...camps, entrant, silent, unscored], { set: 'all' });
    expect(s.counts).toEqual([12, 12, 12]);
    expect(s.lost).toEqual({ 'not-coded': 2 });
    const x = [...Array(5).fill(8), ...Array(5).fill(2), 9, 5] as number[];
    const y = [...Array(5).fill(1), ...Array(5).fill(-1), 0, 3] as number[];
    expect(s.values[1]).toBeCloseTo(pairCorrelation(x, y, 'values').r, 12);
  });

  it('a year in which under 80 % have both is left out, not the states', async () => {
    const half = camps.map((s, i) => ({
      ...s,
      values: { ...s.values, place: { ...s.values['place'], 2001: i < 3 ? null : i } },
    }));
    const s = await series(half);
    expect([s.years, s.counts]).toEqual([
      [2000, 2002],
      [10, 10],
    ]);
    expect(s.lost).toEqual({ 'years in which under 80 % of the members have a value': 1 });
  });

  it('Germany goes on under another number, on both', async () => {
    const span = { from: 1989, to: 1991 };
    const others = camps.slice(0, 9).map((s, i) =>
      state(
        s.ccode,
        by(() => i, span),
        by(() => 3 * i, span),
        1989,
        1991,
      ),
    );
    const german = [
      state(260, { 1989: 20, 1990: 20 }, { 1989: 60, 1990: 60 }, 1989, 1990),
      state(255, { 1990: 20, 1991: 20 }, { 1990: 60, 1991: 60 }, 1990, 1991),
    ];
    const s = await series([...others, ...german], {}, span);
    expect(s.counts).toEqual([10, 10, 10]);
    for (const value of s.values) expect(value).toBeCloseTo(1, 12);
  });

  it('fewer than ten states are too few, and states that are all alike have no correlation', async () => {
    const few = [...camps, camps[0]!, camps[9]!].map((s, i) =>
      state(i + 1, s.values['freedom']!, { ...s.values['place'], ...(i < 3 && { [2000 + i]: null }) }),
    );
    await expect(series(few)).rejects.toMatchObject({ code: 'measures/too-few-states' });
    open!.close();
    const alike = camps.map((s) => ({ ...s, values: { ...s.values, freedom: by(() => 4) } }));
    await expect(series(alike)).rejects.toMatchObject({
      code: 'measures/all-alike',
      message: 'in 2000 all states are alike on freedom or on place',
    });
  });
});

/** Sixty states with irregular histories over eleven years; where they stand goes partly with how they are governed. */
const decade = { from: 1990, to: 2000 };
const irregular = Array.from({ length: 60 }, (_, i) => {
  const freedom = (year: number): number => 5 + 4.5 * Math.sin(i * 7.3 + (year - 1990) * (0.1 + i / 90));
  return state(
    i + 1,
    by(freedom, decade),
    by((year) => freedom(year) / 3 + Math.cos(i * 3.1 + year / 9), decade),
    1990,
    2000,
  );
});
const bytes = (s: Series): string =>
  JSON.stringify([s.years, s.values, s.counts, s.lost, s.resampled!(randomFrom('draw'))]);

describe('what must not change it', () => {
  it.each(['values', 'ranks'])('order of rows and numbers of states, by %s', async (distance) => {
    const plain = bytes(await series(irregular, { distance }, decade));
    open!.close();
    const reversed = bytes(await series(irregular, { distance }, decade, (rows) => [...rows].reverse()));
    open!.close();
    const renamed = irregular.map((s) => ({ ...s, ccode: 900 - 7 * s.ccode }));
    expect(reversed).toBe(plain);
    expect(bytes(await series(renamed, { distance }, decade))).toBe(plain);
  });
  it('which of the two is named first', async () => {
    const plain = (await series(irregular, {}, decade)).values;
    open!.close();
    const turned = (await series(irregular, { of: 'place', with: 'freedom' }, decade)).values;
    turned.forEach((value, t) => {
      expect(value).toBeCloseTo(plain[t]!, 12);
    });
  });
});

describe('states drawn anew', () => {
  it('stand in all years: the draws of years in which nobody moves are one', async () => {
    const still = irregular.map((s) => ({
      ...s,
      values: {
        freedom: by(() => s.values['freedom']![1995]!, decade),
        place: by(() => s.values['place']![1995]!, decade),
      },
    }));
    const s = await series(still, {}, decade);
    const random = randomFrom('still');
    const draws = Array.from({ length: 20 }, () => s.resampled!(random));
    for (const draw of draws) for (const value of draw) expect(value).toBeCloseTo(draw[0]!, 12);
    expect(new Set(draws.map((d) => d[0]!.toFixed(9))).size).toBeGreaterThan(15);
  });

  it.each(['values', 'ranks'] as const)(
    'spread around the value as the pulls of states say, by %s',
    async (distance) => {
      const s = await series(irregular, { distance }, decade);
      const column = (name: string): number[] => irregular.map(({ values }) => values[name]![1990]!);
      const pulls = pairCorrelation(column('freedom'), column('place'), distance).pulls();
      const random = randomFrom('pulls');
      const draws = Array.from({ length: 999 }, () => s.resampled!(random)[0]!);
      const told = Math.sqrt(pulls.reduce((sum, pull) => sum + pull * pull, 0));
      expect(standardDeviation(draws) / told).toBeGreaterThan(0.92);
      expect(standardDeviation(draws) / told).toBeLessThan(1.08);
      expect(Math.abs(draws.reduce((a, b) => a + b, 0) / draws.length - s.values[0]!)).toBeLessThan(
        0.2 * told,
      );
    },
  );
});

describe('what cannot be measured is said beforehand', () => {
  it('a record that ends, of either; a name that nobody knows', async () => {
    open = await smallSystem(camps, cards);
    const p = measure.parameters.parse({ of: 'freedom', with: 'place', distance: 'values', set: 'all' });
    expect(measure.cannot(p, years, open)).toBeNull();
    expect(measure.cannot(p, { from: 2000, to: 2003 }, open)).toContain('freedom');
    expect(() => measure.needs({ ...p, with: 'plaice' }, years, open!)).toThrow('unknown variable: plaice');
  });
});
