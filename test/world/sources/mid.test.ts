import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mid } from '../../../src/world/sources/mid/mid.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('militarised disputes', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([mid]);
  });
  afterAll(() => world.close());

  const rows = (name: string): number => world.manifest.tables.find((t) => t.name === name)!.rows;

  it('has every dispute, and every part but that of a state that was none yet', () => {
    const source = world.manifest.sources.find((s) => s.name === 'mid')!;
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 1 }]);
    expect([rows('mid_disputes'), rows('mid_participants') + 1]).toEqual([2436, 5883]);
  });

  it('knows the Cuban missile crisis: the United States on side A, with a blockade', async () => {
    expect(
      await world.rows(
        `SELECT ccode, side_a, originator, action, hostility FROM mid_participants WHERE dispute = 61 ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 2, side_a: 1, originator: 1, action: 13, hostility: 4 },
      { ccode: 40, side_a: 0, originator: 1, action: 16, hostility: 4 },
      { ccode: 365, side_a: 0, originator: 1, action: 16, hostility: 4 },
    ]);
  });

  it('a day that is unknown leaves the month: dispute 2 begins in July 1902', async () => {
    expect(
      await world.rows(`SELECT begins, ends, least_days, most_days FROM mid_disputes WHERE dispute = 2`),
    ).toEqual([{ begins: '1902-07', ends: '1903-01-24', least_days: 178, most_days: 208 }]);
  });

  it('does not take unknown deaths for none', async () => {
    expect(
      await world.rows(
        `SELECT count(*) FILTER (fatality IS NULL) AS unknown, min(fatality) AS least, max(fatality) AS most FROM mid_disputes`,
      ),
    ).toEqual([{ unknown: 268, least: 0, most: 6 }]);
  });

  it('a state that changed sides has a spell on each: Italy in the Second World War, entered once', async () => {
    expect(
      await world.rows(
        `SELECT spell, side_a, left(begins, 4) AS year FROM mid_participants WHERE dispute = 258 AND ccode = 325 ORDER BY spell`,
      ),
    ).toHaveLength(2);
    const [sum] = await world.rows(`SELECT sum(mids_entered)::INT AS n FROM mid_state_years`);
    expect(sum!['n']).toBe(5883 - 1 - 29);
  });

  it('says nought of members that the data do not name: San Marino', async () => {
    expect(
      await world.rows(
        `SELECT sum(mids)::INT AS mids, count(*) AS years FROM mid_state_years WHERE ccode = 331`,
      ),
    ).toEqual([{ mids: 0, years: 23 }]);
    expect(rows('mid_state_years')).toBe(
      Number((await world.rows(`SELECT count(*)::INT AS n FROM state_years WHERE year <= 2014`))[0]!['n']),
    );
  });

  it('entering is part of being in; initiating and using force are parts of entering', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS n FROM mid_state_years WHERE mids_entered > mids OR mids_initiated > mids_entered OR mids_entered_with_force > mids_entered`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('notices a part without its dispute, and a word for a number', async () => {
    const lone = await buildChanged(
      mid,
      (text) => text.replace('\n2,"UKG",200', '\n1,"UKG",200'),
      'conflict/midb-5.csv',
    );
    expect(lone.code).toBe('world/source-changed');
    const word = await buildChanged(mid, (text) => text.replace('\n2,-9,7,1902', '\n2,-9,July,1902'));
    expect(word.code).toBe('world/not-a-number');
    expect(word.at).toEqual({ file: 'conflict/mida-5.csv', line: 2 });
  });
});
