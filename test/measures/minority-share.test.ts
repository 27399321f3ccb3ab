import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { states } from '../../src/kernel/states.js';
import { minorityShare as measure } from '../../src/measures/minority-share.js';
import type { Manifest } from '../../src/world/cards.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { type Catalogue, openWorld, type World } from '../../src/world/open.js';
import { unLibrary } from '../../src/world/sources/un-library/un-library.js';
import { unRollCalls } from '../../src/world/sources/un-roll-calls/un-roll-calls.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../world/build-one.js';

/** One roll call: how many others said yes, no, abstained, and what the state (2) did: 1 yes, 2 abstain, 3 no, 8 absent. */
type RollCall = readonly [
  own: number,
  yes: number,
  no: number,
  abstain: number,
  more?: 'me' | 'amend' | 'para',
];

/**
 * Seventeen roll calls of twenty voters. Under a tenth, by hand (others + the state itself):
 * sides of yes and no: 2 (1/20), 7 (1/16), 8 (1/20), 10 (1/20), 11 (1/20); positions with abstaining: also 4 (1/20) and 5 (1/20).
 */
const rollCalls: readonly RollCall[] = [
  [1, 17, 2, 0], //           1 with 18 of 20
  [3, 19, 0, 0], //           2 alone of 20
  [3, 18, 1, 0], //           3 two of 20: a tenth is not under a tenth
  [3, 9, 0, 10], //           4 one of the 10 who took a side, one of 20 positions
  [2, 19, 0, 0], //           5 abstains alone
  [2, 15, 0, 4], //           6 abstains with four
  [1, 0, 15, 4, 'amend'], //  7 alone for an amendment that fails: one of 16, one of 20
  [3, 19, 0, 0, 'me'], //     8 alone, on the Middle East
  [8, 20, 0, 0], //           9 absent
  [1, 0, 19, 0], //          10 alone for a text that fails
  [3, 19, 0, 0, 'para'], //  11 alone against a paragraph that passes
  ...Array.from({ length: 6 }, (): RollCall => [1, 19, 0, 0]),
];

const state = { ccode: 2, iso3c: 'USA', name: 'United States', from: 1816, to: 2025 };
const who = states(
  [state],
  [
    { alias: 'USA', ccode: 2, from: 1816, to: 2025 },
    { alias: 'Atlantis', ccode: 999, from: 1816, to: 2025 },
    { alias: 'Both', ccode: 2, from: 1816, to: 2025 },
    { alias: 'Both', ccode: 101, from: 1816, to: 2025 },
  ],
);
const tables = [
  { name: 'un_resolutions', years: { from: 1946, to: 2025 } },
  { name: 'un_roll_calls', years: { from: 1946, to: 2021 } },
];
const catalogue: Catalogue = { manifest: { tables } as unknown as Manifest, states: who };
const years = { from: 1999, to: 2001 };

/** Tables of the world with these roll calls in 1999, and nine of them again in 2000. */
async function worldOf(
  calls: readonly RollCall[],
  renamed = (ccode: number): number => ccode,
): Promise<Database> {
  const db = await openDatabase();
  await db.run(`CREATE TABLE un_roll_calls(rcid INTEGER, session_year SMALLINT, amend TINYINT, para TINYINT, me TINYINT, passed_simple TINYINT);
    CREATE TABLE un_roll_call_votes(rcid INTEGER, ccode INTEGER, vote TINYINT);
    CREATE VIEW un_resolutions AS SELECT rcid AS record, session_year, 'GA' AS body FROM un_roll_calls WHERE coalesce(amend, para, 0) = 0 AND passed_simple = 1;
    CREATE VIEW un_votes AS SELECT rcid AS record, ccode, vote FROM un_roll_call_votes`);
  const texts: string[] = [];
  const votes: string[] = [];
  const add = ([own, yes, no, abstain, more]: RollCall, year: number): void => {
    const id = texts.length + 1;
    const passed = yes + Number(own === 1) > no + Number(own === 3) ? 1 : 0;
    const flag = (name: string, otherwise: string): string => (more === name ? '1' : otherwise);
    texts.push(
      `(${id}, ${year}, ${flag('amend', 'NULL')}, ${flag('para', 'NULL')}, ${flag('me', '0')}, ${passed})`,
    );
    const others = [...Array(yes).fill(1), ...Array(no).fill(3), ...Array(abstain).fill(2)] as number[];
    votes.push(
      `(${id}, ${renamed(2)}, ${own})`,
      ...others.map((v, i) => `(${id}, ${renamed(101 + i)}, ${v})`),
    );
  };
  for (const call of calls) add(call, 1999);
  for (const call of calls.slice(-9)) add(call, 2000);
  await db.run(
    `INSERT INTO un_roll_calls VALUES ${texts.join(', ')}; INSERT INTO un_roll_call_votes VALUES ${votes.join(', ')}`,
  );
  return db;
}

