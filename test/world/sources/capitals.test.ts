import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capitals } from '../../../src/world/sources/capitals/capitals.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('capitals', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([capitals]);
  });
  afterAll(() => world.close());

  const place = async (ccode: number, year: number): Promise<unknown> =>
    (
      await world.rows(
        `SELECT capital, round(capital_latitude, 1) AS lat, round(capital_longitude, 1) AS lon FROM capital_years WHERE ccode = ${ccode} AND year = ${year}`,
      )
    )[0];

  it('every member has a capital in every year to 2024', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM state_years s WHERE year <= 2024 AND NOT EXISTS (FROM capital_years c WHERE c.ccode = s.ccode AND c.year = s.year AND c.capital_latitude IS NOT NULL)`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('has every spell of upstream, one of them split, or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'capitals')!;
    const table = world.manifest.tables.find((t) => t.name === 'capitals')!;
    expect(source.lost).toEqual([
      { reason: 'the capital of a time in which the state was not a member of the system', rows: 2 },
    ]);
    expect(table.rows + 2).toBe(242 + 1);
  });

  it('moves: Bonn and Berlin, Rio de Janeiro and Brasília, Constantinople and Ankara', async () => {
    expect(await place(260, 1989)).toEqual({ capital: 'Bonn', lat: 50.7, lon: 7.1 });
    expect(await place(255, 1990)).toEqual({ capital: 'Berlin', lat: 52.5, lon: 13.4 });
    expect(await place(140, 1959)).toMatchObject({ capital: 'Rio de Janeiro' });
    expect(await place(140, 1960)).toEqual({ capital: 'Brasilia', lat: -15.8, lon: -47.9 });
    expect(await place(640, 1922)).toEqual({ capital: 'Constantinople', lat: 41, lon: 28.9 });
    expect(await place(640, 1923)).toEqual({ capital: 'Ankara', lat: 39.9, lon: 32.9 });
  });

  it('replaces points in the middle of countries', async () => {
    expect(await place(616, 2000)).toEqual({ capital: 'Tunis', lat: 36.8, lon: 10.2 });
    expect(await place(670, 2000)).toEqual({ capital: 'Riyadh', lat: 24.7, lon: 46.7 });
  });

  it('spells of a state do not overlap', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM capitals a JOIN capitals b ON a.ccode = b.ccode AND a.from_date < b.from_date AND a.to_date >= b.from_date`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices when upstream mends a point or a date itself', async () => {
    const point = await buildChanged(capitals, (text) => text.replace('33.8439408,9.400138', '36.81,10.17'));
    expect(point.message).toContain('mended.csv');
    const date = await buildChanged(capitals, (text) =>
      text.replace('"Ankara",1816-01-01', '"Ankara",1923-10-13'),
    );
    expect(date.code).toBe('world/source-changed');
  });
});
