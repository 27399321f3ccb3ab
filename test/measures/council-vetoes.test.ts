import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { councilVetoes as measure } from '../../src/measures/council-vetoes.js';
import { rowsWithout } from '../../src/measures/rows-without.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';

const years = { from: 2000, to: 2003 };
interface Parameters {
  readonly as: 'drafts' | 'share-of-ballots';
}

describe('vetoes in the Security Council', () => {
  let db: Database;
  let world: World;
  beforeAll(async () => {
    db = await openDatabase();
    await db.run(`CREATE TABLE vetoes AS SELECT * FROM (VALUES
        (1, 2, DATE '2000-03-01'), (1, 200, DATE '2000-03-01'), (2, 365, DATE '2000-12-31'), (3, 2, DATE '2002-01-01')) t(veto, ccode, date);
      CREATE TABLE council_ballots AS SELECT * FROM (VALUES
        (1, DATE '2000-03-01', 'vetoed', 0), (2, DATE '2000-04-01', 'adopted', 0), (3, DATE '2000-05-01', 'failed', 0), (4, DATE '2000-06-01', 'adopted', 1),
        (5, DATE '2001-06-01', 'adopted', 0), (6, DATE '2002-01-01', 'vetoed', 0), (7, DATE '2002-01-02', 'vetoed', 0)) t(ballot, date, outcome, without_vote);
      CREATE TABLE council_votes AS SELECT * FROM (VALUES
        (1, 2, 3), (1, 200, 3), (1, 900, 3), (1, 365, 1), (2, 2, 3), (6, 2, 3)) t(ballot, ccode, vote)`);
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => {
    db.close();
    world.close();
  });

  const answersTo = async (parameters: Parameters) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(measure.needs(parameters, years, world)).map(
          async ([name, { sql }]) => [name, await db.rows(sql)] as const,
        ),
      ),
    );
  const seriesOf = async (as: Parameters['as'], without?: number) => {
    const answers = await answersTo({ as });
    const left = Object.entries(answers).map(
      ([name, rows]) => [name, without === undefined ? rows : rowsWithout(rows, without)] as const,
    );
    return measure.compute({ as }, years, Object.fromEntries(left));
  };

  it('counts a draft once, whoever vetoed it, and years without a veto as years with none', async () => {
    const s = await seriesOf('drafts');
    expect([s.years, s.values, s.lost]).toEqual([[2000, 2001, 2002, 2003], [2, 0, 1, 0], {}]);
  });

  it('of a hundred ballots put to the vote; a year without a ballot is missing', async () => {
    // 2000: one of three, what was adopted without a vote is no ballot; 2002: two of two, one of them by nobody known.
    const s = await seriesOf('share-of-ballots');
    expect([s.years, s.counts, s.lost]).toEqual([
      [2000, 2001, 2002],
      [3, 1, 2],
      { 'years without a ballot': 1 },
    ]);
    expect(s.values).toEqual([100 / 3, 0, 100]);
  });

  it('a state that is left out takes with it what it alone has stopped', async () => {
    expect((await seriesOf('drafts', 2)).values).toEqual([2, 0, 0, 0]);
    expect((await seriesOf('drafts', 365)).values).toEqual([1, 0, 1, 0]);
    expect((await seriesOf('share-of-ballots', 2)).values).toEqual([100 / 3, 0, 50]);
  });

  it('of the record: 1946 to 2025, the two counts side by side', async () => {
    const asked = (as: Parameters['as'], year: number) => {
      const span = { from: year, to: year };
      return world.answer(measure.needs({ as }, span, world)).then((a) => measure.compute({ as }, span, a));
    };
    // 1990: both of the United States, on Panama and on the occupied territories; ballots beside 37 resolutions.
    expect((await asked('drafts', 1990)).values).toEqual([2]);
    const share = await asked('share-of-ballots', 1990);
    expect([share.counts[0]! >= 37 + 2, share.values[0]]).toEqual([true, 200 / share.counts[0]!]);
    expect(measure.cannot({ as: 'drafts' }, { from: 1946, to: 2025 }, world)).toBeNull();
    expect(measure.cannot({ as: 'share-of-ballots' }, { from: 1945, to: 2025 }, world)).toBe(
      'vetoes are listed in 1946–2025 only',
    );
  });
});
