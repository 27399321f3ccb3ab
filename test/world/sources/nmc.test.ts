import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nmc } from '../../../src/world/sources/nmc/nmc.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('National Material Capabilities', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([nmc]);
  });
  afterAll(() => world.close());

  const values = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((r) => Object.values(r));

  it('has 17,121 state-years: every upstream row is in', () => {
    const table = world.manifest.tables.find((t) => t.name === 'nmc')!;
    const source = world.manifest.sources.find((s) => s.name === 'nmc')!;
    expect(table.rows).toBe(17_121);
    expect(source.read[0]?.rows).toBe(17_121);
    expect(source.lost).toEqual([]);
  });

  it('carries the published figures: the United States in 1816', async () =>
    expect(
      await values(
        'SELECT milex, milper, irst, pec, tpop, upop, cinc FROM nmc WHERE ccode = 2 AND year = 1816',
      ),
    ).toEqual([[3823, 17, 80, 254, 8659, 101, 0.039697491]]));

  it('divides CINC by the sum of the year: shares sum to one, and keep their order', async () => {
    expect(
      await values(
        `SELECT count(*) FROM (SELECT sum(cinc_share) AS s FROM nmc GROUP BY year) WHERE abs(s - 1) > 1e-12`,
      ),
    ).toEqual([[0]]);
    expect(
      await values(`SELECT count(*) FROM nmc a JOIN (SELECT year, sum(cinc) AS s FROM nmc GROUP BY year) t USING (year)
        WHERE abs(a.cinc_share * t.s - a.cinc) > 1e-12`),
    ).toEqual([[0]]);
  });

  it('has the United States at their height after the Second World War', async () =>
    expect(await values('SELECT arg_max(year, cinc) FROM nmc WHERE ccode = 2')).toEqual([[1945]]));

  it('stops the build where CINC no longer sums to about one, or a number is none', async () => {
    expect(await buildChanged(nmc, (t) => t.replace('0.039697491', '0.539697491'))).toMatchObject({
      code: 'world/source-changed',
      message: 'upstream has changed: CINC sums to between 1.00 and 1.075 in every year',
      hint: 'expected 0, found 1; look at the reader of nmc',
    });
    expect(await buildChanged(nmc, (t) => t.replace('0.039697491', 'much'))).toMatchObject({
      code: 'world/not-a-number',
      at: { line: 2 },
    });
    expect(await buildChanged(nmc, (t) => t.replace('\n2,1816,', '\n1002,1816,'))).toMatchObject({
      code: 'world/unresolved-name',
      message: 'no state answers to 1002 in 1816',
      at: { file: 'capabilities/cow-nmc-v7.csv', line: 2 },
    });
  });
});
