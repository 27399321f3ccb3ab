import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { type Database, openDatabase, type Row } from '../../src/world/database.js';
import { readManifest } from '../../src/world/open.js';
import { pathLiteral } from '../../src/world/sql.js';
import { newPlace, type Place } from './entente.js';

const { system } = readManifest(join(projectRoot(), 'world'));

let place: Place;
let db: Database;
beforeAll(async () => {
  place = newPlace();
  db = await openDatabase();
});
afterAll(() => {
  db.close();
  place.remove();
});

/** Writes a panel and reads it back; stderr tells the rows and the citations, stdout nothing. */
async function panel(level: string, variables: string, out: string, ...more: string[]): Promise<Row[]> {
  const ended = await place.entente('panel', level, '--variables', variables, '--out', out, ...more);
  const rows = await db.rows(`FROM ${pathLiteral(join(place.folder, out))}`);
  expect(ended).toMatchObject({ code: 0, out: '' });
  const [first, ...cites] = ended.err.trimEnd().split('\n');
  expect(first).toBe(`${rows.length} rows in ${out}`);
  for (const line of cites) expect(line).toMatch(/^cite: \S/);
  expect(cites.length).toBeGreaterThan(0);
  return rows;
}

const header = (file: string): string => readFileSync(join(place.folder, file), 'utf8').split(/\r?\n/)[0]!;
const count = (from: number, to: number): number =>
  system.byYear.slice(from - system.from, to - system.from + 1).reduce((a, b) => a + b, 0);

describe('entente panel state-year', () => {
  it('writes a row for each member in each year: number, code, name, year, then the variables', async () => {
    const rows = await panel('state-year', 'polity2,cinc', 'states.csv', '--years', '1990-2000');
    expect(header('states.csv')).toBe('ccode,iso3c,name,year,polity2,cinc');
    expect(rows).toHaveLength(count(1990, 2000));
    expect(rows[0]).toMatchObject({ ccode: 2, iso3c: 'USA', year: 1990, polity2: 10 });
  });
  it('writes the same rows as Parquet', async () => {
    const asParquet = await panel('state-year', 'polity2,cinc', 'states.parquet', '--years', '1990-2000');
    expect(asParquet).toEqual(await db.rows(`FROM ${pathLiteral(join(place.folder, 'states.csv'))}`));
  });
  it('--reasons says beside each variable why it is missing', async () => {
    const rows = await panel(
      'state-year',
      'polity2',
      'why.csv',
      '--states',
      'Iceland',
      '--years',
      '2018-2019',
      '--reasons',
    );
    expect(header('why.csv')).toBe('ccode,iso3c,name,year,polity2,polity2_missing');
    expect(rows.map((r) => r['polity2_missing'])).toEqual(['no-match', 'out-of-years']);
  });
  it('takes variables about the system, too', async () => {
    const rows = await panel('state-year', 'system_size', 'size.csv', '--states', 'USA', '--years', '2020');
    expect(rows).toEqual([expect.objectContaining({ ccode: 2, year: 2020, system_size: count(2020, 2020) })]);
  });
});

describe('entente panel dyad-year', () => {
  it('writes each pair twice: both numbers, codes and names, the year, a column for each side', async () => {
    const rows = await panel('dyad-year', 'defence_pact,cinc', 'pairs.parquet', '--years', '2000');
    const n = count(2000, 2000);
    expect(rows).toHaveLength(n * (n - 1));
    expect(Object.keys(rows[0]!)).toEqual([
      'ccode1',
      'ccode2',
      'iso3c1',
      'iso3c2',
      'name1',
      'name2',
      'year',
      'defence_pact',
      'cinc1',
      'cinc2',
    ]);
    const of = (a: number, b: number) => rows.find((r) => r['ccode1'] === a && r['ccode2'] === b)!;
    expect(of(2, 740)).toMatchObject({ iso3c1: 'USA', iso3c2: 'JPN', defence_pact: 1 });
    expect([of(2, 740)['cinc1'], of(2, 740)['cinc2']]).toEqual([of(740, 2)['cinc2'], of(740, 2)['cinc1']]);
    expect(of(2, 365)['defence_pact']).toBe(0);
  });
  it('--undirected writes each once, the lower number first, with a column for each direction', async () => {
    const rows = await panel(
      'dyad-year',
      'imports,defence_pact',
      'once.csv',
      '--years',
      '2010',
      '--undirected',
    );
    const n = count(2010, 2010);
    expect(rows).toHaveLength((n * (n - 1)) / 2);
    expect(header('once.csv')).toBe(
      'ccode1,ccode2,iso3c1,iso3c2,name1,name2,year,imports1,imports2,defence_pact',
    );
    expect(rows.every((r) => Number(r['ccode1']) < Number(r['ccode2']))).toBe(true);
  });
  it('of two states writes those two, of one those with it', async () => {
    const two = await panel(
      'dyad-year',
      'defence_pact',
      'two.csv',
      '--states',
      'USA,Japan',
      '--years',
      '2000',
    );
    expect(two.map((r) => [r['ccode1'], r['ccode2']])).toEqual([
      [2, 740],
      [740, 2],
    ]);
    const one = await panel('dyad-year', 'defence_pact', 'one.csv', '--states', 'USA', '--years', '2000');
    expect(one).toHaveLength(2 * (count(2000, 2000) - 1));
  });
});

