import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Row } from '../../src/world/database.js';
import {
  firstYear,
  isMember,
  keyOf,
  lastYear,
  memberships,
  type Presence,
  pairs,
  presence,
  states,
  table,
  type Values,
  values,
  years,
} from './random-worlds.js';
import { tinyWorld } from './tiny-world.js';

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

const runs = { numRuns: 12 };

/** The source’s years begin later and end earlier than the system’s in some worlds. */
const covered = fc.constantFrom(
  { from: firstYear, to: lastYear },
  { from: firstYear + 2, to: lastYear },
  { from: firstYear + 3, to: lastYear - 2 },
);

interface Clock {
  readonly years: number;
  readonly censored: number;
}

/** Walks through the years of a state or pair one by one, as a person would with a pencil. */
function recount(
  present: Presence,
  unit: readonly number[],
  of: Values,
  source: { from: number; to: number },
  isZero: boolean,
): Map<number, Clock> {
  const clocks = new Map<number, Clock>();
  const atRisk = years.filter((y) => unit.every((c) => isMember(present, c, y)));
  let peace = 0;
  let censored = atRisk[0] === firstYear;
  for (const year of atRisk) {
    const isCovered = year >= source.from && year <= source.to;
    if (isCovered) clocks.set(year, { years: peace, censored: censored ? 1 : 0 });
    const found = isCovered ? of.get(keyOf(...unit, year)) : null;
    const event = found === undefined ? (isZero ? 0 : null) : found;
    if (event === 0) peace++;
    else {
      peace = 0;
      censored = event === null;
    }
  }
  return clocks;
}

const told = (r: Row, name: string): Clock | undefined =>
  r[`${name}_peace_years`] === null
    ? undefined
    : { years: Number(r[`${name}_peace_years`]), censored: Number(r[`${name}_peace_years_censored`]) };

describe('years of peace', () => {
  it('of states equal a recount by hand', async () => {
    await fc.assert(
      fc.asyncProperty(
        presence,
        values(states),
        covered,
        fc.boolean(),
        async (present, of, source, isZero) => {
          const variable = isZero ? { absentIsZero: 'no row means none' } : {};
          const world = await tinyWorld(
            memberships(present),
            [table('war', 'state-year', of, { years: source, variable })],
            db,
          );
          const rows = await world.panel({ level: 'state-year', peaceYears: ['war'] });
          for (const r of rows) {
            const by = recount(present, [Number(r['ccode'])], of, source, isZero);
            expect(told(r, 'war')).toEqual(by.get(Number(r['year'])));
          }
        },
      ),
      runs,
    );
  });

  it('of pairs equal a recount by hand, in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(pairs, 1), covered, async (present, of, source) => {
        const variable = { absentIsZero: 'no row means none' };
        const world = await tinyWorld(
          memberships(present),
          [table('war', 'dyad-year', of, { years: source, variable })],
          db,
        );
        for (const undirected of [false, true]) {
          const rows = await world.panel({ level: 'dyad-year', undirected, peaceYears: ['war'] });
          for (const r of rows) {
            const [a, b, year] = [Number(r['ccode1']), Number(r['ccode2']), Number(r['year'])];
            const there = recount(present, [a, b], of, source, true).get(year);
            const back = recount(present, [b, a], of, source, true).get(year);
            if (undirected) expect([told(r, 'war1'), told(r, 'war2')]).toEqual([there, back]);
            else expect(told(r, 'war')).toEqual(there);
          }
        }
      }),
      runs,
    );
  });

  it('of the states in a pair are those of the states', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(states), async (present, of) => {
        const world = await tinyWorld(memberships(present), [table('war', 'state-year', of)], db);
        const alone = await world.panel({ level: 'state-year', peaceYears: ['war'] });
        const at = new Map(alone.map((r) => [keyOf(Number(r['ccode']), Number(r['year'])), told(r, 'war')]));
        for (const r of await world.panel({ level: 'dyad-year', peaceYears: ['war'] })) {
          expect(told(r, 'war1')).toEqual(at.get(keyOf(Number(r['ccode1']), Number(r['year']))));
          expect(told(r, 'war2')).toEqual(at.get(keyOf(Number(r['ccode2']), Number(r['year']))));
        }
      }),
      runs,
    );
  });

  it('do not depend on which years or states the panel shows', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(pairs, 1), async (present, of) => {
        const world = await tinyWorld(memberships(present), [table('war', 'dyad-year', of)], db);
        const ask = { level: 'dyad-year', peaceYears: ['war'] } as const;
        const all = await world.panel(ask);
        const some = await world.panel({ ...ask, years: { from: 1906, to: 1907 }, states: ['2'] });
        expect(some).toEqual(
          all.filter(
            (r) => (r['year'] === 1906 || r['year'] === 1907) && (r['ccode1'] === 2 || r['ccode2'] === 2),
          ),
        );
      }),
      runs,
    );
  });

  it('begin at 0, stand at 0 in the year after an event, and the year of an event tells the peace it ended', async () => {
    const world = await tinyWorld(
      [
        { ccode: 2, from: 1900, to: 1911 },
        { ccode: 20, from: 1903, to: 1911 },
      ],
      [
        table(
          'war',
          'state-year',
          new Map([
            ['20-1906', 1],
            ['20-1907', 1],
          ]),
          {
            variable: { absentIsZero: 'no row means none' },
          },
        ),
      ],
      db,
    );
    const rows = await world.panel({ level: 'state-year', peaceYears: ['war'], states: ['20'] });
    expect(rows.map((r) => r['war_peace_years'])).toEqual([0, 1, 2, 3, 0, 0, 1, 2, 3]);
    expect(rows.map((r) => r['war_peace_years_censored'])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const first = await world.panel({ level: 'state-year', peaceYears: ['war'], states: ['2'] });
    expect(first.map((r) => r['war_peace_years_censored'])).toEqual(Array(12).fill(1));
  });
});
