import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summitInvitees } from '../../../src/world/sources/summit-invitees/summit-invitees.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('those invited to the Summit for Democracy', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([summitInvitees]);
  });
  afterAll(() => world.close());

  it('are 110 of 194 states; the host is missing', async () => {
    expect(
      await world.rows(
        `SELECT summit_invited AS invited, count(*) AS n, min(year) AS first, max(year) AS last FROM summit_invited_years GROUP BY ALL ORDER BY n`,
      ),
    ).toEqual([
      { invited: null, n: 1, first: 2021, last: 2021 },
      { invited: 0, n: 84, first: 2021, last: 2021 },
      { invited: 1, n: 110, first: 2021, last: 2021 },
    ]);
    expect(world.manifest.sources.find((s) => s.name === 'summit-invitees')!.lost).toEqual([]);
  });

  it('are those of whom the press wrote', async () => {
    const invited = async (...codes: number[]): Promise<unknown[]> =>
      (
        await world.rows(
          `SELECT summit_invited AS i FROM summit_invited_years WHERE ccode IN (${codes.join(', ')}) ORDER BY ccode`,
        )
      ).map((r) => r['i']);
    expect(await invited(310, 346, 365, 640, 651, 710, 816, 830)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]); // Hungary, Bosnia, Russia, Turkey, Egypt, China, Viet Nam, Singapore
    expect(await invited(347, 490, 540, 645, 666, 713, 770)).toEqual([1, 1, 1, 1, 1, 1, 1]); // Kosovo, Congo, Angola, Iraq, Israel, Taiwan, Pakistan
    expect(await world.rows('SELECT ccode FROM summit_invitees WHERE confirmed = 0 ORDER BY ccode')).toEqual([
      { ccode: 551 },
      { ccode: 935 },
    ]);
  });

  it('notice a list that has changed', async () => {
    const error = await buildChanged(summitInvitees, (t) => t.replace(',Zambia,', ',Zimbabwe,'));
    expect(error).toMatchObject({ code: 'world/source-changed' });
  });
});
