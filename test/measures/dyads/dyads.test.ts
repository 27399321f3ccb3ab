import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import { alliancesCompared } from '../../../src/measures/dyads/alliances-compared.js';
import { comparePortfolios } from '../../../src/measures/dyads/compare-portfolios.js';
import { votesCompared } from '../../../src/measures/dyads/votes-compared.js';
import { withMeasures } from '../../../src/measures/with-measures.js';
import type { Row } from '../../../src/world/database.js';
import { openWorld, type World } from '../../../src/world/open.js';

interface Case {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  readonly [index: string]: number | string;
}

const oracle: readonly Case[] = JSON.parse(
  readFileSync(join(projectRoot(), 'test/oracles/statistics/similarity.json'), 'utf8'),
).cases;

/** Its names of what R calculated. */
const inR = {
  vote_agreement: 'agree',
  vote_s: 'S_abs',
  vote_s_squared: 'S_sq',
  vote_kappa: 'kappa_abs',
  vote_kappa_squared: 'kappa_sq',
  vote_pi: 'pi_abs',
  vote_pi_squared: 'pi_sq',
} as const;

describe('similarity of pairs, of the record', () => {
  let world: World;
  beforeAll(async () => {
    world = await withMeasures(await openWorld(join(projectRoot(), 'world')), [
      'vote_s',
      'alliance_s',
      'ideal_point_distance',
    ]);
  }, 60_000);
  afterAll(() => world.close());

  const ask = (sql: string): Promise<readonly Row[]> => world.ask({ sql, tables: [] });

  it('is that of R for the votes of the 40th session', async () => {
    const rows = await ask('SELECT * FROM measured_vote_similarity WHERE year = 1985');
    const of = (name: string): number => world.states.resolve(name, 1985);
    for (const c of oracle) {
      const row = rows.find((r) => r['ccode1'] === of(c.a) && r['ccode2'] === of(c.b))!;
      expect(row['vote_shared'], `${c.a}, ${c.b}`).toBe(c.n);
      for (const [ours, theirs] of Object.entries(inR))
        expect(Math.abs(Number(row[ours]) - Number(c[theirs])), `${ours} ${c.a}, ${c.b}`).toBeLessThan(1e-9);
    }
  });

  it('is the same in both directions, and has no value where nothing is shared', async () => {
    const columns = ['shared', 'agreement', 's', 'kappa', 'pi_squared'].map((c) => `vote_${c}`);
    const differ = columns.map((c) => `a.${c} IS DISTINCT FROM b.${c}`).join(' OR ');
    const [count] = await ask(
      `SELECT count(*) FILTER (${differ})::INTEGER AS differ, count(*)::INTEGER AS pairs,
        count(*) FILTER (a.vote_shared = 0 AND a.vote_agreement IS NOT NULL)::INTEGER AS made_up
       FROM measured_vote_similarity a JOIN measured_vote_similarity b
         ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year WHERE a.year = 1985`,
    );
    expect(count).toMatchObject({ differ: 0, made_up: 0 });
    expect(Number(count!['pairs'])).toBe(158 * 157);
  });

  it('has no session in 1964, when the Assembly did not vote as it does', async () => {
    const rows = await ask('SELECT max(vote_shared) AS most FROM measured_vote_similarity WHERE year = 1964');
    expect(Number(rows[0]!['most'] ?? 0)).toBeLessThan(2);
  });

  it('compares every pair of members by their alliances, in every year', async () => {
    const [count] = await ask(
      `SELECT count(*)::INTEGER AS pairs, min(alliance_shared)::INTEGER AS least, count(alliance_s)::INTEGER AS known
       FROM measured_alliance_similarity WHERE year = 2000`,
    );
    const [{ n }] = (await ask(
      'SELECT count(*)::INTEGER AS n FROM state_years WHERE year = 2000',
    )) as unknown as [{ n: number }];
    expect(count).toEqual({ pairs: n * (n - 1), least: n, known: n * (n - 1) });
  });

  it('is that of R for what they owe their allies in 1914, 1939, 1985 and 2015', async () => {
    const { pairs } = JSON.parse(
      readFileSync(join(projectRoot(), 'test/oracles/measures/alliance-similarity.json'), 'utf8'),
    ) as { pairs: readonly Readonly<Record<string, number>>[] };
    const rows = await ask(
      'SELECT * FROM measured_alliance_similarity WHERE year IN (1914, 1939, 1985, 2015)',
    );
    const key = (row: Readonly<Record<string, unknown>>): string =>
      `${row['year']} ${row['ccode1']} ${row['ccode2']}`;
    const found = new Map(rows.map((row) => [key(row), row]));
    expect(pairs.length).toBeGreaterThan(150);
    for (const { year, ccode1, ccode2, ...indices } of pairs)
      for (const [index, theirs] of Object.entries(indices)) {
        const pair = key({ year, ccode1, ccode2 });
        expect(
          Math.abs(Number(found.get(pair)![`alliance_${index}`]) - theirs),
          `${index} ${pair}`,
        ).toBeLessThan(1e-9);
      }
  });

  it('of ideal points is the distance between them', async () => {
    const points = await ask(
      'SELECT ccode, ideal_point AS x FROM ideal_points WHERE year = 2000 AND ccode IN (2, 365)',
    );
    const [one, other] = points.map((row) => Number(row['x'])) as [number, number];
    const rows = await ask(
      `SELECT ideal_point_distance AS d FROM measured_ideal_point_distances
       WHERE year = 2000 AND ccode1 IN (2, 365) AND ccode2 IN (2, 365)`,
    );
    expect(rows).toEqual([{ d: Math.abs(one - other) }, { d: Math.abs(one - other) }]);
  });

  it('stands in the catalogue under the terms of what it is made of', () => {
    const table = (name: string) => world.manifest.tables.find((t) => t.name === name)!;
    expect(table('measured_vote_similarity').licence).toBe('attribution, non-commercial');
    expect(table('measured_alliance_similarity').licence).toBe('cite');
    const names = world.manifest.variables.map((v) => v.name);
    for (const measure of [votesCompared, alliancesCompared])
      expect(names).toEqual(expect.arrayContaining(measure.variables.map((v) => v.name)));
  });
});

