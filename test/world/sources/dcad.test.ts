import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dcad } from '../../../src/world/sources/dcad/dcad.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('defence co-operation agreements', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([dcad]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every agreement of upstream or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'dcad')!;
    const table = world.manifest.tables.find((t) => t.name === 'dcad_agreements')!;
    expect(source.lost).toEqual([
      { reason: 'an agreement of a state with itself', rows: 3 },
      { reason: 'not a member of the state system in that year', rows: 1 },
    ]);
    expect(table.rows).toBe(1871 - 4);
  });

  it('counts each agreement once for either side in the year of signature', async () => {
    expect(await one(`SELECT sum(dca_signed)::INT FROM dcad_dyad_years`)).toBe(2 * 1867);
    expect(
      await one(`SELECT count(*) FROM dcad_dyad_years a WHERE NOT EXISTS (FROM dcad_dyad_years b WHERE b.ccode1 = a.ccode2 AND b.ccode2 = a.ccode1
        AND b.year = a.year AND b.dca_signed = a.dca_signed AND b.dca_in_force = a.dca_in_force AND b.dca_general_in_force = a.dca_general_in_force)`),
    ).toBe(0);
  });

  it('Russia and China: sixteen years with an agreement, the first 1992, and a gap of 2007–2009, when the six years assumed are over', async () => {
    expect(
      await one(
        `SELECT min(year) || '-' || max(year) || ' ' || count(*) FROM dcad_dyad_years WHERE ccode1 = 710 AND ccode2 = 365`,
      ),
    ).toBe('1992-2010 16');
  });

  it('an agreement ends with a state: Czechoslovakia’s of 1991 and 1992', async () => {
    expect(
      await one(
        `SELECT string_agg(DISTINCT year, ' ' ORDER BY year) FROM dcad_dyad_years WHERE ccode1 = 315`,
      ),
    ).toBe('1991 1992');
  });

  it('drops an entry into force before signature', async () => {
    expect(
      await world.rows(`SELECT signed, in_force_from FROM dcad_agreements WHERE dca_id = 'DCADv1.0-0688'`),
    ).toEqual([{ signed: '2004-03-08', in_force_from: null }]);
    expect(
      await one(`SELECT count(*) FROM dcad_agreements WHERE left(in_force_from, 4) < left(signed, 4)`),
    ).toBe(0);
  });

  it('is zero within the years and unknown outside them', () => {
    const variable = world.manifest.variables.find((v) => v.name === 'dca_signed');
    expect(variable?.years).toEqual({ from: 1980, to: 2010 });
    expect(variable?.absentIsZero).toContain('Kinne');
  });

  it('notices when upstream finds a partner for Bolivia', async () => {
    const error = await buildChanged(dcad, (text) => text.replace('145,BOL,145,VEN', '145,BOL,101,VEN'));
    expect(error.code).toBe('world/source-changed');
  });
});
