import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draw } from '../../src/designs/design.js';
import { drawNumber } from '../../src/designs/draws.js';
import { oddsInterval } from '../../src/designs/share/odds-interval.js';
import {
  draws,
  permutationTest,
  resampledIntervals,
  shares,
  strata,
  sumsInDraws,
} from '../../src/designs/share/ratio.js';
import { share } from '../../src/designs/share/share.js';
import type { Unit } from '../../src/designs/share/units.js';
import { type Random, randomFrom } from '../../src/kernel/random.js';
import { bcaInterval, jackknifeAcceleration } from '../../src/statistics/resample.js';
import type { Answers } from '../../src/world/open.js';
import { expectClose } from '../statistics/oracle.js';
import { answersOf, asked, catalogue, estimate, parametersOf, type SmallState } from './small-shares.js';

type Row = Readonly<Record<'start' | 'amount' | 'group' | 'people', number>>;
interface ByYardstick {
  readonly ratio: number;
  readonly left_out: number[];
  readonly acceleration: number;
  readonly percentile: [number, number];
  readonly bca: [number, number];
  readonly odds: [number, number];
  readonly sd: number;
}
const oracle = JSON.parse(
  readFileSync(new URL('../oracles/designs/share.json', import.meta.url), 'utf8'),
) as {
  units: Row[];
  exact: { units: Row[]; ratio: number; at_least: number; at_most: number; median: number; mean_log: number };
} & Readonly<Record<'states' | 'room' | 'population', ByYardstick>>;

const yardsticks = { states: () => 1, room: (r: Row) => r.start, population: (r: Row) => r.people };
const unitsOf = (rows: readonly Row[], yardstick: (r: Row) => number): Unit[] =>
  rows.map((r, i) => ({
    ccode: i + 1,
    amount: r.amount,
    yardstick: yardstick(r),
    inGroup: r.group === 1,
    start: r.start,
  }));
const unitsBy = (yardstick: keyof typeof yardsticks): Unit[] => unitsOf(oracle.units, yardsticks[yardstick]);
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b) / x.length;

describe.each(['states', 'room', 'population'] as const)(
  'sixty states against %s, as R has it',
  (yardstick) => {
    const units = unitsBy(yardstick);
    const expected = oracle[yardstick];

    it('the ratio, without each state in turn, and the acceleration', () => {
      expectClose(shares(units).ratio, expected.ratio, 1e-13);
      const leftOut = units.map((_, i) => shares(units.toSpliced(i, 1)).ratio);
      for (const [i, value] of leftOut.entries()) expectClose(value, expected.left_out[i]!, 1e-13);
      expectClose(jackknifeAcceleration(leftOut), expected.acceleration, 1e-9);
    });

    it('the interval on the odds', () => {
      const { low, high } = oddsInterval(units);
      expectClose(low, expected.odds[0], 1e-9);
      expectClose(high, expected.odds[1], 1e-9);
    });

    it('BCa from the same draws with R’s jackknife', () => {
      const replicates = drawnAnew(units, randomFrom('stream'));
      const bca = intervalsIn(units, expected.ratio, randomFrom('stream')).find((i) =>
        i.method.endsWith('BCa'),
      )!;
      const { low, high } = bcaInterval(expected.ratio, replicates, expected.left_out);
      expectClose(bca.low, low, 1e-12);
      expectClose(bca.high, high, 1e-12);
    });

    it('percentiles and BCa, on average over forty streams, as boot’s from 50,000 draws', () => {
      const runs = Array.from({ length: 40 }, (_, seed) =>
        intervalsIn(units, expected.ratio, randomFrom(seed)),
      );
      for (const [method, ends] of [
        ['percentiles', expected.percentile],
        ['BCa', expected.bca],
      ] as const)
        for (const [i, end] of (['low', 'high'] as const).entries()) {
          const found = mean(runs.map((r) => r.find((one) => one.method.endsWith(method))![end]));
          expect(Math.abs(found - ends[i]!), `${method} ${end}: ${found}`).toBeLessThan(0.08 * expected.sd);
        }
    });
  },
);

