import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse } from '../../src/claims/multiverse.js';
import { comparison } from '../../src/designs/comparison/comparison.js';
import type { ComparisonParameters } from '../../src/designs/comparison/parameters.js';
import type { Draw, Estimate } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { contentHash } from '../../src/kernel/canonical.js';
import type { EntenteError } from '../../src/kernel/errors.js';
import { randomFrom } from '../../src/kernel/random.js';
import { gaussian } from '../../src/statistics/simulate.js';
import { judgePart } from '../../src/verdicts/judge.js';
import type { Answers } from '../../src/world/open.js';
import { type SmallState, type SmallSystem, smallSystem } from '../measures/small-system.js';
import { expectClose } from '../statistics/oracle.js';
import { compared } from './comparison-oracle.js';

const asked = (p: object): ComparisonParameters => comparison.parameters.parse(p);
const problem = (p: object): string => comparison.parameters.safeParse(p).error?.issues[0]?.message ?? 'none';

async function run(p: object, system: SmallSystem): Promise<Estimate> {
  const parameters = asked(p);
  expect(comparison.cannot(parameters, system)).toBeNull();
  const answers = await system.answer(comparison.needs(parameters, system));
  return comparison.estimate(parameters, answers, system, randomFrom('a comparison'));
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing thrown',
    (error: EntenteError) => error.code,
  );

const method = (e: Estimate, name: RegExp) => e.errors.find((i) => name.test(i.method))!;
const byYear = (from: number, values: readonly number[]): Record<number, number> =>
  Object.fromEntries(values.map((x, i) => [from + i, x]));

describe('one state against a group, from the table of states to the interval, agrees with R', () => {
  const { placebo } = compared;
  let system: SmallSystem;
  beforeAll(async () => {
    const from = placebo.years[0]!;
    system = await smallSystem(
      placebo.states.map((ccode, i) => ({
        ccode,
        from,
        to: placebo.years.at(-1)!,
        values: {
          score: byYear(from, placebo.panel[i]!),
          member: byYear(
            from,
            placebo.years.map(() => 1),
          ),
        },
      })),
      [{ name: 'score' }, { name: 'member' }],
    );
  });
  afterAll(() => system.close());

  const p = {
    of: { variable: 'score' },
    one: 'State 101',
    other: { where: 'member' },
    from: '2002-2006',
    to: '2012-2015',
  };

  it('gap, rank, p and intervals', async () => {
    const e = await run(p, system);
    expectClose(e.value, placebo.gap, 1e-10);
    expect([e.n, e.of, e.diagnostics['placebos']]).toEqual([45, 'states', 44]);
    expect(e.diagnostics['rank_from_lowest']).toBe(placebo.rank);
    expectClose(Number(e.diagnostics['placebo_p']), placebo.p, 1e-10);
    expectClose(method(e, /normal/).low, placebo.normal[0], 1e-9);
    expectClose(method(e, /normal/).high, placebo.normal[1], 1e-9);
    expectClose(method(e, /rank/).low, placebo.ordered[0], 1e-9);
    expectClose(method(e, /rank/).high, placebo.ordered[1], 1e-9);
    const widest = e.errors.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
    expect([e.low, e.high, widest.chosen]).toEqual([widest.low, widest.high, true]);
  });

  it('thinks the same of a group that is listed', async () => {
    const states = placebo.states.map((s) => `State ${s}`).join('+');
    expect(await run({ ...p, other: { states } }, system)).toEqual(await run(p, system));
  });

  it('without an effect each of all the states is as likely to stand in the place', async () => {
    const parameters = asked(p);
    const answers = await system.answer(comparison.needs(parameters, system));
    const gaps = Array.from({ length: 400 }, (_, i) => {
      const random = randomFrom(['draw', i]);
      const keys = new Map(placebo.states.map((s) => [s, random.next()]));
      return comparison.underNull(parameters, answers, system)({ keyOf: (s) => keys.get(s)! });
    });
    expect(new Set(gaps.map((g) => g.toFixed(9))).size).toBeGreaterThan(40);
    const average = gaps.reduce((a, b) => a + b) / gaps.length;
    expect(Math.abs(average)).toBeLessThan(0.01);
    const asLarge = gaps.filter((g) => Math.abs(g) >= Math.abs(placebo.gap)).length / 400;
    expect(Math.abs(asLarge - placebo.p)).toBeLessThan(0.1);
  });
});

