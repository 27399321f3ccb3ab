import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desta } from '../../../src/world/sources/desta/desta.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('trade agreements', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([desta]);
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const signedBy = (a: number, b: number): Promise<unknown> =>
    one(
      `SELECT string_agg(year, ' ' ORDER BY year) FROM desta_dyad_years WHERE ccode1 = ${a} AND ccode2 = ${b} AND trade_agreements_signed > 0`,
    );
  const ever = (a: number, b: number): Promise<unknown> =>
    one(
      `SELECT min(year) || '-' || max(year) FROM desta_dyad_years WHERE ccode1 = ${a} AND ccode2 = ${b} AND trade_agreement_ever = 1`,
    );

  it('has every agreement and every party of upstream or says why not', async () => {
    const lost = new Map(
      world.manifest.sources.find((s) => s.name === 'desta')!.lost.map((l) => [l.reason, l.rows]),
    );
    const texts = [
      'under negotiation, not signed',
      'a consolidated text of an agreement that has its own row',
    ];
    const notSigned = texts.reduce((n, reason) => n + (lost.get(reason) ?? 0), 0);
    expect(notSigned).toBe(82 + 30);
    expect(await one(`SELECT count(*) FROM desta_agreements`)).toBe(1217 - notSigned);
    const parties = [...lost.values()].reduce((n, rows) => n + rows, 0) - notSigned;
    expect([Number(await one(`SELECT count(*) FROM desta_members`)), parties]).toEqual([6741, 175]);
  });

  it('the United States and Canada: cars 1965, free trade 1988, North America 1992, Pacific 2016, 2018', async () => {
    expect(await signedBy(2, 20)).toBe('1965 1988 1992 2016 2018');
    expect(await signedBy(20, 2)).toBe('1965 1988 1992 2016 2018');
  });

  it('in an agreement of a group with a state, members of the group are no partners of each other by it', async () => {
    // EC–Viet Nam 2019: Viet Nam and Germany sign, Germany and France do not.
    expect(await signedBy(816, 255)).toBe('2019');
    expect(
      await one(
        `SELECT count(*) FROM desta_dyad_years WHERE ccode1 = 255 AND ccode2 = 220 AND year = 2019 AND trade_agreements_signed > 0`,
      ),
    ).toBe(0);
  });

  it('a party without a side is on that of its group: Armenia and Viet Nam, 2015', async () => {
    expect(await signedBy(816, 371)).toBe('2015');
  });

  it('an accession binds the new member to the old ones: Spain and France by the enlargement of 1985', async () => {
    expect(String(await signedBy(230, 220)).split(' ')).toContain('1985');
  });

  it('united Germany has what West Germany signed', async () => {
    expect(await ever(260, 220)).toBe('1955-1989');
    expect(await ever(255, 220)).toBe('1990-2020');
  });

  it('nothing but signature is said: Norway and Britain sign EFTA 1960, EC–Norway 1973, the EEA 1992, and 2019; withdrawals add no pair', async () => {
    expect(await one(`SELECT string_agg(DISTINCT kind, ', ' ORDER BY kind) FROM desta_agreements`)).toBe(
      'accession, base treaty, protocol, withdrawal',
    );
    expect(await signedBy(200, 385)).toBe('1960 1973 1992 2019');
  });

  it('notices when a party gets its side', async () => {
    const error = await buildChanged(desta, (text) =>
      text.replace(/^("915";.*;"?1"?;"?1"?;"?1"?);NA;/m, '$1;1;'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
