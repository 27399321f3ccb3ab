import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usAid } from '../../../src/world/sources/us-aid/us-aid.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('United States foreign assistance', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([usAid]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const raw = `read_csv('${join(upstream, 'aid/us-foreign-assistance.csv')}', all_varchar = true)`;
  const obligated = (names: string, years: string): Promise<unknown> =>
    one(
      `SELECT sum(constant_amount::BIGINT)::DOUBLE FROM ${raw} WHERE "Transaction Type Name" = 'Obligations' AND "Country Name" IN (${names}) AND "Fiscal Year" IN (${years})`,
    );
  const kept = (ccode: number, year: number): Promise<unknown> =>
    one(`SELECT us_aid_obligated FROM us_aid WHERE ccode = ${ccode} AND year = ${year}`);

  it('has every dollar of upstream or says why not', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'us-aid')!;
    const lost = source.lost.reduce((n, l) => n + l.rows, 0);
    // Rows that are added to others: the quarter of 1976, and second names of Yugoslavia and Sudan.
    const rows = await one(`SELECT count(us_aid_obligated) + count(us_aid_disbursed) FROM us_aid`);
    expect(23_166 - lost - Number(rows)).toBe(173);
    expect(source.lost.find((l) => l.reason.startsWith('requested'))?.rows).toBe(2560 + 1759 + 2559);
  });

  it('adds the quarter of 1976 to 1976', async () => {
    expect(await kept(666, 1976)).toBe(await obligated(`'Israel'`, `'1976', '1976tq'`));
    expect(await kept(666, 1977)).toBe(await obligated(`'Israel'`, `'1977'`));
  });

  it('adds the names of one state', async () => {
    expect(await kept(345, 1997)).toBe(
      await obligated(`'Serbia', 'Serbia and Montenegro (former)', 'Yugoslavia (former)'`, `'1997'`),
    );
    expect(await kept(625, 2004)).toBe(await obligated(`'Sudan', 'Sudan (former)'`, `'2004'`));
  });

  it('gives “Taiwan” before 1950 to China', async () => {
    expect(
      await one(
        `SELECT string_agg(ccode || ':' || year, ' ' ORDER BY year) FROM us_aid WHERE ccode IN (710, 713) AND year < 1952`,
      ),
    ).toBe('710:1946 710:1947 710:1948 710:1949 713:1950 713:1951');
  });

  it('ends with the last year reported in full; disbursed begins in 2001', async () => {
    expect(await one(`SELECT max(year) FROM us_aid`)).toBe(2021);
    expect(await one(`SELECT min(year) FROM us_aid WHERE us_aid_disbursed IS NOT NULL`)).toBe(2001);
  });

  it('notices a second fiscal year that is no year', async () => {
    const error = await buildChanged(usAid, (text) =>
      text.replace('Obligations,1999,19000', 'Obligations,1999tq,19000'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
