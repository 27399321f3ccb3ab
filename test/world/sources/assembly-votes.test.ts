import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import type { Row } from '../../../src/world/database.js';
import { openWorld, type World } from '../../../src/world/open.js';
import { assemblyVotes } from '../../../src/world/sources/assembly-votes/assembly-votes.js';
import { codedVotes } from '../../../src/world/sources/assembly-votes/coded-votes.js';
import { figuresOf, isReliable, pointsCsv } from '../../../src/world/sources/assembly-votes/issue-figures.js';
import { learnt } from '../../../src/world/sources/assembly-votes/issue-rule.js';
import { learnPoints, tryRule } from '../../../src/world/sources/assembly-votes/learn-points.js';
import { reliability, tried } from '../../../src/world/sources/assembly-votes/reliability.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { unLibrary } from '../../../src/world/sources/un-library/un-library.js';
import { unRollCalls } from '../../../src/world/sources/un-roll-calls/un-roll-calls.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

const root = projectRoot();
let world: World;
beforeAll(async () => {
  world = await openWorld(join(root, 'world'));
});
afterAll(() => world?.close());
const rows = (sql: string): Promise<readonly Row[]> => world.ask({ sql, tables: [] });
const one = async (sql: string): Promise<Row> => (await rows(sql))[0]!;
const value = async (sql: string): Promise<unknown> => Object.values(await one(sql))[0];

