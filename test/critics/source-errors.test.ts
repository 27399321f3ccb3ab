import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawErrors, draws, memory, redraw, redrawable } from '../../src/critics/source-errors.js';
import { normalQuantile } from '../../src/statistics/distributions.js';
import type { Row } from '../../src/world/database.js';
import type { Query, World } from '../../src/world/open.js';
import { byYear, questionOf, smallWorld } from './small-world.js';

const level = 0.68;
const query = (tables: readonly string[], scale: 'linear' | 'log' = 'linear'): Query => ({
  sql: '',
  tables,
  interval: { level, scale },
});
const all = { from: 1900, to: 2100 };

/** Every state of 1 … n in the years 2000 … 2029, with the same value and interval. */
const panel = (n: number, value: number, low: number, high: number): Row[] =>
  Array.from({ length: n * 30 }, (_, i) => ({
    ccode: 1 + Math.floor(i / 30),
    year: 2000 + (i % 30),
    value,
    low,
    high,
  }));

/** z of a row of one draw, from how far its value moved. */
const moved = (rows: readonly Row[], half: number): number[] =>
  rows.map((row) => (Number(row['value']) * normalQuantile(0.5 + level / 2)) / half);

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const product = (a: readonly number[], b: readonly number[]): number => mean(a.map((x, i) => x * b[i]!));

describe('a draw of the source’s errors', () => {
  const rows = panel(150, 0, -1, 1);
  const zs = Array.from({ length: 20 }, (_, m) => {
    const ready = redrawable([[rows, query(['a'])]], all);
    return moved(redraw(m, ready).get(rows)!, 1);
  });

  it('is standard normal in each year', () => {
    const every = zs.flat();
    expect(mean(every)).toBeCloseTo(0, 1);
    expect(product(every, every)).toBeCloseTo(1, 1);
    expect(every.filter((z) => Math.abs(z) > 1.96).length / every.length).toBeCloseTo(0.05, 2);
  });

  it.each([
    [1, 0.9],
    [5, 0.5],
    [memory, 0],
    [20, 0],
  ])('correlates for one state %i years apart at %f', (apart, correlation) => {
    const pairs = zs.flatMap((z) =>
      z.flatMap((x, i) => ((i % 30) + apart < 30 ? [[x, z[i + apart]!] as const] : [])),
    );
    expect(
      product(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      ),
    ).toBeCloseTo(correlation, 1);
  });

  it('is another for each state', () => {
    const pairs = zs.flatMap((z) => z.slice(0, -30).map((x, i) => [x, z[i + 30]!] as const));
    expect(
      product(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      ),
    ).toBeCloseTo(0, 1);
  });

  it('is one for all answers of the same tables, whatever else is asked, and another for other tables', () => {
    const [some, others, foreign] = [panel(3, 0, -1, 1), panel(2, 5, 3, 7), panel(2, 0, -1, 1)];
    const ready = redrawable(
      [
        [others, query(['a'])],
        [foreign, query(['b'])],
        [some, query(['a'])],
      ],
      all,
    );
    const drawn = redraw(0, ready);
    expect(moved(drawn.get(some)!, 1).slice(0, 60)).toEqual(zs[0]!.slice(0, 60));
    expect(Number(drawn.get(others)![7]!['value'])).toBeCloseTo(
      5 + 2 * Number(drawn.get(some)![7]!['value']),
      12,
    );
    expect(moved(drawn.get(foreign)!, 1)[0]).not.toBe(zs[0]![0]);
  });

  it('moves a value and its interval together, each side by its own half', () => {
    const lopsided = panel(10, 10, 9, 14);
    const drawn = redraw(0, redrawable([[lopsided, query(['a'])]], all)).get(lopsided)!;
    const quantile = normalQuantile(0.5 + level / 2);
    for (const [i, row] of drawn.entries()) {
      const z = zs[0]![i]!;
      const by = (z * (z < 0 ? 1 : 4)) / quantile;
      expect(row['value']).toBeCloseTo(10 + by, 10);
      expect(row['low']).toBeCloseTo(9 + by, 10);
      expect(row['high']).toBeCloseTo(14 + by, 10);
    }
  });

  it('of an amount is a factor: it never falls to nothing', () => {
    const amounts = panel(100, 10, 2, 50);
    const drawn = redraw(0, redrawable([[amounts, query(['a'], 'log')]], all)).get(amounts)!;
    const quantile = normalQuantile(0.5 + level / 2);
    for (const [i, row] of drawn.entries())
      expect(Math.log(Number(row['value']) / 10)).toBeCloseTo((zs[0]![i]! / quantile) * Math.log(5), 8);
  });

  it('leaves as it is what has no interval, an interval of no width, or lies outside the years observed', () => {
    const mixed: Row[] = [
      { ccode: 1, year: 2000, value: 1, low: null, high: null },
      { ccode: 1, year: 2001, value: 1, low: 1, high: 1 },
      { ccode: 1, year: 2010, value: 1, low: 0, high: 2 },
      { ccode: 1, year: 2002, value: null, low: null, high: null },
    ];
    const drawn = redraw(0, redrawable([[mixed, query(['a'])]], { from: 2000, to: 2005 })).get(mixed)!;
    expect(drawn).toEqual(mixed);
  });
});