describe('entente panel system-year', () => {
  it('writes a row for each year', async () => {
    const rows = await panel(
      'system-year',
      'system_size,us_minority_share_adopted',
      'system.csv',
      '--years',
      '1991-2020',
    );
    expect(header('system.csv')).toBe('year,system_size,us_minority_share_adopted');
    expect(rows.map((r) => r['year'])).toEqual(Array.from({ length: 30 }, (_, i) => 1991 + i));
    expect(rows.map((r) => r['system_size'])).toEqual(
      rows.map((r) => count(Number(r['year']), Number(r['year']))),
    );
  });
});

describe('a file of a panel', () => {
  it.each(["it's [a] *.csv", 'a “quoted”?.parquet', '%s;$(x).csv'])('may be called %s', async (name) =>
    expect(await panel('state-year', 'polity2', name, '--states', 'USA', '--years', '2016')).toHaveLength(1),
  );
  it('replaces one that was there, and leaves nothing beside it', async () => {
    await panel('state-year', 'polity2', 'again.csv', '--states', 'USA', '--years', '2000-2010');
    expect(
      await panel('state-year', 'polity2', 'again.csv', '--states', 'USA', '--years', '2016'),
    ).toHaveLength(1);
    expect(readdirSync(place.folder).filter((f) => f.endsWith('.tmp'))).toEqual([]);
  });
  it('that a mistake has stopped leaves the old one as it was', async () => {
    await panel('state-year', 'polity2', 'old.csv', '--states', 'USA', '--years', '2016');
    const before = readFileSync(join(place.folder, 'old.csv'));
    for (const more of [['--years', '2050'], ['--states', 'Atlantis'], ['--undirected']])
      expect(
        (await place.entente('panel', 'state-year', '--variables', 'polity2', '--out', 'old.csv', ...more))
          .code,
      ).toBe(2);
    expect(readFileSync(join(place.folder, 'old.csv'))).toEqual(before);
    expect(readdirSync(place.folder).filter((f) => f.endsWith('.tmp'))).toEqual([]);
  });
});

describe('entente panel --cite', () => {
  const asked = ['panel', 'state-year', '--variables', 'cinc', '--years', '2000', '--out', 'cited.csv'];
  const there = (): string[] => readdirSync(place.folder).filter((f) => /cited|\.tmp$/.test(f));

  // A folder in which nobody can write, root neither.
  const closed = '/proc/self';
  it.skipIf(!existsSync(closed))('writes the panel and its citations, or neither', async () => {
    const refused = await place.entente(...asked, '--cite', join(closed, 'cited.bib'));
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(`cannot write ${closed}/cited.bib`);
    expect(there()).toEqual([]);
  });

  it('writes BibTeX where the file is named so', async () => {
    expect(await place.entente(...asked, '--cite', 'cited.bib')).toMatchObject({ code: 0 });
    expect(there().sort()).toEqual(['cited.bib', 'cited.csv']);
    expect(readFileSync(join(place.folder, 'cited.bib'), 'utf8')).toMatch(
      /^@misc\{nmc,[\s\S]*^@misc\{states,/m,
    );
  });

  it('does not write the citations over the panel', async () => {
    const before = readFileSync(join(place.folder, 'cited.csv'), 'utf8');
    const refused = await place.entente(...asked, '--cite', './cited.csv');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('the panel and its citations in one file');
    expect(readFileSync(join(place.folder, 'cited.csv'), 'utf8')).toBe(before);
  });
});