/** States 1–12: the first falls by 0.2 in 2010, the third is unknown in 2012; state 20 enters in 2009. */
const small = (sd: number | undefined): Promise<SmallSystem> => {
  const wave = (s: number, year: number): number => 0.6 + 0.01 * s + 0.002 * ((year * (s + 3)) % 7);
  const score = (s: number, year: number): number => wave(s, year) - (s === 1 && year >= 2010 ? 0.2 : 0);
  const years = Array.from({ length: 15 }, (_, i) => 2001 + i);
  const states: SmallState[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20].map((ccode) => {
    const from = ccode === 20 ? 2009 : 2001;
    const own = years.filter((y) => y >= from);
    const values = (f: (y: number) => number): Record<number, number | null> =>
      Object.fromEntries(own.map((y) => [y, ccode === 3 && y === 2012 ? null : f(y)]));
    return {
      ccode,
      from,
      to: 2015,
      values: {
        score: values((y) => score(ccode, y)),
        score_low: values((y) => score(ccode, y) - (sd ?? 0)),
        score_high: values((y) => score(ccode, y) + (sd ?? 0)),
        amount: values(() => 100 * ccode),
        free: values((y) => (y < 2005 ? ccode / 12 : 1)),
      },
    };
  });
  const interval = { low: 'score_low', high: 'score_high', level: 0.6826894921370859 };
  return smallSystem(states, [
    { name: 'score', ...(sd !== undefined && { interval }) },
    { name: 'score_low' },
    { name: 'score_high' },
    { name: 'amount', scale: { low: 0 } },
    { name: 'free' },
  ]);
};

