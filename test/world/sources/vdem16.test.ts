import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vdem16 } from '../../../src/world/sources/vdem16/vdem16.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('V-Dem version 16', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([vdem16]);
  });
  afterAll(() => world.close());

  const polyarchy = async (ccode: number, year: number): Promise<unknown> =>
    (await world.rows(`SELECT polyarchy FROM vdem16 WHERE ccode = ${ccode} AND year = ${year}`))[0]?.[
      'polyarchy'
    ];

  it('has 16,876 state-years; every upstream row is in or lost for a reason', () => {
    const table = world.manifest.tables.find((t) => t.name === 'vdem16')!;
    const source = world.manifest.sources.find((s) => s.name === 'vdem16')!;
    const lost = source.lost.reduce((n, l) => n + l.rows, 0);
    expect(table.rows).toBe(16_876);
    expect(table.rows + lost).toBe(source.read[0]!.rows);
    expect(source.read[0]!.rows).toBe(28_092);
    expect(source.lost.find((l) => l.reason === 'not a member of the state system in that year')!.rows).toBe(
      10_514,
    );
  });

  it('carries the published scores, under its own licence', async () => {
    expect(await polyarchy(2, 2016)).toBe(0.885);
    expect(await polyarchy(2, 2025)).toBe(0.735);
    expect(await polyarchy(710, 1960)).toBe(0.069);
    expect(await polyarchy(310, 2010)).toBe(0.808);
    expect(await polyarchy(310, 2020)).toBe(0.46);
    expect(await polyarchy(380, 1816)).toBe(0.258);
    expect(
      await world.rows(
        `SELECT libdem, civlib, rule_of_law, free_expression, regime_row FROM vdem16 WHERE ccode = 2 AND year = 2025`,
      ),
    ).toEqual([{ libdem: 0.571, civlib: 0.826, rule_of_law: 0.924, free_expression: 0.729, regime_row: 2 }]);
    expect(world.manifest.tables.find((t) => t.name === 'vdem16')!.licence).toBe('CC BY 4.0');
  });

  it('turns V-Dem’s one Germany into Prussia and the Empire, West Germany, and united Germany', async () => {
    expect(await polyarchy(260, 1960)).toBe(0.831);
    expect(await polyarchy(265, 1960)).toBe(0.169);
    expect(await polyarchy(255, 1995)).toBe(0.893);
    expect(
      await world.rows(
        `SELECT ccode, min(year) AS first, max(year) AS last, count(*) AS n FROM vdem16 WHERE ccode IN (255, 260, 265) AND year > 1940 GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 255, first: 1941, last: 2025, n: 4 + 36 },
      { ccode: 260, first: 1955, last: 1989, n: 35 },
      { ccode: 265, first: 1954, last: 1990, n: 37 },
    ]);
  });

  it('tells apart the two Viet Nams, the two Yemens, and the Koreas', async () => {
    expect(await polyarchy(817, 1970)).toBe(0.316);
    expect(await polyarchy(816, 1970)).toBe(0.218);
    expect(await polyarchy(678, 1985)).toBe(0.089);
    expect(await polyarchy(680, 1985)).toBe(0.118);
    expect(await polyarchy(679, 1990)).toBe(0.224);
    expect(await polyarchy(678, 1990)).toBeUndefined();
    expect(await polyarchy(730, 1905)).toBe(0.018);
    expect(await world.rows(`SELECT min(year) AS y FROM vdem16 WHERE ccode = 732`)).toEqual([{ y: 1949 }]);
  });

  it('gives 1861 to Italy, 1918 to Austria-Hungary, and 1992 to Czechoslovakia', async () => {
    expect(await polyarchy(325, 1860)).toBe(0.211);
    expect(await polyarchy(325, 1861)).toBe(0.212);
    expect(await polyarchy(300, 1918)).toBe(0.304);
    expect(await polyarchy(305, 1919)).toBe(0.301);
    expect(await polyarchy(315, 1992)).toBe(0.884);
    expect(await polyarchy(316, 1993)).toBe(0.895);
  });

  it('covers every member of 1950–2025 but microstates and years of change', async () => {
    const gaps = await world.rows(
      `SELECT ccode, min(year) AS first, max(year) AS last, count(*) AS n FROM state_years s
       WHERE year >= 1950 AND NOT EXISTS (FROM vdem16 v WHERE v.ccode = s.ccode AND v.year = s.year) GROUP BY ccode ORDER BY ccode`,
    );
    const throughout = gaps.filter((g) => g['last'] === 2025).map((g) => g['ccode']);
    expect(throughout).toEqual([
      31, 54, 55, 56, 57, 58, 60, 80, 221, 223, 232, 331, 835, 946, 947, 955, 970, 983, 986, 987, 990,
    ]);
    expect(gaps.filter((g) => g['last'] !== 2025)).toEqual([
      { ccode: 260, first: 1990, last: 1990, n: 1 },
      { ccode: 471, first: 1960, last: 1960, n: 1 },
      { ccode: 678, first: 1990, last: 1990, n: 1 },
    ]);
  });
});
