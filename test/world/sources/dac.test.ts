import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dac } from '../../../src/world/sources/dac/dac.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('aid by donor and recipient', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([dac]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every figure of upstream or says why not', async () => {
    const lost = world.manifest.sources.find((s) => s.name === 'dac')!.lost;
    const kept = Number(
      await one(
        `SELECT count(aid_gross) + count(aid_net) + count(aid_grants) + count(aid_loans) + count(aid_humanitarian) FROM dac_dyad_years`,
      ),
    );
    expect(kept + lost.reduce((n, l) => n + l.rows, 0)).toBe(327_763);
    expect(lost.find((l) => l.reason.startsWith('a part'))?.rows).toBe(166_655);
  });

  it('the first state gives: the United States to Ukraine in 2022, 9,241 million', async () => {
    expect(await world.rows(`FROM dac_dyad_years WHERE ccode1 = 2 AND ccode2 = 369 AND year = 2022`)).toEqual(
      [
        {
          ccode1: 2,
          ccode2: 369,
          year: 2022,
          aid_gross: 9240.56,
          aid_net: 9238.05,
          aid_grants: 9240.56,
          aid_loans: null,
          aid_humanitarian: 346.22,
        },
      ],
    );
    expect(await one(`SELECT count(*) FROM dac_dyad_years WHERE ccode1 = 369`)).toBe(0);
  });

  it('net aid is missing, not negative, where repayments exceed it: Japan to Indonesia', async () => {
    expect(
      await one(
        `SELECT count(aid_gross) || ' ' || count(aid_net) FROM dac_dyad_years WHERE ccode1 = 740 AND ccode2 = 850`,
      ),
    ).toBe('14 1');
  });

  it('what is given is what is received', async () => {
    expect(
      await one(
        `SELECT round(sum(aid_given), 2) = round(sum(aid_received), 2) AND round(sum(aid_given), 2) = (SELECT round(sum(aid_gross), 2) FROM dac_dyad_years) FROM dac_state_years`,
      ),
    ).toBe(true);
  });

  it('knows Taiwan from China and the two Koreas', async () => {
    expect(
      await one(
        `SELECT string_agg(DISTINCT ccode2, ' ' ORDER BY ccode2) FROM dac_dyad_years WHERE ccode2 IN (710, 713, 731, 732)`,
      ),
    ).toBe('710 731');
    expect(
      await one(
        `SELECT string_agg(DISTINCT ccode1, ' ' ORDER BY ccode1) FROM dac_dyad_years WHERE ccode1 IN (710, 713, 731, 732)`,
      ),
    ).toBe('713 732');
  });

  it('notices when upstream brings figures below zero', async () => {
    const error = await buildChanged(dac, (text) => text.replace(',2009,19.61', ',2009,-19.61'));
    expect(error.code).toBe('world/source-changed');
  });
});