describe('comparisons by hand', () => {
  let plain: SmallSystem;
  let doubtful: SmallSystem;
  beforeAll(async () => {
    plain = await small(undefined);
    doubtful = await small(0.05);
  });
  afterAll(() => {
    plain.close();
    doubtful.close();
  });
  const spans = { from: '2003-2007', to: '2011-2015' };
  const own = { of: { variable: 'score' }, one: 'State 1', ...spans };
  const group = { ...own, other: { where: 'free >= 0.2' } };
  const wave = (years: readonly number[]): number =>
    years.reduce((sum, y) => sum + 0.002 * ((y * 4) % 7), 0) / 5;
  const fall = -0.2 + wave([2011, 2012, 2013, 2014, 2015]) - wave([2003, 2004, 2005, 2006, 2007]);

  it('a state against its own past: later mean less earlier mean', async () => {
    const e = await run(own, plain);
    expectClose(e.value, fall, 1e-9);
    expect(e.n).toBe(10);
    expect(e.high).toBeLessThan(-0.18);
    expect(e.diagnostics['change_of_one_clears_the_source_error']).toBeUndefined();
  });

  it('the source’s own error widens the interval, and is told where a change does not clear it', async () => {
    const [before, after] = [await run(own, plain), await run(own, doubtful)];
    const half = (e: Estimate): number => (e.high - e.low) / 2;
    // A standard error of 0.05 in either span, that of each year being one and the same.
    expectClose(half(after), Math.hypot(half(before), 1.959964 * Math.hypot(0.05, 0.05)), 1e-6);
    expect(after.diagnostics['change_of_one_clears_the_source_error']).toBe('yes');
    const still = await run({ ...own, one: 'State 2' }, doubtful);
    expect(still.diagnostics['change_of_one_clears_the_source_error']).toBe('no');
    const picture = await drawn({ ...own, one: 'State 2' }, doubtful);
    expect(picture.subtitle).toContain('does not clear the source’s own error');
  });

  it('a group is that of the first year; members without all values are lost and counted', async () => {
    const e = await run(group, plain);
    // free >= 0.2 in 2003: states 3 to 12; the third is unknown in 2012; the first is the one compared.
    expect(e.diagnostics['placebos']).toBe(9);
    expect(e.lost).toEqual({ 'members of the group without a value in each of the years': 1 });
    expect(e.diagnostics['rank_from_lowest']).toBe(1);
    expectClose(Number(e.diagnostics['placebo_p']), 1 / 10, 1e-12);
    expect(e.errors[0]!.method).toContain('80.0 %');
  });

  it('a group of which too few have values is no group', async () => {
    const three = { ...group, other: { states: 'State 2+State 3+State 4+State 5' } };
    expect(await codeOf(run(three, plain))).toBe('designs/thin-group');
    expect(await codeOf(run({ ...group, one: 'State 3' }, plain))).toBe('designs/no-value');
    expect(await codeOf(run({ ...group, other: { where: 'free >= 7' } }, plain))).toBe('designs/empty-group');
  });

  it('one state against another in the same years; a year that one lacks is left out of both', async () => {
    const e = await run(
      { of: { variable: 'score' }, one: 'State 2', other: 'State 3', years: '2008-2015' },
      plain,
    );
    expect(e.diagnostics['years']).toBe(7);
    const at = (s: number, y: number): number => 0.6 + 0.01 * s + 0.002 * ((y * (s + 3)) % 7);
    const kept = [2008, 2009, 2010, 2011, 2013, 2014, 2015];
    expectClose(e.value, kept.reduce((sum, y) => sum + at(2, y) - at(3, y), 0) / 7, 1e-9);
  });

  it('a relative difference of amounts: a quarter is −60', async () => {
    const p = {
      of: { variable: 'amount' },
      one: 'State 2',
      other: 'State 8',
      years: '2003-2012',
      as: 'relative',
    };
    const e = await run(p, plain);
    expectClose(e.value, -60, 1e-10);
    expect(comparison.unit(asked(p))).toBe('per cent of both together');
  });

  it('shares of what some states hold together, with the one asked about', async () => {
    const p = {
      of: { share: 'amount', among: 'State 2+State 3+State 5' },
      one: 'State 10',
      other: 'State 5',
      years: '2005-2011',
    };
    const e = await run(p, plain);
    // 10 of 2 + 3 + 5 + 10; 5 of 2 + 3 + 5.
    expectClose(e.value, 0 + 50 - 50, 1e-9, 1);
    const later = await run({ ...p, one: 'State 4', years: '2008-2015' }, plain);
    expect(later.lost).toEqual({ 'years in which one of the states has no value': 1 });
    expectClose(later.value, (100 * 4) / 14 - 50, 1e-9);
  });

  it('movement compares how far two things moved, whichever way', async () => {
    const p = {
      of: { variable: 'score' },
      against: { share: 'amount', among: ['State 2'] },
      one: 'State 1',
      ...spans,
      as: 'movement',
    };
    const e = await run(p, plain);
    expectClose(e.value, -fall, 1e-9);
    expect(e.low).toBeGreaterThan(0.18);
    const swapped = { ...p, of: p.against, against: p.of };
    expectClose((await run(swapped, plain)).value, fall, 1e-9);
  });

  it('needs years enough without a group, and none beyond the record', () => {
    const cannot = (p: object): string | null => comparison.cannot(asked(p), plain);
    expect(cannot({ ...own, from: '2003-2004' })).toBe(
      '2 and 5 years: without a group a comparison needs 6 years, 3 in each span',
    );
    expect(cannot({ ...group, from: 2003, to: 2011 })).toBeNull();
    expect(cannot({ ...own, to: '2011-2016' })).toBe('score ends in 2015');
    expect(cannot({ ...group, one: 'State 20' })).toBe('no state was called State 20 in all of 2003–2015');
    expect(cannot({ ...own, of: { share: 'free', among: 'State 2' } })).toBe(
      'free can be below 0: it has no shares',
    );
    expect(() => cannot({ ...own, of: { variable: 'scor' } })).toThrow(/unknown variable/);
    expect(() => cannot({ ...group, other: { where: 'fre' } })).toThrow(/unknown variable/);
    expect(() => cannot({ ...own, of: { 'trade-share': 'score', of: 'State 2' } })).toThrow(
      /not a figure about pairs/,
    );
  });

  async function drawn(p: object, system: SmallSystem) {
    const parameters = asked(p);
    const answers = await system.answer(comparison.needs(parameters, system));
    const estimate = comparison.estimate(parameters, answers, system, randomFrom('a picture'));
    return comparison.picture(parameters, answers, system, estimate);
  }

  it('draws one against others, with the finding for a title and numbers in the alternative text', async () => {
    const picture = await drawn(group, plain);
    expect(picture.title).toBe(
      'State 1: score down 0.20 from 2003–2007 to 2011–2015, 0.20 below the mean change of 9 others (place 1 of 10 from the lowest)',
    );
    expect(picture.marks.filter((m) => m.kind === 'line' && m.role === 'context')).toHaveLength(9);
    expect(picture.marks.filter((m) => m.kind === 'line' && m.role === 'main')).toHaveLength(1);
    expect(picture.alt).toContain('0.617 in 2003–2007');
    expect((await drawn(own, plain)).title).toBe('State 1: score down 0.20 from 2003–2007 to 2011–2015');
    const two = await drawn(
      { of: { variable: 'score' }, one: 'State 2', other: 'State 4', years: '2003-2012' },
      plain,
    );
    expect(two.title).toMatch(/^Score, 2003–2012: State 2 0\.63, State 4 0\.64$/);
  });
});