type Settings = Parameters<typeof measure.parameters.parse>[0];

async function series(db: Database, settings: Settings, of: Catalogue = catalogue) {
  const p = measure.parameters.parse({
    state: 'USA',
    votes: 'roll-calls',
    abstentions: 'aside',
    ...(settings as object),
  });
  const [name, query] = Object.entries(measure.needs(p, years, of))[0]!;
  return measure.compute(p, years, { [name]: await db.rows(query.sql) });
}

describe('minority share, by hand', () => {
  let db: Database;
  beforeAll(async () => {
    db = await worldOf(rollCalls);
  });
  afterAll(() => db.close());

  it.each([
    ['roll-calls', 'aside', 5, 16],
    ['roll-calls', 'as-a-side', 7, 16],
    ['roll-calls', 'left-out', 5, 14],
    // Without the amendment and the paragraph.
    ['roll-calls-final', 'aside', 3, 14],
    ['roll-calls-final', 'as-a-side', 5, 14],
    ['roll-calls-final', 'left-out', 3, 12],
    // Without the text that failed either.
    ['roll-calls-adopted', 'aside', 2, 13],
    ['roll-calls-adopted', 'as-a-side', 4, 13],
    ['roll-calls-adopted', 'left-out', 2, 11],
    ['library', 'aside', 2, 13],
  ])('%s, abstentions %s: %d of %d', async (votes, abstentions, minority, of) => {
    const s = await series(db, { votes, abstentions });
    expect(s.years).toEqual([1999]);
    expect(s.values).toEqual([(100 * minority) / of]);
    expect(s.counts).toEqual([of]);
  });

  it.each([
    [{ without: 'me' }, 4, 15],
    [{ without: 'me', abstentions: 'as-a-side' }, 6, 15],
    [{ under: 0.05 }, 0, 16], // one of twenty is not under a twentieth
    [{ under: 0.051 }, 4, 16], // and is under 5.1 %; one of sixteen is not
    [{ under: 0.3 }, 7, 16], // the two of twenty, and the one of ten
  ])('%j: %d of %d', async (settings, minority, of) => {
    const s = await series(db, settings);
    expect([s.values, s.counts]).toEqual([[(100 * minority) / of], [of]]);
  });

  it('a session with fewer than ten votes is missing, and all that is lost is counted', async () => {
    expect((await series(db, { abstentions: 'left-out' })).lost).toEqual({
      // 2000 holds nine votes, absence and all; 2001 none.
      'years with fewer than 10 votes of the state': 2,
      'votes from which the state was absent': 2,
      'votes on which the state abstained': 2,
    });
    expect((await series(db, {})).lost).toEqual({
      'years with fewer than 10 votes of the state': 2,
      'votes from which the state was absent': 2,
    });
  });

  it('does not change when others are renamed and rows permuted', async () => {
    const relabelled = await worldOf([...rollCalls].reverse(), (c) => (c === 2 ? 2 : 900 - c));
    try {
      for (const abstentions of ['aside', 'as-a-side', 'left-out']) {
        const there = await series(relabelled, { abstentions });
        const here = await series(db, { abstentions });
        expect([there.years[0], there.values[0], there.counts[0]]).toEqual([
          1999,
          here.values[0],
          here.counts[0],
        ]);
      }
    } finally {
      relabelled.close();
    }
  });

  it('refuses a state that never voted, and a name under which two voted at once', async () => {
    await expect(series(db, { state: 'Atlantis' })).rejects.toMatchObject({ code: 'measures/no-votes' });
    await expect(series(db, { state: 'Both' })).rejects.toMatchObject({ code: 'measures/two-seats' });
    await expect(series(db, { state: 'USSA' })).rejects.toMatchObject({ code: 'states/unknown' });
  });
});

