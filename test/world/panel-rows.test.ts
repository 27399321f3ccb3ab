import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/world/database.js';
import { codes, isMember, keyOf, memberships, pairs, presence, table, years } from './random-worlds.js';
import { tinyWorld } from './tiny-world.js';

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

describe('rows of a dyad panel', () => {
  it('are all pairs of members of each year, each once or in both directions, sorted by the keys', async () => {
    await fc.assert(
      fc.asyncProperty(presence, async (present) => {
        const world = await tinyWorld(memberships(present), [], db);
        const met = pairs.flatMap(([a, b]) =>
          years.filter((y) => isMember(present, a!, y) && isMember(present, b!, y)).map((y) => [a!, b!, y]),
        );
        const told = async (undirected: boolean): Promise<unknown> =>
          (await world.panel({ level: 'dyad-year', undirected })).map((r) => [
            r['ccode1'],
            r['ccode2'],
            r['year'],
          ]);
        expect(await told(false)).toEqual(met);
        expect(await told(true)).toEqual(met.filter(([a, b]) => a! < b!));
      }),
      { numRuns: 12 },
    );
  });

  // 1990: East and West Germany ended on 2 October, united Germany entered on 3 October.
  it('leave out two states that shared no day of a year, and keep those that shared one', async () => {
    const world = await tinyWorld(
      [
        { ccode: 2, from: 1989, to: 1991 },
        { ccode: 255, from: 1990, to: 1991, firstDays: 90 },
        { ccode: 260, from: 1989, to: 1990, lastDays: 275 },
        { ccode: 679, from: 1990, to: 1991, firstDays: 91 },
      ],
      [],
      db,
    );
    const rows = await world.panel({
      level: 'dyad-year',
      undirected: true,
      years: { from: 1990, to: 1990 },
    });
    expect(rows.map((r) => `${r['ccode1']}-${r['ccode2']}`)).toEqual([
      '2-255',
      '2-260',
      '2-679',
      '255-679',
      '260-679',
    ]);
  });
});

describe('politically relevant pairs', () => {
  const zero = { absentIsZero: 'no row means none' };
  const flag = fc.array(fc.boolean(), { minLength: codes.length, maxLength: codes.length });
  const border = fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length });

  it('are those that are contiguous or have a major power among them', async () => {
    await fc.assert(
      fc.asyncProperty(presence, flag, border, async (present, majors, borders) => {
        const isMajor = (c: number): boolean => majors[codes.indexOf(c as (typeof codes)[number])]!;
        const touch = (a: number, b: number): boolean =>
          borders[pairs.findIndex(([x, y]) => x === Math.min(a, b) && y === Math.max(a, b))]!;
        const world = await tinyWorld(
          memberships(present),
          [
            table(
              'contiguous',
              'dyad-year',
              new Map(
                pairs.flatMap(([a, b]) =>
                  touch(a!, b!) ? years.map((y) => [keyOf(a!, b!, y), 1] as const) : [],
                ),
              ),
              { variable: { ...zero, symmetric: true } },
            ),
            table(
              'major_power',
              'state-year',
              new Map(codes.flatMap((c) => years.map((y) => [keyOf(c, y), isMajor(c) ? 1 : 0] as const))),
            ),
          ],
          db,
        );
        for (const undirected of [true, false]) {
          const all = await world.panel({ level: 'dyad-year', undirected });
          const relevant = await world.panel({ level: 'dyad-year', undirected, relevant: true });
          expect(relevant).toEqual(
            all.filter((r) => {
              const [a, b] = [Number(r['ccode1']), Number(r['ccode2'])];
              return isMajor(a) || isMajor(b) || touch(a, b);
            }),
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});
