import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { share } from '../../src/designs/share/share.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld } from '../../src/world/open.js';
import { codeOf } from '../statistics/oracle.js';
import { answersOf, catalogue, estimate, falling, parametersOf, type SmallState } from './small-shares.js';

/** Two allies fall by 3 and 1, of four other states one falls by 4 and one rises. */
const world: readonly SmallState[] = [
  { ccode: 11, ally: true, people: 10, scores: [8, 9, 5] },
  { ccode: 12, ally: true, people: 30, scores: [10, 10, 9] },
  { ccode: 21, people: 20, scores: [6, 4, 2] },
  { ccode: 22, people: 20, scores: [2, 3, 6] },
  { ccode: 23, people: 15, scores: [4, 4, 4] },
  { ccode: 24, people: 5, scores: [0, 0, 0] },
];
const falls = (as: string) => ({ of: { 'fall-in': 'freedom', over: '2000-2002', as } });

describe('the part that fell on a group', () => {
  it.each([
    // (3 + 1) / 8 of the fall, against 2 of 6 states, 40 of 100 people, 18 of 30 points of room
    ['states', 0.5 / (2 / 6)],
    ['population', 0.5 / 0.4],
    ['room-to-fall', 0.5 / (18 / 30)],
  ])('against %s', (against, ratio) => {
    const e = estimate(world, { against });
    expect(e.value).toBeCloseTo(ratio, 11);
    expect(e.diagnostics).toMatchObject({
      share_of_amount: 0.5,
      amount: 8,
      states_in_group: 2,
      states_that_changed: 3,
    });
    expect([e.n, e.of, e.lost]).toEqual([6, 'states', {}]);
  });

  it.each([
    ['endpoints', 4 / 8], // 3 + 1 of 3 + 1 + 4
    ['from-peak', 5 / 9], // 4 + 1 of 4 + 1 + 4
    ['yearly', 5 / 9], // 4 + 1 of 4 + 1 + (2 + 2)
  ])('by %s', (as, part) => {
    expect(estimate(world, falls(as)).value).toBeCloseTo(part * 3, 11);
  });

  it('of all rises, against the room that was left', () => {
    const rises = {
      of: { 'rise-in': 'freedom', over: '2000-2001', as: 'endpoints' },
      against: 'room-to-rise',
    };
    // 1 and 1 of the states 11 and 22; room 2 + 0 of 2 + 0 + 4 + 8 + 6 + 10
    expect(estimate(world, rises).value).toBeCloseTo(0.5 / (2 / 30), 11);
  });

  it('of a total', () => {
    // 8 + 10 of 30 points, 2 of 6 states
    const e = estimate(world, { of: { total: 'freedom', in: 2000 } });
    expect(e.value).toBeCloseTo(18 / 30 / (2 / 6), 11);
    // Nothing to stratify by: a shuffle reaches from 2 + 0 to 10 + 8 points.
    expect(e.diagnostics['permutation_low']).toBeLessThan(0.25);
    expect(e.diagnostics['permutation_high']).toBeGreaterThan(1.7);
  });

  it('when the group is named, and when it is somebody’s allies and that state', () => {
    expect(estimate(world, { group: { states: ['S11', 'S21'] } }).value).toBeCloseTo(7 / 8 / (2 / 6), 11);
    const and = { group: { 'allies-of': 'USA', by: 'defence', and: ['S21'] } };
    expect(estimate(world, and).value).toBeCloseTo(8 / 8 / (3 / 6), 11);
  });

  it('counts a fall only where the source is sure of it', () => {
    const sure = world.map((s) => ({ ...s, scores: s.scores.map((x) => [x as number, 0.6] as const) }));
    // 12 fell by 1, less than the two half-widths: 3 of 7
    expect(estimate(sure).value).toBeCloseTo(3 / 7 / (2 / 6), 11);
  });
});

describe('states that do not enter', () => {
  const more: readonly SmallState[] = [
    ...world,
    { ccode: 31, scores: [9, 9, 1], ends: 1 },
    { ccode: 32, scores: [9, 9, null] },
    { ccode: 33, scores: [null, 9, 1], ally: true },
    { ccode: 34, scores: [9, null, 9] },
  ];

  it('are counted by reason, and leave the ratio as it is', () => {
    const e = estimate(more);
    expect(e.lost).toEqual({ 'not in the state system at both ends': 1, 'no freedom at one end or both': 2 });
    expect(e.n).toBe(7); // 34, unscored between, counts
    expect(e.value).toBeCloseTo(0.5 / (2 / 7), 11);
  });

  it('for want of people too, where people are the yardstick', () => {
    const e = estimate(more, { against: 'population' });
    expect(e.lost).toMatchObject({ 'no population': 1 });
    expect(e.value).toBeCloseTo(0.5 / 0.4, 11);
  });
});

