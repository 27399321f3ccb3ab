import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dyadicMid } from '../../../src/world/sources/dyadic-mid/dyadic-mid.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('dyadic militarised disputes', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([dyadicMid]);
  });
  afterAll(() => world.close());

  it('has every row of upstream but the two of an occupied state', () => {
    const source = world.manifest.sources.find((s) => s.name === 'dyadic-mid')!;
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 2 }]);
    const table = world.manifest.tables.find((t) => t.name === 'mid_dyad_disputes')!;
    expect(table.rows + 2).toBe(10_358);
  });

  it('knows the United States and Iraq: war in 1991 and 2003, two disputes in 1991', async () => {
    expect(
      await world.rows(
        `SELECT year, mid_onset AS onset, mid_disputes AS disputes, mid_hostility AS level FROM mid_dyad_years WHERE ccode1 = 2 AND ccode2 = 645 AND (mid_war = 1 OR year = 1995) ORDER BY year`,
      ),
    ).toEqual([
      { year: 1991, onset: 1, disputes: 2, level: 5 },
      { year: 1995, onset: 0, disputes: 1, level: 3 },
      { year: 2003, onset: 0, disputes: 1, level: 5 },
    ]);
  });

  it('hostility is that of the year: Iran and Iraq before the war and in it', async () => {
    expect(
      await world.rows(
        `SELECT year, mid_hostility AS level FROM mid_dyad_years WHERE ccode1 = 645 AND ccode2 = 630 AND year IN (1979, 1985) ORDER BY year`,
      ),
    ).toEqual([
      { year: 1979, level: 4 },
      { year: 1985, level: 5 },
    ]);
  });

  it('is directed where it should be: in 1990 Iraq acted first against Kuwait', async () => {
    expect(
      await world.rows(
        `SELECT ccode1, mid_initiator AS first, mid_side_a AS side FROM mid_dyad_years WHERE year = 1990 AND ccode1 IN (645, 690) AND ccode2 IN (645, 690) ORDER BY ccode1`,
      ),
    ).toEqual([
      { ccode1: 645, first: 1, side: 1 },
      { ccode1: 690, first: 0, side: 0 },
    ]);
  });

  it('what is symmetric is the same in both directions, and nobody is more hostile than the pair', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM mid_dyad_years a JOIN mid_dyad_years b ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year
        WHERE a.mid_onset = b.mid_onset AND a.mid_disputes = b.mid_disputes AND a.mid_hostility = b.mid_hostility AND a.mid_war = b.mid_war
        AND a.mid_own_hostility <= a.mid_hostility`),
    ).toEqual([{ n: world.manifest.tables.find((t) => t.name === 'mid_dyad_years')!.rows }]);
  });

  it('counts a dispute once, though the data keep parts of it apart: Syria and Israel 1996', async () => {
    const parts = await world.rows(
      `SELECT DISTINCT part FROM mid_dyad_disputes WHERE dispute = 4182 AND ccode1 = 652 AND ccode2 = 666 AND year = 1996`,
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(
      await world.rows(
        `SELECT mid_disputes - count(DISTINCT d.dispute) AS n FROM mid_dyad_years y JOIN mid_dyad_disputes d USING (ccode1, ccode2, year)
         WHERE ccode1 = 652 AND ccode2 = 666 AND year = 1996 GROUP BY mid_disputes`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('deaths and outcomes are told in the last year of a part, but for 16 rows', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM (SELECT *, max(year) OVER (PARTITION BY dispute, part, ccode1, ccode2) AS last FROM mid_dyad_disputes)
        WHERE year < last AND (outcome <> 0 OR fatality <> 0) AND dispute <> 4182`),
    ).toEqual([{ n: 16 }]);
  });

  it('notices a lost mirror, a new role and a word for a number', async () => {
    const lost = await buildChanged(dyadicMid, (text) =>
      text.replace(/\n2,2\.0009999,2,USA[^\n]*,1903,[^\n]*/, ''),
    );
    expect(lost.code).toBe('world/source-changed');
    const word = await buildChanged(dyadicMid, (text) =>
      text.replace('\n2,2.0009999,2,USA,200', '\n2,2.0009999,USA,USA,200'),
    );
    expect(word.code).toBe('world/not-a-number');
  });
});
