import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { states } from '../../src/kernel/states.js';
import { pairValue as measure } from '../../src/measures/pair-value.js';
import type { Manifest } from '../../src/world/cards.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { type Catalogue, openWorld, type World } from '../../src/world/open.js';
import { expectClose } from '../statistics/oracle.js';
import { smallSystem } from './small-system.js';

const named = [
  { ccode: 1, iso3c: 'ONE', name: 'One', from: 1990, to: 2025 },
  { ccode: 2, iso3c: 'TWO', name: 'Two', from: 1990, to: 2025 },
  { ccode: 3, iso3c: 'THR', name: 'Three', from: 1990, to: 2025 },
];
const who = states(named, [
  ...named.map(({ name, ccode, from, to }) => ({ alias: name, ccode, from, to })),
  { alias: 'Both', ccode: 2, from: 1990, to: 2025 },
  { alias: 'Both', ccode: 3, from: 1990, to: 2025 },
]);
const years = { from: 2000, to: 2003 };
const span = { from: 1990, to: 2010 };
const variable = (name: string, level: string) => ({ name, level, table: 'pairs', coverage: span });
const catalogue: Catalogue = {
  manifest: {
    tables: [
      { name: 'un_roll_calls', years: span },
      { name: 'un_resolutions', years: span },
      { name: 'dcad_agreements', years: span },
    ],
    variables: [
      { ...variable('imports', 'dyad-year'), table: 'trade' },
      variable('visits', 'dyad-year'),
      variable('tpop', 'state-year'),
    ],
  } as unknown as Manifest,
  states: who,
};

/**
 * Votes of One, Two and Three (1 yes, 2 abstain, 3 no, 8 absent), the last a vote on the Middle East: in 2000 six, of
 * which One and Two share five; in 2001 four.
 */
const votes = [
  ...[
    [1, 1, 3],
    [1, 2, 3],
    [3, 1, 3],
    [2, 2, 1],
    [1, 8, 1],
    [3, 3, 1],
  ].map((v) => [2000, ...v]),
  ...[
    [1, 1, 1],
    [1, 1, 1],
    [3, 3, 1],
    [1, 3, 1],
  ].map((v) => [2001, ...v]),
];

type Setting = Parameters<typeof measure.parameters.parse>[0];

