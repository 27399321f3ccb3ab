import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import type { Years } from '../../src/kernel/years.js';
import { dispersion as measure } from '../../src/measures/dispersion.js';
import type { Series } from '../../src/measures/measure.js';
import {
  repeatedGini,
  repeatedInterquartile,
  repeatedPolarisation,
} from '../../src/measures/repeated-dispersion.js';
import { fromMoments, fromOrder, type Prepared } from '../../src/measures/resample-histories.js';
import { bimodalityOf, deviationOf } from '../../src/measures/resampled-moments.js';
import {
  bimodalityCoefficient,
  giniMeanDifference,
  interquartileRange,
  standardDeviation,
} from '../../src/statistics/dispersion.js';
import { estebanRay } from '../../src/statistics/polarisation.js';
import type { Row } from '../../src/world/database.js';
import { openWorld } from '../../src/world/open.js';
import { vdem16 } from '../../src/world/sources/vdem16/vdem16.js';
import { codeOf, expectClose } from '../statistics/oracle.js';
import { buildOne, withoutUpstream } from '../world/build-one.js';
import { always, type SmallState, type SmallSystem, smallSystem } from './small-system.js';

const years = { from: 2000, to: 2002 };
const card = { name: 'freedom', scale: { low: 0, high: 10 } };

let open: SmallSystem | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

const state = (
  ccode: number,
  freedom: Record<number, number | null>,
  from = 2000,
  to = 2002,
): SmallState => ({ ccode, from, to, values: { freedom } });

async function series(
  members: readonly SmallState[],
  settings: object = {},
  span: Years = years,
  reorder = (rows: readonly Row[]): readonly Row[] => rows,
  scale = card.scale,
): Promise<Series> {
  open = await smallSystem(members, [{ ...card, scale }]);
  const p = measure.parameters.parse({ of: 'freedom', as: 'sd', set: 'constant', ...settings });
  const answers = await open.answer(measure.needs(p, span, open));
  return measure.compute(
    p,
    span,
    Object.fromEntries(Object.entries(answers).map(([k, rows]) => [k, reorder(rows)])),
  );
}

/** Five states at 2 and five at 8 of a scale from 0 to 10. */
const halves = Array.from({ length: 10 }, (_, i) => state(i + 1, always(i < 5 ? 2 : 8, 2000, 2002)));

describe('dispersion, by hand', () => {
  it.each([
    ['sd', 0.3 * Math.sqrt(10 / 9)],
    ['gini-mean-difference', (0.6 * 25) / 45],
    ['iqr', 0.6],
    ['polarisation', 0.6],
  ])('%s of two halves at 0.2 and 0.8', async (as, expected) => {
    const s = await series(halves, { as });
    expect(s.years).toEqual([2000, 2001, 2002]);
    for (const value of s.values) expect(value).toBeCloseTo(expected, 12);
    expect(s.counts).toEqual([10, 10, 10]);
  });

  it('bimodality of two halves: no skewness, and all the kurtosis that ten states can lack', async () => {
    const [value] = (await series(halves, { as: 'bimodality' })).values;
    // g₂ = 9/56 · (11 · (1 − 3) + 6) = −144/56; 3 · 81/56 = 243/56.
    expect(value).toBeCloseTo(1 / ((243 - 144) / 56), 12);
  });

  it('the classes of polarisation are the scale cut into as many parts', async () => {
    const near = Array.from({ length: 10 }, (_, i) => state(i + 1, always(i < 5 ? 4 : 6, 2000, 2002)));
    expect((await series(near, { as: 'polarisation', classes: 2 })).values[0]).toBeCloseTo(0.2, 12);
  });
});

