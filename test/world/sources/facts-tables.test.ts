import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { militaryAgreements } from '../../../src/world/sources/military-agreements/military-agreements.js';
import { pollFigures } from '../../../src/world/sources/poll-figures/poll-figures.js';
import { recognition } from '../../../src/world/sources/recognition/recognition.js';
import { vaccineDeliveries } from '../../../src/world/sources/vaccine-deliveries/vaccine-deliveries.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('tables of facts', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([militaryAgreements, recognition, pollFigures, vaccineDeliveries]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  describe('agreements between militaries', () => {
    const inForce = (column: string, other: number, year: number): Promise<unknown> =>
      one(
        `SELECT ${column} FROM military_agreement_dyad_years WHERE ccode1 = 2 AND ccode2 = ${other} AND year = ${year}`,
      );

    it('are 28, between three pairs', async () => {
      expect(
        await world.rows(
          'SELECT ccode1, ccode2, count(*) AS n FROM military_agreements GROUP BY ALL ORDER BY ccode1, ccode2',
        ),
      ).toEqual([
        { ccode1: 2, ccode2: 365, n: 20 },
        { ccode1: 2, ccode2: 710, n: 7 },
        { ccode1: 365, ccode2: 710, n: 1 },
      ]);
    });

    it('in force grow from the hot line on; a treaty that ended no longer counts', async () => {
      expect(await inForce('military_arrangements', 365, 1962 + 1)).toBe(1);
      expect(await inForce('military_arrangements', 365, 1975)).toBe(6);
      expect(await inForce('military_arrangements', 710, 1997)).toBe(0);
      expect(await inForce('military_arrangements', 710, 1998)).toBe(2);
      expect(await inForce('military_arrangements', 710, 2016)).toBe(7);
      expect(await inForce('arms_control_treaties', 365, 1978)).toBe(1); // the treaty on missile defence alone
      expect(await inForce('arms_control_treaties', 365, 2003)).toBe(3); // INF, START, SORT
      expect(await inForce('arms_control_treaties', 365, 2025)).toBe(1); // New START
    });

    it('are the same in both directions', async () => {
      expect(
        await one(`SELECT count(*) FROM military_agreement_dyad_years a JOIN military_agreement_dyad_years b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year
          WHERE a.military_arrangements <> b.military_arrangements OR a.arms_control_treaties <> b.arms_control_treaties`),
      ).toBe(0);
    });
  });

  describe('recognition', () => {
    const years = (ccode: number, flag: string, value: number): Promise<unknown> =>
      one(
        `SELECT min(year) || '-' || max(year) || ' ' || count(*) FROM recognition_state_years WHERE ccode = ${ccode} AND ${flag} = ${value}`,
      );

    it('follows states from one China to the other', async () => {
      expect(await years(2, 'recognises_beijing', 1)).toBe('1979-2024 46');
      expect(await years(93, 'recognises_taipei', 1)).toBe('1990-2020 31'); // Nicaragua
      expect(await years(260, 'recognises_beijing', 1)).toBe('1972-1989 18');
      expect(await years(255, 'recognises_beijing', 1)).toBe('1990-2024 35');
      expect(await years(316, 'recognises_beijing', 1)).toBe('1993-2024 32');
      expect(await years(432, 'recognises_taipei', 0)).toBe('1990-2024 35'); // Mali, always Beijing
    });

    it('never counts a state with both', async () => {
      expect(
        await one(
          'SELECT count(*) FROM recognition_state_years WHERE recognises_beijing = 1 AND recognises_taipei = 1',
        ),
      ).toBe(0);
    });

    it('comes within ten states of what was stated of Beijing, and from 1999 within one of Taipei (the Holy See)', async () => {
      expect(
        await world.rows(
          `SELECT max(abs(beijing_recognised_by - beijing_recognised_by_stated))::INT AS beijing, max(taipei_recognised_by_stated - taipei_recognised_by) FILTER (year >= 1999)::INT AS most, min(taipei_recognised_by_stated - taipei_recognised_by) FILTER (year >= 1999)::INT AS least FROM recognition_years`,
        ),
      ).toEqual([{ beijing: 10, most: 1, least: 0 }]);
    });
  });

  it('polls: 44, 38 and 28 per cent in 53 countries', async () => {
    expect(
      await world.rows(
        `SELECT value, countries FROM poll_figures WHERE poll = 'Democracy Perception Index 2021' AND asked = 'all respondents' AND question LIKE 'Democracy in my country is threatened by the influence of%' ORDER BY value DESC`,
      ),
    ).toEqual([
      { value: 44, countries: 53 },
      { value: 38, countries: 53 },
      { value: 28, countries: 53 },
    ]);
    expect(await one('SELECT count(*) FROM poll_figures')).toBe(98);
  });

  it('vaccines: more than 80 assisted, 43 served by exports in May 2021; nobody said more than 50', async () => {
    expect(
      await world.rows(
        `SELECT kind, recipients, recipients_bound AS bound FROM vaccine_statements WHERE donor = 'China' AND date = '2021-05-21' AND recipients IS NOT NULL ORDER BY kind`,
      ),
    ).toEqual([
      { kind: 'donated', recipients: 80, bound: 'at_least' },
      { kind: 'exported', recipients: 43, bound: null },
    ]);
    expect(
      await one(
        `SELECT max(recipients) FROM vaccine_statements WHERE donor = 'China' AND kind = 'exported' AND date <= '2021-06-02'`,
      ),
    ).toBe(43);
    expect(await one('SELECT max(doses) FROM vaccine_statements')).toBe(2_200_000_000);
  });
});