describe('what ties two states, by hand', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
    const texts = votes.map(([year], i) => `(${i}, ${year}, ${i === 5 ? 1 : 0})`);
    const cast = votes.flatMap(([, ...own], i) => own.map((v, s) => `(${i}, ${s + 1}, ${v})`));
    await db.run(`CREATE TABLE un_roll_calls(rcid INTEGER, session_year SMALLINT, me TINYINT);
      INSERT INTO un_roll_calls VALUES ${texts.join(', ')};
      CREATE TABLE un_roll_call_votes(rcid INTEGER, ccode INTEGER, vote TINYINT);
      INSERT INTO un_roll_call_votes VALUES ${cast.join(', ')};
      CREATE TABLE trade(ccode1 INTEGER, ccode2 INTEGER, year INTEGER, imports INTEGER);
      INSERT INTO trade VALUES (1, 2, 2000, 10), (2, 1, 2000, 20), (1, 3, 2000, 30), (3, 1, 2000, 60), (2, 3, 2000, 70), (3, 2, 2000, NULL), (1, 3, 2001, 5);
      CREATE TABLE dcad_agreements(ccode1 INTEGER, ccode2 INTEGER, signed VARCHAR, last_year SMALLINT, terminated TINYINT);
      INSERT INTO dcad_agreements VALUES (1, 2, '1996-05-01', 2000, NULL), (1, 2, '2001', 2002, 1), (1, 2, '2002-01-01', 2008, 0), (1, 3, '1999', 2009, NULL);
      CREATE TABLE pairs(ccode1 INTEGER, ccode2 INTEGER, year INTEGER, visits INTEGER);
      INSERT INTO pairs VALUES (1, 2, 2000, 2), (2, 1, 2000, 7), (1, 2, 2002, 0), (1, 2, 2003, NULL), (1, 3, 2000, 4), (1, 3, 2002, 5)`);
  });
  afterAll(() => db.close());

  const answersTo = async (setting: Setting, others = false) => {
    const p = measure.parameters.parse(setting);
    const needs = {
      ...measure.needs(p, years, catalogue),
      ...(others && measure.ofOthers!.needs(p, years, catalogue)),
    };
    const rows = await Promise.all(
      Object.entries(needs).map(async ([k, q]) => [k, await db.rows(q.sql)] as const),
    );
    return { p, answers: Object.fromEntries(rows) };
  };
  const series = async (setting: Setting) => {
    const { p, answers } = await answersTo(setting);
    const { years: at, values, counts, lost } = measure.compute(p, years, answers);
    return { at, values, counts, lost };
  };
  const othersOf = async (setting: Setting) => {
    const { p, answers } = await answersTo(setting, true);
    return [...measure.ofOthers!.series(p, years, answers)].map(([ccode, s]) => [ccode, s.years, s.values]);
  };
  const pair = ['One', 'Two'];

  it('agreement: of the votes that both cast, those alike; a session with fewer than five is missing', async () => {
    const of = { pair, of: 'agreement', votes: 'roll-calls' };
    // Alike: 1st, 4th, 6th of the five; the second counts half where abstaining is halfway.
    const strict = await series({ ...of, abstentions: 'as-a-side' });
    expect(strict).toEqual({ at: [2000], values: [60], counts: [5], lost: { 'years without a value': 3 } });
    expect((await series({ ...of, abstentions: 'halfway' })).values).toEqual([70]);
    const { p, answers } = await answersTo({ ...of, abstentions: 'as-a-side', without: 'me' });
    expect(() => measure.compute(p, years, answers)).toThrow(/nothing is recorded of One and Two/);
    // One and Three: six votes, alike in the third and the fifth.
    expect(await othersOf({ ...of, abstentions: 'as-a-side' })).toEqual([
      [3, [2000], [expect.closeTo(100 / 3, 9)]],
    ]);
  });

  it('trade: flows both ways of the pair, of all flows of the one', async () => {
    const one = await series({ pair, of: 'trade-share', whose: 'One' });
    // Of 10 + 20 + 30 + 60; in 2001 nothing is known of the two.
    expect([one.at, one.values]).toEqual([[2000], [25]]);
    expect((await series({ pair, of: 'trade-share', whose: 'Two' })).values).toEqual([30]);
    expect(await othersOf({ pair, of: 'trade-share', whose: 'One' })).toEqual([[3, [2000], [75]]]);
    expect(
      measure.ofOthers!.inPlaceOf!(measure.parameters.parse({ pair, of: 'trade-share', whose: 'Two' })),
    ).toEqual({
      one: 'Two',
      other: 'One',
    });
  });

  it('defence agreements: those signed and not ended, none being 0', async () => {
    const of = { pair, of: 'defence-agreements' };
    expect((await series({ ...of, ends: 'estimated' })).values).toEqual([1, 1, 2, 1]);
    expect((await series({ ...of, ends: 'known' })).values).toEqual([1, 2, 3, 2]);
    expect(
      (await series({ pair: ['Two', 'Three'], of: 'defence-agreements', ends: 'known' })).values,
    ).toEqual([0, 0, 0, 0]);
    expect(await othersOf({ ...of, ends: 'known' })).toEqual([[3, [2000, 2001, 2002, 2003], [1, 1, 1, 1]]]);
  });

  it('a recorded variable: of the first towards the second', async () => {
    expect(await series({ pair, of: 'visits' })).toEqual({
      at: [2000, 2002],
      values: [2, 0],
      counts: [1, 1],
      lost: { 'years without a value': 2 },
    });
    expect((await series({ pair: ['Two', 'One'], of: 'visits' })).values).toEqual([7]);
    expect(await othersOf({ pair, of: 'visits' })).toEqual([[3, [2000, 2002], [4, 5]]]);
  });

  it('a name for two states at once, a pair of one state, years or figures that are not there are refused', async () => {
    const { p, answers } = await answersTo({ pair: ['One', 'Both'], of: 'visits' });
    expect(() => measure.compute(p, years, answers)).toThrow(/two states bore one name in 2000: Both/);
    const cannot = (setting: Setting, over = years) =>
      measure.cannot(measure.parameters.parse(setting), over, catalogue);
    expect(() => cannot({ pair: ['One', 'ONE'], of: 'visits' })).toThrow();
    expect(() => cannot({ pair: ['One', 'One'], of: 'visits' })).toThrow(/a pair of one state: One/);
    expect(() => cannot({ pair, of: 'tpop' })).toThrow(/not a figure about pairs of states: tpop/);
    const late = { from: 2005, to: 2015 };
    expect(cannot({ pair, of: 'visits' }, late)).toBe('visits covers 1990–2010 only');
    expect(cannot({ pair, of: 'trade-share', whose: 'Three' })).toBe('Three is none of the two');
    expect(cannot({ pair, of: 'defence-agreements', ends: 'known' }, late)).toContain('1990–2010 only');
    const agreement = { pair, of: 'agreement', votes: 'roll-calls', abstentions: 'halfway' };
    expect(cannot(agreement, late)).toBe('roll-calls covers the sessions of 1990–2009 only');
    expect(cannot({ ...agreement, votes: 'library', without: 'me' })).toBe('library has no issue codes');
    expect(cannot({ pair, of: 'ideal-points', votes: 'adopted', issue: 'hr' })).toBe(
      'the world has no ideal points of adopted on hr',
    );
    expect(cannot({ pair, of: 'ideal-points', votes: 'adopted', without: 'me' })).toBe(
      'the world has no ideal points of adopted on all without me',
    );
  });

  it.each([
    [{ pair, of: 'agreement', votes: 'all' }, 'agreement needs abstentions'],
    [{ pair, of: 'trade-share' }, 'trade-share needs whose'],
    [{ pair, of: 'visits', whose: 'One' }, 'visits takes no whose'],
    [{ pair, of: 'ideal-points', votes: 'all', abstentions: 'halfway' }, 'ideal-points takes no abstentions'],
  ])('%o: %s', (setting, message) => {
    expect(measure.parameters.safeParse(setting).error?.issues.map((i) => i.message)).toEqual([message]);
  });
});