describe('distances of ideal points, by hand', () => {
  /** Places in 2001–2010: the first stands at 1.5, the second at −0.5 and moves by 0.1 a year, the third at −1; the fourth lacks 2004. */
  const place = (s: number, year: number): number =>
    s === 1 ? 1.5 : s === 2 ? -0.5 + 0.1 * (year - 2001) : s === 3 ? -1 : 2;
  const years = Array.from({ length: 10 }, (_, i) => 2001 + i);
  const of = (s: number, half: number): Record<number, number | null> =>
    Object.fromEntries(years.map((y) => [y, s === 4 && y === 2004 ? null : place(s, y) + half]));
  const column = (name: string) => [
    { name, interval: { low: `${name}_low`, high: `${name}_high`, level: 0.9 } },
    { name: `${name}_low` },
    { name: `${name}_high` },
  ];
  let system: SmallSystem;
  beforeAll(async () => {
    system = await smallSystem(
      [1, 2, 3, 4].map((s) => ({
        ccode: s,
        from: 2001,
        to: 2010,
        values: {
          ideal_point: of(s, 0),
          ideal_point_low: of(s, -0.2 * s),
          ideal_point_high: of(s, 0.2 * s),
        },
      })),
      column('ideal_point'),
    );
  });
  afterAll(() => system.close());
  const p = {
    of: { 'ideal-points': 'all' },
    one: ['State 2', 'State 3'],
    other: ['State 2', 'State 1'],
    years: '2001-2010',
  };
  // 2 and 3: 0.5 + 0.1 t; 2 and 1: 2 − 0.1 t; t = 0 … 9, on average 4.5.
  const [near, far] = [0.5 + 0.45, 2 - 0.45];

  it('a difference is how much further apart the one pair stands, less how much nearer', async () => {
    const more = await run(p, system);
    expectClose(more.value, near - far, 1e-10);
    const less = await run({ ...p, as: 'less' }, system);
    expectClose(less.value, far - near, 1e-10);
    expectClose(less.low, -more.high, 1e-10);
    expectClose(less.high, -more.low, 1e-10);
    expect([less.n, less.of, less.lost]).toEqual([10, 'years', {}]);
    expectClose(Number(less.diagnostics['mean_of_one']), near, 1e-10);
    const parameters = asked({ ...p, as: 'less' });
    const answers = await system.answer(comparison.needs(parameters, system));
    const working = comparison.working!(parameters, answers, system);
    expect(working.says.at(-1)).toBe('difference: how much less, 1.55 − (0.95) = 0.6');
    expect(comparison.unit(parameters)).toBe('standard deviations');
  });

  it('the source’s own error is that of both places, half of a 90 % interval over its quantile', async () => {
    const e = await run(p, system);
    const error = (a: number, b: number): number => Math.hypot(0.2 * a, 0.2 * b) / 1.6448536269514722;
    expectClose(Number(e.diagnostics['source_error_of_one']), error(2, 3), 1e-9);
    expectClose(Number(e.diagnostics['source_error_of_other']), error(2, 1), 1e-9);
    const both = Math.hypot(error(2, 3), error(2, 1));
    const plain = e.errors.filter(({ method }) => !/own error/.test(method));
    const widest = plain.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
    expectClose(e.high - e.value, Math.hypot(widest.high - e.value, 1.959963984540054 * both), 1e-8);
  });

  it('a year in which one has no place is left out of both and counted', async () => {
    const e = await run({ ...p, other: ['State 2', 'State 4'] }, system);
    expect(e.lost).toEqual({ 'years in which one of the states has no ideal point': 1 });
    const kept = years.filter((y) => y !== 2004);
    const mean = (f: (y: number) => number): number => kept.reduce((sum, y) => sum + f(y), 0) / 9;
    const apart = (a: number, b: number) => (y: number) => Math.abs(place(a, y) - place(b, y));
    expectClose(e.value, mean(apart(2, 3)) - mean(apart(2, 4)), 1e-10);
  });

  it('others take the place of the second, if they have all years', async () => {
    const parameters = asked({ ...p, as: 'less' });
    const { placebos } = comparison;
    expect(placebos!.cannot(parameters, system)).toBeNull();
    expect(placebos!.needs(parameters, system)).toEqual({});
    const answers = await system.answer(comparison.needs(parameters, system));
    // State 4 lacks a year; the states that are named take nobody’s place.
    expect(placebos!.estimates(parameters, answers, system)).toEqual([]);
    const later = asked({ ...p, as: 'less', years: '2005-2010' });
    const found = placebos!.estimates(later, answers, system);
    expect(found.map(({ name }) => name)).toEqual(['State 4']);
    const mean = (f: (y: number) => number): number => years.slice(4).reduce((sum, y) => sum + f(y), 0) / 6;
    expectClose(found[0]!.value, mean((y) => 1.5 - place(2, y)) - mean((y) => 2 - place(2, y)), 1e-10);
  });

  it('are not had of some votes on one issue, nor two estimates at once', async () => {
    const odd = asked({ ...p, of: { 'ideal-points': 'adopted', issue: 'hr' } });
    expect(comparison.cannot(odd, system)).toBe(
      'ideal points on one issue are of all votes on it, not of adopted',
    );
    const two = asked({ ...p, against: { 'ideal-points': 'all', issue: 'hr' } });
    expect(() => comparison.estimate(two, { scores: [] }, system, randomFrom('two'))).toThrow(/same votes/);
  });
});