describe('a scale without ends', () => {
  const open = { higher: 'more' };
  const asked = (as: string, between: readonly number[], members: readonly SmallState[] = halves) =>
    series(members, { as, between, set: 'all' }, years, undefined, open as unknown as typeof card.scale);

  it('is what is said to lie between', async () => {
    // Halves at 2 and 8, of −4 to 16: at 0.3 and 0.6.
    for (const [as, expected] of [
      ['sd', 0.15 * Math.sqrt(10 / 9)],
      ['polarisation', 0.3],
    ] as const)
      expect((await asked(as, [-4, 16])).values[0]).toBeCloseTo(expected, 12);
  });

  it('does not cut what lies beyond, but for polarisation, whose outer classes hold it', async () => {
    // Of 4 to 6 the halves lie at −1 and 2.
    expect((await asked('gini-mean-difference', [4, 6])).values[0]).toBeCloseTo((3 * 25) / 45, 12);
    expect((await asked('polarisation', [4, 6])).values[0]).toBeCloseTo(1, 12);
  });

  it('has no state without a value', async () => {
    const silent = state(22, { 2000: 5, 2001: null, 2002: 5 });
    expect((await asked('polarisation', [0, 10], [...halves, silent])).counts).toEqual([11, 10, 11]);
  });

  it('has ends that rise, and of its own none', async () => {
    await expect(asked('sd', [3, -3])).rejects.toThrow('the lower end comes first');
    await expect(series(halves, { between: [0, 5] })).rejects.toMatchObject({ code: 'measures/no-scale' });
  });
});

describe('who is counted', () => {
  const entrant = state(20, { 2001: 10, 2002: 10 }, 2001, 2002);
  const leaver = state(21, { 2000: 0, 2001: 0 }, 2000, 2001);
  const silent = state(22, { 2000: 5, 2001: null, 2002: 5 });

  it('constant: members with a value in every year', async () => {
    const s = await series([...halves, entrant, leaver, silent]);
    expect(s.counts).toEqual([10, 10, 10]);
    expect(s.values[1]).toBeCloseTo(s.values[0]!, 14);
    expect(s.lost).toEqual({
      'states that were not members in every year': 2,
      'states without a value in every year': 1,
    });
  });

  it('all: whoever has a value in the year', async () => {
    const s = await series([...halves, entrant, leaver, silent], { set: 'all' });
    expect(s.counts).toEqual([12, 12, 12]);
    expect(s.lost).toEqual({ 'not-coded': 1 });
    const scores = [...Array(5).fill(0.2), ...Array(5).fill(0.8), 1, 0] as number[];
    expect(s.values[1]).toBeCloseTo(standardDeviation(scores), 14);
  });

  it('all: a year in which under 80 % have a value is left out', async () => {
    const silents = [30, 31, 32].map((c) => state(c, { 2000: 5, 2001: null, 2002: 5 }));
    const s = await series([...halves, ...silents], { set: 'all' });
    expect(s.years).toEqual([2000, 2002]);
    expect(s.lost).toEqual({ 'years in which under 80 % of the members have a value': 1 });
  });

  it('constant: a year for which the source has no scores is left out, not the states', async () => {
    const without = halves.map((s, i) => state(s.ccode, { 2000: i, 2001: null, 2002: i + 0.5 }));
    const s = await series(without);
    expect([s.years, s.counts]).toEqual([
      [2000, 2002],
      [10, 10],
    ]);
    expect(s.lost).toEqual({ 'years in which under 80 % of the members have a value': 1 });
  });

  it('Germany and Yemen go on under another number; those that joined them end', async () => {
    const span = { from: 1989, to: 1991 };
    const others = halves.map((s) => state(s.ccode, always(5, 1989, 1991), 1989, 1991));
    const s = await series(
      [
        ...others,
        state(260, { 1989: 9, 1990: null }, 1989, 1990),
        state(265, { 1989: 1, 1990: 4 }, 1989, 1990),
        state(255, { 1990: 9, 1991: 9 }, 1990, 1991),
        state(678, { 1989: 2, 1990: 2 }, 1989, 1990),
        state(680, { 1989: 1 }, 1989, 1990),
        state(679, { 1990: null, 1991: 2 }, 1990, 1991),
      ],
      {},
      span,
    );
    expect(s.counts).toEqual([12, 12, 12]);
    expect(s.lost).toEqual({ 'states that were not members in every year': 2 });
    for (const value of s.values)
      expect(value).toBeCloseTo(standardDeviation([...Array(10).fill(0.5), 0.9, 0.2]), 14);
  });

  it('fewer than ten states are too few', async () => {
    const few = Array.from({ length: 12 }, (_, i) =>
      state(i + 1, { ...always(i / 2, 2000, 2002), ...(i < 3 && { [2000 + i]: null }) }),
    );
    await expect(series(few)).rejects.toMatchObject({ code: 'measures/too-few-states' });
  });
});

