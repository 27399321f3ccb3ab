import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilVotes } from '../../../src/world/sources/council-votes/council-votes.js';
import { vetoes } from '../../../src/world/sources/vetoes/vetoes.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('vetoes in the Security Council', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([vetoes, councilVotes]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('holds 214 drafts of the list and 18 later ones, none lost', async () => {
    expect(await one('SELECT count(DISTINCT veto) FROM vetoes')).toBe(232);
    expect(await one('SELECT count(*) FROM vetoes WHERE veto <= 214')).toBe(265);
    expect(world.manifest.sources.find((s) => s.name === 'vetoes')!.lost).toEqual([]);
  });

  it('counts them by state and year, zeros included', async () => {
    const rows = await world.rows(
      `SELECT ccode, sum(vetoes_cast)::INT AS n, count(*) AS years FROM veto_years GROUP BY ccode ORDER BY ccode`,
    );
    expect(rows).toEqual([
      { ccode: 2, n: 90, years: 80 },
      { ccode: 200, n: 29, years: 80 },
      { ccode: 220, n: 16, years: 80 },
      { ccode: 365, n: 131, years: 80 },
      { ccode: 710, n: 19, years: 58 },
      { ccode: 713, n: 0, years: 23 },
    ]);
    const cast = (ccode: number, year: number) =>
      one(`SELECT vetoes_cast FROM veto_years WHERE ccode = ${ccode} AND year = ${year}`);
    expect(await cast(365, 2022)).toBe(4); // Ukraine twice, North Korea, Syria
    expect(await cast(2, 1960)).toBe(0);
    expect(await cast(2, 1970)).toBe(1); // the first American veto: Southern Rhodesia
    expect(await cast(220, 1990)).toBe(0); // the last French and British ones were of December 1989
    expect(await cast(200, 1989)).toBe(2);
  });

  // The two records are independent of one another after the library.
  it('finds every vetoed draft among the recorded votes, by the same states', async () => {
    const list = `SELECT veto, any_value(date) AS date, any_value(draft) AS draft, string_agg(ccode, ' ' ORDER BY ccode) AS by FROM vetoes GROUP BY veto`;
    const ballots = `SELECT ballot, any_value(date) AS date, any_value(symbol) AS draft, string_agg(ccode, ' ' ORDER BY ccode) AS by FROM council_ballots JOIN council_votes USING (ballot)
      WHERE outcome = 'vetoed' AND vote = 3 AND ccode IN (2, 200, 220, 365, 710, 713) GROUP BY ballot`;
    expect(
      await world.rows(
        `SELECT veto, draft FROM (${list}) v WHERE NOT EXISTS (FROM (${ballots}) b WHERE b.draft = v.draft AND b.by = v.by AND abs(b.date - v.date) <= 1)`,
      ),
    ).toEqual([{ veto: 221, draft: 'S/2023/1029' }]); // the oral amendment, which has no symbol among the votes
    expect(
      await world.rows(
        `SELECT abs(b.date - v.date) AS days, count(DISTINCT veto) AS n FROM (${list}) v JOIN (${ballots}) b ON b.draft = v.draft AND abs(b.date - v.date) <= 1 GROUP BY days ORDER BY days`,
      ),
    ).toEqual([
      { days: 0, n: 228 },
      { days: 1, n: 3 },
    ]);
  });

  it('lacks 37 ballots of the record of votes to July 2022, as declared', async () => {
    expect(
      await one(
        `SELECT count(*) FROM council_ballots WHERE outcome = 'vetoed' AND date <= DATE '2022-07-08'`,
      ),
    ).toBe(214 + 37);
    expect(
      await one(
        `SELECT sum(v.vetoes_cast <> b.ballots_vetoed) FROM veto_years v JOIN council_ballot_years b USING (ccode, year) WHERE year > 2001`,
      ),
    ).toBe(0);
  });

  it('notices an upstream list that has changed', async () => {
    const found = async (from: string, to: string): Promise<string> => {
      const error = await buildChanged(vetoes, (t) => t.replace(from, to));
      expect(error.code).toBe('world/source-changed');
      return error.message;
    };
    expect(await found('4/12/2001', '3/27/2001')).toContain('S/2001/270');
    expect(await found('S/PV.3038', 'S/PV.303')).toContain('S/PV.3038');
    expect(await found('7/8/2022', '7/9/2022')).toContain('8 July 2022');
  });
});
