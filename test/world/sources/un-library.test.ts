import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import { buildWorld } from '../../../src/world/build.js';
import { statesSource } from '../../../src/world/sources/states/states.js';
import { roman } from '../../../src/world/sources/un-library/sessions.js';
import { unLibrary } from '../../../src/world/sources/un-library/un-library.js';
import { buildOne, type SmallWorld, upstream, withoutUpstream } from '../build-one.js';

describe('sessions', () => {
  it('are numbered in Roman as the Assembly numbered them until 1976', () => {
    expect([1, 4, 9, 14, 19, 26, 30].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XIX', 'XXVI', 'XXX']);
  });
});

describe.skipIf(withoutUpstream)('UN Digital Library', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([unLibrary]);
  });
  afterAll(() => world?.close());

  const votes = (symbol: string, where = 'true') =>
    world.rows(`SELECT ccode, vote FROM un_votes JOIN un_resolutions USING (record)
      WHERE symbol = '${symbol}' AND ${where} ORDER BY ccode`);
  const codes = async (symbol: string, vote: number) =>
    (await votes(symbol, `vote = ${vote}`)).map((r) => r['ccode']);

  it('ES-11/1, aggression against Ukraine: 141 for, 35 abstaining, and the five against by name', async () => {
    expect((await codes('A/RES/ES-11/1', 1)).length).toBe(141);
    expect((await codes('A/RES/ES-11/1', 2)).length).toBe(35);
    expect((await codes('A/RES/ES-11/1', 8)).length).toBe(12);
    // Russia, Belarus, Eritrea, Syria, the DPRK.
    expect(await codes('A/RES/ES-11/1', 3)).toEqual([365, 370, 531, 652, 731]);
  });

  it('2758 (XXVI): 76–35–17, the Republic of China in the seat and not voting', async () => {
    expect(
      await world.rows(
        `SELECT date, session, session_year, yes, no, abstain FROM un_resolutions WHERE symbol = 'A/RES/2758(XXVI)'`,
      ),
    ).toEqual([{ date: '1971-10-25', session: '26', session_year: 1971, yes: 76, no: 35, abstain: 17 }]);
    expect(await votes('A/RES/2758(XXVI)', 'ccode IN (710, 713)')).toEqual([{ ccode: 713, vote: 8 }]);
    expect(await votes('A/RES/2765(XXVI)', 'ccode IN (710, 713)')).toEqual([{ ccode: 710, vote: 1 }]);
  });

  it('the US votes against every text on the embargo on Cuba, 1992–2025, and abstains in 2016', async () => {
    const rows =
      await world.rows(`SELECT year(date) AS year, vote FROM un_votes JOIN un_resolutions USING (record)
      WHERE ccode = 2 AND title LIKE 'Necessity of ending the economic, commercial and financial embargo imposed by the Unite% against Cuba' ORDER BY date`);
    // None in 2020: the text of the 75th session came up in June 2021.
    expect(rows.map((r) => r['year'])).toEqual(
      Array.from({ length: 34 }, (_, i) => 1992 + i).filter((y) => y !== 2020),
    );
    expect(rows.filter((r) => r['vote'] !== 3)).toEqual([{ year: 2016, vote: 2 }]);
  });

  it('successors hold the seat from their day on', async () => {
    const spans =
      await world.rows(`SELECT ccode, min(date) AS first, max(date) AS last FROM un_votes JOIN un_resolutions USING (record)
      WHERE ccode IN (255, 260, 265, 678, 679, 680, 710, 713, 315, 316, 511) GROUP BY ccode ORDER BY ccode`);
    const last = '2025-10-29';
    expect(spans.map((r) => [r['ccode'], r['first'], r['last']])).toEqual([
      [255, '1990-11-01', last],
      [260, '1973-10-26', '1989-12-29'],
      [265, '1973-10-26', '1989-12-29'],
      [315, '1946-01-26', '1992-12-22'],
      [316, '1993-04-29', last],
      [511, '1963-12-16', '1963-12-17'],
      [678, '1947-10-21', '1989-12-29'],
      [679, '1990-05-31', last],
      [680, '1967-12-14', '1990-05-07'],
      [710, '1971-11-09', '2025-10-31'],
      [713, '1946-01-25', '1971-10-25'],
    ]);
  });

  it('members of the United Nations vote before they are members of the state system', async () => {
    const rows =
      await world.rows(`SELECT ccode, count(*) AS n FROM un_votes JOIN un_resolutions USING (record)
      WHERE body = 'GA' AND year(date) = 1946 AND ccode IN (369, 370, 750) AND vote IN (1, 2, 3) GROUP BY ccode ORDER BY ccode`);
    expect(rows.map((r) => r['ccode'])).toEqual([369, 370, 750]);
  });

  it('Syria has no seat of its own in the union with Egypt', async () => {
    const [row] = await world.rows(`SELECT count(*) AS n FROM un_votes JOIN un_resolutions USING (record)
      WHERE ccode = 652 AND date BETWEEN '1958-02-22' AND '1961-10-12'`);
    expect(row!['n']).toBe(0);
  });

  it('the garbled name is Pakistan’s', async () => {
    expect(await votes('A/RES/620(VII)[A]', 'ccode = 770')).toEqual([{ ccode: 770, vote: 8 }]);
  });

  it('special and emergency sessions count with the regular session open on their date', async () => {
    const rows =
      await world.rows(`SELECT session, min(session_year) AS low, max(session_year) AS high FROM un_resolutions
      WHERE session IN ('ES-1', 'S-5', 'ES-10', 'ES-11', '80') GROUP BY session ORDER BY session`);
    expect(rows.map((r) => [r['session'], r['low'], r['high']])).toEqual([
      ['80', 2025, 2025],
      ['ES-1', 1956, 1956],
      ['ES-10', 1996, 2024],
      ['ES-11', 2021, 2024],
      ['S-5', 1967, 1967],
    ]);
  });

  it('has as many rows as were counted, and says what it left out', async () => {
    expect(
      world.manifest.tables.filter((t) => t.source === 'un-library').map((t) => [t.name, t.rows]),
    ).toEqual([
      ['un_resolutions', 9_996],
      ['un_votes', 957_352],
    ]);
    expect(world.manifest.sources.find((s) => s.name === 'un-library')!.lost).toEqual([
      { reason: 'a record without symbol, body and date', rows: 1 },
      { reason: 'the text is called recorded, but no state’s vote is', rows: 3 * 159 + 42 * 15 },
    ]);
    const [bodies] = await world.rows(
      `SELECT count(*) FILTER (body = 'GA') AS ga, count(*) FILTER (body = 'SC') AS sc FROM un_resolutions`,
    );
    expect(bodies).toEqual({ ga: 7_199, sc: 2_797 });
  });
});

