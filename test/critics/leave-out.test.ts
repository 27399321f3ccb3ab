import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import { leavingOut, seenBy, statesIn } from '../../src/critics/changed-answers.js';
import { furthest, leaveOut, statesNamed } from '../../src/critics/leave-out.js';
import { designs } from '../../src/designs/index.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { continuing } from '../../src/measures/continuing-states.js';
import { tablesOf } from '../../src/verdicts/test-claims.js';
import { type Answers, openWorld, type World } from '../../src/world/open.js';
import { byYear, questionOf, smallWorld } from './small-world.js';

const share = {
  of: { total: 'wealth', in: 2000 },
  group: { states: ['State 1', 'State 2'] },
  against: 'states',
};
const change = {
  of: { variable: 'score' },
  one: 'State 1',
  other: { states: ['State 2', 'State 3', 'State 4', 'State 5'] },
  from: '2000-2002',
  to: '2003-2005',
};

describe('leaving out a state', () => {
  let world: World;
  beforeAll(async () => {
    const state = (ccode: number, score: readonly number[], wealth: number) => ({
      ccode,
      from: 2000,
      to: 2005,
      values: { score: byYear(2000, score), wealth: byYear(2000, [wealth, ...score.slice(1)]) },
    });
    world = await smallWorld(
      [
        state(1, [5, 5, 5, 2, 2, 2], 40),
        state(2, [5, 5, 5, 5, 5, 5], 10),
        state(3, [5, 5, 5, 5, 5, 5], 20),
        state(4, [5, 5, 5, 5, 5, 5], 20),
        state(5, [9, 9, 9, 1, 1, 1], 10),
        { ccode: 6, from: 2001, to: 2005, values: { score: byYear(2001, [1, 1, 1, 1, 1]) } },
        { ccode: 7, from: 2000, to: 2005, values: { population_wb: byYear(2000, [9]) } },
      ],
      [{ name: 'score' }, { name: 'wealth', scale: { low: 0 } }, { name: 'population_wb' }],
    );
  });
  afterAll(() => world.close());

  it('gives the estimate without each, by hand', async () => {
    // Of a wealth of 100 the group of two of five has 50: 0.5 / (2/5) = 1.25.
    const { question, design } = await questionOf('leave-out', 'share', [share], world);
    const { typical } = await leaveOut(question, design, world);
    expect(typical.value).toBeCloseTo(1.25, 12);
    const without = new Map(typical.without.map((w) => [w.state, w.value]));
    expect(without.get(1)).toBeCloseTo(10 / 60 / (1 / 4), 10);
    expect(without.get(2)).toBeCloseTo(40 / 90 / (1 / 4), 10);
    expect(without.get(3)).toBeCloseTo(50 / 80 / (2 / 4), 10);
    expect(without.get(4)).toBeCloseTo(50 / 80 / (2 / 4), 10);
    expect(without.get(5)).toBeCloseTo(50 / 90 / (2 / 4), 10);
    expect(furthest(typical.without)).toEqual([1, 2]);
  });

  it('that nobody uses changes nothing, to the last digit', async () => {
    const { question, design } = await questionOf('leave-out', 'share', [share], world);
    const { typical } = await leaveOut(question, design, world);
    // State 7 has no wealth; state 6, not yet there in 2000, is not left out at all.
    expect(typical.without.find((w) => w.state === 7)).toEqual({ state: 7, value: typical.value });
    expect(typical.without.map((w) => w.state)).not.toContain(6);
  });

  it('that carries the whole effect finds it', async () => {
    // State 1 fell by 3, four others by 0, 0, 0 and 8: the fall of the one lies 1 below theirs. Without state 5 it is 3.
    const { question, design } = await questionOf('leave-out', 'comparison', [change], world);
    const { typical } = await leaveOut(question, design, world);
    expect(typical.value).toBe(-1);
    expect(furthest(typical.without)[0]).toBe(5);
    expect(typical.without.find((w) => w.state === 5)!.value).toBe(-3);
  });

  it('about which the test is, is not done', async () => {
    const { question, design } = await questionOf('leave-out', 'comparison', [change], world);
    const { typical } = await leaveOut(question, design, world);
    expect(typical.without.map((w) => w.state)).not.toContain(1);
  });
});