describe('votes of the General Assembly', () => {
  it('are there once, by either source or both', async () => {
    expect(
      await one(`SELECT count(*) AS n, count(how) AS in_both, count(*) FILTER (record IS NULL) AS voetens, count(*) FILTER (rcid IS NULL) AS librarys,
        count(rcid) - count(DISTINCT rcid) AS twice, count(record) - count(DISTINCT record) AS again FROM assembly_votes`),
    ).toEqual({ n: 6_803, in_both: 5_009, voetens: 1_276, librarys: 518, twice: 0, again: 0 });
    expect(
      await value(
        `SELECT count(*) FROM un_roll_calls WHERE rcid NOT IN (SELECT rcid FROM assembly_votes WHERE rcid IS NOT NULL)`,
      ),
    ).toBe(14);
    // Three texts without any state’s vote, and nine records of votes that other records tell.
    expect(
      await value(
        `SELECT count(*) FROM un_resolutions WHERE body = 'GA' AND recorded = 1 AND record NOT IN (SELECT record FROM assembly_votes WHERE record IS NOT NULL)`,
      ),
    ).toBe(12);
  });

  it('ES-11/1 is the Library’s, of the session that opened in 2021 and of the year 2022: 141–5–35', async () => {
    expect(
      await one(
        `SELECT session, session_year, year, date::VARCHAR AS date, yes, no, abstain, taken, taken_for, issues_from, adopted FROM assembly_votes WHERE resolution = 'A/RES/ES-11/1'`,
      ),
    ).toEqual({
      session: 'ES-11',
      session_year: 2021,
      year: 2022,
      date: '2022-03-02',
      yes: 141,
      no: 5,
      abstain: 35,
      taken: 'library',
      taken_for: 'alone',
      issues_from: 'rule',
      adopted: 1,
    });
  });

  it('2758 of 1971 is one vote, with the Library’s day and Voeten’s number', async () => {
    expect(
      await one(
        `SELECT vote, how, date::VARCHAR AS date, yes, no, abstain, differing FROM assembly_votes WHERE resolution = 'A/RES/2758(XXVI)'`,
      ),
    ).toEqual({
      vote: 1190,
      how: 'votes and number',
      date: '1971-10-25',
      yes: 76,
      no: 35,
      abstain: 17,
      differing: 0,
    });
  });

  it('take their days from the Library wherever it has them, and have none where Voeten’s is none', async () => {
    expect(
      await value(
        `SELECT count(*) FROM assembly_votes v JOIN un_resolutions r USING (record) WHERE v.date <> r.date`,
      ),
    ).toBe(0);
    expect(
      await one(
        `SELECT count(*) AS n, max(session_year) AS last, count(month) AS months FROM assembly_votes WHERE date IS NULL`,
      ),
    ).toEqual({
      n: 870,
      last: 1984,
      months: 870,
    });
  });

  it('3117 and 3118 of 1973, swapped in one source, go by how members voted', async () => {
    expect(
      await rows(
        `SELECT resolution, unres, how, differing FROM assembly_votes JOIN un_roll_calls USING (rcid) WHERE resolution LIKE 'A/RES/311%(XXVIII)' AND regexp_matches(resolution, '311[78]') ORDER BY resolution`,
      ),
    ).toEqual([
      { resolution: 'A/RES/3117(XXVIII)', unres: 'R/28/3118', how: 'votes', differing: 0 },
      { resolution: 'A/RES/3118(XXVIII)', unres: 'R/28/3117', how: 'votes', differing: 0 },
    ]);
  });

  it('have one state in a seat, and as many choices as they count', async () => {
    expect(
      await rows(`SELECT vote FROM assembly_choices JOIN (VALUES (710, 1), (713, 1), (255, 2), (260, 2), (678, 3), (679, 3), (315, 4), (316, 4)) s(ccode, seat) USING (ccode)
        GROUP BY vote, seat HAVING count(*) > 1`),
    ).toEqual([]);
    expect(
      await value(`SELECT count(*) FROM assembly_votes JOIN (SELECT vote, count(*) FILTER (choice = 1) AS y, count(*) FILTER (choice = 3) AS n, count(*) FILTER (choice = 2) AS a,
        count(*) FILTER (choice = 8) AS x, count(other) AS d FROM assembly_choices GROUP BY vote) USING (vote)
        WHERE (yes, no, abstain, absent) <> (y, n, a, x) OR coalesce(differing, 0) <> d`),
    ).toBe(0);
  });

  it('hold what one of the two sources says, and beside it what the other says', async () => {
    expect(
      await value(`SELECT count(*) FROM assembly_choices c JOIN assembly_votes v USING (vote)
        LEFT JOIN un_roll_call_votes a ON a.rcid = v.rcid AND a.ccode = c.ccode LEFT JOIN un_votes b ON b.record = v.record AND b.ccode = c.ccode
        WHERE choice IS DISTINCT FROM CASE taken WHEN 'library' THEN coalesce(b.vote, a.vote) ELSE coalesce(a.vote, b.vote) END
          OR other IS DISTINCT FROM CASE WHEN a.vote <> b.vote THEN CASE taken WHEN 'library' THEN a.vote ELSE b.vote END END`),
    ).toBe(0);
    // 37/215: Voeten’s list is garbled; the US did not vote against it.
    expect(
      await one(`SELECT taken, taken_for, differing FROM assembly_votes WHERE resolution = 'A/RES/37/215'`),
    ).toEqual({
      taken: 'library',
      taken_for: 'company',
      differing: 48,
    });
  });

  it('repeat texts: the embargo on Cuba is one text from 1992 on, lengthened by the rule', async () => {
    const groups =
      await rows(`SELECT same_text_from, min(session_year) AS first, max(session_year) AS last, count(*) AS n FROM assembly_votes
      WHERE same_text = (SELECT same_text FROM assembly_votes JOIN un_resolutions USING (record) WHERE title LIKE 'Necessity of ending the economic%' AND assembly_votes.session_year = 2023) GROUP BY ALL`);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ same_text_from: 'rule' });
    expect(Number(groups[0]!['last'])).toBeGreaterThanOrEqual(2024);
  });
});

