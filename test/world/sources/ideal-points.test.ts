import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import { oneAfterAnother } from '../../../src/statistics/ideal-points/estimate.js';
import { tableAsBefore } from '../../../src/world/as-before.js';
import { openDatabase, type Row } from '../../../src/world/database.js';
import { estimateSubset } from '../../../src/world/ideal-points/estimate-subset.js';
import { choicesSql, type VoteSubset } from '../../../src/world/ideal-points/vote-subset.js';
import { openWorld, readManifest, type World } from '../../../src/world/open.js';
import { type Account, lostRows } from '../../../src/world/reading.js';
import { idealPoints } from '../../../src/world/sources/ideal-points/ideal-points.js';
import type { Source } from '../../../src/world/sources/source.js';
import { upstream, withoutUpstream } from '../build-one.js';

const folder = join(projectRoot(), 'world');
let world: World;
beforeAll(async () => {
  world = await openWorld(folder);
});
afterAll(() => world?.close());
const rows = (sql: string): Promise<readonly Row[]> => world.ask({ sql, tables: [] });
const value = async (sql: string): Promise<unknown> => Object.values((await rows(sql))[0]!)[0];

describe('ideal points in the world', () => {
  it('have mean 0 and variance 1 and lie within their intervals', async () => {
    expect(Number(await value('SELECT avg(ideal_point) FROM ideal_points'))).toBeCloseTo(0, 1);
    expect(Number(await value('SELECT stddev(ideal_point) FROM ideal_points'))).toBeCloseTo(1, 1);
    const out = 'NOT (ideal_point_low < ideal_point AND ideal_point < ideal_point_high)';
    expect(await value(`SELECT count(*) FROM ideal_points WHERE ${out}`)).toBe(0);
  });

  it('hold what nobody doubts', async () => {
    const place = async (ccode: number, year: number): Promise<number> =>
      Number(await value(`SELECT ideal_point FROM ideal_points WHERE ccode = ${ccode} AND year = ${year}`));
    for (const year of [1950, 1975, 1985, 2003, 2019, 2024])
      expect(await place(2, year)).toBeGreaterThan(await place(365, year));
    expect(await place(2, 1985)).toBeGreaterThan(await place(200, 1985));
    expect(await place(200, 1985)).toBeGreaterThan(await place(750, 1985));
    expect((await place(365, 1992)) - (await place(365, 1985))).toBeGreaterThan(1);
    expect(await place(666, 2019)).toBeGreaterThan(await place(651, 2019));
  });

  it('are missing where hardly a vote divided, and where a state did not vote', async () => {
    expect(await value('SELECT count(*) FROM ideal_points WHERE year = 1964')).toBe(0);
    expect(
      await value('SELECT count(ideal_point_important) FROM ideal_points WHERE year < 1983 OR year > 2017'),
    ).toBe(0);
    expect(
      await value('SELECT count(*) FROM ideal_points WHERE ccode = 560 AND year BETWEEN 1975 AND 1992'),
    ).toBe(0);
  });

  it.skipIf(withoutUpstream)('agree with the published ones as docs/ideal-points.md says', async () => {
    const file = join(upstream, 'un', 'ideal-points-published-2020-04.csv');
    const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
    const published = lines
      .map((line) => line.split(','))
      .map((c) => `(${c[1]}, ${1945 + Number(c[2])}, ${c[4]})`);
    const both = `ideal_points JOIN (VALUES ${published.join(', ')}) p(ccode, year, theirs) USING (ccode, year)`;
    expect(Number(await value(`SELECT corr(ideal_point, theirs) FROM ${both}`))).toBeGreaterThan(0.985);
    expect(
      Number(await value(`SELECT corr(ideal_point, theirs) FROM ${both} WHERE year > 1954`)),
    ).toBeGreaterThan(0.985);
    expect(
      Number(
        await value(
          `SELECT median(r) FROM (SELECT corr(ideal_point, theirs) AS r FROM ${both} GROUP BY year)`,
        ),
      ),
    ).toBeGreaterThan(0.98);
  });

  it('rest on the votes that the world holds', () => {
    const manifest = readManifest(folder);
    const read = manifest.sources.find((s) => s.name === 'ideal-points')!.read;
    for (const name of ['assembly_votes', 'assembly_choices']) {
      const { file, sha256, bytes, rows: n } = manifest.tables.find((t) => t.name === name)!;
      expect(read).toContainEqual({ file, sha256, bytes, rows: n });
    }
  });

  it('are taken from the world while source and votes are the same, and measured again where not', async () => {
    const manifest = readManifest(folder);
    const inputs = ['assembly_votes', 'assembly_choices'].map(
      (n) => manifest.tables.find((t) => t.name === n)!,
    );
    const taken = async (source: Source, from: typeof inputs, root = projectRoot()) => {
      const db = await openDatabase();
      const account: Account = { read: [], lost: new Map() };
      const held = await tableAsBefore(
        db,
        source,
        { sources: upstream, root },
        account,
        'ideal_points',
        from,
      );
      const n = held ? Number((await db.rows('SELECT count(*) AS n FROM ideal_points'))[0]!['n']) : 0;
      db.close();
      return { rows: n, lost: lostRows(account), read: account.read };
    };
    const { lost, read } = manifest.sources.find((s) => s.name === 'ideal-points')!;
    const shipped = manifest.tables.find((t) => t.name === 'ideal_points')!.rows;
    expect(await taken(idealPoints, inputs)).toEqual({ rows: shipped, lost, read });
    const newer = { ...idealPoints, card: { ...idealPoints.card, version: 'newer' } };
    expect((await taken(newer, inputs)).rows).toBe(0);
    const others = inputs.map((t) => ({ ...t, sha256: 'other' }));
    expect((await taken(idealPoints, others)).rows).toBe(0);
    expect((await taken(idealPoints, inputs, tmpdir())).rows).toBe(0);
  });

  it('are those that the estimate yields today (important votes)', { timeout: 120_000 }, async () => {
    const found = await estimateSubset(rows, { important: true }, oneAfterAnother);
    const held = await rows(
      'SELECT ccode, year, ideal_point_important AS mean, ideal_point_important_low AS low, ideal_point_important_high AS high FROM ideal_points WHERE ideal_point_important IS NOT NULL',
    );
    const places = new Map([...found.state.keys()].map((u) => [`${found.state[u]} ${found.session[u]}`, u]));
    expect(held.length).toBeGreaterThan(6000);
    for (const row of held) {
      const u = places.get(`${row['ccode']} ${row['year']}`)!;
      expect(Math.abs(found.mean[u]! - Number(row['mean']))).toBeLessThan(0.00051);
      expect(Math.abs(found.low[u]! - Number(row['low']))).toBeLessThan(0.00051);
      expect(Math.abs(found.high[u]! - Number(row['high']))).toBeLessThan(0.00051);
    }
  });
});