describe('in the library', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  const point = (work: () => number): number | string => {
    try {
      return work();
    } catch (error) {
      if (error instanceof EntenteError) return error.code;
      throw error;
    }
  };

  it('what is left without a state is the same whether worked out anew or taken from the whole', async () => {
    const claims = findClaims([], join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims);
    let compared = 0;
    for (const { claim, parts } of tablesOf(claims, designs, world))
      for (const { table } of parts) {
        const design = designs[table.part.design]!;
        const specification = table.specifications.find((s) => s.impossible === undefined)!;
        const { parameters } = specification;
        const rests = design.restsOn!(parameters, world);
        if (!rests.others) continue;
        const seen = await seenBy(design.needs(parameters, world), world, true);
        if (Object.keys(seen.leftOut).length > 0) continue;
        const named = statesNamed(rests.named, world);
        const states = statesIn(seen).filter((s) => !named.has(s));
        for (const state of [255, 679, ...states.filter((_, i) => i % 12 === 0)]) {
          const anew = Object.fromEntries(
            Object.entries(seen.answers).map(([name, rows]) => [
              name,
              rows.filter((row) =>
                ['ccode', 'ccode1', 'ccode2'].every(
                  (c) => typeof row[c] !== 'number' || continuing(row[c]) !== state,
                ),
              ),
            ]),
          ) as Answers;
          const less = design.without?.(parameters, state, world) ?? parameters;
          expect(
            point(() => design.point!(less, leavingOut(state)(seen), world)),
            `${claim.id} without ${state}`,
          ).toBe(point(() => design.point!(less, anew, world)));
          compared++;
        }
      }
    expect(compared).toBeGreaterThan(100);
  }, 120_000);

  it('the votes of a session without a state are those of a record without it', async () => {
    const design = designs['trend']!;
    const parameters = design.parameters.parse({
      series: { measure: 'minority-share', state: 'USA', votes: 'library', abstentions: 'as-a-side' },
      years: '1991-2020',
    });
    const needs = design.needs(parameters, world);
    const seen = await seenBy(needs, world, true);
    for (const state of [666, 987, 365]) {
      const sql = needs['sessions']!.sql.replace(
        'JOIN un_votes ON',
        `JOIN (SELECT * FROM un_votes WHERE ccode <> ${state}) ON`,
      );
      const anew = { sessions: await world.ask({ sql, tables: ['un_votes'] }) };
      expect(design.point!(parameters, leavingOut(state)(seen), world)).toBe(
        design.point!(parameters, anew, world),
      );
    }
    // The Marshall Islands vote with the United States more often than most: without them it stands alone more often.
    const without = design.point!(parameters, leavingOut(983)(seen), world);
    expect(without).not.toBe(design.point!(parameters, seen.answers, world));
  });

  it('a region without one of its states is another region', async () => {
    const test = (of: string) => ({
      of: { 'trade-share': 'imports', of },
      one: 'CHN',
      other: 'USA',
      from: '2000-2004',
      to: '2010-2014',
    });
    const design = designs['comparison']!;
    const parameters = design.parameters.parse(test('Japan+South Korea+Mongolia'));
    const seen = await seenBy(design.needs(parameters, world), world, true);
    const without = design.point!(design.without!(parameters, 712, world), leavingOut(712)(seen), world);
    const asked = design.parameters.parse(test('Japan+South Korea'));
    const all = design.point!(asked, await world.answer(design.needs(asked, world)), world);
    // Nearly: the trade of the two with Mongolia is out of the record, too.
    expect(without).not.toBe(design.point!(parameters, seen.answers, world));
    expect(without).toBeCloseTo(all, 1);
  });
});
