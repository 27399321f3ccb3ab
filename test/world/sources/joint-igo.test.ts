import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jointIgo } from '../../../src/world/sources/joint-igo/joint-igo.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('common intergovernmental organisations', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([jointIgo]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every pair of upstream in both directions', async () => {
    expect(world.manifest.sources.find((s) => s.name === 'joint-igo')!.lost).toEqual([]);
    expect(await one(`SELECT count(*) FROM joint_igo`)).toBe(2 * 917_695);
    expect(
      await one(
        `SELECT count(*) FROM joint_igo a JOIN joint_igo b ON b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1 AND b.year = a.year WHERE a.ccode1 < a.ccode2 AND a.joint_igo_memberships = b.joint_igo_memberships`,
      ),
    ).toBe(917_695);
  });

  it('covers every pair of members but those of 1990 that are passing away', async () => {
    expect(
      await one(`SELECT count(*) FROM state_years a JOIN state_years b ON b.year = a.year AND a.ccode < b.ccode
        ANTI JOIN joint_igo j ON j.ccode1 = a.ccode AND j.ccode2 = b.ccode AND j.year = a.year WHERE a.year <= 2014`),
    ).toBe(650);
  });

  it('none have more in common than France and Germany', async () => {
    expect(await one(`SELECT max(joint_igo_memberships) FROM joint_igo`)).toBe(106);
    expect(
      await one(`SELECT max(joint_igo_memberships) > 90 FROM joint_igo WHERE ccode1 = 220 AND ccode2 = 255`),
    ).toBe(true);
  });

  it('takes no more than 1.2 MB', () => {
    expect(world.manifest.tables.find((t) => t.name === 'joint_igo')!.bytes).toBeLessThan(1_200_000);
  });

  it('notices a truncated file', async () => {
    const error = await buildChanged(jointIgo, (text) =>
      text.slice(0, text.lastIndexOf('\n', text.length - 100) + 1),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
