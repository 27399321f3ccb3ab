import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gml } from '../../../src/world/sources/gml/gml.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('disputes of Gibler, Miller and Little', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([gml]);
  });
  afterAll(() => world.close());

  const chosen = (a: number, b: number, year: number): Promise<unknown> =>
    world.rows(
      `SELECT dispute, gml_onset AS onset, gml_disputes AS disputes, gml_onsets AS onsets FROM gml_dyad_years WHERE ccode1 = ${a} AND ccode2 = ${b} AND year = ${year}`,
    );

  it('has every dispute-year of upstream, and one row a directed pair and year', () => {
    const rows = (name: string): number => world.manifest.tables.find((t) => t.name === name)!.rows;
    expect(world.manifest.sources.find((s) => s.name === 'gml')!.lost).toEqual([]);
    expect([rows('gml_dispute_years'), rows('gml_dyad_years')]).toEqual([10_276, 9284]);
  });

  it('prefers an onset to a deadlier dispute that goes on: France and Turkey in 1828', async () => {
    expect(
      await world.rows(
        `SELECT dispute, onset, dispute_fatality AS fatality FROM gml_dispute_years WHERE ccode1 = 220 AND ccode2 = 640 AND year = 1828 ORDER BY dispute`,
      ),
    ).toEqual([
      { dispute: 146, onset: 0, fatality: 6 },
      { dispute: 367, onset: 1, fatality: 3 },
    ]);
    expect(await chosen(220, 640, 1828)).toEqual([{ dispute: 367, onset: 1, disputes: 2, onsets: 1 }]);
  });

  it('then prefers the deadlier: the Crimean War of Russia’s two onsets with Turkey in 1853', async () => {
    expect(await chosen(365, 640, 1853)).toEqual([{ dispute: 57, onset: 1, disputes: 2, onsets: 2 }]);
  });

  it('then the deadlier of three: France and Italy in 1860; then the longer: India and Pakistan in 1963', async () => {
    expect(await chosen(220, 325, 1860)).toEqual([{ dispute: 113, onset: 1, disputes: 3, onsets: 3 }]);
    expect(await chosen(750, 770, 1963)).toEqual([{ dispute: 1317, onset: 1, disputes: 2, onsets: 2 }]);
  });

  it('chooses no dispute while the pair has one that comes before it by the rule', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM gml_dyad_years c JOIN gml_dispute_years o USING (ccode1, ccode2, year)
        JOIN gml_dispute_years d ON d.dispute = c.dispute AND d.ccode1 = c.ccode1 AND d.ccode2 = c.ccode2 AND d.year = c.year
        WHERE (o.onset, coalesce(o.dispute_fatality, 0.5), o.dispute_hostility, o.least_days, o.most_days, o.reciprocated)
            > (d.onset, coalesce(d.dispute_fatality, 0.5), d.dispute_hostility, d.least_days, d.most_days, d.reciprocated)`),
    ).toEqual([{ n: 0 }]);
  });

  it('chooses the same dispute in both directions, and counts all', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM gml_dyad_years a JOIN gml_dyad_years b
        ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year AND a.dispute = b.dispute AND a.gml_onset = b.gml_onset
        AND a.gml_hostility = b.gml_hostility AND a.gml_side_a = 1 - b.gml_side_a`),
    ).toEqual([{ n: 9284 }]);
    expect(
      await world.rows(
        `SELECT sum(gml_disputes)::INT AS disputes, sum(gml_onsets)::INT AS onsets, sum(gml_onset)::INT AS with_onset FROM gml_dyad_years`,
      ),
    ).toEqual([{ disputes: 10_276, onsets: 6674, with_onset: 2 * 3124 }]);
  });

  it('does not take unknown deaths for none', async () => {
    const [row] = await world.rows(
      `SELECT min(dispute_fatality) AS least, count(*) FILTER (dispute_fatality IS NULL) AS unknown FROM gml_dispute_years`,
    );
    expect(row!['least']).toBe(0);
    expect(row!['unknown']).toBeGreaterThan(100);
  });

  it('notices another version, a lost mirror and a changed dispute', async () => {
    for (const [from, to] of [
      [/gml-2\.2\.1/g, 'gml-2.3'],
      ['\n2,200,2,1902,1,1', '\n2,200,2,1902,1,0'],
    ] as const) {
      expect((await buildChanged(gml, (text) => text.replace(from, to))).code).toBe('world/source-changed');
    }
    const twice = await buildChanged(gml, (text) => text.replace(/\n2,2,200,1902[^\n]*/, (row) => row + row));
    expect(twice.code).toBe('world/doubled-row');
  });
});