/** Thirty states with irregular histories over eleven years. */
const irregular = Array.from({ length: 30 }, (_, i) =>
  state(
    i + 1,
    Object.fromEntries(
      Array.from({ length: 11 }, (_, t) => [1990 + t, 5 + 4.5 * Math.sin(i * 7.3 + t * (0.1 + i / 40))]),
    ),
    1990,
    2000,
  ),
);
const decade = { from: 1990, to: 2000 };
const bytes = (s: Series): string =>
  JSON.stringify([s.years, s.values, s.counts, s.lost, s.resampled!(randomFrom('draw'))]);

describe('what must not change a dispersion', () => {
  it.each(['sd', 'gini-mean-difference', 'iqr', 'bimodality', 'polarisation'])('%s', async (as) => {
    const plain = bytes(await series(irregular, { as }, decade));
    open!.close();
    const reversed = bytes(await series(irregular, { as }, decade, (rows) => [...rows].reverse()));
    open!.close();
    const renamed = irregular.map((s) => ({ ...s, ccode: 900 - 7 * s.ccode }));
    expect(reversed).toBe(plain);
    expect(bytes(await series(renamed, { as }, decade))).toBe(plain);
  });
  it('the scale on which the source prints its scores', async () => {
    const plain = await series(irregular, {}, decade);
    open!.close();
    const twice = irregular.map(({ values, ...s }) => ({
      ...s,
      values: {
        freedom: Object.fromEntries(Object.entries(values['freedom']!).map(([y, x]) => [y, 2 * x! - 10])),
      },
    }));
    const moved = await series(twice, {}, decade, undefined, { low: -10, high: 10 });
    moved.values.forEach((value, i) => {
      expectClose(value, plain.values[i]!, 1e-12);
    });
  });
});