describe('counts', () => {
  /** Of 60 states 40 are under the second sender’s flag for five years, 6 under the first’s, and four come back. */
  const flagged = (): Promise<SmallSystem> => {
    const years = Array.from({ length: 12 }, (_, i) => 2000 + i);
    return smallSystem(
      Array.from({ length: 60 }, (_, i) => ({
        ccode: i + 1,
        from: 2000,
        to: 2011,
        values: {
          ours: Object.fromEntries(years.map((y) => [y, i < 6 && y >= 2002 + i && y < 2007 + i ? 1 : 0])),
          theirs: Object.fromEntries(
            years.map((y) => [
              y,
              (i < 40 && y >= 2001 + (i % 7) && y < 2006 + (i % 7)) || (i < 4 && y === 2011) ? 1 : 0,
            ]),
          ),
        },
      })),
      [{ name: 'ours' }, { name: 'theirs' }],
    );
  };
  const p = {
    of: { count: 'ours', as: 'begun' },
    against: { count: 'theirs', as: 'begun' },
    years: '2001-2011',
    as: 'relative',
  };

  it('count what begins and what is in force, with the exact interval of their ratio', async () => {
    const system = await flagged();
    try {
      const begun = await run(p, system);
      expect([begun.diagnostics['count_of_one'], begun.diagnostics['count_of_other']]).toEqual([6, 44]);
      expectClose(begun.value, (100 * (6 - 44)) / 50, 1e-10);
      const exact = method(begun, /exact/);
      // binom.test(6, 50) in R, as a difference of the two parts.
      expectClose(exact.low, 200 * 0.0453353207737 - 100, 1e-6);
      expectClose(exact.high, 200 * 0.2431013167056 - 100, 1e-6);
      expect(begun.low).toBeLessThanOrEqual(exact.low);
      expect([begun.n, begun.of]).toEqual([50, 'beginnings']);
      expect(begun.diagnostics['unrecorded_until_a_quarter']).toBe(5);
      expect(begun.diagnostics['unrecorded_until_half']).toBe(16);
      expect(begun.diagnostics['unrecorded_until_as_many']).toBe(38);
      const force = await run(
        { ...p, of: { count: 'ours', as: 'in-force' }, against: { count: 'theirs', as: 'in-force' } },
        system,
      );
      expect([force.diagnostics['count_of_one'], force.diagnostics['count_of_other']]).toEqual([30, 204]);
      // States stay under a flag for years: drawing states anew knows it, the exact interval does not.
      const half = (name: RegExp): number => method(force, name).high - method(force, name).low;
      expect(half(/states drawn anew/)).toBeGreaterThan(half(/exact/));
    } finally {
      system.close();
    }
  });

  it('keep to the ends of the scale where one side has none', async () => {
    const system = await smallSystem(
      Array.from({ length: 30 }, (_, i) => ({
        ccode: i + 1,
        from: 2000,
        to: 2011,
        values: {
          nobody: byYear(2000, new Array<number>(12).fill(0)),
          nobody_else: byYear(2000, new Array<number>(12).fill(0)),
          theirs: byYear(2000, new Array<number>(12).fill(i < 5 ? 1 : 0)),
        },
      })),
      [{ name: 'nobody' }, { name: 'nobody_else' }, { name: 'theirs' }],
    );
    try {
      const of = { count: 'nobody', as: 'in-force' };
      const against = { count: 'theirs', as: 'in-force' };
      const none = await run({ ...p, of, against }, system);
      expect([none.value, none.low]).toEqual([-100, -100]);
      expect(none.high).toBeGreaterThan(-100);
      const neither = { count: 'nobody_else', as: 'in-force' };
      expect(await codeOf(run({ ...p, of, against: neither }, system))).toBe('designs/nothing-to-compare');
    } finally {
      system.close();
    }
  });
});