describe('a subset of votes', () => {
  const refused = async (subset: VoteSubset): Promise<unknown> =>
    estimateSubset(rows, subset, oneAfterAnother).then(
      () => 'nothing thrown',
      (error: { code?: unknown }) => error.code,
    );

  it('takes votes on the same text for one, or only the first of them', async () => {
    const count = async (subset: VoteSubset): Promise<number[]> => {
      const [row] = await rows(
        `SELECT count(*)::INTEGER AS n, count(DISTINCT item)::INTEGER AS items FROM (${choicesSql(subset)})`,
      );
      return [Number(row!['n']), Number(row!['items'])];
    };
    const [all, allItems] = await count({ from: 2000, to: 2010 });
    const [once] = await count({ from: 2000, to: 2010, unrepeated: true });
    expect(once).toBeLessThan(all!);
    expect(allItems).toBeLessThan(all! / 100);
    const [[middleEast], [without]] = [
      await count({ from: 2000, to: 2010, issues: ['me'] }),
      await count({ from: 2000, to: 2010, without: ['me'] }),
    ];
    expect(middleEast! + without!).toBe(all);
    expect((await count({ from: 2000, to: 2010, adopted: true }))[0]).toBeLessThanOrEqual(all!);
  });

  it('without a vote, of a year without a session or of no issue is refused, not answered', async () => {
    expect(await refused({ from: 1964, to: 1964 })).toBe('ideal-points/too-few');
    expect(await refused({ from: 1950, to: 1960, important: true })).toBe('ideal-points/too-few');
    expect(await refused({ from: 2030 })).toBe('ideal-points/too-few');
    expect(await refused({ issues: [] })).toBe('ideal-points/no-such-issue');
    expect(await refused({ issues: ['xx' as 'me'] })).toBe('ideal-points/no-such-issue');
  });
});