/** A folder of sources in which one file of the library was edited. */
function edited(file: string, edit: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-sources-'));
  symlinkSync(join(upstream, 'states'), join(folder, 'states'));
  mkdirSync(join(folder, 'un'));
  for (const name of ['undl-resolutions-1946-2025.csv.gz', 'undl-votes-1946-2025.csv.gz']) {
    if (name !== file) symlinkSync(join(upstream, 'un', name), join(folder, 'un', name));
  }
  const text = gunzipSync(readFileSync(join(upstream, 'un', file))).toString('utf8');
  writeFileSync(join(folder, 'un', file), gzipSync(edit(text), { level: 1 }));
  return folder;
}

describe.skipIf(withoutUpstream)('UN Digital Library, when upstream changes', () => {
  const build = async (file: string, edit: (text: string) => string): Promise<unknown> => {
    const folder = edited(file, edit);
    try {
      await buildWorld(
        [statesSource, unLibrary],
        { sources: folder, root: projectRoot() },
        join(folder, 'world'),
        () => {},
      );
      return undefined;
    } catch (error) {
      return error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('a name that nobody reviewed stops the build and says where it stands', async () => {
    const error = await build('undl-votes-1946-2025.csv.gz', (t) => t.replace('ZANZIBAR', 'PEMBA'));
    expect(error).toMatchObject({
      code: 'world/unresolved-name',
      message: 'no state answers to PEMBA in 1963',
      at: { file: 'un/undl-votes-1946-2025.csv.gz', line: expect.any(Number) },
    });
  });

  it('a vote that does not fit the printed result stops the build', async () => {
    const error = await build('undl-votes-1946-2025.csv.gz', (t) =>
      t.replace('280467,AUSTRALIA,Y', '280467,AUSTRALIA,N'),
    );
    expect(error).toMatchObject({
      code: 'world/source-changed',
      message: 'upstream has changed: the states’ votes add up to the printed result of every text',
    });
  });

  it('a mended name upstream is noticed', async () => {
    const error = await build('undl-votes-1946-2025.csv.gz', (t) => t.replace('AN PAKISTAN', 'PAKISTAN'));
    expect(error).toMatchObject({ code: 'world/source-changed' });
  });

  it('the record without a date, once mended, is noticed', async () => {
    const error = await build('undl-resolutions-1946-2025.csv.gz', (t) =>
      t
        .split('\n')
        .filter((line) => !line.startsWith('454783,'))
        .join('\n'),
    );
    expect(error).toMatchObject({
      code: 'world/source-changed',
      message: 'upstream has changed: one record has neither symbol, body nor date',
    });
  });
});