describe('the distance of ideal points, by hand', () => {
  it('is that of the two places in a year, and of others in the place of the second', async () => {
    const place = (values: readonly (number | null)[]) =>
      Object.fromEntries(values.map((x, i) => [2000 + i, x]));
    const system = await smallSystem(
      [
        [1, 1.5, 1, 0.5],
        [2, -0.5, null, 0.75],
        [3, 1, 1, 1],
      ].map(([ccode, ...xs]) => ({
        ccode: ccode!,
        from: 2000,
        to: 2002,
        values: { ideal_point: place(xs) },
      })),
      [{ name: 'ideal_point' }],
    );
    try {
      const p = measure.parameters.parse({ pair: ['State 1', 'State 2'], of: 'ideal-points', votes: 'all' });
      const within = { from: 2000, to: 2002 };
      expect(measure.cannot(p, within, system)).toBeNull();
      const answers = await system.answer(measure.needs(p, within, system));
      const { years: at, values, lost } = measure.compute(p, within, answers);
      expect([at, values, lost]).toEqual([[2000, 2002], [2, 0.25], { 'years without a value': 1 }]);
      const [[state, third]] = [...measure.ofOthers!.series(p, within, answers)] as never as [
        [number, { values: number[] }],
      ];
      expect([state, third.values]).toEqual([3, [0.5, 0.5]]);
    } finally {
      system.close();
    }
  });
});

