import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import type { Years } from '../../src/kernel/years.js';
import { inequality as measure } from '../../src/measures/inequality.js';
import { inequalityWays, type Way } from '../../src/measures/inequality-ways.js';
import type { Series } from '../../src/measures/measure.js';
import { codeOf, expectClose } from '../statistics/oracle.js';
import { always, type SmallState, type SmallSystem, smallSystem } from './small-system.js';

const years = { from: 2000, to: 2002 };
const cards = [{ name: 'income' }, { name: 'population' }, { name: 'output' }, { name: 'inside' }];

let open: SmallSystem | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

/** A state of ten, whose income is its number unless told. */
const state = (ccode: number, values: SmallState['values'] = {}, from = 2000, to = 2002): SmallState => ({
  ccode,
  from,
  to,
  values: {
    income: always(ccode, from, to),
    population: always(1, from, to),
    output: always(2 * ccode, from, to),
    inside: always(30 + ccode, from, to),
    ...values,
  },
});
const ten = (more: Readonly<Record<number, SmallState['values']>> = {}): SmallState[] =>
  Array.from({ length: 10 }, (_, i) => state(i + 1, more[i + 1]));

async function series(
  members: readonly SmallState[],
  settings: object = {},
  span: Years = years,
): Promise<Series> {
  open = await smallSystem(members, cards);
  const p = measure.parameters.parse({ of: 'income', gap: 'between', as: 'gini', ...settings });
  return measure.compute(p, span, await open.answer(measure.needs(p, span, open)));
}

