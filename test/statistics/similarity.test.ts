import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { AnswerSets, similarityOf } from '../../src/statistics/similarity.js';
import { openWorld, type World } from '../../src/world/open.js';
import { expectClose, oracle } from './oracle.js';

type Case = Readonly<
  { a: string; b: string } & Record<
    'n' | 'agree' | 'S_abs' | 'S_sq' | 'kappa_sq' | 'pi_sq' | 'kappa_abs' | 'pi_abs',
    number
  >
>;

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

describe('similarity of votes', () => {
  it('of session 40 is what R makes of Voeten’s roll calls, to 1e-12', async () => {
    const rows = await world.ask({
      sql: `SELECT v.ccode, v.vote, t.rcid FROM un_roll_calls t JOIN un_roll_call_votes v USING (rcid)
        WHERE t.session = 40 AND v.vote IN (1, 2, 3) ORDER BY t.rcid, v.ccode`,
      tables: ['un_roll_calls', 'un_roll_call_votes'],
    });
    const states = [...new Set(rows.map((r) => Number(r['ccode'])))];
    const calls = [...new Set(rows.map((r) => Number(r['rcid'])))];
    const answers = new Uint8Array(states.length * calls.length);
    for (const r of rows)
      answers[states.indexOf(Number(r['ccode'])) * calls.length + calls.indexOf(Number(r['rcid']))] = Number(
        r['vote'],
      );
    const sets = new AnswerSets(states.length, calls.length, 3, answers);
    const cases = oracle<Case[]>('similarity');
    expect(cases.length).toBeGreaterThan(70);
    for (const c of cases) {
      const counts = new Uint32Array(9);
      const place = (name: string): number => states.indexOf(world.states.resolve(name, 1985));
      sets.table(place(c.a), place(c.b), counts);
      const found = similarityOf(counts);
      expect(found.n).toBe(c.n);
      expectClose(found.agree, c.agree, 1e-12);
      expectClose(found.s.absolute, c.S_abs, 1e-12);
      expectClose(found.s.squared, c.S_sq, 1e-12);
      expectClose(found.kappa.absolute, c.kappa_abs, 1e-12);
      expectClose(found.kappa.squared, c.kappa_sq, 1e-12);
      expectClose(found.pi.absolute, c.pi_abs, 1e-12);
      expectClose(found.pi.squared, c.pi_sq, 1e-12);
    }
  });

  it('tables of sets are those of a pass over all questions', () => {
    const lists = fc
      .integer({ min: 1, max: 90 })
      .chain((n) =>
        fc.tuple(
          ...[0, 1].map(() => fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n })),
        ),
      );
    fc.assert(
      fc.property(lists, ([one, other]) => {
        const sets = new AnswerSets(2, one!.length, 3, [...one!, ...other!]);
        const counts = new Uint32Array(9);
        sets.table(0, 1, counts);
        const plain = new Uint32Array(9);
        one!.forEach((a, q) => {
          const b = other![q]!;
          if (a > 0 && b > 0) plain[(a - 1) * 3 + b - 1]!++;
        });
        expect(counts).toEqual(plain);
      }),
    );
  });

  it('of those who always agree is 1, of opposites −1; without spread chance says nothing', () => {
    const both = similarityOf([5, 0, 0, 0, 0, 0, 0, 0, 5]);
    expect([both.agree, both.s.absolute, both.kappa.squared, both.pi.absolute]).toEqual([1, 1, 1, 1]);
    const never = similarityOf([0, 0, 5, 0, 0, 0, 5, 0, 0]);
    expect([never.agree, never.s.squared, never.kappa.absolute]).toEqual([0, -1, -1]);
    const still = similarityOf([9, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect([still.agree, still.s.absolute]).toEqual([1, 1]);
    expect(still.kappa.absolute).toBeNaN();
    expect(similarityOf(new Uint32Array(9)).agree).toBeNaN();
  });
});
