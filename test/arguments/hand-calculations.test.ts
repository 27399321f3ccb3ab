import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designs, loadArgument, multiverse, openWorld, type World } from '../../src/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { estimateSpecification } from '../../src/runs/estimate-specification.js';
import { type Database, openDatabase } from '../../src/world/database.js';

/*
 * One or more specifications of each tested claim, three ways: by hand over the committed tables (here), from the raw
 * upstream files in base R (test/oracles/arguments/hand-calculations.R), and by the program. All three must agree.
 */

type Numbers = Readonly<Record<string, number>>;
const oracle = JSON.parse(
  readFileSync(new URL('../oracles/arguments/hand-calculations.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Numbers>>;

let db: Database;
let world: World;
beforeAll(async () => {
  db = await openDatabase();
  for (const table of tables) await db.run(`CREATE VIEW ${table} AS FROM read_parquet('${file(table)}')`);
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => {
  db.close();
  world.close();
});

const tables = [
  'state_years',
  'vdem15',
  'vdem16',
  'polity5',
  'nmc',
  'world_bank_population',
  'us_treaty_allies',
  'alliance_dyad_years',
  'un_resolutions',
  'un_votes',
  'un_roll_calls',
  'un_roll_call_votes',
  'assembly_votes',
  'assembly_choices',
];
const file = (table: string): string => join(projectRoot(), 'world', `${table}.parquet`);

const one = async (sql: string): Promise<Numbers> => (await db.rows<Record<string, number>>(sql))[0]!;
const column = async (sql: string): Promise<number[]> =>
  (await db.rows<{ x: number }>(sql)).map(({ x }) => x);

/** Value and size of sample that the program gives a claim's specification. */
async function program(claim: string, choices: Readonly<Record<string, string>>) {
  const [argument, id] = claim.split('/');
  const found = loadArgument(join(projectRoot(), 'arguments', argument!), designs).claims.find(
    (c) => c.id === id,
  )!;
  const all = multiverse(found, found.parts[0]!, designs, world).specifications;
  const wanted = all.filter((s) =>
    Object.entries(choices).every(([name, option]) => s.choices[name] === option),
  );
  expect(wanted, `specifications of ${claim} that fit the choices`).toHaveLength(1);
  const { key, design, parameters } = wanted[0]!;
  const outcome = await estimateSpecification({ key, design, parameters, cacheKey: key }, designs, world);
  if ('error' in outcome) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.estimate;
}

/** Equal to ten significant digits: the program prints twelve. */
function agree(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-10 * Math.max(Math.abs(expected), 1e-3));
}

/** Change a decade of the least-squares line through a series. */
function slope(from: number, values: readonly number[]): number {
  const years = values.map((_, i) => from + i);
  const middle = years.reduce((a, b) => a + b) / years.length;
  const level = values.reduce((a, b) => a + b) / values.length;
  const cross = years.reduce((sum, year, i) => sum + (year - middle) * (values[i]! - level), 0);
  return (10 * cross) / years.reduce((sum, year) => sum + (year - middle) ** 2, 0);
}

const deviation = (x: readonly number[]): number => {
  const mean = x.reduce((a, b) => a + b) / x.length;
  return Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1));
};

describe('allies-drive-backsliding', () => {
  const claim = 'summit-for-democracy/allies-drive-backsliding';

  it('2010–2020, polyarchy, from first to last year, treaty allies: against states and against room to fall', async () => {
    const found = await one(`
      WITH ends AS (
        SELECT a.ccode, a.polyarchy_v15 AS before, a.polyarchy_v15_low AS before_low, b.polyarchy_v15 AS after, b.polyarchy_v15_high AS after_high,
          a.ccode = 2 OR a.ccode IN (SELECT ccode FROM us_treaty_allies WHERE counts = 1) AS ally
        FROM vdem15 a JOIN vdem15 b ON b.ccode = a.ccode AND b.year = 2020
        WHERE a.year = 2010 AND a.polyarchy_v15 IS NOT NULL AND b.polyarchy_v15 IS NOT NULL),
      falls AS (SELECT *, CASE WHEN after_high < before_low THEN before - after ELSE 0 END AS fall FROM ends)
      SELECT count(*) AS states, count(*) FILTER (ally) AS allies, count(*) FILTER (fall > 0) AS fell,
        count(*) FILTER (fall > 0 AND ally) AS allies_that_fell, sum(fall) AS fall, sum(fall) FILTER (ally) AS fall_of_allies,
        sum(before) AS room, sum(before) FILTER (ally) AS room_of_allies FROM falls`);
    const burden = found['fall_of_allies']! / found['fall']!;
    const byStates = burden / (found['allies']! / found['states']!);
    const byRoom = burden / (found['room_of_allies']! / found['room']!);
    for (const [name, value] of Object.entries(found)) agree(value, oracle['polyarchy_endpoints']![name]!);
    agree(byStates, oracle['polyarchy_endpoints']!['ratio_states']!);
    agree(byRoom, oracle['polyarchy_endpoints']!['ratio_room']!);

    const choices = {
      regime: 'polyarchy_v15',
      years: '2010-2020',
      fall: 'endpoints',
      pact: 'treaty-allies-2021',
    };
    const states = await program(claim, { ...choices, yardstick: 'states' });
    const room = await program(claim, { ...choices, yardstick: 'room-to-fall' });
    agree(states.value, byStates);
    agree(room.value, byRoom);
    expect([
      states.n,
      states.diagnostics['states_in_group'],
      states.diagnostics['states_that_changed'],
    ]).toEqual([173, 50, 28]);
  });

  it('2010–2018, Polity, every fall on the way, partners in a defence pact: against population', async () => {
    const scores = await db.rows<{ ccode: number; year: number; polity2: number }>(`
      SELECT ccode, year, polity2 FROM polity5 WHERE year BETWEEN 2010 AND 2018 AND polity2 IS NOT NULL ORDER BY ccode, year`);
    const people = new Map(
      (
        await db.rows<{ ccode: number; n: number }>(
          `SELECT ccode, population_wb AS n FROM world_bank_population WHERE year = 2010`,
        )
      ).map(({ ccode, n }) => [ccode, n]),
    );
    const allies = await column(
      `SELECT ccode2 AS x FROM alliance_dyad_years WHERE ccode1 = 2 AND year = 2010 AND defence_pact = 1`,
    );
    const sums = {
      states: 0,
      allies: 0,
      fell: 0,
      fall: 0,
      fall_of_allies: 0,
      people: 0,
      people_of_allies: 0,
    };
    for (const ccode of new Set(scores.map((s) => s.ccode))) {
      const own = scores.filter((s) => s.ccode === ccode);
      const size = people.get(ccode);
      if (own[0]!.year !== 2010 || own.at(-1)!.year !== 2018 || size === undefined) continue;
      const fall = own.slice(1).reduce((sum, s, i) => sum + Math.max(0, own[i]!.polity2 - s.polity2), 0);
      const ally = ccode === 2 || allies.includes(ccode);
      sums.states += 1;
      sums.fell += fall > 0 ? 1 : 0;
      sums.fall += fall;
      sums.people += size;
      if (!ally) continue;
      sums.allies += 1;
      sums.fall_of_allies += fall;
      sums.people_of_allies += size;
    }
    const ratio = sums.fall_of_allies / sums.fall / (sums.people_of_allies / sums.people);
    for (const [name, value] of Object.entries(sums)) agree(value, oracle['polity2_yearly']![name]!);
    agree(ratio, oracle['polity2_yearly']!['ratio_population']!);

    const choices = {
      yardstick: 'population',
      regime: 'polity2',
      years: '2010-2018',
      fall: 'yearly',
      pact: 'defence',
    };
    const said = await program(claim, choices);
    agree(said.value, ratio);
    expect(said.n).toBe(sums.states);
  });
});

describe('world-turns-polycentric', () => {
  it('1992–2021, capabilities: effective number of states, and what lies outside the first', async () => {
    const claim = 'summit-for-democracy/world-turns-polycentric';
    const rows = await db.rows<{ effective: number; beyond: number }>(`
      SELECT sum(cinc) ** 2 / sum(cinc ** 2) AS effective, 100 * (1 - max(cinc) / sum(cinc)) AS beyond
      FROM nmc WHERE year BETWEEN 1992 AND 2021 GROUP BY year ORDER BY year`);
    const effective = rows.map((r) => r.effective);
    const found = oracle['capabilities']!;
    agree(effective[0]!, found['effective_1992']!);
    agree(effective.at(-1)!, found['effective_2021']!);
    const slopes = [
      slope(1992, effective),
      slope(
        1992,
        rows.map((r) => r.beyond),
      ),
    ];
    agree(slopes[0]!, found['slope_effective']!);
    agree(slopes[1]!, found['slope_beyond_first']!);

    const choices = { resource: 'cinc_share', years: '1992-2021' };
    agree((await program(claim, { ...choices, spread: 'effective-number' })).value, slopes[0]!);
    agree((await program(claim, { ...choices, spread: 'beyond-first' })).value, slopes[1]!);
  });
});

describe('systems-stay-different', () => {
  it('1990–2020, polyarchy, states there throughout: standard deviation and bimodality', async () => {
    const claim = 'values-diplomacy/systems-stay-different';
    // Germany is 260 to 1990 and 255 from then on, Yemen 678 and 679: one state each.
    const rows = await db.rows<{ year: number; x: number }>(`
      WITH scored AS (SELECT CASE v.ccode WHEN 260 THEN 255 WHEN 678 THEN 679 ELSE v.ccode END AS state, v.year, polyarchy AS x
        FROM vdem16 v JOIN state_years USING (ccode, year) WHERE v.year BETWEEN 1990 AND 2020 AND polyarchy IS NOT NULL)
      SELECT year, x FROM scored WHERE state IN (SELECT state FROM scored GROUP BY state HAVING count(DISTINCT year) = 31) ORDER BY year, state`);
    const years = Array.from({ length: 31 }, (_, i) =>
      rows.filter((r) => r.year === 1990 + i).map((r) => r.x),
    );
    const found = oracle['regimes']!;
    expect(new Set(years.map((x) => x.length))).toEqual(new Set([found['states']!]));
    const deviations = years.map(deviation);
    agree(deviations[0]!, found['sd_1990']!);
    agree(deviations.at(-1)!, found['sd_2020']!);
    const slopes = [slope(1990, deviations), slope(1990, years.map(bimodality))];
    agree(slopes[0]!, found['slope_sd']!);
    agree(slopes[1]!, found['slope_bimodality']!);

    const choices = { regime: 'polyarchy', years: '1990-2020', states: 'constant' };
    agree((await program(claim, { ...choices, apart: 'sd' })).value, slopes[0]!);
    agree((await program(claim, { ...choices, apart: 'bimodality' })).value, slopes[1]!);
  });
});

/** Sarle's coefficient with SAS's corrections, from sums of powers of the standardised values. */
function bimodality(x: readonly number[]): number {
  const n = x.length;
  const mean = x.reduce((a, b) => a + b) / n;
  const s = deviation(x);
  const power = (p: number): number => x.reduce((sum, value) => sum + ((value - mean) / s) ** p, 0);
  const skewness = (n / ((n - 1) * (n - 2))) * power(3);
  const correction = (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  const kurtosis = ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * power(4) - correction;
  return (skewness ** 2 + 1) / (kurtosis + correction);
}

describe('us-isolated-in-the-assembly', () => {
  const claim = 'clique-multilateralism/us-isolated-in-the-assembly';
  const choices = { abstentions: 'aside', without: 'nothing', years: '1991-2020' };

  /** Per session: in how many votes the United States took part, and in how many under a tenth of yes and no were on its side. */
  const alone = (votes: string): string => `
    WITH results AS (SELECT text, opened, count(*) FILTER (vote = 1) AS yes, count(*) FILTER (vote = 3) AS no, any_value(vote) FILTER (ccode = 2) AS own
      FROM (${votes}) WHERE opened BETWEEN 1991 AND 2020 GROUP BY text, opened)
    SELECT count(*) AS votes, count(*) FILTER (own = 1 AND 10 * yes < yes + no OR own = 3 AND 10 * no < yes + no) AS alone
    FROM results WHERE own IN (1, 2, 3) GROUP BY opened ORDER BY opened`;

  const sources = {
    library: `SELECT record AS text, session_year AS opened, ccode, vote FROM un_resolutions JOIN un_votes USING (record) WHERE body = 'GA'`,
    'roll-calls': `SELECT rcid AS text, session_year AS opened, ccode, vote FROM un_roll_calls JOIN un_roll_call_votes USING (rcid)`,
  };

  it.each(['library', 'roll-calls'] as const)('1991–2020, %s, abstaining takes no side', async (votes) => {
    const sessions = await db.rows<{ votes: number; alone: number }>(alone(sources[votes]));
    const shares = sessions.map((s) => (100 * s.alone) / s.votes);
    const found = oracle[votes.replace('-', '_')]!;
    expect(sessions).toHaveLength(30);
    expect(sessions.reduce((sum, s) => sum + s.votes, 0)).toBe(found['votes']);
    expect(sessions.reduce((sum, s) => sum + s.alone, 0)).toBe(found['alone']);
    agree(shares[0]!, found['share_1991']!);
    agree(shares.at(-1)!, found['share_2020']!);
    agree(slope(1991, shares), found['slope']!);
  });

  it('1991–2020, both sources together, abstaining takes no side', async () => {
    const sessions = await db.rows<{ votes: number; alone: number }>(
      alone(
        'SELECT vote AS text, session_year AS opened, ccode, choice AS vote FROM assembly_votes JOIN assembly_choices USING (vote)',
      ),
    );
    const shares = sessions.map((s) => (100 * s.alone) / s.votes);
    expect(sessions).toHaveLength(30);
    agree((await program(claim, { ...choices, votes: 'all' })).value, slope(1991, shares));
  });
});