/** Gini over all pairs, by hand. */
function gini(x: readonly number[], w: readonly number[] = x.map(() => 1)): number {
  const total = w.reduce((a, b) => a + b);
  const mean = x.reduce((sum, v, i) => sum + v * w[i]!, 0) / total;
  let apart = 0;
  x.forEach((a, i) => {
    x.forEach((b, j) => {
      apart += w[i]! * w[j]! * Math.abs(a - b);
    });
  });
  return (100 * apart) / total ** 2 / (2 * mean);
}
const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('inequality', () => {
  it('between states counts each once, or by its people', async () => {
    const big = { 2: { population: always(90, 2000, 2002) } };
    const once = await series(ten(big));
    expect(once.years).toEqual([2000, 2001, 2002]);
    for (const value of once.values) expectClose(value, gini(oneToTen), 1e-12);
    open?.close();
    const people = await series(ten(big), { gap: 'between-people' });
    expectClose(people.values[0]!, gini(oneToTen, [1, 90, 1, 1, 1, 1, 1, 1, 1, 1]), 1e-12);
    expect(people.resampled).toBeUndefined();
  });

  it('takes an amount and the people that share it, and asks for both', async () => {
    const shared = await series([...ten({ 3: { population: { 2000: 4, 2001: 4 } } }), state(11)], {
      of: 'output/population',
      set: 'all',
    });
    expectClose(shared.values[0]!, gini([2, 4, 1.5, 8, 10, 12, 14, 16, 18, 20, 22]), 1e-12);
    expect(shared.counts).toEqual([11, 11, 10]);
    expect(shared.lost).toEqual({ 'not-coded': 1 });
  });

  it('follows a constant set, and leaves out who entered later or has a gap', async () => {
    const members = [
      ...ten({ 4: { income: { 2000: 4, 2001: null, 2002: 4 } } }),
      state(11, {}, 2001),
      state(12),
    ];
    const kept = await series(members);
    expect(kept.counts).toEqual([10, 10, 10]);
    expect(kept.lost).toEqual({
      'states that were not members in every year': 1,
      'states without a value in every year': 1,
    });
    expectClose(kept.values[1]!, gini([1, 2, 3, 5, 6, 7, 8, 9, 10, 12]), 1e-12);
  });

  it('follows Germany across its change of number', async () => {
    const span = { from: 1989, to: 1991 };
    const others = Array.from({ length: 9 }, (_, i) => state(i + 1, {}, 1989, 1991));
    const germany = [state(260, {}, 1989, 1990), state(255, {}, 1990, 1991)];
    const found = await series([...others, ...germany], {}, span);
    expect(found.counts).toEqual([10, 10, 10]);
    expectClose(found.values[0]!, gini([1, 2, 3, 4, 5, 6, 7, 8, 9, 260]), 1e-12);
    expectClose(found.values[1]!, gini([1, 2, 3, 4, 5, 6, 7, 8, 9, 255]), 1e-12);
  });

  it('within states is an average of an index, over states that hold four of five people', async () => {
    const big = { 10: { population: always(90, 2000, 2002) } };
    const mean = await series(ten(big), { of: 'inside', gap: 'within', as: 'mean' });
    expectClose(mean.values[0]!, 35.5, 1e-12);
    open?.close();
    const median = await series(ten(big), { of: 'inside', gap: 'within', as: 'median' });
    expectClose(median.values[0]!, 35.5, 1e-12);
    open?.close();
    const people = await series(ten(big), { of: 'inside', gap: 'within', as: 'mean-by-people' });
    expectClose(people.values[0]!, (31 + 32 + 33 + 34 + 35 + 36 + 37 + 38 + 39 + 90 * 40) / 99, 1e-12);
  });

  it('within states leaves out years whose states hold too few people', async () => {
    const twelve = [
      ...ten(),
      state(11),
      state(12, { inside: {}, population: { 2000: 2, 2001: 2, 2002: 50 } }),
    ];
    const found = await series(twelve, { of: 'inside', gap: 'within', as: 'mean' });
    expect(found.years).toEqual([2000, 2001]);
    expect(found.lost['years in which the states with a value hold under 80 % of the people']).toBe(1);
  });

  it('by people misses a state whose people nobody counted', async () => {
    const eleven = [...ten(), state(11, { population: { 2000: 1, 2002: 1 } })];
    const all = await series(eleven, { gap: 'between-people', set: 'all' });
    expect(all.counts).toEqual([11, 10, 11]);
    expect(all.lost).toEqual({ 'no count of its people': 1 });
  });

  it('draws states anew with their whole histories: two draws of one seed are one', async () => {
    const found = await series(ten(), { as: 'p90-p10' });
    expect(found.values[0]).toBe(9.5 / 1.5);
    const draw = (): readonly number[] => found.resampled!(randomFrom('seed'));
    expect(draw()).toEqual(draw());
    const [first, ...rest] = draw();
    for (const value of rest) expect(value).toBe(first); // the incomes are the same in every year
    expect(draw()).not.toEqual(found.resampled!(randomFrom('another seed')));
  });

  it('says before anything runs what it cannot serve', async () => {
    const half = ten().map((s) => (s.ccode > 5 ? { ...s, values: { ...s.values, inside: {} } } : s));
    open = await smallSystem([...half, state(11, { inside: {} })], cards);
    const world = open;
    const cannot = (settings: object, span: Years = years): string | null =>
      measure.cannot(
        measure.parameters.parse({ of: 'income', gap: 'between', as: 'gini', ...settings }),
        span,
        world,
      );
    expect(cannot({})).toBeNull();
    expect(cannot({}, { from: 1990, to: 2002 })).toBe('income begins in 2000');
    expect(cannot({ of: 'inside', gap: 'within', as: 'mean' })).toBe(
      'inside covers 45 % of the states in 2000, under half',
    );
    expect(codeOf(() => cannot({ of: 'wealth' }))).toBe('world/unknown-variable');
    expect(codeOf(() => cannot({ people: 'heads' }))).toBe('world/unknown-variable');
    const wrong = (settings: object): string | undefined =>
      measure.parameters.safeParse({ of: 'income', gap: 'between', as: 'gini', ...settings }).error?.issues[0]
        ?.message;
    expect(wrong({ as: 'mean' })).toBe('mean is for within, not for between');
    expect(wrong({ gap: 'within', as: 'mean', set: 'all' })).toContain('only a constant set');
  });
});

describe('states drawn anew', () => {
  const ways = Object.entries(inequalityWays as Record<string, Way>).filter(([, way]) => way.draws);
  it.each(ways)('%s of a draw is that of the states with their repetitions as weights', (_name, way) => {
    const income = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.5, max: 90, noNaN: true }));
    const state = fc.tuple(
      fc.oneof({ weight: 9, arbitrary: income }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
      fc.integer({ min: 0, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(state, { minLength: 4, maxLength: 40 }), (list) => {
        const there = list.filter(([x]) => !Number.isNaN(x)).sort(([a], [b]) => a - b);
        fc.pre(there.some(([, times]) => times > 0));
        const histories = list.map(([x], unit) => ({
          unit,
          values: Float64Array.of(Number.NaN, x),
          member: [false, true],
          reasons: new Map<number, string>(),
        }));
        const [value] = way.draws!(histories, [1])(Uint16Array.from(list, ([, times]) => times));
        const plain = way.of(
          there.map(([x]) => x),
          there.map(([, times]) => times),
        );
        expectClose(value!, plain, 1e-9, 1e-3);
      }),
      { numRuns: 200 },
    );
  });
});
