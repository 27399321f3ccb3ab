import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilMembers } from '../../../src/world/sources/council-members/council-members.js';
import { councilVotes } from '../../../src/world/sources/council-votes/council-votes.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('members of the Security Council', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([councilMembers, councilVotes]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has 1,150 seats and the two that passed to a successor', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'council-members')!;
    expect(source.read.map((f) => f.rows)).toEqual([1_105, 45]);
    expect(await one('SELECT count(*) FROM council_seats')).toBe(1_152);
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 6 }]);
    expect(
      await one(`SELECT string_agg(ccode || ':' || year, ' ' ORDER BY year, ccode) FROM council_seats s
        WHERE year <= 2025 AND NOT EXISTS (FROM state_years y WHERE y.year = s.year AND y.ccode = CASE WHEN s.ccode = 713 AND s.year < 1949 THEN 710 ELSE s.ccode END)`),
    ).toBe('369:1948 369:1949 370:1974 370:1975 369:1984 369:1985');
  });

  it('fills the blank names', async () => {
    const years = (ccode: number): Promise<unknown> =>
      one(`SELECT string_agg(year, ' ' ORDER BY year) FROM council_seats WHERE ccode = ${ccode}`);
    expect(await years(437)).toBe('1964 1965 1990 1991 2018 2019');
    expect(await years(640)).toBe('1951 1952 1954 1955 1961 2009 2010');
    expect(await years(490)).toBe('1982 1983 1990 1991 2026 2027');
  });

  it('names the very states that voted, in every year', async () => {
    const seats = 'SELECT ccode, year FROM council_seats WHERE year <= 2025';
    const voted =
      'SELECT DISTINCT ccode, year(date) AS year FROM council_votes JOIN council_ballots USING (ballot)';
    expect(await world.rows(`(${seats} EXCEPT ${voted}) UNION ALL (${voted} EXCEPT ${seats})`)).toEqual([]);
  });

  it('flags members in state-years, 0 for the others', async () => {
    expect(
      await world.rows(`SELECT year, sum(council_member)::INT AS sat, sum(council_elected_member)::INT AS elected
        FROM council_member_years WHERE year IN (1946, 1971, 1990, 2025) GROUP BY year ORDER BY year`),
    ).toEqual([
      { year: 1946, sat: 11, elected: 6 },
      { year: 1971, sat: 16, elected: 10 },
      { year: 1990, sat: 16, elected: 11 },
      { year: 2025, sat: 15, elected: 10 },
    ]);
    expect(
      await one(`SELECT string_agg(ccode || ':' || year, ' ' ORDER BY year, ccode) FROM council_member_years
        WHERE council_member = 1 AND ccode IN (710, 713) AND year IN (1948, 1949, 1970, 1971, 1972)`),
    ).toBe('710:1948 713:1949 713:1970 710:1971 713:1971 710:1972');
  });

  it('notices a name filled in upstream, a seat too many, a third file', async () => {
    const [earlier, later] = councilMembers.card.files;
    const found = async (change: (t: string) => string, file = earlier): Promise<string> => {
      const error = await buildChanged(councilMembers, change, file);
      expect(error.code).toBe('world/source-changed');
      return error.message;
    };
    expect(await found((t) => t.replace('46,1961,,', '46,1961,Türkiye,'))).toContain('blank to 2024');
    expect(await found((t) => `${t.trimEnd()}\n2000,1957,Chile,2021-01-17\n`)).toContain('eleven seats');
    expect(await found((t) => t.replaceAll(',2027,', ',2028,'), later)).toContain('blank after');
  });
});
