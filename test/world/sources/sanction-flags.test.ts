import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sanctionFlags } from '../../../src/world/sources/sanction-flags/sanction-flags.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('flags of sanctions', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([sanctionFlags]);
  });
  afterAll(() => world.close());
  const years = async (ccode: number, flag: string): Promise<unknown> =>
    Object.values(
      (
        await world.rows(
          `SELECT string_agg(year, ' ' ORDER BY year) FROM sanction_flags WHERE ccode = ${ccode} AND ${flag} = 1`,
        )
      )[0] ?? {},
    )[0];
  const span = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).join(' ');

  it('has a row for every member 1950–2023, all of 0 or 1, and ships nothing but flags', async () => {
    const table = world.manifest.tables.find((t) => t.name === 'sanction_flags')!;
    expect(table.columns.map((c) => c.name)).toHaveLength(2 + 9);
    expect(table.columns.slice(2).every((c) => c.type === 'TINYINT')).toBe(true);
    expect(
      await world.rows(
        `SELECT count(*) AS n, (SELECT count(*) FROM state_years WHERE year BETWEEN 1950 AND 2023) AS members, min(year) AS first, max(year) AS last FROM sanction_flags`,
      ),
    ).toEqual([{ n: 11_602, members: 11_602, first: 1950, last: 2023 }]);
  });

  it('counts what does not enter', () => {
    expect(world.manifest.sources.find((s) => s.name === 'sanction-flags')!.lost).toEqual([
      { reason: '1949, before the base starts', rows: 1 },
      { reason: 'Gibraltar, a British territory', rows: 107 },
      { reason: 'Hong Kong', rows: 5 },
      { reason: 'Northern Cyprus', rows: 50 },
      { reason: 'a group of states that upstream does not spell out', rows: 242 },
      { reason: 'an armed group', rows: 46 },
      { reason: 'not a member of the state system in that year', rows: 31 },
      { reason: 'the Palestinian territories', rows: 76 },
    ]);
  });

  it('knows the sanctions of the record', async () => {
    expect(await years(365, 'sanctioned_by_eu')).toBe(`1981 1982 1983 1991 ${span(2014, 2023)}`); // the EEC after Poland, and in 1991
    expect(await years(817, 'sanctioned_by_us')).toBe('1963 1975');
    expect(await years(816, 'sanctioned_by_us')).toBe(
      `${span(1954, 1998)} ${span(2007, 2016)} ${span(2020, 2023)}`,
    );
    expect(await years(816, 'sanctioned_by_china')).toBe(span(1978, 1991));
    expect(await years(552, 'sanctioned_by_un')).toBe(span(1966, 1979)); // Rhodesia
    expect(await years(385, 'sanctioned_by_china')).toBe(span(2010, 2018)); // Norway, after the Peace Prize
    expect(await years(2, 'sanctioned_by_china')).toBe('2021 2022 2023');
    expect(await years(40, 'sanctioned_by_us')).toContain(span(1960, 2023));
  });

  it('raises a flag for democracy or rights only where the sender’s own flag is up', async () => {
    for (const who of ['us', 'eu', 'un']) {
      expect(
        await world.rows(
          `SELECT count(*) AS n FROM sanction_flags WHERE sanctioned_for_democracy_or_rights_by_${who} > sanctioned_by_${who}`,
        ),
      ).toEqual([{ n: 0 }]);
    }
    expect(await years(645, 'sanctioned_for_democracy_or_rights_by_us')).not.toBe(
      await years(645, 'sanctioned_by_us'),
    );
    expect(await years(370, 'sanctioned_for_democracy_or_rights_by_eu')).toContain('2023'); // Belarus
  });

  it('notices a base that has changed', async () => {
    const found = async (from: string, to: string): Promise<string> => {
      const error = await buildChanged(sanctionFlags, (t) => t.replace(from, to));
      expect(error.code).toBe('world/source-changed');
      return error.message;
    };
    expect(await found('South Vietnam,China,1978', 'Vietnam,China,1978')).toContain('South Vietnam');
    expect(await found('territorial_conflict', 'territory')).toContain('nine kinds');
    expect(await found('sanctioning_state', 'sender')).toContain('sanctioning_state');
  });
});
