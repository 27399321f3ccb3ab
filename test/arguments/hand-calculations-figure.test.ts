import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designs, loadArgument, multiverse, openWorld, type World } from '../../src/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { estimateSpecification } from '../../src/runs/estimate-specification.js';
import { type Database, openDatabase } from '../../src/world/database.js';

/*
 * The recorded figures of each claim of figures, by plain SQL over the tables of the world, and by the program.
 */

const folder = process.env['ENTENTE_WORLD'] || join(projectRoot(), 'world');
const tables = [
  'military_agreements',
  'alliance_dyad_years',
  'atop_dyad_years',
  'china_visits',
  'recognition_state_years',
  'recognition_years',
  'recognition_counts',
  'poll_figures',
  'vaccine_statements',
  'pew',
];

let db: Database;
let world: World;
beforeAll(async () => {
  db = await openDatabase();
  for (const table of tables)
    await db.run(`CREATE VIEW ${table} AS FROM read_parquet('${join(folder, `${table}.parquet`)}')`);
  world = await openWorld(folder);
});
afterAll(() => {
  db.close();
  world.close();
});

const hand = async (sql: string): Promise<number> => Number((await db.rows<{ x: number }>(sql))[0]!.x);

/** What the program records for one specification of a part. */
async function program(claim: string, part: string, choices: Readonly<Record<string, string | number>>) {
  const [argument, id] = claim.split('/');
  const found = loadArgument(join(projectRoot(), 'arguments', argument!), designs).claims.find(
    (c) => c.id === id,
  )!;
  const all = multiverse(found, found.parts.find((p) => p.name === part)!, designs, world).specifications;
  const wanted = all.filter((s) =>
    Object.entries(choices).every(([name, o]) => String(s.choices[name]) === String(o)),
  );
  expect(wanted, `specifications of ${claim} that fit the choices`).toHaveLength(1);
  const { key, design, parameters } = wanted[0]!;
  const outcome = await estimateSpecification({ key, design, parameters, cacheKey: key }, designs, world);
  if ('error' in outcome) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.estimate;
}

/** Agreements in force between the United States and another in a year, counted anew from the list itself. */
const inForce = (other: number, year: number, what: string, only = 'true'): string =>
  `SELECT ${what} AS x FROM military_agreements WHERE status = 'in_force' AND ccode1 = 2 AND ccode2 = ${other} AND ${only}
   AND left(coalesce(entered, signed), 4)::INT <= ${year} AND coalesce(left("until", 4)::INT, 9999) >= ${year}`;

const between = `kind <> 'arms_control'`;