describe('states drawn anew', () => {
  it('the same states stand in all years: where all move alike, no draw widens', async () => {
    const parallel = irregular.map((s, i) =>
      state(
        s.ccode,
        Object.fromEntries(Array.from({ length: 11 }, (_, t) => [1990 + t, i / 5 + t / 5])),
        1990,
        2000,
      ),
    );
    const s = await series(parallel, {}, decade);
    const random = randomFrom('parallel');
    const draws = Array.from({ length: 20 }, () => s.resampled!(random));
    for (const draw of draws) for (const value of draw) expectClose(value, draw[0]!, 1e-12);
    expect(new Set(draws.map((d) => d[0]!.toFixed(9))).size).toBeGreaterThan(15);
  });
  it('the mean of the draws is near the value, and their spread near that of the theory', async () => {
    const s = await series(irregular, {}, decade);
    const random = randomFrom('many');
    const first = Array.from({ length: 2000 }, () => s.resampled!(random)[0]!);
    const centre = first.reduce((a, b) => a + b, 0) / first.length;
    expect(Math.abs(centre / s.values[0]! - 1)).toBeLessThan(0.05);
    expect(standardDeviation(first)).toBeGreaterThan(0.01);
    expect(standardDeviation(first)).toBeLessThan(0.06);
  });

  const statistics: [string, Prepared, (values: number[]) => number][] = [
    ['standard deviation', fromMoments(deviationOf), standardDeviation],
    ['bimodality', fromMoments(bimodalityOf), bimodalityCoefficient],
    ['Gini’s mean difference', fromOrder(repeatedGini), giniMeanDifference],
    ['interquartile range', fromOrder(repeatedInterquartile), interquartileRange],
    [
      'polarisation',
      fromOrder(repeatedPolarisation(7, 1.3)),
      (values) => estebanRay(values, { camps: 7, alpha: 1.3 }),
    ],
  ];
  it.each(statistics)('%s of a draw is that of the list with repetitions', (_name, prepare, plain) => {
    const score = fc.oneof(
      fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const drawn = fc.tuple(
      fc.oneof({ weight: 9, arbitrary: score }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
      fc.integer({ min: 0, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 6, maxLength: 40 }), (list) => {
        const repeated = list.flatMap(([x, times]) => (Number.isNaN(x) ? [] : Array<number>(times).fill(x)));
        fc.pre(repeated.length >= 4 && Math.max(...repeated) - Math.min(...repeated) > 1e-3);
        const histories = list.map(([x], unit) => ({
          unit,
          values: Float64Array.of(Number.NaN, x),
          member: [false, true],
          reasons: new Map<number, string>(),
        }));
        const [value] = prepare(histories, [1])(Uint16Array.from(list, ([, times]) => times));
        expectClose(value!, plain(repeated), 1e-9, 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what cannot be measured is said beforehand', () => {
  it('a scale without two ends, a figure of pairs, a name that nobody knows, a record that ends', async () => {
    open = await smallSystem(halves, [
      card,
      { name: 'wealth', scale: { low: 0 } },
      { name: 'pairs', level: 'dyad-year' },
    ]);
    const cannot = (of: string, to = 2002) =>
      measure.cannot(measure.parameters.parse({ of, as: 'sd', set: 'all' }), { from: 2000, to }, open!);
    expect(codeOf(() => cannot('wealth'))).toBe('measures/no-scale');
    expect(codeOf(() => cannot('pairs'))).toBe('measures/not-of-states');
    expect(codeOf(() => cannot('fredom'))).toBe('world/unknown-variable');
    expect(cannot('freedom', 2003)).toBe('freedom ends in 2002');
    expect(cannot('freedom')).toBeNull();
  });
  it('classes for anything but polarisation', () => {
    const parse = (as: string) =>
      measure.parameters.safeParse({ of: 'freedom', as, set: 'all', classes: 5 }).error?.issues[0]?.message;
    expect(parse('sd')).toBe('only polarisation takes classes, not sd');
    expect(parse('polarisation')).toBeUndefined();
  });
});

describe.skipIf(withoutUpstream)('dispersion, on the record', () => {
  it('electoral democracy: the constant set of 1990–2020 and the standard deviation of 1990, by another way', async () => {
    const small = await buildOne([vdem16]);
    const world = await openWorld(small.dir);
    try {
      const p = measure.parameters.parse({ of: 'polyarchy', as: 'sd', set: 'constant' });
      const span = { from: 1990, to: 2020 };
      const s = measure.compute(p, span, await world.answer(measure.needs(p, span, world)));
      const [byHand] = await small.rows<{ n: number; sd: number }>(
        `WITH one AS (SELECT CASE ccode WHEN 260 THEN 255 WHEN 678 THEN 679 ELSE ccode END AS state, year, polyarchy FROM vdem16 WHERE year BETWEEN 1990 AND 2020 AND polyarchy IS NOT NULL),
         whole AS (SELECT state FROM one GROUP BY state HAVING count(DISTINCT year) = 31)
         SELECT count(*)::INTEGER AS n, stddev_samp(polyarchy) AS sd FROM one JOIN whole USING (state) WHERE year = 1990`,
      );
      expect(s.counts[0]).toBe(byHand!.n);
      expectClose(s.values[0]!, byHand!.sd, 1e-12);
    } finally {
      world.close();
      await small.close();
    }
  });
});