/** Intervals from draws that are taken one after the other from a stream. */
function intervalsIn(units: readonly Unit[], ratio: number, random: Random) {
  const drawn = Array.from({ length: draws }, () => {
    const times = new Uint8Array(units.length);
    for (let i = 0; i < units.length; i++) times[random.int(units.length)]!++;
    return times;
  });
  const sums = (of: 'amount' | 'yardstick') => sumsInDraws(units, of, (m) => drawn[m]!);
  return resampledIntervals(units, ratio, sums('amount'), sums('yardstick')).intervals;
}

/** Ratios of 999 draws of as many units with replacement, by plain sums. */
function drawnAnew(units: readonly Unit[], random: Random): number[] {
  return Array.from({ length: 999 }, () => {
    const drawn = units.map(() => units[random.int(units.length)]!);
    const sum = (of: 'amount' | 'yardstick', from: readonly Unit[]): number =>
      from.reduce((s, u) => s + u[of], 0);
    const group = drawn.filter((u) => u.inGroup);
    return sum('amount', group) / sum('amount', drawn) / (sum('yardstick', group) / sum('yardstick', drawn));
  });
}

const asStates = (rows: readonly Row[]): SmallState[] =>
  rows.map((r, i) => ({
    ccode: i + 1,
    ally: r.group === 1,
    people: r.people,
    scores: [r.start, null, r.start - r.amount],
  }));

/** The estimates of many worlds without an effect. */
function worlds(rows: readonly Row[], many: number): number[] {
  const p = parametersOf();
  const answers = asked(p, answersOf(asStates(rows)));
  const withoutEffect = share.underNull(p, answers, catalogue);
  return Array.from({ length: many }, (_, i) => {
    const random = randomFrom(['draw', i]);
    const keys = rows.map(() => random.next());
    const draw: Draw = { keyOf: (ccode) => keys[ccode - 1] ?? 0 };
    return withoutEffect(draw);
  });
}

describe('exchanging the label of the group', () => {
  const { exact } = oracle;

  it('gives the p of all 24 labellings of eight states, those that tie included', () => {
    expectClose(estimate(asStates(exact.units)).value, exact.ratio, 1e-11);
    const units = unitsOf(exact.units, () => 1);
    const found = Array.from({ length: 40 }, (_, seed) =>
      permutationTest(units, exact.ratio, (m) => drawNumber(1000 * seed + m)),
    );
    const p = mean(found.map((test) => test.p));
    expect(Math.abs(p - Math.min(1, 2 * Math.min(exact.at_least, exact.at_most)))).toBeLessThan(0.02);
    // Half of the labellings lie below 0.45 of the amount and half above: a sampled median is 0.4, 0.5 or between.
    for (const { median } of found) expect(Math.abs(median - exact.median)).toBeLessThanOrEqual(1 / 9 + 1e-9);
  });

  it('in 2,000 worlds without an effect leaves on average what the exact enumeration has', () => {
    const logs = worlds(exact.units, 2000).map(Math.log);
    const spread = Math.sqrt(mean(logs.map((x) => (x - mean(logs)) ** 2)) / logs.length);
    expect(Math.abs(mean(logs) - exact.mean_log)).toBeLessThan(4 * spread);
  });

  it('keeps within each fifth of the start the number of allies, so that the mean is that of the strata', () => {
    const units = unitsBy('states');
    const fifths = strata(units);
    const all = units.reduce((sum, u) => sum + u.amount, 0);
    const expected = [...new Set(fifths)].reduce((sum, fifth) => {
      const own = units.filter((_, i) => fifths[i] === fifth);
      const allies = own.filter((u) => u.inGroup).length;
      return sum + (allies / own.length) * own.reduce((s, u) => s + u.amount, 0);
    }, 0);
    const ratios = worlds(oracle.units, 2000);
    const spread = Math.sqrt(mean(ratios.map((x) => (x - mean(ratios)) ** 2)) / ratios.length);
    expect(Math.abs(mean(ratios) - expected / all / (24 / 60))).toBeLessThan(4 * spread);
    const middle = estimate(asStates(oracle.units)).diagnostics['permutation_median'] as number;
    expect(Math.abs(mean(ratios.map((r) => Math.log(r / middle))))).toBeLessThan(0.03);
  });
});

