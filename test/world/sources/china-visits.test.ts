import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chinaVisits } from '../../../src/world/sources/china-visits/china-visits.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('visits of Chinese leaders', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([chinaVisits]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('holds 591 of 595 visits and says where the others went', async () => {
    expect(await one('SELECT count(*) FROM china_visits')).toBe(591);
    expect(world.manifest.sources.find((s) => s.name === 'china-visits')!.lost).toEqual([
      { reason: 'a visit put off to the next year, where it stands too', rows: 3 },
      { reason: 'the Palestinian territories', rows: 1 },
    ]);
    expect(await one('SELECT sum(china_leader_visits)::INT FROM china_visit_dyad_years')).toBe(591);
    expect(
      await one(`SELECT sum(china_president_visits + china_premier_visits)::INT FROM china_visit_dyad_years`),
    ).toBe(591 - 21);
  });

  it('counts Xi Jinping’s visits: Russia first, Iran once', async () => {
    const xi = (ccode: number, where: string): Promise<unknown> =>
      one(`SELECT count(*) FROM china_visits WHERE leader = 'Xi Jinping' AND ccode = ${ccode} AND ${where}`);
    expect(await xi(365, 'year = 2013')).toBe(2);
    expect(await xi(630, 'true')).toBe(1);
    expect(await xi(670, 'year = 2015')).toBe(0);
    expect(
      await world.rows(
        `SELECT ccode, count(*) AS n FROM china_visits WHERE leader = 'Xi Jinping' AND year <= 2016 GROUP BY ccode ORDER BY n DESC, ccode LIMIT 3`,
      ),
    ).toEqual([
      { ccode: 365, n: 5 },
      { ccode: 2, n: 3 },
      { ccode: 850, n: 3 },
    ]);
  });

  it('agrees with the producer’s own counts', async () => {
    // who-where-when.ceias.eu: Russia with the Soviet Union 40, United States 23, North Korea 18, Malaysia 15, Germany, India and Japan 14 (Germany with East Germany).
    const all = (codes: string): Promise<unknown> =>
      one(`SELECT count(*) FROM china_visits WHERE ccode IN (${codes})`);
    expect(await all('365')).toBe(40);
    expect(await all('2')).toBe(23);
    expect(await all('731')).toBe(18);
    expect(await all('820')).toBe(15);
    expect(await all('255, 260, 265')).toBe(14);
    expect(await all('750')).toBe(14);
    expect(await all('740')).toBe(14);
  });

  it('follows the states', async () => {
    const where = (ccode: number): Promise<unknown> =>
      one(`SELECT string_agg(year, ' ' ORDER BY year) FROM china_visits WHERE ccode = ${ccode}`);
    expect(await where(260)).toBe('1979');
    expect(await where(265)).toBe('1987');
    expect(await where(816)).toBe('1956 1960 1963 1969 1971 1971 1992 1994 1999 2002 2006 2010 2015 2017');
    expect(await where(317)).not.toBeNull();
  });

  it('notices a visit taken out or added upstream', async () => {
    const error = await buildChanged(chinaVisits, (t) =>
      t.replace('2015,"Xi Jinping","President","Iran"', '2016,"Xi Jinping","President","Iran"'),
    );
    expect(error).toMatchObject({ code: 'world/source-changed' });
    expect(error.message).toContain('January 2016');
  });
});
