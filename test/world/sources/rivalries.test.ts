import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rivalries } from '../../../src/world/sources/rivalries/rivalries.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('strategic rivalries', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([rivalries]);
  });
  afterAll(() => world.close());

  const spells = (a: number, b: number): Promise<unknown> =>
    world.rows(`SELECT min(year) AS first, max(year) AS last, count(*) AS years FROM (
      SELECT year, year - row_number() OVER (ORDER BY year) AS spell FROM rivalry_years WHERE ccode1 = ${a} AND ccode2 = ${b} AND strategic_rivalry = 1)
      GROUP BY spell ORDER BY first`);

  it('has 249 of 264 rivalries; years of members and others are those of the spells since 1816', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'rivalries')!;
    const rows = (name: string): number => world.manifest.tables.find((t) => t.name === name)!.rows;
    const lost = (what: string): number => source.lost.find((l) => l.reason.includes(what))!.rows;
    expect(rows('strategic_rivalries') + lost('before the state system')).toBe(264);
    const [all] = await world.rows<{ n: number }>(
      `SELECT sum(to_year - greatest(from_year, 1816) + 1)::INT AS n FROM strategic_rivalries`,
    );
    expect(rows('rivalry_years') / 2 + lost('not a member')).toBe(all!.n);
  });

  it('China and the United States were rivals 1949–1972 and from 1996', async () => {
    expect(await spells(710, 2)).toEqual([
      { first: 1949, last: 1972, years: 24 },
      { first: 1996, last: 2020, years: 25 },
    ]);
    expect(await spells(2, 710)).toEqual(await spells(710, 2));
  });

  it('Russia and the United States: 1918–1920, the Cold War, and from 2007', async () => {
    expect(await spells(2, 365)).toEqual([
      { first: 1918, last: 1920, years: 3 },
      { first: 1945, last: 1989, years: 45 },
      { first: 2007, last: 2020, years: 14 },
    ]);
  });

  it('knows what about: the Cold War was about rank and ideology, not territory', async () => {
    expect(
      await world.rows(
        `SELECT rivalry_positional AS rank, rivalry_spatial AS land, rivalry_ideological AS ideas, rivalry_interventionary AS interference FROM rivalry_years WHERE ccode1 = 365 AND ccode2 = 2 AND year = 1962`,
      ),
    ).toEqual([{ rank: 1, land: 0, ideas: 1, interference: 0 }]);
  });

  it.each([
    ['Austria-Hungary and Prussia', 300, 255, 1816, 1870],
    ['the republic of Austria and Yugoslavia', 305, 345, 1919, 1920],
    ['South Yemen and Oman', 680, 698, 1971, 1982],
    ['Malawi and Tanzania', 553, 510, 1964, 1994],
    ['Equatorial Guinea and Gabon', 411, 481, 1972, 2020],
    ['Guinea-Bissau and Senegal', 404, 433, 1989, 1993],
  ])('mends whose rivalry it was: %s', async (_, a, b, first, last) => {
    expect(await spells(a, b)).toEqual([{ first, last, years: last - first + 1 }]);
  });

  it('leaves nothing under the wrong numbers', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM rivalry_years WHERE (ccode1, ccode2) IN ((305, 255), (553, 616), (679, 698), (438, 481), (433, 438))`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('is silent after 2020, and says so', () => {
    const card = world.manifest.variables.find((v) => v.name === 'strategic_rivalry')!;
    expect(card.years).toEqual({ from: 1816, to: 2020 });
    expect(card.absentIsZero).toContain('1816–2020');
  });

  it('notices when upstream mends a number itself', async () => {
    const error = await buildChanged(rivalries, (text) =>
      text.replace('"Eguatorial Guinea-Gabon",438,', '"Eguatorial Guinea-Gabon",411,'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