/** Worlds of 8 to 30 states with whole scores, in which somebody fell and some but not all are allies. */
const anyWorld = fc
  .array(
    fc.record({
      ally: fc.boolean(),
      people: fc.integer({ min: 1, max: 99 }),
      scores: fc.tuple(grade(), grade(), grade()),
    }),
    { minLength: 8, maxLength: 30 },
  )
  .filter(
    (w) =>
      w.some((s) => s.ally && s.scores[0] > 0) &&
      w.some((s) => !s.ally && s.scores[0] > 0) &&
      w.some((s) => s.scores[0] > s.scores[2]),
  )
  .map((w): SmallState[] => w.map((s, i) => ({ ...s, ccode: i + 1 })));
function grade() {
  return fc.integer({ min: 0, max: 10 });
}
const settings = fc.record({
  as: fc.constantFrom('endpoints', 'yearly', 'from-peak'),
  against: fc.constantFrom('states', 'population', 'room-to-fall'),
});
const falls = (as: string, score = 'freedom') => ({ of: { 'fall-in': score, over: '2000-2002', as } });

describe('what must not change an estimate', () => {
  const shuffled = (answers: Answers, seed: number): Answers => {
    const random = randomFrom(seed);
    const mixed = <T>(rows: readonly T[]): T[] =>
      rows
        .map((row) => [random.next(), row] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, row]) => row);
    return Object.fromEntries(Object.entries(answers).map(([name, rows]) => [name, mixed(rows)]));
  };
  const once = { numRuns: 25 };

  it('the order of rows, to the byte', () => {
    fc.assert(
      fc.property(anyWorld, settings, fc.nat(), (members, { as, against }, seed) => {
        const p = parametersOf({ ...falls(as), against });
        const answers = asked(p, answersOf(members));
        const [one, other] = [answers, shuffled(answers, seed)].map((rows) =>
          share.estimate(p, rows, catalogue, randomFrom('same')),
        );
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      once,
    );
  });

  it('the numbers of states, to the byte', () => {
    fc.assert(
      fc.property(anyWorld, settings, fc.nat(), (members, { as, against }, seed) => {
        const random = randomFrom(seed);
        const taken = new Set<number>();
        while (taken.size < members.length) taken.add(1 + random.int(999));
        const renamed = members.map((s, i) => ({ ...s, ccode: [...taken][i]! }));
        const [one, other] = [members, renamed].map((w) => estimate(w, { ...falls(as), against }));
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      once,
    );
  });

  it('the unit of the score, to the byte but for the amount itself', () => {
    fc.assert(
      fc.property(anyWorld, settings, (members, { as, against }) => {
        const twice = members.map((s) => ({ ...s, scores: s.scores.map((x) => 2 * (x as number)) }));
        const one = estimate(members, { ...falls(as), against });
        const other = estimate(twice, { ...falls(as, 'freedom_twice'), against });
        const amount = 2 * (one.diagnostics['amount'] as number);
        expect(JSON.stringify(other)).toBe(
          JSON.stringify({ ...one, diagnostics: { ...one.diagnostics, amount } }),
        );
      }),
      once,
    );
  });

  it('the seed: its draws are numbered', () => {
    const members = asStates(oracle.units);
    const [a, b] = ['one', 'two'].map((seed) => estimate(members, {}, seed));
    expect(JSON.stringify(b)).toBe(JSON.stringify(a));
  });
});
