import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../src/kernel/errors.js';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import { atop } from '../../../src/world/sources/atop/atop.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { usTreatyAllies } from '../../../src/world/sources/us-treaty-allies/us-treaty-allies.js';
import { pathLiteral } from '../../../src/world/sql.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

const rio = 'ARG BHS BRA CHL COL CRI DOM GTM HND HTI PAN PER PRY SLV TTO URY';
const oasAlone = 'ATG BLZ BOL BRB DMA ECU GRD GUY JAM KNA LCA MEX NIC SUR VCT VEN';
const nato2018 =
  'ALB BEL BGR CAN CZE DEU DNK ESP EST FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA MNE NLD NOR POL PRT ROU SVK SVN TUR';
const asiaPacific = 'AUS JPN KOR PHL THA';
const sorted = (...lists: string[]): string => lists.join(' ').split(' ').sort().join(' ');

describe.skipIf(withoutUpstream)('alliances', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([atop, usTreatyAllies]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const codes = (column: string, from: string, where: string): Promise<unknown> =>
    one(`SELECT string_agg(iso3c, ' ' ORDER BY iso3c) FROM ${from} f
         JOIN states s ON s.ccode = f.${column} AND f.year BETWEEN s.from_year AND s.to_year WHERE ${where}`);
  const partners = (variable: string, year: number): Promise<unknown> =>
    codes('ccode2', 'alliance_dyad_years', `ccode1 = 2 AND year = ${year} AND ${variable} = 1`);
  /** Years, from 2015 unless told, in which the pair had a defence pact. */
  const pactYears = (a: string, b: string, from = 2015): Promise<unknown> =>
    one(`SELECT coalesce(string_agg(year, ' ' ORDER BY year), '') FROM alliance_dyad_years
         WHERE defence_pact = 1 AND year >= ${from} AND ccode1 = (SELECT ccode FROM states WHERE iso3c = '${a}' AND to_year = 2025)
         AND ccode2 = (SELECT ccode FROM states WHERE iso3c = '${b}' AND to_year = 2025)`);

  it('NATO had twelve members in 1949', async () => {
    const names = await one(`SELECT string_agg(s.name, ', ' ORDER BY s.name) FROM atop_members m
      JOIN states s ON s.ccode = m.ccode AND 1949 BETWEEN s.from_year AND s.to_year
      WHERE atopid = 3180 AND entered <= '1949-12-31' AND coalesce(exited, '9999') > '1949-12-31'`);
    expect(names).toBe(
      'Belgium, Canada, Denmark, France, Iceland, Italy, Luxembourg, Netherlands, Norway, Portugal, United Kingdom, United States',
    );
  });

  it('the first state owes the second: the United States owe Japan defence, Japan owes none', async () => {
    const rows = await world.rows(
      `SELECT ccode1, atop_defence, atop_consultation FROM atop_dyad_years WHERE year = 2018 AND ccode1 IN (2, 740) AND ccode2 IN (2, 740) ORDER BY ccode1`,
    );
    expect(rows).toEqual([
      { ccode1: 2, atop_defence: 1, atop_consultation: 1 },
      { ccode1: 740, atop_defence: 0, atop_consultation: 1 },
    ]);
    expect(await pactYears('USA', 'JPN', 2023)).toBe('2023 2024 2025');
    expect(await pactYears('JPN', 'USA', 2023)).toBe('2023 2024 2025');
  });

  it('the undirected reading is the same in both directions and adds no pact to ATOP’s years', async () => {
    expect(
      await one(
        `SELECT count(*) FROM alliance_dyad_years a WHERE NOT EXISTS (FROM alliance_dyad_years b WHERE b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1 AND b.year = a.year AND b.defence_pact = a.defence_pact AND b.any_alliance = a.any_alliance)`,
      ),
    ).toBe(0);
    expect(
      await one(
        `SELECT count(*) FROM alliance_dyad_years a JOIN atop_dyad_years o USING (ccode1, ccode2, year) JOIN atop_dyad_years r ON r.ccode1 = o.ccode2 AND r.ccode2 = o.ccode1 AND r.year = o.year
         WHERE defence_pact <> greatest(o.atop_defence, r.atop_defence)`,
      ),
    ).toBe(0);
  });

  it.each([
    ['North Macedonia from 2020', 'USA', 'MKD', '2020 2021 2022 2023 2024 2025'],
    ['Finland from 2023, not 2022', 'USA', 'FIN', '2023 2024 2025'],
    ['Sweden from 2024', 'SWE', 'USA', '2024 2025'],
    ['North Korea and Russia from 2024', 'RUS', 'PRK', '2024 2025'],
    ['Australia and Tuvalu from 2024', 'TUV', 'AUS', '2024 2025'],
    ['Nicaragua to 2023', 'USA', 'NIC', '2015 2016 2017 2018 2019 2020 2021 2022 2023'],
    [
      'Montenegro from 2016, when it signed',
      'USA',
      'MNE',
      '2016 2017 2018 2019 2020 2021 2022 2023 2024 2025',
    ],
    ['Britain and Ireland to 2020', 'GBR', 'IRL', '2015 2016 2017 2018 2019 2020'],
    [
      'Britain and Sweden: the Union to 2020, NATO from 2024',
      'GBR',
      'SWE',
      '2015 2016 2017 2018 2019 2020 2024 2025',
    ],
    ['Britain and France go on', 'GBR', 'FRA', '2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025'],
    [
      'Russia and Armenia go on in law',
      'RUS',
      'ARM',
      '2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025',
    ],
    ['Saudi Arabia and Pakistan: signed only', 'SAU', 'PAK', ''],
  ])('defence pact: %s', async (_, a, b, years) => {
    expect(await pactYears(a, b)).toBe(years);
  });

  it('the United States had 66 defence pacts in 2018, 16 by the Rio Treaty and 16 by the OAS Charter alone', async () => {
    expect(await partners('defence_pact', 2018)).toBe(sorted(nato2018, asiaPacific, rio, oasAlone, 'PAK'));
  });

  it('what ATOP calls an alliance reaches far beyond defence', async () => {
    const allies = String(await partners('any_alliance', 2010)).split(' ');
    expect(allies).toHaveLength(113);
    expect(allies).toEqual(expect.arrayContaining(['RUS', 'CHN', 'PRK', 'SWE']));
  });

  it('treaty allies of 2021: 50 states, 34 without the Rio Treaty', async () => {
    const allies = (where: string): Promise<unknown> =>
      codes('ccode', '(SELECT *, 2021 AS year FROM us_treaty_allies)', `counts = 1 AND ${where}`);
    expect(await allies('true')).toBe(sorted(nato2018, 'MKD', asiaPacific, rio));
    expect(await allies(`treaty <> 'rio'`)).toBe(sorted(nato2018, 'MKD', asiaPacific));
    expect(await codes('ccode', '(SELECT *, 2021 AS year FROM us_treaty_allies)', `counts = 0`)).toBe(
      'BOL CUB ECU MEX NIC NZL VEN',
    );
  });

  it('the year of a union holds both states and their successor: Germany and Yemen in 1990', async () => {
    expect(
      await one(`SELECT string_agg(DISTINCT year || ':' || ccode1, ' ' ORDER BY year || ':' || ccode1) FROM atop_dyad_years
        WHERE ccode1 IN (255, 260, 265) AND year BETWEEN 1989 AND 1991`),
    ).toBe('1989:260 1989:265 1990:255 1990:260 1990:265 1991:255');
    expect(
      await one(`SELECT string_agg(DISTINCT year || ':' || ccode1, ' ' ORDER BY year || ':' || ccode1) FROM atop_dyad_years
        WHERE ccode1 IN (678, 679, 680) AND year BETWEEN 1989 AND 1991`),
    ).toBe('1989:678 1989:680 1990:678 1990:679 1990:680 1991:679');
  });

  it('rows that do not enter are counted', () => {
    const lost = world.manifest.sources.find((s) => s.name === 'atop')?.lost;
    expect(lost?.map((l) => l.rows).sort((a, b) => a - b)).toEqual([1, 28, 126, 5768]);
    const rows = world.manifest.tables.find((t) => t.name === 'atop_dyad_years')?.rows;
    expect(rows).toBe(273_296 - 126 - 5768);
  });

  // peacesciencer 1.1 takes the lower-numbered state's promise (ATOP 5.0); 5.1 adds Guatemala and El Salvador 1876–1890.
  const oracle = join(upstream, '..', 'oracles/dyadpanel_1816_2010.csv.gz');
  it.skipIf(!existsSync(oracle))(
    'agrees with peacesciencer in 112,282 politically relevant dyad-years',
    async () => {
      const rows =
        await world.rows(`SELECT count(*) AS n, sum(o.pact) AS theirs, sum(coalesce(f.atop_defence, 0)) AS lower,
        sum(coalesce(s.defence_pact, 0)) AS either, sum((coalesce(f.atop_defence, 0) <> o.pact)::INT) AS differ,
        min(o.year) FILTER (coalesce(f.atop_defence, 0) <> o.pact) AS differ_from, max(o.year) FILTER (coalesce(f.atop_defence, 0) <> o.pact) AS differ_to
      FROM (SELECT ccode1::INT AS ccode1, ccode2::INT AS ccode2, year::INT AS year, atop_defense::INT AS pact
            FROM read_csv(${pathLiteral(oracle)}, all_varchar=true, header=true, nullstr='NA')) o
      LEFT JOIN atop_dyad_years f USING (ccode1, ccode2, year) LEFT JOIN alliance_dyad_years s USING (ccode1, ccode2, year)`);
      expect(rows).toEqual([
        {
          n: 112_282,
          theirs: 18_623,
          lower: 18_638,
          either: 18_702,
          differ: 15,
          differ_from: 1876,
          differ_to: 1890,
        },
      ]);
    },
  );

  it('all alliance tables stay under 400 KB', () => {
    const bytes = world.manifest.tables
      .filter((t) => t.source !== 'states')
      .reduce((sum, t) => sum + t.bytes, 0);
    expect(bytes).toBeLessThan(400_000);
  });
});

