import { states } from '../../src/kernel/states.js';
import type { Manifest, ManifestVariable } from '../../src/world/cards.js';
import { openDatabase } from '../../src/world/database.js';
import type { Answers, Catalogue, Needs } from '../../src/world/open.js';

/** A state with its spell of membership and its values, by variable and year; null: coded as missing; absent: no row. */
export interface SmallState {
  readonly ccode: number;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, Readonly<Record<number, number | null>>>>;
  readonly major?: boolean;
}

export interface SmallSystem extends Catalogue {
  answer(needs: Needs): Promise<Answers>;
  close(): void;
}

type Card = Pick<ManifestVariable, 'name'> & Partial<ManifestVariable>;

/** A world in memory with the tables `state_years` and `figures`, and a manifest that says what they cover. */
export async function smallSystem(
  members: readonly SmallState[],
  cards: readonly Card[],
): Promise<SmallSystem> {
  const db = await openDatabase();
  const names = cards.map(({ name }) => name);
  await db.run(
    `CREATE TABLE state_years(ccode INTEGER, year SMALLINT, major_power TINYINT);
     CREATE TABLE figures(ccode INTEGER, year SMALLINT, why VARCHAR${names.map((n) => `, "${n}" DOUBLE`).join('')})`,
  );
  const spells = members.flatMap((s) => yearsOf(s).map((year) => [s.ccode, year, s.major ? 1 : 0]));
  const rows = members.flatMap((s) =>
    yearsOf(s)
      .filter((year) => names.some((n) => s.values[n]?.[year] !== undefined))
      .map((year) => [s.ccode, year, `'coded so'`, ...names.map((n) => s.values[n]?.[year] ?? 'NULL')]),
  );
  const tuples = (list: readonly (readonly unknown[])[]): string =>
    list.map((r) => `(${r.join(', ')})`).join(', ');
  await db.run(`INSERT INTO state_years VALUES ${tuples(spells)}`);
  await db.run(`INSERT INTO figures VALUES ${tuples(rows)}`);
  const span = {
    from: Math.min(...members.map((s) => s.from)),
    to: Math.max(...members.map((s) => s.to)),
  };
  return {
    manifest: manifestOf(members, cards, span),
    states: states(
      members.map((s) => ({ ...s, iso3c: `S${s.ccode}`, name: `State ${s.ccode}` })),
      members.map((s) => ({ alias: `State ${s.ccode}`, ccode: s.ccode, from: s.from, to: s.to })),
    ),
    answer: async (needs) =>
      Object.fromEntries(
        await Promise.all(Object.entries(needs).map(async ([name, { sql }]) => [name, await db.rows(sql)])),
      ),
    close: db.close,
  };
}

const yearsOf = ({ from, to }: SmallState): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function manifestOf(
  members: readonly SmallState[],
  cards: readonly Card[],
  { from, to }: { from: number; to: number },
): Manifest {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const count = (is: (s: SmallState, year: number) => boolean): number[] =>
    years.map((year) => members.filter((s) => s.from <= year && year <= s.to && is(s, year)).length);
  const card = (c: Card, table: string, byYear: number[]): ManifestVariable => {
    const first = byYear.findIndex((n) => n > 0);
    const last = byYear.findLastIndex((n) => n > 0);
    const covered = { from: from + first, to: from + last };
    return {
      title: c.name,
      definition: c.name,
      unit: 'units',
      level: 'state-year',
      table,
      source: table,
      years: covered,
      coverage: { rows: 0, states: members.length, ...covered, byYear: byYear.slice(first, last + 1) },
      ...c,
    };
  };
  const variables = [
    ...cards.map((c) =>
      card(
        c,
        'figures',
        count((s, y) => typeof s.values[c.name]?.[y] === 'number'),
      ),
    ),
    card(
      { name: 'major_power' },
      'state_years',
      count(() => true),
    ),
  ];
  const table = (name: string) => ({ name, source: name, level: 'state-year', years: { from, to } });
  const source = (name: string) => ({ name, title: `The source of ${name}`, version: '1', citation: name });
  return {
    system: { from, to, byYear: count(() => true) },
    tables: [table('state_years'), table('figures')],
    sources: [source('state_years'), source('figures')],
    variables,
  } as unknown as Manifest;
}

/** The same value in every year. */
export const always = (value: number | null, from: number, to: number): Record<number, number | null> =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, value]));