describe('the issue rule', () => {
  const page = readFileSync(join(root, 'docs/votes.md'), 'utf8');

  it('is what votes of 1990–2012 make it, to the last point', async () => {
    const csv = readFileSync(join(root, 'src/world/sources/assembly-votes/issue-words.csv'), 'utf8');
    expect(learnt.to).toBeLessThanOrEqual(2012);
    expect(tried.from).toBeGreaterThan(2012);
    expect(pointsCsv(learnPoints(await codedVotes(world, learnt)))).toBe(csv);
  });

  it('fares on votes of 2013–2018 as docs/votes.md says, and issues under 0.9 are marked', async () => {
    const before = await codedVotes(world, learnt);
    const found = tryRule(before, learnPoints(before), await codedVotes(world, tried));
    expect(page).toContain(figuresOf(found));
    const card = assemblyVotes.tables[0]!.says;
    for (const t of found) {
      const stated = reliability[t.issue];
      expect([stated.precision, stated.recall]).toEqual(
        [t.precision, t.recall].map((x) => Number(x.toFixed(3))),
      );
      expect(stated.reliable).toBe(isReliable(t));
    }
    expect(card).toContain('not reliable for di, co, ec');
  });

  it('codes all votes that only the Library has, and no other', async () => {
    expect(
      await value(`SELECT count(*) FROM assembly_votes WHERE (issues_from = 'rule') <> (rcid IS NULL)`),
    ).toBe(0);
    const codes =
      await rows(`SELECT resolution, concat_ws(' ', CASE me WHEN 1 THEN 'me' END, CASE nu WHEN 1 THEN 'nu' END, CASE di WHEN 1 THEN 'di' END,
        CASE hr WHEN 1 THEN 'hr' END, CASE co WHEN 1 THEN 'co' END, CASE ec WHEN 1 THEN 'ec' END) AS codes
      FROM assembly_votes WHERE resolution IN ('A/RES/79/7', 'A/RES/79/50', 'A/RES/79/163', 'A/RES/79/291') ORDER BY resolution`);
    // The right of the Palestinian people to self-determination; World Horse Day; nuclear disarmament; the embargo on Cuba.
    expect(codes.map((r) => r['codes'])).toEqual(['me hr co', '', 'nu di', 'ec']);
  });
});

describe.skipIf(withoutUpstream)('votes of the General Assembly, built from their sources', () => {
  let small: SmallWorld;
  beforeAll(async () => {
    small = await buildOne([unLibrary, unRollCalls, assemblyVotes]);
  });
  afterAll(() => small?.close());

  it('are the bytes of the shipped world, and say what was lost', () => {
    const hash = (manifest: World['manifest'], name: string): unknown =>
      manifest.tables.find((t) => t.name === name)?.sha256;
    for (const name of ['assembly_votes', 'assembly_choices'])
      expect(hash(small.manifest, name)).toBe(hash(world.manifest, name));
    expect(small.manifest.sources.find((s) => s.name === 'assembly-votes')!.lost).toEqual([
      { reason: 'a pair names a roll call that is not in the file', rows: 8 },
      { reason: 'a roll call that tells a vote again', rows: 14 },
      { reason: 'one vote on several parts of a text, told by another record', rows: 9 },
    ]);
  });

  it('stop where the published pairs are not those that were reviewed', async () => {
    const pairs = readFileSync(join(upstream, 'un/voeten-matched-roll-calls.csv'), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'entente-pairs-'));
    const path = join(folder, 'pairs.csv');
    writeFileSync(path, pairs.slice(0, pairs.lastIndexOf('\n', pairs.length - 2) + 1));
    const given = new Map([['un/voeten-matched-roll-calls.csv', path]]);
    const built = buildWorld(
      [statesSource, unLibrary, unRollCalls, assemblyVotes],
      { sources: upstream, root, given },
      join(folder, 'world'),
      () => {},
    );
    await expect(built).rejects.toMatchObject({
      code: 'world/source-changed',
      at: { file: 'un/voeten-matched-roll-calls.csv' },
    });
    rmSync(folder, { recursive: true, force: true });
  });

  it('need the two sources to have been read', async () => {
    await expect(buildOne([assemblyVotes])).rejects.toMatchObject({ code: 'world/unknown-table' });
  });
});