describe('what cannot be answered', () => {
  const calm = world.map((s) => ({ ...s, scores: [5, 5, 5] }));
  it.each([
    ['designs/nothing-to-share', () => estimate(calm)],
    ['designs/group-is-all-or-none', () => estimate(world, { group: { states: ['S31'] } })],
    ['designs/group-is-all-or-none', () => estimate(world.filter((s) => s.ally))],
    ['designs/empty-group', () => estimate(world.map((s) => ({ ...s, ally: false })))],
    [
      'designs/open-scale',
      () =>
        estimate(world, {
          of: { 'rise-in': 'wealth', over: '2000-2002', as: 'yearly' },
          against: 'room-to-rise',
        }),
    ],
    ['states/unknown', () => estimate(world, { group: { states: ['Atlantis'] } })],
  ])('stops with %s', (code, action) => {
    expect(codeOf(action)).toBe(code);
  });

  it.each([
    [{ of: { 'fall-in': 'freedom', over: '2000-2020', as: 'yearly' } }, 'freedom ends in 2015'],
    [{ of: { 'fall-in': 'freedom', over: '1990-2010', as: 'yearly' } }, 'freedom begins in 1995'],
    [
      { of: { 'rise-in': 'wealth', over: '2000-2002', as: 'yearly' }, against: 'room-to-rise' },
      'the scale of wealth has no end to measure room by',
    ],
    [
      { of: { 'fall-in': 'ties', over: '2000-2002', as: 'yearly' } },
      'ties is about a dyad-year, not about a state',
    ],
    [{ of: { total: 'debt', in: 2000 } }, 'debt can be below 0: it has no shares'],
    [
      { group: { 'allies-of': 'S11', by: 'treaty-allies-2021' } },
      'treaty-allies-2021 is a list of the allies of the United States',
    ],
  ])('is known before anything runs: %j', (settings, why) => {
    expect(share.cannot(parametersOf(settings), catalogue)).toBe(why);
  });

  it('is nothing here', () => {
    expect(share.cannot(parametersOf(), catalogue)).toBeNull();
  });

  it.each([
    [{ of: { total: 'wealth', in: 2000 }, against: 'room-to-fall' }],
    [{ of: { 'fall-in': 'freedom', over: '2000-2002', as: 'yearly' }, against: 'room-to-rise' }],
    [{ of: { 'fall-in': 'freedom', over: '2000-1990', as: 'yearly' } }],
    [{ group: { states: [] } }],
    [{ against: 'wealth' }],
  ])('is refused as it is written: %j', (settings) => {
    expect(() => parametersOf(settings)).toThrow();
  });
});

describe('intervals at the edge', () => {
  it('nothing fell on the group: anything between nothing and all is possible', () => {
    const e = estimate([...world.filter((s) => !s.ally), falling(11, 0, true), falling(12, 0, true)]);
    expect([e.value, e.low, e.high]).toEqual([0, 0, 3]);
  });

  it('all fell on one ally: one state says nothing of the spread, though every resample with it has a high ratio', () => {
    const one = [
      falling(11, 3, true),
      falling(12, 0, true),
      ...[21, 22, 23, 24].map((c) => falling(c, 0, false)),
    ];
    const e = estimate(one);
    expect(e.value).toBeCloseTo(3, 11);
    expect(e.low).toBe(0);
    expect(e.diagnostics['draws_without_ratio']).toBeGreaterThan(250); // (5/6)⁶ = 0.33 of 999
    expect(e.diagnostics['draws_without_ratio']).toBeLessThan(420);
  });
});

describe('the picture', () => {
  it('says in its title what fell on whom, and shows the largest of both', () => {
    const p = parametersOf({ group: { 'allies-of': 'USA', by: 'defence', and: ['USA'] } });
    const picture = share.picture(p, answersOf(world), catalogue, estimate(world));
    expect(picture.title).toBe(
      '50 % of the fall in the freedom fell on the State 2 and its allies, who are 33 % of the states',
    );
    expect(picture.marks.map((m) => ('points' in m ? m.points : []))).toEqual([
      [
        { x: 'State 11', y: 3 },
        { x: 'State 12', y: 1 },
      ],
      [{ x: 'State 21', y: 4 }],
    ]);
  });
});

describe('the questions to the world', () => {
  it('can be asked of the committed tables, whatever is chosen', async () => {
    const record = await openWorld(join(projectRoot(), 'world'));
    try {
      for (const by of ['defence', 'any-alliance', 'treaty-allies-2021', 'treaty-allies-without-rio'])
        for (const against of ['states', 'population', 'room-to-fall']) {
          const of = { 'fall-in': 'libdem_v15', over: '2005-2015', as: 'yearly' };
          const p = parametersOf({ of, against, group: { 'allies-of': 'USA', by, and: ['USA'] } });
          expect(share.cannot(p, record)).toBeNull();
          const answers = await record.answer(share.needs(p, record));
          for (const [name, rows] of Object.entries(answers))
            expect(rows.length, `${by} ${name}`).toBeGreaterThan(30);
        }
    } finally {
      record.close();
    }
  });
});
