import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reign } from '../../../src/world/sources/reign/reign.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('REIGN', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([reign]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === reign.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every leader of upstream or says why not', () => {
    expect(kept('reign_leaders')).toBe(2_401);
    expect(kept('reign_leaders') + lost()).toBe(2_524);
  });

  it('mends the four names that were encoded twice', async () => {
    expect(
      await all(`SELECT leader FROM reign_leaders WHERE regexp_matches(leader, '[^ -~]') ORDER BY begins`),
    ).toEqual([['Saca González'], ['Sigurdur Ingi Jóhannsson'], ['Ivica Dačić'], ['Katrín Jakobsdóttir']]);
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM reign_leaders WHERE leader <> trim(leader) OR leader LIKE '%(|%'`,
      ),
    ).toEqual([[0]]);
  });

  it('knows who led at the year’s end: the United States in 1963, 2008 and 2020', async () => {
    expect(
      await all(
        `SELECT reign_leader, reign_leader_entries, reign_leader_age, reign_leader_woman, reign_leader_military FROM reign WHERE ccode = 2 AND year IN (1953, 1963, 2020) ORDER BY year`,
      ),
    ).toEqual([
      ['Eisenhower', 1, 63, 0, 1],
      ['Johnson', 1, 55, 0, 0],
      ['Trump', 0, 74, 0, 0],
    ]);
  });

  it('takes −99 and a career of one half for no value', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM reign_leaders WHERE born < 1800 OR woman NOT IN (0, 1) OR military_career NOT IN (0, 1)`,
      ),
    ).toEqual([[0]]);
    expect(await all(`SELECT military_career FROM reign_leaders WHERE leader = 'Kikwete'`)).toEqual([[null]]);
    expect(await all(`SELECT woman FROM reign_leaders WHERE leader = 'Merkel'`)).toEqual([[1]]);
  });

  it('leads every member of 1950–2020 but Taiwan, Zanzibar, Somalia without a government and Laos in 1953', async () => {
    expect(
      await all(
        `SELECT ccode, count(*)::INTEGER FROM state_years s ANTI JOIN reign r USING (ccode, year) WHERE year BETWEEN 1950 AND 2020 GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [511, 2],
      [520, 20],
      [713, 71],
      [812, 1],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM reign t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when a name is re-encoded', async () => {
    const error = await buildChanged(reign, (text) => text.replace('JakobsdÃ³ttir', 'Jakobsdottir'));
    expect(error.code).toBe('world/source-changed');
  });
});