describe('portfolios by hand', () => {
  it('of three states, each its own closest ally: S and agreement', () => {
    // 1 and 2 owe each other defence (4), 3 owes nobody anything (1). Over 1, 2, 3: (4 4 1), (4 4 1), (1 1 4).
    const answers = Uint8Array.from([4, 4, 1, 4, 4, 1, 1, 1, 4]);
    const { ccode1, ccode2, values } = comparePortfolios(
      [{ year: 2000, ccodes: [1, 2, 3], questions: 3, answers }],
      4,
      'alliance',
    );
    expect([...ccode1]).toEqual([1, 1, 2]);
    expect([...ccode2]).toEqual([2, 3, 3]);
    expect([...values['alliance_agreement']!]).toEqual([1, 0, 0]);
    expect([...values['alliance_s']!]).toEqual([1, -1, -1]);
    expect([...values['alliance_s_squared']!]).toEqual([1, -1, -1]);
    // κ of the second pair: seen 1; by chance 2/3 · 2/3 + 1/3 · 1/3 = 5/9 of the largest distance. 1 − 9/5.
    expect(values['alliance_kappa']![1]).toBeCloseTo(1 - 9 / 5, 12);
    // π: both together answer each half of the time: by chance 1/2. 1 − 2.
    expect(values['alliance_pi']![1]).toBeCloseTo(-1, 12);
  });

  it('without a shared question has no value', () => {
    const { values } = comparePortfolios(
      [{ year: 2000, ccodes: [1, 2], questions: 2, answers: Uint8Array.from([1, 0, 0, 3]) }],
      3,
      'vote',
    );
    expect(values['vote_shared']![0]).toBe(0);
    expect(values['vote_agreement']![0]).toBeNaN();
  });
});