describe('agreement in votes agrees with R', () => {
  const { assembly } = compared;
  const rows = assembly.votes.map(({ session, text, a, b, c }) => ({
    text: 1000 * session + text,
    year: session,
    heading: `Text ${text} : resolution / adopted by the General Assembly`,
    ...{ in_library: 1, vote0: a, seats0: 1, vote1: b, seats1: 1, vote2: c, seats2: 1 },
  }));
  const answers: Answers = { votes: rows };
  const catalogue = { manifest: {}, states: {} } as never;
  const p = (abstentions: string) =>
    asked({ of: { votes: 'library', abstentions }, one: ['A', 'B'], other: ['A', 'C'], years: '2001-2012' });
  const estimate = (abstentions: string, from: Answers = answers): Estimate =>
    comparison.estimate(p(abstentions), from, catalogue, randomFrom('votes'));

  it.each([
    ['halfway', assembly.halfway, assembly.n],
    ['as-a-side', assembly.as_a_side, assembly.n],
    ['left-out', assembly.left_out, assembly.n_sided],
  ] as const)('%s', (abstentions, value, n) => {
    const e = estimate(abstentions);
    expectClose(e.value, value, 1e-10);
    expect([e.n, e.of]).toEqual([n, 'votes']);
    const lost = Object.values(e.lost).reduce<number>((sum, x) => sum + (x ?? 0), 0);
    expect(n + lost).toBe(assembly.votes.length);
  });

  it.each([
    [/sessions drawn anew in blocks/, assembly.sessions],
    [/texts drawn anew/, assembly.texts],
  ] as const)('%s: the interval within Monte Carlo error', (name, drawn) => {
    const found = method(estimate('halfway'), name);
    // The standard error of a 2.5 % percentile of 499 draws of a normal: √(0.025 · 0.975 / 499) / 0.0584 standard deviations.
    const error = 4 * drawn.sd * (Math.sqrt((0.025 * 0.975) / 499) / 0.0584);
    expect(Math.abs(found.low - drawn.low)).toBeLessThan(error);
    expect(Math.abs(found.high - drawn.high)).toBeLessThan(error);
  });

  it('does not mind the order of votes, and turns round with the pairs', () => {
    const e = estimate('halfway', { votes: [...rows].reverse() });
    expectClose(e.value, assembly.halfway, 1e-10);
    const swapped = asked({
      of: { votes: 'library', abstentions: 'halfway' },
      one: ['A', 'C'],
      other: ['A', 'B'],
      years: '2001-2012',
    });
    const other = rows.map((r) => ({ ...r, vote1: r.vote2, vote2: r.vote1 }));
    const turned = comparison.estimate(swapped, { votes: other }, catalogue, randomFrom('votes'));
    expectClose(turned.value, -assembly.halfway, 1e-10);
  });

  it('takes the votes of its set, and leaves out those on an issue', () => {
    const marked = rows.map((r, i) => ({
      ...r,
      in_all: 1,
      in_adopted: Number(i % 2 === 0),
      me: Number(i % 3 === 0),
    }));
    const said = (of: object): Estimate =>
      comparison.estimate(
        asked({
          of: { abstentions: 'as-a-side', ...of },
          one: ['A', 'B'],
          other: ['A', 'C'],
          years: '2001-2012',
        }),
        { votes: marked },
        catalogue,
        randomFrom('sets'),
      );
    const byHand = (keep: (i: number) => boolean): number => {
      const counted = marked.filter((r, i) => keep(i) && ![r.vote0, r.vote1, r.vote2].includes(8));
      const part = (f: (r: (typeof marked)[number]) => boolean): number =>
        counted.filter(f).length / counted.length;
      return 100 * (part((r) => r.vote0 === r.vote1) - part((r) => r.vote0 === r.vote2));
    };
    expectClose(
      said({ votes: 'all' }).value,
      byHand(() => true),
      1e-10,
    );
    expectClose(
      said({ votes: 'adopted' }).value,
      byHand((i) => i % 2 === 0),
      1e-10,
    );
    expectClose(
      said({ votes: 'adopted', without: 'me' }).value,
      byHand((i) => i % 2 === 0 && i % 3 > 0),
      1e-10,
    );
    expectClose(
      said({ votes: 'all', issue: 'me' }).value,
      byHand((i) => i % 3 === 0),
      1e-10,
    );
  });

  it('refuses a name that stands for two who voted at once', () => {
    expect(() => estimate('halfway', { votes: [{ ...rows[0]!, seats1: 2 }] })).toThrow(/two members voted/);
  });
});

describe('worlds without an effect, of what is drawn anew', () => {
  const drawOf = (name: unknown): Draw => {
    const random = randomFrom(name);
    const keys = new Map(Array.from({ length: 40 }, (_, t) => [1990 + t, random.next()]));
    return { keyOf: (year) => keys.get(year)! };
  };
  const { assembly } = compared;
  const answers: Answers = {
    votes: assembly.votes.map(({ session, text, a, b, c }) => ({
      text: 1000 * session + text,
      year: session,
      heading: `Text ${text}`,
      ...{ in_library: 1, vote0: a, seats0: 1, vote1: b, seats1: 1, vote2: c, seats2: 1 },
    })),
  };
  const catalogue = { manifest: {}, states: {} } as never;
  const votes = { of: { votes: 'library', abstentions: 'halfway' }, one: ['A', 'B'] };
  const effects = (p: object): number[] =>
    Array.from({ length: 300 }, (_, i) => comparison.underNull(asked(p), answers, catalogue)(drawOf(i)));

  it('levels: which side is which does not matter, in blocks of years', () => {
    const found = effects({ ...votes, other: ['A', 'C'], years: '2001-2012' });
    const mean = found.reduce((a, b) => a + b) / found.length;
    expect(Math.max(...found.map(Math.abs))).toBeLessThanOrEqual(assembly.halfway + 1);
    expect(Math.abs(mean)).toBeLessThan(3);
    // Twelve years in six blocks of two: at most 64 worlds.
    expect(new Set(found.map((x) => x.toFixed(6))).size).toBeLessThanOrEqual(64);
  });

  it('changes: which years come first does not matter', () => {
    const p = { ...votes, from: '2001-2006', to: '2007-2012' };
    const found = effects(p);
    const mean = found.reduce((a, b) => a + b) / found.length;
    const own = comparison.estimate(asked(p), answers, catalogue, randomFrom('change')).value;
    expect(Math.abs(mean)).toBeLessThan(1);
    expect(found.some((x) => Math.abs(x) >= Math.abs(own))).toBe(true);
  });
});

