import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse } from '../../src/claims/multiverse.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { estimateSpecification } from '../../src/runs/estimate-specification.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';

/* One specification or more of each claim that compares, by plain SQL over the committed tables and by the program. */

type Numbers = Readonly<Record<string, number>>;

let db: Database;
let world: World;
beforeAll(async () => {
  db = await openDatabase();
  for (const table of tables)
    await db.run(
      `CREATE VIEW ${table} AS FROM read_parquet('${join(projectRoot(), 'world', `${table}.parquet`)}')`,
    );
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => {
  db.close();
  world.close();
});

const tables = [
  'vdem15',
  'vdem16',
  'human_rights',
  'club_state_years',
  'sanction_flags',
  'trade_dyadic',
  'nmc',
  'un_resolutions',
  'assembly_votes',
  'assembly_choices',
  'summit_invited_years',
  'ideal_points',
];

const one = async (sql: string): Promise<Numbers> => (await db.rows<Record<string, number>>(sql))[0]!;

/** What the program says of a claim's specification. */
async function program(claim: string, name: string, choices: Readonly<Record<string, string>>) {
  const found = loadClaim(join(projectRoot(), 'arguments', `${claim}.yaml`), designs);
  const part = found.parts.find((p) => p.name === name)!;
  const wanted = multiverse(found, part, designs, world).specifications.filter((s) =>
    Object.entries(choices).every(([choice, option]) => s.choices[choice] === option),
  );
  expect(wanted, `specifications of ${claim} that fit the choices`).toHaveLength(1);
  const { key, design, parameters, impossible } = wanted[0]!;
  expect(impossible).toBeUndefined();
  const outcome = await estimateSpecification({ key, design, parameters, cacheKey: key }, designs, world);
  if ('error' in outcome) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.estimate;
}

/** Equal to ten significant digits: the program prints twelve. */
function agree(actual: unknown, expected: number | undefined): void {
  expect(Math.abs(Number(actual) - expected!)).toBeLessThan(1e-10 * Math.max(Math.abs(expected!), 1e-3));
}

/** Changes of the mean of a score, of the United States and of the members of the OECD in the first year that have all years. */
const againstOecd = (table: string, score: string, [a, b, c, d]: readonly number[]): string => `
  WITH changes AS (
    SELECT s.ccode, avg(${score}) FILTER (s.year BETWEEN ${c} AND ${d}) - avg(${score}) FILTER (s.year BETWEEN ${a} AND ${b}) AS change
    FROM ${table} s JOIN club_state_years m ON m.ccode = s.ccode AND m.year = ${a} AND (oecd_member = 1 OR m.ccode = 2)
    WHERE (s.year BETWEEN ${a} AND ${b} OR s.year BETWEEN ${c} AND ${d}) AND ${score} IS NOT NULL
    GROUP BY s.ccode HAVING count(*) = ${b! - a! + 1 + d! - c! + 1})
  SELECT (SELECT change FROM changes WHERE ccode = 2) AS own, avg(change) FILTER (ccode <> 2) AS others, count(*) AS n,
    1 + count(*) FILTER (ccode <> 2 AND change <= (SELECT change FROM changes WHERE ccode = 2)) AS rank,
    min(change) FILTER (ccode <> 2) AS least, max(change) FILTER (ccode <> 2) AS most FROM changes`;

describe('us-democracy-eroded', () => {
  const claim = 'values-diplomacy/us-democracy-eroded';
  const choices = { score: 'polyarchy_v15', from: '2005-2009', to: '2016-2020' };

  it('polyarchy, 2005–2009 to 2016–2020, against its own past and against the OECD', async () => {
    const found = await one(againstOecd('vdem15', 'polyarchy_v15', [2005, 2009, 2016, 2020]));
    agree((await program(claim, 'own-past', choices)).value, found['own']);
    const others = await program(claim, 'against-others', { ...choices, others: 'oecd_member' });
    agree(others.value, found['own']! - found['others']!);
    expect([others.n, others.diagnostics['rank_from_lowest']]).toEqual([found['n'], found['rank']]);
    const byRank = others.errors.find(({ method }) => method.startsWith('placebos by rank'))!;
    agree(byRank.low, found['own']! - found['most']!);
    agree(byRank.high, found['own']! - found['least']!);
    // V-Dem’s 68 % intervals: half of one over z, the same error in all years of a span.
    const { sd } = (await one(`WITH spans AS (
      SELECT year > 2010 AS later, avg((polyarchy_v15_high - polyarchy_v15_low) / (2 * 0.99445788320975315)) AS sd
      FROM vdem15 WHERE ccode = 2 AND (year BETWEEN 2005 AND 2009 OR year BETWEEN 2016 AND 2020) GROUP BY later)
      SELECT sqrt(sum(sd ** 2)) AS sd FROM spans`)) as { sd: number };
    agree(others.diagnostics['source_error_of_one'], sd);
  });
});

describe('us-human-rights-worsened', () => {
  const claim = 'values-diplomacy/us-human-rights-worsened';

  it('human-rights protection, 1996–2000 to 2015–2019, against the OECD', async () => {
    const found = await one(againstOecd('human_rights', 'human_rights_protection', [1996, 2000, 2015, 2019]));
    const choices = {
      score: 'human_rights_protection',
      from: '1996-2000',
      to: '2015-2019',
      others: 'oecd_member',
    };
    const said = await program(claim, 'against-others', choices);
    agree(said.value, found['own']! - found['others']!);
    expect([said.n, said.diagnostics['rank_from_lowest']]).toEqual([found['n'], found['rank']]);
  });

  it('civil liberties, 1990–2019: the slope a decade', async () => {
    const { slope } = (await one(
      `SELECT 10 * regr_slope(civlib, year) AS slope FROM vdem16 WHERE ccode = 2 AND year BETWEEN 1990 AND 2019`,
    )) as { slope: number };
    agree((await program(claim, 'own-past', { score: 'civlib', years: '1990-2019' })).value, slope);
  });
});

describe('china-sanctions-less', () => {
  const claim = 'values-diplomacy/china-sanctions-less';
  const begun = (
    flag: string,
  ): string => `(SELECT count(*) FROM sanction_flags a LEFT JOIN sanction_flags b ON b.ccode = a.ccode AND b.year = a.year - 1
    WHERE a.year BETWEEN 1990 AND 2021 AND a.${flag} = 1 AND coalesce(b.${flag}, 0) = 0)`;

  it('states that came under sanctions, 1990–2021', async () => {
    const found = await one(
      `SELECT ${begun('sanctioned_by_china')} AS china, ${begun('sanctioned_by_us')} AS us`,
    );
    const [a, b] = [found['china']!, found['us']!];
    const said = await program(claim, '', {
      theirs: 'sanctioned_by_us',
      counted: 'begun',
      years: '1990-2021',
    });
    expect([said.diagnostics['count_of_one'], said.diagnostics['count_of_other'], said.n]).toEqual([
      a,
      b,
      a + b,
    ]);
    agree(said.value, (100 * (a - b)) / (a + b));
    // So many more Chinese cases would make a quarter of the American count.
    expect(said.diagnostics['unrecorded_until_a_quarter']).toBe(Math.ceil(b / 4) - a);
  });

  it('states and years under sanctions for democracy or human rights, against all Chinese ones, 2010–2021', async () => {
    const found =
      await one(`SELECT sum(sanctioned_by_china)::INT AS china, sum(sanctioned_for_democracy_or_rights_by_us)::INT AS us
      FROM sanction_flags WHERE year BETWEEN 2010 AND 2021`);
    const choices = {
      theirs: 'sanctioned_for_democracy_or_rights_by_us',
      counted: 'in-force',
      years: '2010-2021',
    };
    const said = await program(claim, '', choices);
    agree(said.value, (100 * (found['china']! - found['us']!)) / (found['china']! + found['us']!));
  });
});

describe('trilateral-common-ground', () => {
  const claim = 'summit-for-democracy/trilateral-common-ground';
  const castBy = (where: string): string => `
    WITH cast_by AS (SELECT vote, max(choice) FILTER (ccode = 750) AS india, max(choice) FILTER (ccode = 365) AS russia,
        max(choice) FILTER (ccode = 710) AS china, max(choice) FILTER (ccode = 2) AS usa
      FROM assembly_votes JOIN assembly_choices USING (vote) WHERE ${where} GROUP BY vote)`;
  const near = 'difference';

  it('India with China against India with the United States, texts that passed without the Middle East, 2002–2020, abstaining halfway', async () => {
    const where = `kind = 'text' AND passed_simple = 1 AND coalesce(me, 0) <> 1 AND session_year BETWEEN 2002 AND 2020`;
    const found = await one(`${castBy(where)}
      SELECT 100 * avg(abs(india - usa) / 2.0 - abs(india - china) / 2.0) AS difference, count(*) AS n
      FROM cast_by WHERE india <> 8 AND china <> 8 AND usa <> 8`);
    const choices = { near, issue: 'all', votes: 'adopted', abstentions: 'halfway', without: 'me' };
    const said = await program(claim, 'india-with-china', { ...choices, years: '2002-2020', whose: 'IND' });
    agree(said.value, found['difference']);
    expect(said.n).toBe(found['n']);
  });

  it('Russia with China against Russia with the United States, nuclear votes with a repeated text once, 2011–2020, abstaining a side', async () => {
    const where = `(same_text IS NULL OR same_text = vote) AND nu = 1 AND session_year BETWEEN 2011 AND 2020`;
    const found = await one(`${castBy(where)}
      SELECT 100 * avg((russia = china)::INT - (russia = usa)::INT) AS difference, count(*) AS n
      FROM cast_by WHERE russia <> 8 AND china <> 8 AND usa <> 8`);
    const choices = { near, issue: 'nu', votes: 'all-once', abstentions: 'as-a-side' };
    const said = await program(claim, 'china-with-russia', { ...choices, years: '2011-2020', whose: 'RUS' });
    agree(said.value, found['difference']);
    expect(said.n).toBe(found['n']);
  });

  it('ideal points on human rights: how much less India is apart from Russia than from the United States, 2002–2020', async () => {
    const found = await one(`
      WITH places AS (SELECT year, max(x) FILTER (ccode = 750) AS india, max(x) FILTER (ccode = 365) AS russia, max(x) FILTER (ccode = 2) AS usa
        FROM (SELECT ccode, year, ideal_point_hr AS x FROM ideal_points) WHERE year BETWEEN 2002 AND 2020 GROUP BY year)
      SELECT avg(abs(india - usa)) - avg(abs(india - russia)) AS difference, count(*) AS n FROM places`);
    const choices = { near: 'less', issue: 'hr', places: 'all', years: '2002-2020', whose: 'IND' };
    const said = await program(claim, 'india-with-russia', choices);
    agree(said.value, found['difference']);
    expect(said.n).toBe(found['n']);
  });

  it('ten points of agreement go with 0.36 to 0.47 standard deviations less distance, over pairs of other members', async () => {
    const found = await one(`
      WITH own AS (SELECT vote, session_year AS year, ccode, choice FROM assembly_choices JOIN assembly_votes USING (vote)
        WHERE choice IN (1, 2, 3) AND session_year BETWEEN 2002 AND 2020 AND ccode NOT IN (2, 365, 710, 750)),
      pairs AS (SELECT a.ccode AS one, b.ccode AS other, a.year, 100 * avg(1 - abs(a.choice - b.choice) / 2) AS halfway, 100 * avg((a.choice = b.choice)::INT) AS as_a_side
        FROM own a JOIN own b USING (vote, year) WHERE a.ccode < b.ccode GROUP BY ALL HAVING count(*) >= 10)
      SELECT 10 * regr_slope(abs(i.ideal_point - j.ideal_point), halfway) AS halfway, 10 * regr_slope(abs(i.ideal_point - j.ideal_point), as_a_side) AS as_a_side
      FROM pairs p JOIN ideal_points i ON i.ccode = one AND i.year = p.year JOIN ideal_points j ON j.ccode = other AND j.year = p.year`);
    expect(found['halfway']).toBeCloseTo(-0.47, 2);
    expect(found['as_a_side']).toBeCloseTo(-0.36, 2);
  });
});

describe('asia-competes-by-economy', () => {
  it('China in Northeast Asia, trade against military spending, 1996–2000 to 2010–2014', async () => {
    const region = '740, 732, 713, 712'; // Japan, the Koreas’ south, Taiwan, Mongolia
    const found = await one(`
      WITH flows AS (SELECT year, ccode1 AS a, ccode2 AS b, imports AS flow FROM trade_dyadic WHERE ccode1 IN (${region})
        UNION ALL SELECT year, ccode2, ccode1, imports FROM trade_dyadic WHERE ccode2 IN (${region})),
      trade AS (SELECT year, 100.0 * sum(flow) FILTER (b = 710) / sum(flow) AS share FROM flows GROUP BY year),
      force AS (SELECT year, 100.0 * sum(milex) FILTER (ccode = 710) / sum(milex) AS share FROM nmc WHERE ccode IN (2, 710, ${region}) GROUP BY year),
      moved AS (SELECT 1 AS which, year, share FROM trade UNION ALL SELECT 2, year, share FROM force),
      changes AS (SELECT which, avg(share) FILTER (year BETWEEN 2010 AND 2014) - avg(share) FILTER (year BETWEEN 1996 AND 2000) AS change FROM moved GROUP BY which)
      SELECT max(change) FILTER (which = 1) AS trade, max(change) FILTER (which = 2) AS force FROM changes`);
    const choices = {
      region: 'Japan+South Korea+Taiwan+Mongolia',
      force: 'milex',
      power: 'CHN',
      from: '1996-2000',
      to: '2010-2014',
    };
    const said = await program('clique-multilateralism/asia-competes-by-economy', '', choices);
    agree(said.diagnostics['change_of_one'], found['trade']);
    agree(said.diagnostics['change_of_other'], found['force']);
    agree(said.value, Math.abs(found['trade']!) - Math.abs(found['force']!));
  });
});

describe('summit-divides', () => {
  const claim = 'summit-for-democracy/summit-divides';
  const sessions = `v.session_year IN (2018, 2019, 2020, 2022, 2023, 2024)`;

  it('disagreement on adopted texts but those on Ukraine, pair by pair of states that voted in every session', async () => {
    const found = await one(`WITH
      there AS (SELECT ccode FROM assembly_choices JOIN assembly_votes v USING (vote) WHERE ${sessions} AND choice IN (1, 2, 3)
        GROUP BY ccode HAVING count(DISTINCT v.session_year) = 6),
      texts AS (SELECT vote, v.session_year > 2021 AS later FROM assembly_votes v LEFT JOIN un_resolutions r USING (record)
        WHERE ${sessions} AND kind = 'text' AND passed_simple = 1 AND coalesce(v.session, '') <> 'ES-11'
          AND NOT regexp_matches(concat_ws(' ', r.title, r.agenda), '(?i)ukrain|crimea|sevastopol')),
      cast_votes AS (SELECT vote, later, summit_invited AS side, choice, count(*) AS n FROM texts JOIN assembly_choices USING (vote)
        JOIN there USING (ccode) JOIN summit_invited_years USING (ccode) WHERE choice IN (1, 2, 3) AND summit_invited IS NOT NULL GROUP BY ALL),
      pairs AS (SELECT vote, later, a.side <> b.side AS across, a.side, sum(a.n * b.n) FILTER (a.choice <> b.choice) / sum(a.n * b.n) AS apart
        FROM cast_votes a JOIN cast_votes b USING (vote, later) GROUP BY vote, later, a.side, b.side),
      gaps AS (SELECT vote, later, avg(coalesce(apart, 0)) FILTER (across) - avg(coalesce(apart, 0)) FILTER (NOT across) AS gap FROM pairs GROUP BY ALL)
      SELECT 100 * (avg(gap) FILTER (later) - avg(gap) FILTER (NOT later)) AS widened, (SELECT count(*) FROM there JOIN summit_invited_years USING (ccode) WHERE summit_invited IS NOT NULL) AS states FROM gaps`);
    const said = await program(claim, '', {
      measure: 'disagreement',
      texts: 'adopted',
      abstentions: 'as-a-side',
      'middle-east': 'with',
      ukraine: 'without',
      before: '2018-2020',
    });
    agree(said.value, found['widened']);
    expect(said.n).toBe(Number(found['states']));
  });

  it('the distance between mean ideal points', async () => {
    const { widened } =
      (await one(`WITH points AS (SELECT ccode, i.year, ideal_point_adopted AS point, summit_invited = 1 AS invited
        FROM ideal_points i JOIN summit_invited_years s USING (ccode)
        WHERE i.year IN (2018, 2019, 2020, 2022, 2023, 2024) AND summit_invited IS NOT NULL AND ideal_point_adopted IS NOT NULL),
      gaps AS (SELECT year, avg(point) FILTER (invited) - avg(point) FILTER (NOT invited) AS gap
        FROM points WHERE ccode IN (SELECT ccode FROM points GROUP BY ccode HAVING count(*) = 6) GROUP BY year)
      SELECT avg(gap) FILTER (year > 2021) - avg(gap) FILTER (year < 2021) AS widened FROM gaps`)) as {
        widened: number;
      };
    const choices = { measure: 'ideal-points', texts: 'adopted', before: '2018-2020' };
    agree((await program(claim, '', choices)).value, widened);
  });
});
