import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { igo } from '../../../src/world/sources/igo/igo.js';
import { pathLiteral } from '../../../src/world/sql.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('intergovernmental organisations', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([igo]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every state-year and every membership of upstream', async () => {
    expect(world.manifest.sources.find((s) => s.name === 'igo')!.lost).toEqual([]);
    expect(await one(`SELECT count(*) FROM igo_state_years`)).toBe(15_557);
    expect(
      await world.rows(
        `SELECT status, sum(to_year - from_year + 1)::INT AS years FROM igo_members GROUP BY status ORDER BY status`,
      ),
    ).toEqual([
      { status: 'associate', years: 861 },
      { status: 'full', years: 535_772 },
      { status: 'observer', years: 2332 },
    ]);
    expect(await one(`SELECT sum(igo_unknown)::INT FROM igo_state_years`)).toBe(138_874);
    expect(await one(`SELECT sum(igo_memberships)::INT FROM igo_state_years`)).toBe(535_772 + 861);
  });

  it('China’s seat in the United Nations: the Republic’s to 1970, the People’s Republic’s from 1971', async () => {
    expect(
      await one(
        `SELECT string_agg(ccode || ':' || from_year || '-' || to_year, ' ' ORDER BY from_year) FROM igo_members WHERE igo = 'un' AND ccode IN (710, 713)`,
      ),
    ).toBe('710:1945-1948 713:1949-1970 710:1971-2014');
  });

  it('NATO had twelve members in 1949 and sixteen in 1985', async () => {
    const count = (year: number): Promise<unknown> =>
      one(
        `SELECT count(*) FROM igo_members WHERE igo = 'nato' AND status = 'full' AND ${year} BETWEEN from_year AND to_year`,
      );
    expect([await count(1949), await count(1985)]).toEqual([12, 16]);
  });

  it('names the years in which members of a body are unknown', async () => {
    expect(await one(`SELECT unknown FROM igo_bodies WHERE igo = 'icao'`)).toBe('2014');
    expect(await one(`SELECT count(*) FROM igo_bodies WHERE unknown IS NULL`)).toBeGreaterThan(300);
  });

  it('our spells give the carrier’s joint memberships: the United States with everyone, 1816–2014', async () => {
    const joint = pathLiteral(join(upstream, 'organisations/joint-igo-memberships.csv.gz'));
    const rows =
      await world.rows(`WITH years AS (SELECT igo, ccode, y AS year FROM igo_members, range(from_year, to_year + 1) AS r(y) WHERE status <> 'observer'),
      ours AS (SELECT b.ccode, b.year, count(*) AS n FROM years a JOIN years b USING (igo, year) WHERE a.ccode = 2 AND b.ccode <> 2 GROUP BY ALL)
      SELECT count(*) AS pairs, count(*) FILTER (t.dyadigos::INT = coalesce(n, 0)) AS alike FROM read_csv(${joint}, all_varchar = true) t
      LEFT JOIN ours o ON o.ccode = t.ccode2::INT AND o.year = t.year::INT WHERE t.ccode1 = '2'`);
    expect(rows[0]!['pairs']).toBeGreaterThan(15_000);
    expect(rows[0]!['alike']).toBe(rows[0]!['pairs']);
  });

  it('notices when upstream goes beyond 2014', async () => {
    const error = await buildChanged(igo, (text) => text.replace('\n2,2014,', '\n2,2015,'));
    expect(error.code).toBe('world/source-changed');
  });
});
