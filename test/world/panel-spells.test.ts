import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/world/database.js';
import {
  firstYear,
  isMember,
  keyOf,
  lastYear,
  memberships,
  type Presence,
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

type Spell = readonly [nth: number, year: number, censored: number];

/** Walks through the years of a state and begins a spell wherever the value, or the thread, breaks. */
function recount(present: Presence, ccode: number, of: Values, from: number): Map<number, Spell> {
  const spells = new Map<number, Spell>();
  let nth = 0;
  let within = 0;
  let censored = 0;
  let before: { year: number; value: number | null } | undefined;
  for (const year of years.filter((y) => isMember(present, ccode, y))) {
    const value = year < from ? null : (of.get(keyOf(ccode, year)) ?? null);
    const isNext = before?.year === year - 1;
    if (value !== null && !(isNext && before?.value === value)) {
      nth++;
      within = 0;
      censored = year === firstYear || (isNext && before?.value === null) ? 1 : 0;
    }
    if (value !== null) spells.set(year, [nth, ++within, censored]);
    before = { year, value };
  }
  return spells;
}

describe('spells', () => {
  it('are the unbroken runs of one value that a recount by hand finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        presence,
        values(states, 1),
        fc.constantFrom(firstYear, firstYear + 3),
        async (present, of, from) => {
          const world = await tinyWorld(
            memberships(present),
            [table('x', 'state-year', of, { years: { from, to: lastYear } })],
            db,
          );
          const rows = await world.panel({ level: 'state-year', spells: ['x'] });
          for (const r of rows) {
            const spell = recount(present, Number(r['ccode']), of, from).get(Number(r['year']));
            expect([r['x_spell'], r['x_spell_year'], r['x_spell_censored']]).toEqual(
              spell ?? [null, null, null],
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of pairs are broken by years in which one of the two was away', async () => {
    const world = await tinyWorld(
      [
        { ccode: 2, from: 1900, to: 1911 },
        { ccode: 20, from: 1902, to: 1905 },
        { ccode: 20, from: 1907, to: 1911 },
      ],
      [
        table(
          'pact',
          'dyad-year',
          new Map([
            ['2-20-1904', 1],
            ['2-20-1905', 1],
            ['2-20-1907', 1],
          ]),
          {
            variable: { absentIsZero: 'no row means none', symmetric: true },
          },
        ),
      ],
      db,
    );
    const rows = await world.panel({ level: 'dyad-year', undirected: true, spells: ['pact'] });
    expect(
      rows.map((r) => [r['year'], r['pact_spell'], r['pact_spell_year'], r['pact_spell_censored']]),
    ).toEqual([
      [1902, 1, 1, 0],
      [1903, 1, 2, 0],
      [1904, 2, 1, 0],
      [1905, 2, 2, 0],
      [1907, 3, 1, 0],
      [1908, 4, 1, 0],
      [1909, 4, 2, 0],
      [1910, 4, 3, 0],
      [1911, 4, 4, 0],
    ]);
  });
});
