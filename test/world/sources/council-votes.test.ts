import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilVotes } from '../../../src/world/sources/council-votes/council-votes.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('votes of the Security Council', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([councilVotes]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];
  const votes = (where: string): Promise<unknown> =>
    one(`SELECT string_agg(ccode || ':' || vote, ' ' ORDER BY vote DESC, ccode) FROM council_votes JOIN council_ballots USING (ballot)
         WHERE vote <> 1 AND ${where}`);

  it('holds 3,203 ballots less two entered twice, and every vote or the reason why not', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'council-votes')!;
    const lost = Object.fromEntries(source.lost.map((l) => [l.reason, l.rows]));
    expect(source.read[0]?.rows).toBe(3_203);
    expect(
      await world.rows('SELECT outcome, count(*) AS n FROM council_ballots GROUP BY ALL ORDER BY outcome'),
    ).toEqual([
      { outcome: 'adopted', n: 2_810 },
      { outcome: 'failed', n: 122 },
      { outcome: 'vetoed', n: 269 },
    ]);
    expect(lost).toEqual({
      'a ballot entered twice': 2,
      'adopted without a vote': 38 * 15,
      'not recorded by member': 4 * 11,
      'not a member of the state system in that year': 6,
    });
    expect(await one('SELECT count(*) FROM council_votes')).toBe(
      411 * 11 + 2 * 11 + 2790 * 15 - 11 - 15 - 38 * 15 - 4 * 11,
    );
  });

  it('knows the votes of the record', async () => {
    // Korea 1950: the Soviet Union away, Yugoslavia against, Egypt and India not voting.
    expect(await votes('resolution = 83')).toBe('365:8 651:8 750:8 345:3');
    // Lebanon 2004, where upstream has fifteen yes.
    expect(await votes('resolution = 1559')).toBe('140:2 365:2 615:2 710:2 770:2 840:2');
    // Libya 2011: five abstentions.
    expect(await votes('resolution = 1973')).toBe('140:2 255:2 365:2 710:2 750:2');
    // Ukraine, 25 February 2022: vetoed with three abstentions.
    expect(await votes(`symbol = 'S/2022/155'`)).toBe('365:3 696:2 710:2 750:2');
    expect(
      await one(`SELECT yes || '-' || no || '-' || abstain FROM council_ballots WHERE resolution = 1559`),
    ).toBe('9-0-6');
  });

  it('gives each seat to the state that sat', async () => {
    const years = async (ccode: number): Promise<unknown> =>
      one(
        `SELECT string_agg(DISTINCT year(date), ' ' ORDER BY year(date)) FROM council_votes JOIN council_ballots USING (ballot) WHERE ccode = ${ccode}`,
      );
    expect(await years(160)).toContain('1966 1967'); // Argentina, in Algeria’s column
    expect(await years(615)).toBe('1968 1969 1988 1989 2004 2005 2024 2025');
    expect(await years(235)).toBe('1979 1980 1997 1998 2011 2012'); // Portugal, in Turkey’s
    expect(await years(349)).toBe('1998 1999 2024 2025'); // Slovenia, in Slovakia’s
    expect(await years(315)).toBe('1964 1978 1979');
    expect(await years(260)).toBe('1977 1978 1987 1988');
    expect(await years(680)).toBe('1990');
    expect(await years(679)).toBe('1990 1991');
    expect(
      await one(
        `SELECT max(date)::VARCHAR FROM council_votes JOIN council_ballots USING (ballot) WHERE ccode = 713`,
      ),
    ).toBe('1971-10-20');
  });

  it('has eleven or fifteen voters in every recorded ballot', async () => {
    expect(
      await world.rows(`SELECT n, count(*) AS ballots, min(year) AS first, max(year) AS last FROM
        (SELECT ballot, year(date) AS year, count(*) AS n FROM council_votes JOIN council_ballots USING (ballot) GROUP BY ALL) GROUP BY n ORDER BY n`),
    ).toEqual([
      { n: 11, ballots: 408, first: 1946, last: 1965 },
      { n: 15, ballots: 2_751, first: 1966, last: 2025 },
    ]);
  });

  it('counts ballots by state and year; the veto of China in 1955 is Taipei’s', async () => {
    expect(
      await world.rows(
        `SELECT ccode, sum(ballots_vetoed)::INT AS n FROM council_ballot_years GROUP BY ccode HAVING n > 0 ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 2, n: 95 },
      { ccode: 200, n: 32 },
      { ccode: 220, n: 17 },
      { ccode: 365, n: 159 },
      { ccode: 710, n: 20 },
      { ccode: 713, n: 1 },
    ]);
    expect(await world.rows(`SELECT * FROM council_ballot_years WHERE ccode = 2 AND year = 2024`)).toEqual([
      {
        ccode: 2,
        year: 2024,
        council_ballots_cast: 53,
        council_yes: 47,
        council_no: 4,
        council_abstained: 2,
        ballots_vetoed: 3,
      },
    ]);
  });
});

describe.skipIf(withoutUpstream)('a changed record of the Council', () => {
  const found = async (from: string | RegExp, to: string): Promise<string> => {
    const error = await buildChanged(councilVotes, (text) => text.replace(from, to));
    expect(error.code).toBe('world/source-changed');
    return error.message;
  };

  it('is noticed: a result, a mended vote, a new ballot, a renamed column', async () => {
    expect(await found('S/RES/2811(2025),adopted,', 'S/RES/2811(2025),vetoed,')).toContain('2,810 adopted');
    expect(await found(/(S\/RES\/2811\(2025\).*?],15,0,0,0,15,0,)Y/, '$1A')).toContain('printed result');
    expect(await found('\n3201,', '\n4201,')).toContain('numbered');
    expect(await found('Resolution number', 'Resolution')).toContain('Resolution number');
  });
});
