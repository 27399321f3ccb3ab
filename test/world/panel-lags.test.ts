import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Row } from '../../src/world/database.js';
import {
  codes,
  firstYear,
  isMember,
  keyOf,
  lastYear,
  memberships,
  pairs,
  presence,
  states,
  table,
  type Values,
  values,
} from './random-worlds.js';
import { tinyWorld } from './tiny-world.js';

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

const runs = { numRuns: 15 };
const inYears = (year: number): boolean => year >= firstYear && year <= lastYear;

describe('lags and leads by state', () => {
  it('are the value of that calendar year where the state was a member in it, and missing elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(states), fc.integer({ min: 1, max: 4 }), async (present, of, by) => {
        const world = await tinyWorld(memberships(present), [table('x', 'state-year', of)], db);
        const rows = await world.panel({
          level: 'state-year',
          variables: ['x'],
          lags: [{ variable: 'x', by }],
          leads: [{ variable: 'x', by }],
        });
        const then = (r: Row, year: number): number | null =>
          isMember(present, Number(r['ccode']), year)
            ? (of.get(keyOf(Number(r['ccode']), year)) ?? null)
            : null;
        for (const r of rows) {
          expect(r[`x_lag${by}`]).toBe(then(r, Number(r['year']) - by));
          expect(r[`x_lead${by}`]).toBe(then(r, Number(r['year']) + by));
        }
      }),
      runs,
    );
  });

  it('a lag of a lead is the value itself wherever the state was there in both years', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(states), async (present, of) => {
        const world = await tinyWorld(memberships(present), [table('x', 'state-year', of)], db);
        const rows = await world.panel({
          level: 'state-year',
          variables: ['x'],
          leads: [{ variable: 'x', by: 2 }],
        });
        const at = new Map(rows.map((r) => [keyOf(Number(r['ccode']), Number(r['year'])), r]));
        for (const r of rows) {
          const before = at.get(keyOf(Number(r['ccode']), Number(r['year']) - 2));
          if (before) expect(before['x_lead2']).toBe(r['x']);
        }
      }),
      runs,
    );
  });

  it('do not depend on which years the panel shows', async () => {
    await fc.assert(
      fc.asyncProperty(presence, values(states), async (present, of) => {
        const world = await tinyWorld(memberships(present), [table('x', 'state-year', of)], db);
        const ask = { level: 'state-year', lags: [{ variable: 'x', by: 3 }] } as const;
        const all = await world.panel(ask);
        const some = await world.panel({ ...ask, years: { from: 1905, to: 1906 } });
        expect(some).toEqual(all.filter((r) => r['year'] === 1905 || r['year'] === 1906));
      }),
      runs,
    );
  });

  it('follow the states when they are relabelled', async () => {
    const relabelled: Readonly<Record<number, number>> = { 2: 365, 20: 2, 41: 710, 255: 20 };
    const rename = (of: Values): Values =>
      new Map(
        [...of].map(([k, v]) => [keyOf(relabelled[Number(k.split('-')[0])]!, Number(k.split('-')[1])), v]),
      );
    await fc.assert(
      fc.asyncProperty(presence, values(states), async (present, of) => {
        const ask = { level: 'state-year', lags: [{ variable: 'x', by: 1 }] } as const;
        const members = memberships(present);
        const first = await (await tinyWorld(members, [table('x', 'state-year', of)], db)).panel(ask);
        const renamed = members.map((m) => ({ ...m, ccode: relabelled[m.ccode]! }));
        const second = await (await tinyWorld(renamed, [table('x', 'state-year', rename(of))], db)).panel(
          ask,
        );
        const told = (rows: readonly Row[], name: (c: number) => number): string[] =>
          rows.map((r) => `${name(Number(r['ccode']))} ${r['year']} ${r['x_lag1']}`).sort();
        expect(told(second, (c) => c)).toEqual(told(first, (c) => relabelled[c]!));
      }),
      runs,
    );
  });
});

