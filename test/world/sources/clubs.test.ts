import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../src/kernel/errors.js';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import { clubsSource } from '../../../src/world/sources/clubs/clubs.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { pathLiteral } from '../../../src/world/sql.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('members of the main clubs', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([clubsSource]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const members = (variable: string, year: number): Promise<unknown> =>
    one(`SELECT string_agg(s.iso3c, ' ' ORDER BY s.iso3c) FROM club_state_years c
         JOIN states s ON s.ccode = c.ccode AND c.year BETWEEN s.from_year AND s.to_year WHERE c.year = ${year} AND ${variable} = 1`);

  it('has every fact or says why not', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'clubs')!;
    expect(source.lost).toEqual([{ reason: 'a member that is no state of the system', rows: 5 }]);
    // A membership of West Germany’s that passes to Germany stands twice.
    const passed = Number(
      await one(
        `SELECT count(*) FROM clubs a JOIN clubs b USING (body, since) WHERE a.ccode = 260 AND b.ccode = 255`,
      ),
    );
    expect(Number(await one(`SELECT count(*) FROM clubs`))).toBe(source.read[0]!.rows - 5 + passed);
  });

  it.each([
    ['g7_member', 1975, 'DEU FRA GBR ITA JPN USA'],
    ['g8_member', 2013, 'CAN DEU FRA GBR ITA JPN RUS USA'],
    ['nato_member', 1949, 'BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA'],
    ['eu_member', 1973, 'BEL DEU DNK FRA GBR IRL ITA LUX NLD'],
    ['asean_member', 2025, 'BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM'],
    ['brics_member', 2010, 'BRA CHN IND RUS ZAF'],
    ['brics_member', 2024, 'ARE BRA CHN EGY ETH IND IRN RUS ZAF'],
    ['sco_member', 2025, 'BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB'],
    ['csto_member', 2010, 'ARM BLR KAZ KGZ RUS TJK UZB'],
    ['quad_member', 2024, 'AUS IND JPN USA'],
  ])('%s in %i', async (variable, year, expected) => {
    expect(await members(variable, year)).toBe(expected);
  });

  it.each([
    ['nato_member', 2024, 32],
    ['eu_member', 2020, 28],
    ['eu_member', 2021, 27],
    ['oecd_member', 2021, 38],
    ['g20_member', 2010, 19],
  ])('%s in %i: %i states', async (variable, year, n) => {
    expect(String(await members(variable, year)).split(' ')).toHaveLength(n);
  });

  it('is missing, not zero, before a club exists and where a membership is disputed', async () => {
    expect(
      await world.rows(
        `SELECT year, brics_member FROM club_state_years WHERE ccode = 670 AND year IN (2008, 2023, 2024)`,
      ),
    ).toEqual([
      { year: 2008, brics_member: null },
      { year: 2023, brics_member: 0 },
      { year: 2024, brics_member: null },
    ]);
    expect(world.manifest.variables.find((v) => v.name === 'brics_member')?.years).toEqual({
      from: 2009,
      to: 2025,
    });
  });

  it('agrees with the Correlates of War to 2014: NATO, the Communities and the Union, the OECD, ASEAN', async () => {
    const igo = pathLiteral(join(upstream, 'organisations/cow-igo-v3-state-year.csv.gz'));
    const rows =
      await world.rows(`SELECT name, count(*) FILTER (ours <> theirs) AS differ, string_agg(ccode || ':' || year, ' ' ORDER BY ccode, year) FILTER (ours <> theirs) AS at FROM (
      UNPIVOT (SELECT c.ccode, c.year, [nato_member, (i.nato = '1')::INT] AS nato, [eu_member, ('1' IN (i.eec, i.eu))::INT] AS eu, [oecd_member, (i.oecd = '1')::INT] AS oecd, [asean_member, (i.asean = '1')::INT] AS asean
        FROM club_state_years c JOIN read_csv(${igo}, all_varchar = true, sample_size = 100) i ON i.ccode::INT = c.ccode AND i.year::INT = c.year) ON nato, eu, oecd, asean INTO NAME name VALUE pair)
      CROSS JOIN LATERAL (SELECT pair[1] AS ours, pair[2] AS theirs) GROUP BY name ORDER BY name`);
    expect(rows).toEqual([
      { name: 'asean', differ: 0, at: null },
      { name: 'eu', differ: 0, at: null },
      { name: 'nato', differ: 0, at: null },
      // There West Germany is no member before 1990 and Finland one since 1965.
      {
        name: 'oecd',
        differ: 29 + 4,
        at: expect.stringMatching(/^(260:19\d\d ){29}375:1965 375:1966 375:1967 375:1968$/),
      },
    ]);
  });
});

describe.skipIf(withoutUpstream)('a slip in the table of memberships', () => {
  const file = 'facts/memberships.csv';
  const root = projectRoot();
  const good = readFileSync(join(root, file), 'utf8');
  const line = good.trimEnd().split('\n').length + 1;

  /** The error that a build ends with when a row is added. */
  const errorOf = async (row: string): Promise<EntenteError> => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-clubs-'));
    try {
      symlinkSync(join(root, 'src'), join(folder, 'src'));
      mkdirSync(join(folder, 'facts'));
      writeFileSync(join(folder, file), `${good}${row}\n`);
      await buildWorld(
        [statesSource, clubsSource],
        { sources: upstream, root: folder },
        join(folder, 'w'),
        () => {},
      );
    } catch (error) {
      if (error instanceof EntenteError) return error;
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    throw new Error('the build did not stop');
  };

  it.each([
    ['a state that is none', 'G7,x,XXX,member,2020,year,accession,,s,r,', 'world/unresolved-name'],
    ['an unknown status', 'G7,x,FRA,friend,2020,year,accession,,s,r,', 'world/facts-invalid'],
    [
      'a precision that is not that of the date',
      'G7,x,FRA,member,2020,day,accession,,s,r,',
      'world/facts-invalid',
    ],
    ['an end before the beginning', 'G7,x,FRA,member,2020,year,accession,2019,s,r,', 'world/facts-invalid'],
    ['no source', 'G7,x,FRA,member,2020,year,accession,,,r,', 'world/facts-invalid'],
  ])('%s stops the build at its line', async (_, row, code) => {
    const error = await errorOf(row);
    expect(error.code).toBe(code);
    expect(error.at).toMatchObject({ file, line });
  });
});