describe('China and Russia in the world, by plain SQL', () => {
  const folder = join(projectRoot(), 'world');
  let db: Database;
  let world: World;
  beforeAll(async () => {
    db = await openDatabase();
    for (const table of [
      'assembly_votes',
      'assembly_choices',
      'ideal_points',
      'trade_dyadic',
      'joint_igo',
      'china_visits',
    ])
      await db.run(`CREATE VIEW ${table} AS FROM read_parquet('${join(folder, `${table}.parquet`)}')`);
    world = await openWorld(folder);
  });
  afterAll(() => {
    db.close();
    world.close();
  });
  const pair = ['China', 'Russia'];

  async function agrees(setting: Setting, over: { from: number; to: number }, sql: string): Promise<void> {
    const p = measure.parameters.parse({ pair, ...(setting as object) });
    expect(measure.cannot(p, over, world)).toBeNull();
    const found = measure.compute(p, over, await world.answer(measure.needs(p, over, world)));
    const rows = await db.rows<{ year: number; value: number }>(sql);
    expect(found.years).toEqual(rows.map(({ year }) => year));
    expect(found.years).toHaveLength(over.to - over.from + 1);
    for (const [i, { value }] of rows.entries()) expectClose(found.values[i]!, value, 1e-11);
  }

  it('agreement in texts that passed, without the Middle East', () =>
    agrees(
      { of: 'agreement', votes: 'adopted', abstentions: 'halfway', without: 'me' },
      { from: 1996, to: 2016 },
      `SELECT session_year AS year, 100 * avg(1 - abs(c.choice - r.choice) / 2) AS value FROM assembly_votes
        JOIN assembly_choices c USING (vote) JOIN assembly_choices r USING (vote)
        WHERE c.ccode = 710 AND r.ccode = 365 AND c.choice < 8 AND r.choice < 8 AND kind = 'text' AND passed_simple = 1
          AND me IS DISTINCT FROM 1 AND session_year BETWEEN 1996 AND 2016 GROUP BY session_year ORDER BY session_year`,
    ));

  it.each([
    ['a repeated text once', { votes: 'all-once', without: 'nothing' }, 'ideal_point_unrepeated'],
    ['without the Middle East', { votes: 'all', without: 'me' }, 'ideal_point_without_me'],
  ])('distance of ideal points, %s', (_, by, variable) =>
    agrees(
      { of: 'ideal-points', ...by },
      { from: 1992, to: 2016 },
      `SELECT c.year, abs(c.${variable} - r.${variable}) AS value FROM ideal_points c JOIN ideal_points r USING (year)
        WHERE c.ccode = 710 AND r.ccode = 365 AND c.year BETWEEN 1992 AND 2016 ORDER BY c.year`,
    ),
  );

  it('the share of China in the trade of Russia', () =>
    agrees(
      { of: 'trade-share', whose: 'Russia' },
      { from: 1996, to: 2014 },
      `SELECT year, 100.0 * sum(imports) FILTER (710 IN (ccode1, ccode2)) / sum(imports) AS value FROM trade_dyadic
        WHERE 365 IN (ccode1, ccode2) AND year BETWEEN 1996 AND 2014 GROUP BY year ORDER BY year`,
    ));

  it('organisations in common, and visits of the President', async () => {
    await agrees(
      { of: 'joint_igo_memberships' },
      { from: 1996, to: 2014 },
      `SELECT year, joint_igo_memberships AS value FROM joint_igo WHERE ccode1 = 365 AND ccode2 = 710 AND year BETWEEN 1996 AND 2014 ORDER BY year`,
    );
    await agrees(
      { of: 'china_president_visits' },
      { from: 1996, to: 2016 },
      `SELECT y.year, count(v.visit) AS value FROM (SELECT unnest(range(1996, 2017)) AS year) y
        LEFT JOIN china_visits v ON v.year = y.year AND v.ccode = 365 AND v.office = 'president' GROUP BY y.year ORDER BY y.year`,
    );
  });

  it('two members other than these gained 3.6 common organisations a decade from 1996 on, and 4.6 from 1992', async () => {
    const mean = async (year: number): Promise<number> =>
      (
        await db.rows<{ mean: number }>(
          `SELECT avg(joint_igo_memberships) AS mean FROM joint_igo WHERE year = ${year} AND ccode1 < ccode2 AND NOT list_has_any([365, 710], [ccode1, ccode2])`,
        )
      )[0]!.mean;
    const [a, b, c] = [await mean(1992), await mean(1996), await mean(2014)];
    expect([b, c].map((x) => x.toFixed(1))).toEqual(['26.8', '33.3']);
    expect([(c - b) / 1.8, (c - a) / 2.2].map((x) => x.toFixed(1))).toEqual(['3.6', '4.6']);
  });
});