describe('lags and leads by pair', () => {
  it('are the value of that calendar year where both were members in it; absence is zero only then and there', async () => {
    const absentIsZero = 'no row means none';
    await fc.assert(
      fc.asyncProperty(
        presence,
        values(pairs),
        fc.boolean(),
        fc.boolean(),
        async (present, of, isZero, undirected) => {
          const world = await tinyWorld(
            memberships(present),
            [table('x', 'dyad-year', of, { variable: isZero ? { absentIsZero } : {} })],
            db,
          );
          const rows = await world.panel({
            level: 'dyad-year',
            undirected,
            lags: [{ variable: 'x', by: 1 }],
          });
          const both = codes.flatMap((a) => codes.map((b) => [a, b] as const));
          const expectedRows = both.filter(([a, b]) => (undirected ? a < b : a !== b));
          const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
          expect(rows).toHaveLength(
            expectedRows.flatMap(([a, b]) =>
              years.filter((y) => isMember(present, a, y) && isMember(present, b, y)),
            ).length,
          );
          for (const r of rows) {
            const [a, b, y] = [Number(r['ccode1']), Number(r['ccode2']), Number(r['year']) - 1];
            const then = (from: number, to: number): number | null => {
              if (!inYears(y) || !isMember(present, a, y) || !isMember(present, b, y)) return null;
              const found = of.get(keyOf(from, to, y));
              return found === undefined ? (isZero ? 0 : null) : found;
            };
            if (undirected) expect([r['x1_lag1'], r['x2_lag1']]).toEqual([then(a, b), then(b, a)]);
            else expect(r['x_lag1']).toBe(then(a, b));
          }
        },
      ),
      runs,
    );
  });
});

describe('a lag across what is not one state', () => {
  const members = [
    { ccode: 2, from: 1949, to: 1993 },
    { ccode: 255, from: 1990, to: 1993, firstDays: 90 },
    { ccode: 260, from: 1955, to: 1990, lastDays: 275 },
    { ccode: 530, from: 1949, to: 1951 },
    { ccode: 530, from: 1953, to: 1993 },
  ];
  const x = {
    variable: { name: 'x' },
    level: 'state-year',
    years: { from: 1950, to: 1992 },
    rows: [
      [260, 1989, 89],
      [260, 1990, 90],
      [255, 1990, 990],
      [255, 1991, 991],
      [530, 1951, 51],
    ],
  } as const;
  const lagged = { level: 'state-year', lags: [{ variable: 'x', by: 1 }], reasons: true } as const;
  const find = (rows: readonly Row[], ccode: number, year: number): unknown[] => {
    const r = rows.find((row) => row['ccode'] === ccode && row['year'] === year)!;
    return [r['x_lag1'], r['x_lag1_missing']];
  };

  it('is missing and says why', async () => {
    const rows = await (await tinyWorld(members, [x], db)).panel(lagged);
    expect(find(rows, 255, 1990)).toEqual([null, 'not-in-system']);
    expect(find(rows, 255, 1991)).toEqual([990, null]);
    expect(find(rows, 530, 1953)).toEqual([null, 'not-in-system']);
    expect(find(rows, 530, 1955)).toEqual([null, 'no-match']);
    expect(find(rows, 530, 1950)).toEqual([null, 'out-of-years']);
  });

  it('takes the older state where an heir is named, and only while the heir was no member', async () => {
    const world = await tinyWorld(members, [x], db);
    const rows = await world.panel({ ...lagged, heirs: [{ from: '260', to: '255' }] });
    expect(find(rows, 255, 1990)).toEqual([89, null]);
    expect(find(rows, 255, 1991)).toEqual([990, null]);
    expect(find(rows, 260, 1990)).toEqual([89, null]);
  });

  it('of pairs follows the heir on either side', async () => {
    const d = {
      variable: { name: 'd' },
      level: 'dyad-year',
      years: { from: 1950, to: 1992 },
      rows: [
        [2, 260, 1989, 7],
        [260, 2, 1989, 8],
      ],
    } as const;
    const world = await tinyWorld(members, [d], db);
    const rows = await world.panel({
      level: 'dyad-year',
      lags: [{ variable: 'd', by: 1 }],
      heirs: [{ from: '260', to: '255' }],
      years: { from: 1990, to: 1990 },
    });
    const told = rows.map((r) => [r['ccode1'], r['ccode2'], r['d_lag1']]);
    expect(told).toContainEqual([2, 255, 7]);
    expect(told).toContainEqual([255, 2, 8]);
    expect(told).toContainEqual([2, 260, 7]);
    expect(told.filter(([a, b]) => a === 255 && b === 260)).toEqual([]);
  });
});
