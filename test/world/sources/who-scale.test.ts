import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whoScale } from '../../../src/world/sources/who-scale/who-scale.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('WHO scale of assessments', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([whoScale]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === whoScale.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every rate of upstream or says why not', () => {
    expect(kept('who_scale')).toBe(1_121);
    expect(kept('who_scale') + lost()).toBe(112 + 136 + 157 + 170 + 195 + 196 + 198);
  });

  const rates = async (ccode: number): Promise<unknown[][]> =>
    all(`SELECT year, who_assessment FROM who_scale WHERE ccode = ${ccode} ORDER BY year`);

  it('gives China’s rate to whoever held the seat', async () => {
    expect(await rates(713)).toEqual([[1962, 4.17]]);
    expect(await rates(710)).toEqual([
      [1972, 3.6],
      [1981, 1.59],
      [1991, 0.77],
      [2003, 1.5074],
      [2011, 3.1892],
      [2022, 15.255],
    ]);
  });

  it('does not give one of the Germanies the rate of both', async () => {
    expect(await rates(260)).toEqual([
      [1962, 5.21],
      [1972, 6.13],
    ]);
    expect(await rates(265)).toEqual([]);
    expect((await rates(255))[0]).toEqual([1991, 9.18]);
  });

  it('tells the two Congos apart', async () => {
    expect((await rates(484))[0]).toEqual([1962, 0.04]);
    expect(await rates(490)).toEqual([
      [1962, 0.06],
      [1972, 0.04],
      [1981, 0.02],
      [1991, 0.01],
      [2003, 0.0039],
      [2011, 0.003],
      [2022, 0.01],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM who_scale t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when Germany’s rate of 1981 is the West’s alone', async () => {
    const error = await buildChanged(whoScale, (text) => text.replace('5.21,6.13,9.54', '5.21,6.13,8.17'));
    expect(error.code).toBe('world/source-changed');
  });
});
