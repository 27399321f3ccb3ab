import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ert } from '../../../src/world/sources/ert/ert.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Episodes of Regime Transformation', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([ert]);
  });
  afterAll(() => world?.close());

  const lost = (): number =>
    world.manifest.sources.find((s) => s.name === ert.card.name)!.lost.reduce((n, l) => n + l.rows, 0);
  const kept = (table: string): number => world.manifest.tables.find((t) => t.name === table)!.rows;
  const all = async (sql: string): Promise<unknown[][]> =>
    (await world.rows(sql)).map((row) => Object.values(row));

  it('has every row of upstream or says why not', () => {
    expect(kept('ert')).toBe(13_783);
    expect(kept('ert') + lost()).toBe(19_678);
  });

  it('knows Hungary’s descent and its transition', async () => {
    expect(
      await all(
        `SELECT episode, kind, ccode, from_democracy, outcome, censored, change FROM ert_episodes WHERE country = 'HUN' AND first_year > 1980 ORDER BY first_year`,
      ),
    ).toEqual([
      ['HUN_1988_1991', 'democratisation', 310, 0, 'transition', 0, 0.694],
      ['HUN_2006_2024', 'autocratisation', 310, 1, 'breakdown', 1, -0.411],
    ]);
    expect(
      await all(
        `SELECT year, autocratisation_onset, autocratisation, ert_democracy, regime_transition FROM ert WHERE ccode = 310 AND year IN (2005, 2006, 2018) ORDER BY year`,
      ),
    ).toEqual([
      [2005, 0, null, 1, 0],
      [2006, 1, 'HUN_2006_2024', 1, 0],
      [2018, 0, 'HUN_2006_2024', 0, -1],
    ]);
  });

  it('marks every year of an episode, except where the state’s membership ended or was interrupted', async () => {
    const cut = await all(`SELECT e.episode FROM ert_episodes e
      LEFT JOIN ert t ON (CASE e.kind WHEN 'democratisation' THEN t.democratisation ELSE t.autocratisation END) = e.episode
      WHERE e.ccode IS NOT NULL GROUP BY e.episode, e.first_year, e.last_year HAVING count(t.year) <> e.last_year - e.first_year + 1 ORDER BY e.episode`);
    expect(cut.flat().join(' ')).toBe(
      'ALB_1937_1940 BEL_1940_1941 CUB_1904_1907 CZE_1930_1940 DNK_1940_1944 DOM_1908_1917 LUX_1940_1941 NLD_1940_1941 NOR_1940_1943 SYR_1958_1959',
    );
  });

  it('democratisation raises the index and autocratisation lowers it', async () => {
    expect(
      await all(
        `SELECT count(*)::INTEGER FROM ert_episodes WHERE (kind = 'democratisation') <> (change > 0)`,
      ),
    ).toEqual([[0]]);
    expect(await all(`SELECT kind, count(*)::INTEGER FROM ert_episodes GROUP BY kind ORDER BY kind`)).toEqual(
      [
        ['autocratisation', 254],
        ['democratisation', 417],
      ],
    );
  });

  it('every onset opens an episode, and every year of one names it', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM ert t LEFT JOIN ert_episodes e ON e.episode = t.democratisation AND e.kind = 'democratisation'
        WHERE (t.democratisation_episode = 1) <> (e.episode IS NOT NULL) OR (t.democratisation_onset = 1 AND e.first_year <> t.year)`),
    ).toEqual([[0]]);
  });

  it('follows the states of V-Dem’s countries', async () => {
    expect(
      await all(
        `SELECT ccode, min(year)::INTEGER, max(year)::INTEGER FROM ert WHERE ccode IN (260, 265, 315, 316, 678, 679) GROUP BY ccode ORDER BY ccode`,
      ),
    ).toEqual([
      [260, 1955, 1989],
      [265, 1954, 1990],
      [315, 1918, 1992],
      [316, 1993, 2024],
      [678, 1926, 1989],
      [679, 1990, 2024],
    ]);
  });

  it('has nobody but members', async () => {
    expect(
      await all(`SELECT count(*)::INTEGER FROM ert t ANTI JOIN state_years s USING (ccode, year)`),
    ).toEqual([[0]]);
  });

  it('notices when Hungary’s episode is dated otherwise', async () => {
    const error = await buildChanged(ert, (text) => text.replaceAll('HUN_2006_2024', 'HUN_2010_2024'));
    expect(error.code).toBe('world/source-changed');
  });
});