describe('the median under the source’s errors', () => {
  let world: World;
  const test = (variable: string) => ({
    of: { variable },
    one: 'State 1',
    other: 'State 2',
    years: '2000-2009',
  });
  beforeAll(async () => {
    const years = (values: readonly number[]) => byYear(2000, values);
    const ten = (x: number) => new Array<number>(10).fill(x);
    const state = (ccode: number, x: number) => ({
      ccode,
      from: 2000,
      to: 2009,
      values: Object.fromEntries(
        ['sure', 'unsure', 'plain'].flatMap((name) => [
          [name, years(ten(x).map((value, i) => value + 0.1 * (i % 2)))],
          [
            `${name}_low`,
            years(ten(x).map((value, i) => value + 0.1 * (i % 2) - (name === 'unsure' ? 1 : 0))),
          ],
          [
            `${name}_high`,
            years(ten(x).map((value, i) => value + 0.1 * (i % 2) + (name === 'unsure' ? 1 : 0))),
          ],
        ]),
      ),
    });
    const ends = ['sure', 'unsure', 'plain'].flatMap((name) => [
      { name: `${name}_low` },
      { name: `${name}_high` },
    ]);
    const interval = (name: string) => ({ low: `${name}_low`, high: `${name}_high`, level });
    world = await smallWorld(
      [1, 2, 3].map((ccode) => state(ccode, 10 - ccode)),
      [
        { name: 'sure', interval: interval('sure') },
        { name: 'unsure', interval: interval('unsure') },
        { name: 'plain' },
        ...ends,
      ],
    );
  });
  afterAll(() => world.close());

  it('does not move where the intervals have no width', async () => {
    const { question, design } = await questionOf('source-errors', 'comparison', [test('sure')], world);
    const { affected, value, drawn } = await drawErrors(question, design, world);
    expect([affected, value]).toEqual([1, 1]);
    expect(drawn).toEqual(new Array(draws).fill(1));
  });

  it('has the spread that the errors of two means have, by hand', async () => {
    const { question, design } = await questionOf('source-errors', 'comparison', [test('unsure')], world);
    const { drawn } = await drawErrors(question, design, world);
    const found = drawn.map(Number);
    // The mean of ten years that correlate 1 − k/10 has the variance (1/100) Σᵢⱼ (1 − |i − j|/10) = 0.67; two of them, 1.34.
    const sd = Math.sqrt(2 * 0.67) / normalQuantile(0.5 + level / 2);
    const around = found.map((x) => x - 1);
    expect(Math.sqrt(product(around, around)) / sd).toBeGreaterThan(0.8);
    expect(Math.sqrt(product(around, around)) / sd).toBeLessThan(1.2);
  });

  it('is drawn anew where the source gives intervals, and left as it is elsewhere', async () => {
    const written = [test('plain'), test('unsure'), test('plain')];
    const { question, design } = await questionOf('source-errors', 'comparison', written, world);
    const { affected, drawn } = await drawErrors(question, design, world);
    expect(affected).toBe(1);
    expect(new Set(drawn)).toEqual(new Set([1])); // the median of three of which two stand still
  });

  it('asks nothing where no source gives any', async () => {
    const { question, design } = await questionOf('source-errors', 'comparison', [test('plain')], world);
    const silent = { ...world, answer: () => Promise.reject(new Error('asked')) } as unknown as World;
    expect(await drawErrors(question, design, silent)).toEqual({
      affected: 0,
      whole: true,
      value: null,
      drawn: [],
    });
  });
});