describe('minority share, what it can serve', () => {
  const cannot = (settings: object, from: number, to: number) =>
    measure.cannot(
      measure.parameters.parse({ state: 'USA', votes: 'library', abstentions: 'aside', ...settings }),
      { from, to },
      catalogue,
    );

  it('the library’s votes bear no issues', () => {
    expect(cannot({ without: 'me' }, 1946, 2020)).toBe('library has no issue codes');
    expect(cannot({ without: 'nothing' }, 1946, 2020)).toBeNull();
    expect(cannot({ votes: 'roll-calls', without: 'me' }, 1946, 2020)).toBeNull();
  });

  it('a session that has not ended is not served', () => {
    expect(cannot({}, 1946, 2024)).toBeNull();
    expect(cannot({}, 1946, 2025)).toBe('library covers the sessions of 1946–2024 only');
    expect(cannot({ votes: 'roll-calls' }, 1991, 2021)).toBe(
      'roll-calls covers the sessions of 1946–2020 only',
    );
  });

  it('unknown words and impossible parts are refused', () => {
    const parse = (more: object) =>
      measure.parameters.safeParse({ state: 'USA', votes: 'library', abstentions: 'aside', ...more }).success;
    expect([{}, { under: 0.05 }, { under: 0.125 }].map(parse)).toEqual([true, true, true]);
    expect(
      [{ under: 0 }, { under: 0.6 }, { under: 0.12345 }, { votes: 'every' }, { abstain: 'aside' }].map(parse),
    ).toEqual([false, false, false, false, false]);
  });

  it('names what it shows', () => {
    const p = measure.parameters.parse({
      state: 'USA',
      votes: 'roll-calls',
      abstentions: 'aside',
      without: 'me',
    });
    expect(measure.label(p)).toBe(
      'share of roll calls in which USA stood in a minority of under 10 %, without the Middle East (Palestine)',
    );
    expect(measure.unit(p)).toBe('percentage points');
  });
});

describe.skipIf(withoutUpstream)('minority share, on the record', () => {
  let small: SmallWorld;
  let world: World;
  beforeAll(async () => {
    small = await buildOne([unLibrary, unRollCalls]);
    world = await openWorld(small.dir);
  });
  afterAll(async () => {
    world?.close();
    await small?.close();
  });

  const of = async (settings: object, from: number, to: number) => {
    const p = measure.parameters.parse({ state: 'USA', votes: 'library', abstentions: 'aside', ...settings });
    expect(measure.cannot(p, { from, to }, world)).toBeNull();
    return measure.compute(p, { from, to }, await world.answer(measure.needs(p, { from, to }, world)));
  };

  it('2016, United States: the same count by another way, from the printed results', async () => {
    const texts = await small.rows<{ yes: number; no: number; abstain: number; vote: number }>(
      `SELECT yes, no, abstain, vote FROM un_resolutions JOIN un_votes USING (record) WHERE ccode = 2 AND symbol LIKE 'A/RES/71/%'`,
    );
    const part = texts.filter((t) => t.vote !== 8);
    const size = (t: (typeof texts)[number]) => ({ 1: t.yes, 2: t.abstain, 3: t.no })[t.vote]!;
    const sides = part.filter((t) => t.vote !== 2 && size(t) / (t.yes + t.no) < 0.1 - 1e-12);
    const positions = part.filter((t) => size(t) / (t.yes + t.no + t.abstain) < 0.1 - 1e-12);
    expect(part.length).toBeGreaterThan(70);
    expect((await of({}, 2016, 2016)).values).toEqual([(100 * sides.length) / part.length]);
    expect((await of({ abstentions: 'as-a-side' }, 2016, 2016)).values).toEqual([
      (100 * positions.length) / part.length,
    ]);
  });

  it('the Assembly voted once in its nineteenth session: 1964 is missing', async () => {
    const s = await of({ votes: 'roll-calls' }, 1946, 2020);
    expect(s.years).toEqual(Array.from({ length: 75 }, (_, i) => 1946 + i).filter((y) => y !== 1964));
  });

  it('Germany is followed under both its numbers', async () => {
    const s = await of({ state: 'Germany' }, 1980, 2000);
    expect(s.years.length).toBe(21);
  });

  it('the United States: nearly never alone in 1950, in more than half of the adopted texts of 1990', async () => {
    const s = await of({}, 1946, 2024);
    const at = (year: number) => s.values[s.years.indexOf(year)]!;
    expect(at(1950)).toBe(0);
    expect(at(1990)).toBeCloseTo((100 * 47) / 84, 10);
  });
});