describe('the parameters', () => {
  const variable = { variable: 'x' };
  const votes = { votes: 'library', abstentions: 'halfway' };
  it.each([
    [{ of: variable, one: 'A', years: '2001-2010' }, /nothing to compare with/],
    [{ of: variable, one: 'A', from: '2001-2005' }, /both from and to/],
    [{ of: variable, one: 'A', other: 'B', years: '2001-2005', from: '2001-2005' }, /write years, or both/],
    [{ of: variable, one: 'A', from: '2001-2005', to: '2005-2009' }, /begin after the earlier end/],
    [{ of: variable, other: 'B', years: '2001-2005' }, /variable is about one state/],
    [{ of: votes, one: 'A', other: 'B', years: '2001-2010' }, /votes is about two states/],
    [
      { of: votes, one: ['A', 'B'], other: { where: 'x' }, years: '2001-2010' },
      /not had for each state of a group/,
    ],
    [
      { of: variable, against: variable, one: 'A', other: { where: 'x' }, years: '2001-2010' },
      /same quantity/,
    ],
    [{ of: variable, one: 'A', from: '2001-2005', to: '2006-2009', as: 'relative' }, /needs another side/],
    [{ of: variable, one: 'A', other: 'B', years: '2006-2009', as: 'movement' }, /compares changes/],
    [
      { of: { count: 'x', as: 'begun' }, against: { count: 'y', as: 'begun' }, one: 'A', years: '2001-2010' },
      /nobody by name/,
    ],
    [{ of: variable, one: 'A', other: { where: 'x > 3' }, years: '2001-2010' }, /least value/],
  ])('%j', (p, message) => {
    expect(problem(p)).toMatch(message);
  });

  it('are told in a claim with line and nearest word', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-comparison-'));
    try {
      const file = join(folder, 'claim.yaml');
      const lines = [
        'claim: A is above B.',
        'measured: x',
        'counts-against: y',
        'test:',
        '  design: comparison',
        '  of: { variabel: score }',
        '  one: State 1',
        '  other: State 2',
        '  years: $years',
        'expect: { difference: above 0, matters-from: 1, because: c }',
        'alternatives: { years: [2003-2012] }',
      ];
      writeFileSync(file, lines.join('\n'));
      const claim = loadClaim(file, designs);
      const read = (): unknown =>
        multiverse(claim, claim.parts[0]!, designs, { manifest: { variables: [] } } as never);
      const error = (() => {
        try {
          return read();
        } catch (e) {
          return e as EntenteError;
        }
      })() as EntenteError;
      expect([error.code, error.at?.line]).toEqual(['claims/unknown-key', 6]);
      expect(error.hint).toContain('variable');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('properties', () => {
  it('a unit of measurement changes the unit of the answer and nothing else; numbers of states change nothing', async () => {
    const values = fc.array(
      fc.array(
        fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000),
        { minLength: 10, maxLength: 10 },
      ),
      {
        minLength: 5,
        maxLength: 9,
      },
    );
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 400 }), async (panel, shift) => {
        const world = (scale: number, number: (i: number) => number) =>
          smallSystem(
            panel.map((own, i) => ({
              ccode: number(i),
              from: 2001,
              to: 2010,
              values: {
                x: byYear(
                  2001,
                  own.map((v) => scale * v),
                ),
                g: byYear(
                  2001,
                  own.map(() => 1),
                ),
              },
            })),
            [{ name: 'x' }, { name: 'g' }],
          );
        const p = (first: number) => ({
          of: { variable: 'x' },
          one: `State ${first}`,
          other: { where: 'g' },
          from: '2001-2005',
          to: '2006-2010',
        });
        const [a, b] = [
          await world(1, (i) => i + 1),
          await world(10, (i) => (i === 0 ? 900 : 2000 - i - shift)),
        ];
        try {
          const [one, two] = [await run(p(1), a), await run(p(900), b)];
          expectClose(two.value, 10 * one.value, 1e-8, 1e-3);
          expectClose(two.low, 10 * one.low, 1e-8, 1e-3);
          expect(two.diagnostics['rank_from_lowest']).toBe(one.diagnostics['rank_from_lowest']);
        } finally {
          a.close();
          b.close();
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('simulated worlds get the verdict they deserve', () => {
  /** 41 states over 2001–2016; the first falls by `fall` over 2009–2011, all wander by `noise`. */
  const world = (fall: number, noise: number) => {
    const random = randomFrom(['world', fall, noise]);
    const years = Array.from({ length: 16 }, (_, i) => 2001 + i);
    const of = (first: boolean): number[] => {
      const level = 0.5 + 0.3 * random.next();
      return years.map(
        (y) =>
          level - (first ? fall * Math.min(1, Math.max(0, (y - 2008) / 3)) : 0) + noise * gaussian(random),
      );
    };
    return smallSystem(
      Array.from({ length: 41 }, (_, i) => ({
        ccode: i + 1,
        from: 2001,
        to: 2016,
        values: {
          x: byYear(2001, of(i === 0)),
          y: byYear(2001, of(i === 0)),
          g: byYear(
            2001,
            years.map(() => 1),
          ),
        },
      })),
      [{ name: 'x' }, { name: 'y' }, { name: 'g' }],
    );
  };
  const text = `
claim: The first state fell, and more than the others.
measured: a score
counts-against: no fall
parts:
  past:
    test: { design: comparison, of: { variable: $score }, one: State 1, from: $from, to: $to }
    expect: { difference: below 0, matters-from: -0.05, because: a test }
    alternatives: { score: [x, y], from: [2001-2005, 2003-2008], to: [2012-2016, 2014-2016] }
  others:
    test: { design: comparison, of: { variable: $score }, one: State 1, other: { where: g }, from: $from, to: $to }
    expect: { difference: below 0, matters-from: -0.05, because: a test }
    alternatives: { score: [x, y], from: [2001-2005, 2003-2008], to: [2012-2016, 2014-2016] }
`;
  it.each([
    ['true', 0.2, 0.015, ['supported', 'supported']],
    ['false', 0, 0.003, ['contradicted', 'contradicted']],
    ['undecidable', 0.06, 0.12, ['undetermined', 'undetermined']],
  ] as const)('%s', async (_name, fall, noise, verdicts) => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-comparison-'));
    const system = await world(fall, noise);
    try {
      const file = join(folder, 'claim.yaml');
      writeFileSync(file, text);
      const claim = loadClaim(file, designs);
      const found = [];
      for (const part of claim.parts) {
        const table = multiverse(claim, part, designs, system);
        const outcomes = new Map();
        for (const s of table.specifications) {
          const answers = await system.answer(comparison.needs(s.parameters as ComparisonParameters, system));
          const estimate = comparison.estimate(
            s.parameters as ComparisonParameters,
            answers,
            system,
            randomFrom(s.key),
          );
          outcomes.set(s.key, { estimate });
        }
        found.push(judgePart(table, undefined, outcomes, designs['comparison']!).readings[0]!.answer);
      }
      expect(found).toEqual(verdicts);
    } finally {
      system.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('the same specification gives the same bytes', async () => {
    const system = await world(0.1, 0.05);
    try {
      const p = { of: { variable: 'x' }, one: 'State 1', other: 'State 2', years: '2001-2016' };
      expect(contentHash(await run(p, system))).toBe(contentHash(await run(p, system)));
    } finally {
      system.close();
    }
  });

  it('worlds without an effect scatter around none as the series do', async () => {
    const system = await world(0.1, 0.05);
    try {
      const p = asked({ of: { variable: 'x' }, one: 'State 1', from: '2001-2006', to: '2011-2016' });
      const answers = await system.answer(comparison.needs(p, system));
      const values = Array.from({ length: 500 }, (_, i) => {
        const draw: Draw = { keyOf: (unit) => randomFrom(['null', i, unit]).next() };
        return comparison.underNull(p, answers, system)(draw);
      });
      const mean = values.reduce((a, b) => a + b) / 500;
      const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 499);
      const e = comparison.estimate(p, answers, system, randomFrom('null'));
      const se = (method(e, /longest memory/).high - e.value) / 2.228139; // t with 10 degrees of freedom
      expect(Math.abs(mean)).toBeLessThan((4 * sd) / Math.sqrt(500));
      expectClose(sd, se * Math.sqrt(10 / 8), 0.15); // whose variance is 10 / 8
    } finally {
      system.close();
    }
  });
});
