import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unLibrary } from '../../../src/world/sources/un-library/un-library.js';
import { unRollCalls } from '../../../src/world/sources/un-roll-calls/un-roll-calls.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('Voeten’s roll calls', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([unLibrary, unRollCalls]);
  });
  afterAll(() => world?.close());

  const one = async (sql: string) => (await world.rows(sql))[0]!;
  const seats = (rcid: number, ...codes: number[]) =>
    world.rows(
      `SELECT ccode, vote FROM un_roll_call_votes WHERE rcid = ${rcid} AND ccode IN (${codes.join(', ')}) ORDER BY ccode`,
    );

  it('2758: adopted by 76–35–17 with the Republic of China in the seat; the People’s Republic votes next', async () => {
    expect(
      await one(`SELECT unres, yes, no, abstain, passed_simple FROM un_roll_calls WHERE rcid = 1190`),
    ).toEqual({ unres: 'R/26/2758G', yes: 76, no: 35, abstain: 17, passed_simple: 1 });
    expect(await seats(1190, 710, 713)).toEqual([{ ccode: 713, vote: 8 }]);
    expect(await seats(1193, 710, 713)).toEqual([{ ccode: 710, vote: 1 }]);
    // The important question of the same day: rejected, the Republic of China voting for it.
    expect(await one(`SELECT yes, no, passed_simple FROM un_roll_calls WHERE rcid = 1186`)).toEqual({
      yes: 55,
      no: 59,
      passed_simple: 0,
    });
    expect(await seats(1186, 710, 713)).toEqual([{ ccode: 713, vote: 1 }]);
  });

  it('no roll call has two states in one seat', async () => {
    const shared = await world.rows(`SELECT rcid, seat FROM un_roll_call_votes
      JOIN (VALUES (710, 'China'), (713, 'China'), (255, 'Germany'), (260, 'Germany'), (678, 'Yemen'), (679, 'Yemen'), (315, 'Czech'), (316, 'Czech')) s(ccode, seat) USING (ccode)
      GROUP BY rcid, seat HAVING count(*) > 1`);
    expect(shared).toEqual([]);
  });

  it('successors hold the seat from their session on', async () => {
    const rows =
      await world.rows(`SELECT ccode, min(session) AS first, max(session) AS last FROM un_roll_call_votes JOIN un_roll_calls USING (rcid)
      WHERE ccode IN (255, 260, 265, 678, 679, 680, 710, 713, 225, 740, 235, 315, 317, 511) GROUP BY ccode ORDER BY ccode`);
    expect(rows.map((r) => [r['ccode'], r['first'], r['last']])).toEqual([
      [225, 57, 75],
      [235, 11, 75],
      [255, 45, 75],
      [260, 28, 44],
      [265, 28, 44],
      [315, 1, 47],
      [317, 47, 75],
      [511, 18, 18],
      [678, 2, 44],
      [679, 45, 75],
      [680, 22, 44],
      [710, 26, 75],
      [713, 1, 26],
      [740, 11, 75],
    ]);
  });

  it('“8?” is absence from the first vote on: the US is absent 47 times', async () => {
    expect(
      await one(
        `SELECT count(*) FILTER (vote = 8) AS absent, count(*) AS n FROM un_roll_call_votes WHERE ccode = 2`,
      ),
    ).toEqual({ absent: 47, n: 6_299 });
  });

  it('roll calls under a neighbouring session are mended', async () => {
    expect(
      await world.rows(
        `SELECT rcid, session, session_year FROM un_roll_calls WHERE rcid IN (505, 961, 9018) ORDER BY rcid`,
      ),
    ).toEqual([
      { rcid: 505, session: 12, session_year: 1957 },
      { rcid: 961, session: 21, session_year: 1966 },
      { rcid: 9018, session: 22, session_year: 1967 },
    ]);
  });

  it('importance is coded 1983–2017, and a missing one has its reason', async () => {
    expect(
      await world.rows(`SELECT importantvote_missing AS why, min(year(date_printed)) AS low, max(year(date_printed)) AS high, count(*) AS n, sum(importantvote) AS important
        FROM un_roll_calls WHERE importantvote_missing IS NULL OR importantvote_missing = 'not-coded' GROUP BY why ORDER BY n`),
    ).toEqual([
      { why: 'not-coded', low: 1997, high: 2017, n: 419, important: null },
      { why: null, low: 1983, high: 2017, n: 3_054, important: 411 },
    ]);
  });

  it('which roll calls were collected changes: none was rejected in sessions 30–51, 68–70, 73–75', async () => {
    const rows =
      await world.rows(`SELECT session BETWEEN 1 AND 29 AS early, session BETWEEN 30 AND 51 OR session BETWEEN 68 AND 70 OR session > 72 AS adopted,
      count(*) AS n, sum(1 - passed_simple) AS failed FROM un_roll_calls GROUP BY ALL ORDER BY early, adopted`);
    expect(rows.map((r) => [r['early'], r['adopted'], Number(r['failed'])])).toEqual([
      [false, false, 40],
      [false, true, 0],
      [true, false, expect.any(Number)],
    ]);
    const early = rows[2]!;
    expect(Number(early['failed']) / Number(early['n'])).toBeGreaterThan(0.15);
  });

  it('agrees with the library, record by record, where a symbol names one vote', async () => {
    const agree = await one(`WITH pairs AS (
        SELECT record, rcid FROM un_resolutions r JOIN un_roll_calls c
          ON replace(r.symbol, 'A/RES/', '') = regexp_replace(replace(c.unres, 'A/RES/', ''), '^R/', '')
        WHERE recorded = 1 AND coalesce(amend, 0) = 0 AND coalesce(para, 0) = 0 QUALIFY count(*) OVER (PARTITION BY record) = 1)
      SELECT count(DISTINCT record) AS texts, count(*) FILTER (a.vote = b.vote) / count(*) AS same, count(*) FILTER (a.ccode = 2 AND a.vote <> b.vote) AS us_differs
      FROM pairs JOIN un_votes a USING (record) JOIN un_roll_call_votes b ON b.rcid = pairs.rcid AND b.ccode = a.ccode
      WHERE a.vote <> 8 AND b.vote <> 8`);
    expect(agree['texts']).toBe(3_849);
    expect(Number(agree['same'])).toBeGreaterThan(0.998);
    expect(agree['us_differs']).toBe(4);
  });

  it('has as many rows as were counted, and says what it left out', () => {
    const tables = world.manifest.tables.filter((t) => t.source === 'un-roll-calls');
    expect(tables.map((t) => [t.name, t.rows]).sort()).toEqual([
      ['un_roll_call_votes', 978_706],
      ['un_roll_calls', 6_299],
    ]);
    const lost = world.manifest.sources.find((s) => s.name === 'un-roll-calls')!.lost;
    expect(Object.fromEntries(lost.map((l) => [l.reason, l.rows]))).toEqual({
      'absent or not yet a member: the source does not say': 55,
      'coded absent before it was a member': 1_697,
      'coded as no member while a member': 129,
      'not a member of the United Nations': 253_679,
      'not coded': 205,
      'the seat of China was the Republic of China’s': 9,
    });
  });
});