describe.skipIf(withoutUpstream)('a mistake in the table of changes', () => {
  const file = 'facts/alliance_changes_after_2018.csv';
  const root = projectRoot();
  const good = readFileSync(join(root, file), 'utf8');

  /** The error that a build ends with when a row is added to the table of changes. */
  const errorOf = async (row: string): Promise<EntenteError> => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-changes-'));
    try {
      symlinkSync(join(root, 'src'), join(folder, 'src'));
      mkdirSync(join(folder, 'facts'));
      writeFileSync(join(folder, file), `${good}${row},x,x,https://example.org,\n`);
      await buildWorld(
        [statesSource, atop],
        { sources: upstream, root: folder },
        join(folder, 'world'),
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
  const line = good.trimEnd().split('\n').length + 1;

  it.each([
    ['a state that is none', 'x,2024-01-01,enter,in_force,x,USA;XXX,,defence', 'world/unresolved-name'],
    ['leaving what was not in force', 'x,2024-01-01,leave,in_force,3180,IRL,USA,', 'world/facts-invalid'],
    ['entering what was in force', 'x,2024-01-01,enter,in_force,3180,MNE,USA,defence', 'world/facts-invalid'],
    ['an unknown obligation', 'x,2024-01-01,enter,in_force,x,USA;IRL,,friendship', 'world/facts-invalid'],
    ['an unknown status', 'x,2024-01-01,enter,ratified,x,USA;IRL,,defence', 'world/facts-invalid'],
    ['a date before 2019', 'x,2018-01-01,enter,in_force,x,USA;IRL,,defence', 'world/facts-invalid'],
  ])('%s stops the build at its line', async (_, row, code) => {
    const error = await errorOf(row);
    expect(error.code).toBe(code);
    expect(error.at).toEqual({ file, line });
  });
});
