import fc from 'fast-check';
import type { Cell } from '../../src/world/database.js';
import type { Membership, TinyTable } from './tiny-world.js';

export const firstYear = 1900;
export const lastYear = 1911;
export const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
export const codes = [2, 20, 41, 255] as const;

/** In which years which state is a member: any years, so with gaps. */
export type Presence = Readonly<Record<number, readonly boolean[]>>;

export const presence: fc.Arbitrary<Presence> = fc
  .tuple(...codes.map(() => fc.array(fc.boolean(), { minLength: years.length, maxLength: years.length })))
  .map((rows) => Object.fromEntries(codes.map((c, i) => [c, rows[i]!])))
  // One state is there throughout, so that the system always has the same years.
  .map((p) => ({ ...p, [codes[0]]: years.map(() => true) }));

export const isMember = (p: Presence, ccode: number, year: number): boolean =>
  p[ccode]?.[year - firstYear] === true;

/** Unbroken runs of membership. */
export function memberships(p: Presence): Membership[] {
  return codes.flatMap((ccode) => {
    const spells: { ccode: number; from: number; to: number }[] = [];
    for (const year of years.filter((y) => isMember(p, ccode, y))) {
      const last = spells[spells.length - 1];
      if (last?.to === year - 1) last.to = year;
      else spells.push({ ccode, from: year, to: year });
    }
    return spells;
  });
}

/** Values of a variable by key; no entry where the source has no row, null where the row has no value. */
export type Values = ReadonlyMap<string, number | null>;

export const keyOf = (...key: readonly number[]): string => key.join('-');

/** Some value, or none, or no row, for every state (or directed pair) and year, member or not. */
export function values(keys: readonly (readonly number[])[], most = 3): fc.Arbitrary<Values> {
  const all = keys.flatMap((k) => years.map((y) => keyOf(...k, y)));
  const entry = fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer({ min: 0, max: most }));
  return fc
    .array(entry, { minLength: all.length, maxLength: all.length })
    .map((list) => new Map(all.flatMap((k, i) => (list[i] === undefined ? [] : [[k, list[i]!] as const]))));
}

export const states: readonly (readonly number[])[] = codes.map((c) => [c]);
export const pairs: readonly (readonly number[])[] = codes.flatMap((a) =>
  codes.filter((b) => a !== b).map((b) => [a, b]),
);

export function table(
  name: string,
  level: 'state-year' | 'dyad-year',
  of: Values,
  more: Partial<Omit<TinyTable, 'variable'>> & { variable?: Partial<TinyTable['variable']> } = {},
): TinyTable {
  const rows: Cell[][] = [...of].map(([key, value]) => [...key.split('-').map(Number), value]);
  return {
    level,
    years: { from: firstYear, to: lastYear },
    ...more,
    variable: { scale: { low: 0 }, ...more.variable, name },
    rows: rows.filter((r) => {
      const year = r[r.length - 2] as number;
      const { from, to } = more.years ?? { from: firstYear, to: lastYear };
      return year >= from && year <= to;
    }),
  };
}