describe('recorded figures by hand and by the program', () => {
  it.each([
    ['arrangements', 'count(*)', between],
    ['with-arms-control', 'count(*)', 'true'],
    ['kinds', 'count(DISTINCT kind)', between],
  ])('thinner-military-ties: %s', async (counted, what, only) => {
    for (const [soviet, china] of [
      [1973, 2008],
      [1979, 2011],
    ] as const) {
      const difference =
        (await hand(inForce(365, soviet, what, only))) - (await hand(inForce(710, china, what, only)));
      const e = await program('regime-before-nation/thinner-military-ties', '', { counted, soviet, china });
      expect(e.value).toBe(difference);
    }
  });

  it('thinner-military-ties: six arrangements of four kinds in 1973, three of two kinds in 2008', async () => {
    expect(await hand(inForce(365, 1973, 'count(*)', between))).toBe(6);
    expect(await hand(inForce(365, 1973, 'count(DISTINCT kind)', between))).toBe(4);
    expect(await hand(inForce(710, 2008, 'count(*)', between))).toBe(3);
    expect(await hand(inForce(710, 2008, 'count(DISTINCT kind)', between))).toBe(2);
  });

  it('partnership-not-alliance: no defence, non-aggression and consultation either way', async () => {
    for (const alliance of ['defence_pact', 'any_alliance']) {
      const x = await hand(
        `SELECT max(${alliance}) AS x FROM alliance_dyad_years WHERE year = 2017 AND ccode1 IN (365, 710) AND ccode2 IN (365, 710)`,
      );
      const e = await program('strategic-stability/partnership-not-alliance', 'no-alliance', {
        alliance,
        year: 2017,
      });
      expect(e.value).toBe(x);
      expect(x).toBe(alliance === 'defence_pact' ? 0 : 1);
    }
    for (const [owed, from, to] of [
      ['by-china', 710, 365],
      ['by-russia', 365, 710],
    ] as const) {
      const x = await hand(
        `SELECT atop_neutrality + atop_nonaggression + atop_consultation AS x FROM atop_dyad_years WHERE year = 2017 AND ccode1 = ${from} AND ccode2 = ${to}`,
      );
      const e = await program('strategic-stability/partnership-not-alliance', 'partnership', {
        owed,
        year: 2017,
      });
      expect([e.value, x]).toEqual([2, 2]);
    }
  });

  it('putin-met-most: from the list of visits itself', async () => {
    const visits = `SELECT ccode, count(*) AS n FROM china_visits WHERE leader = 'Xi Jinping' AND office = 'president' AND year BETWEEN 2013 AND 2016 GROUP BY ccode`;
    const ahead = await hand(
      `WITH v AS (${visits}) SELECT count(*) AS x FROM v WHERE n >= (SELECT n FROM v WHERE ccode = 365)`,
    );
    const e = await program('strategic-stability/putin-met-most', '', { what: 'visits', years: '2013-2016' });
    expect(e.value).toBe(ahead);
    expect(await hand(`WITH v AS (${visits}) SELECT n AS x FROM v WHERE ccode = 365`)).toBe(5);
    const meetings = await program('strategic-stability/putin-met-most', '', {
      what: 'meetings',
      years: '2013-2016',
    });
    expect(meetings.recorded?.beyond).toBe('anywhere');
  });

  it('core-interest-respected: recognition counted and stated', async () => {
    const claim = 'strategic-stability/core-interest-respected';
    const beijing = await hand(`SELECT beijing_recognised_by AS x FROM recognition_years WHERE year = 2016`);
    expect((await program(claim, 'beijing-recognised', { record: 'counted' })).value).toBe(beijing);
    const stated = await hand(
      `SELECT states AS x FROM recognition_counts WHERE side = 'beijing' AND left(date, 4) = '2011'`,
    );
    expect((await program(claim, 'beijing-recognised', { record: 'stated-2011' })).value).toBe(stated);
    const taipei = await hand(
      `SELECT sum(recognises_taipei) AS x FROM recognition_state_years WHERE year = 2016`,
    );
    expect((await program(claim, 'taipei-recognised', { record: 'counted' })).value).toBe(taipei);
    const slope = await hand(
      `SELECT 10 * regr_slope(taipei_recognised_by, year) AS x FROM recognition_years WHERE year BETWEEN 1990 AND 2016`,
    );
    expect((await program(claim, 'taipei-does-not-gain', { years: '1990-2016' })).value).toBeCloseTo(
      slope,
      9,
    );
  });

  const threat = (who: string): Promise<number> =>
    hand(
      `SELECT value AS x FROM poll_figures WHERE poll = 'Democracy Perception Index 2021' AND asked = 'all respondents' AND question LIKE '%in my country is threatened by the influence of ${who}'`,
    );

  it('us-seen-as-threat: 44, 38 and 28 per cent', async () => {
    const [us, china, russia] = [
      await threat('the United States'),
      await threat('China'),
      await threat('Russia'),
    ];
    expect([us, china, russia]).toEqual([44, 38, 28]);
    const claim = 'clique-multilateralism/us-seen-as-threat';
    expect((await program(claim, 'forty-four', {})).value).toBe(us);
    expect((await program(claim, 'more-than-rivals', { rival: 'china' })).value).toBe(us! - china!);
    expect((await program(claim, 'more-than-rivals', { rival: 'russia' })).value).toBe(us! - russia!);
  });

  it('us-regard-splits: nine allies, China and Russia', async () => {
    const claim = 'clique-multilateralism/us-regard-splits';
    const allies = `'AUS', 'CAN', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'JPN', 'KOR'`;
    const net = (what: string, who: string): Promise<number> =>
      hand(
        `SELECT ${what} AS x FROM poll_figures WHERE question LIKE 'Change in net favourability%' AND iso3 IN (${who})`,
      );
    const allied = { pollster: 'morning-consult' };
    expect((await program(claim, 'allies-rose', { ...allied, allies: 'mean' })).value).toBeCloseTo(
      await net('avg(value)', allies),
      9,
    );
    expect((await program(claim, 'allies-rose', { ...allied, allies: 'lowest' })).value).toBe(
      await net('min(value)', allies),
    );
    const pew =
      await hand(`SELECT avg(b.pew_favourable - a.pew_favourable) AS x FROM pew a JOIN pew b USING (ccode1, ccode2)
      WHERE ccode2 = 2 AND a.year = 2020 AND b.year = 2021 AND ccode1 IN (900, 211, 20, 255, 390, 230, 220, 200, 325, 740, 732, 210)`);
    expect((await program(claim, 'allies-rose', { pollster: 'pew', allies: 'mean' })).value).toBeCloseTo(
      pew,
      9,
    );
    expect((await program(claim, 'fell-in-china', { asked: 'net' })).value).toBe(await net('value', `'CHN'`));
    expect((await program(claim, 'fell-in-china', { asked: 'unfavourable' })).value).toBe(65 - 74);
    expect((await program(claim, 'fell-in-russia', { pollster: 'morning-consult' })).value).toBe(
      await net('value', `'RUS'`),
    );
    expect((await program(claim, 'fell-in-russia', { pollster: 'gallup' })).value).toBe(13 - 18);
  });

  it('vaccine-reach: who said how many', async () => {
    const claim = 'clique-multilateralism/vaccine-reach';
    const said = (kind: string, by: string): Promise<number> =>
      hand(
        `SELECT recipients AS x FROM vaccine_statements WHERE donor = 'China' AND kind = '${kind}' AND stated_by LIKE '${by}%' AND date BETWEEN '2021-04' AND '2021-06'`,
      );
    expect((await program(claim, 'assisted', { who: 'agency' })).value).toBe(
      await said('donated', 'China International'),
    );
    const president = await program(claim, 'exported', { who: 'president' });
    expect([president.value, president.recorded?.beyond]).toEqual([
      await said('exported', 'President Xi'),
      'nothing',
    ]);
    const summary = await program(claim, 'exported', { who: 'summary' });
    expect([summary.value, summary.recorded?.beyond]).toEqual([40, 'above']);
  });

  it('appeal-lost: mean change over the countries asked in both years', async () => {
    const claim = 'values-diplomacy/appeal-lost';
    for (const [part, to] of [
      ['fell-in-2020', 2020],
      ['lower-in-2021', 2021],
    ] as const) {
      for (const from of [2018, 2019]) {
        const rows = `FROM pew a JOIN pew b USING (ccode1, ccode2) WHERE ccode2 = 2 AND a.year = ${from} AND b.year = ${to}`;
        const change = 'b.pew_favourable - a.pew_favourable';
        const e = await program(claim, part, { before: `from-${from}` });
        expect(e.value).toBeCloseTo(await hand(`SELECT avg(${change}) AS x ${rows}`), 9);
        expect(e.n).toBe(await hand(`SELECT count(*) AS x ${rows}`));
        const error = await hand(`SELECT stddev_samp(${change}) / sqrt(count(*)) AS x ${rows}`);
        const t = { 11: 2.2281388519649385, 12: 2.200985160082949 }[e.n as 11 | 12];
        expect(e.high - e.value).toBeCloseTo(t * error, 8);
      }
    }
  });
});
