import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/kernel/root.js';
import type { ManifestVariable } from '../../../src/world/cards.js';
import type { Row } from '../../../src/world/database.js';
import { addOwn } from '../../../src/world/local/add-own.js';
import { decimalMarkOf, numberIn, type OwnCell } from '../../../src/world/local/own-numbers.js';
import type { OwnRequest } from '../../../src/world/local/own-request.js';
import { removeLocal } from '../../../src/world/local/remove.js';
import { separatedText } from '../../../src/world/local/separated-text.js';
import { withLocal } from '../../../src/world/local.js';
import { openWorld } from '../../../src/world/open.js';
import { panelOf } from '../../../src/world/panel.js';

const root = projectRoot();
const shipped = join(root, 'world');

describe('text in columns', () => {
  const read = (text: string) => separatedText(text, 't.csv');
  it.each([
    ['commas', 'a,b\n1,2\n', ','],
    ['semicolons, with commas in the numbers', 'a;b\n1,5;2,5\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b\n1|2\n', '|'],
    ['a first line that says so', 'sep=;\na;b,c\n1;2\n', ';'],
    ['commas, though more semicolons stand in one line', 'a,b\n"x;y;z",2\n', ','],
  ])('are told apart by %s', (_, text, separator) => {
    expect(read(text)).toMatchObject({ separator });
    expect(read(text).header).toHaveLength(2);
  });

  it('may end lines in any way, quote what holds separators and line breaks, and leave lines blank', () => {
    const text = 'name,year\r\n"Congo, Rep.",2001\r\n\r\n"say ""Congo""\r\nagain" , 2002\r,\n x ,2003';
    expect(read(text).rows).toEqual([
      { line: 2, cells: ['Congo, Rep.', '2001'] },
      { line: 4, cells: ['say "Congo"\r\nagain', '2002'] },
      { line: 7, cells: ['x', '2003'] },
    ]);
  });
});

describe('numbers', () => {
  const cell = (text: string): OwnCell => ({ text, line: 2, column: 'x' });
  const read = (texts: readonly string[], separator = ','): number[] => {
    const mark = decimalMarkOf(texts.map(cell), separator, 't.csv');
    return texts.map((text) => numberIn(cell(text), mark, 't.csv'));
  };
  it.each<[string, string[], number[]]>([
    ['plain', ['1', '-2.5', '+3', '.5', '1e3', '−4'], [1, -2.5, 3, 0.5, 1000, -4]],
    ['a decimal comma', ['1,5', '0,123', '2.000,5'], [1.5, 0.123, 2000.5]],
    ['thousands in commas', ['1,234,567', '1,234.5', '12,345'], [1234567, 1234.5, 12345]],
    ['thousands in points, as another number shows', ['1.234', '7,5'], [1234, 7.5]],
    ['thousands in spaces and apostrophes', ['1 234 567', '12’345', '1 234.5'], [1234567, 12345, 1234.5]],
    ['three decimals with a point, as any program writes them', ['1.234', '2.345'], [1.234, 2.345]],
  ])('are read with %s', (_, texts, numbers) => expect(read(texts)).toEqual(numbers));

  it('are refused where they can be read in two ways, or in none', () => {
    expect(() => read(['1,234', '5,678'])).toThrow('cannot tell whether 1,234 is 1234 or 1.234');
    expect(() => read(['1.234'], ';')).toThrow('cannot tell whether 1.234 is 1234 or');
    expect(() => read(['1,5', '2.5'])).toThrow('2.5 has a decimal point, 1,5 a decimal comma');
    for (const text of ['12 34', '1,23,4', '1.2.3', '5%', '$5', 'x', '1/2', 'Infinity', '0x10', '1e999'])
      expect(() => read([text]), text).toThrow('not a number in column x');
  });
});

describe('a table of one’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-own-test-'));
  const local = join(folder, 'local');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const add = async (content: string | Buffer, request: Partial<OwnRequest> = {}, name = 'mine') => {
    const file = join(folder, 'file.csv');
    writeFileSync(file, content);
    return addOwn(name, file, { level: 'state-year', ...request }, { world: shipped, root, local });
  };
  const rowsOf = async (table: string): Promise<readonly Row[]> => {
    const world = await withLocal(await openWorld(shipped), local);
    const { key } = world.manifest.tables.find((t) => t.name === table)!;
    const rows = await world.ask({
      sql: `SELECT * FROM ${table} ORDER BY ${key.join(', ')}`,
      tables: [table],
    });
    world.close();
    return rows;
  };
  const values = async (table = 'own_mine'): Promise<unknown[][]> =>
    (await rowsOf(table)).map((row) => Object.values(row));

  it('knows states by any name, and by the year who bore it', async () => {
    const names = [
      'Germany',
      'DEU',
      '260',
      'west germany',
      'PRC',
      'chn',
      '710.0',
      'U.S.',
      'Côte d’Ivoire',
      'Türkiye',
    ];
    const years = [1930, 1980, 1985, 1981, 1990, 1991, '1992.0', 1993, 1994, 2020];
    await add(`country,year,x\n${names.map((n, i) => `${n},${years[i]},${i}`).join('\n')}\n`);
    expect(await values()).toEqual([
      [2, 1993, 7],
      [255, 1930, 0],
      [260, 1980, 1],
      [260, 1981, 3],
      [260, 1985, 2],
      [437, 1994, 8],
      [640, 2020, 9],
      [710, 1990, 4],
      [710, 1991, 5],
      [710, 1992, 6],
    ]);
  });

  it('reads what spreadsheets write: a mark, carriage returns, semicolons, decimal commas, another encoding', async () => {
    await add('\ufeffISO3;Jahr;Wert\r\nCHN;2001;3,5\r\nIND;2001;\r\n', { year: 'Jahr' });
    expect(await values()).toEqual([
      [710, 2001, 3.5],
      [750, 2001, null],
    ]);
    const latin = Buffer.from('country,year,x\nCôte d\u0092Ivoire,2001,1\nTürkiye,2001,2\n', 'latin1');
    const { found } = await add(latin);
    expect(found.encoding).toBe('Windows-1252');
    expect(await values()).toEqual([
      [437, 2001, 1],
      [640, 2001, 2],
    ]);
  });

  it('counts what it loses, and why', async () => {
    const rows = ['UKR,1985,1', 'UKR,1995,2', 'FRA,1700,3', 'CHN,2090,4', 'World,2000,5'];
    const { manifest } = await add(`code,year,x\n${rows.join('\n')}\n`, { leaveOut: ['World'] });
    expect(manifest.sources[0]!.lost).toEqual([
      { reason: 'left out as told', rows: 1 },
      { reason: 'not a member of the state system in that year', rows: 1 },
      { reason: 'outside the years of the record', rows: 2 },
    ]);
    expect(await values()).toEqual([[369, 1995, 2]]);
  });

  it('reads a name as another where told, and leaves out text and names said twice', async () => {
    const { found } = await add(
      ',ccode,country,year,region,x,gap\n1,732,Korea,2001,Asia,1,\n2,2,United States,2001,America,2,\n',
      { readAs: { Korea: 'South Korea' } },
    );
    expect(await values()).toEqual([
      [2, 2001, 2],
      [732, 2001, 1],
    ]);
    expect(found.columns.leftOut).toEqual([
      { column: 'column 1', why: 'it has no name' },
      { column: 'region', why: 'it holds text' },
      { column: 'gap', why: 'it is empty' },
    ]);
  });

  it('has cards: what the user says of a variable, and what its values show', async () => {
    const { manifest } = await add(
      'iso,year,Press freedom (0–10),coup\nCHN,2001,3,TRUE\nIND,2001,4,FALSE\n',
      {
        title: 'Press of the world',
        citation: 'Roe, J. (2020).',
        variables: { 'Press freedom (0–10)': { title: 'Press freedom', unit: 'points', low: 0, high: 10 } },
      },
    );
    const card = (name: string): Partial<ManifestVariable> =>
      manifest.variables.find((v) => v.name === name)!;
    expect(card('mine_press_freedom_0_10')).toMatchObject({
      title: 'Press freedom',
      unit: 'points',
      scale: { low: 0, high: 10 },
      level: 'state-year',
      coverage: { rows: 2, states: 2, from: 2001, to: 2001 },
    });
    expect(card('mine_coup')).toMatchObject({ unit: '0/1', scale: { low: 0, high: 1 } });
    expect(manifest.tables[0]).toMatchObject({ name: 'own_mine', licence: 'local' });
    expect(manifest.sources[0]).toMatchObject({
      title: 'Press of the world',
      citation: 'Roe, J. (2020).',
      terms: 'local',
    });
  });

  it('cites the file and its hash where nothing else is said', async () => {
    const { manifest } = await add('iso,year,x\nCHN,2001,3\n');
    const [source] = manifest.sources;
    expect(source!.citation).toMatch(/^The user’s own file file\.csv, sha256 [0-9a-f]{64}\.$/);
    expect(source!.citation).toContain(source!.read[0]!.sha256);
  });

  it('is of pairs, in one direction or in both', async () => {
    const pairs = 'iso3_o,iso3_d,year,flow\nUSA,CHN,2001,5\nUSA,USA,2001,9\nGBR,FRA,2001,7\nFRA,GBR,2001,7\n';
    const one = await add(pairs, { level: 'dyad-year' }, 'flows');
    expect(one.manifest.sources[0]!.lost).toEqual([{ reason: 'a state with itself', rows: 1 }]);
    expect(await values('own_flows')).toEqual([
      [2, 710, 2001, 5],
      [200, 220, 2001, 7],
      [220, 200, 2001, 7],
    ]);
    const both = await add(pairs, { level: 'dyad-year', symmetric: true }, 'flows');
    expect(both.manifest.variables[0]!.symmetric).toBe(true);
    expect((await values('own_flows')).map((r) => r.slice(0, 2))).toEqual([
      [2, 710],
      [200, 220],
      [220, 200],
      [710, 2],
    ]);
  });

  it('is of the system, and joins panels beside the record', async () => {
    await add('year,mood\n2001,1.5\n2002,2.5\n', { level: 'system-year' }, 'paper');
    await add('iso,year,x\nCHN,2001,3\n');
    const world = await withLocal(await openWorld(shipped), local);
    const panel = panelOf(
      {
        level: 'state-year',
        variables: ['mine_x', 'paper_mood', 'cinc'],
        states: ['CHN'],
        years: { from: 2001, to: 2002 },
      },
      world.manifest,
      world.states,
    );
    const rows = await world.ask(panel.query);
    world.close();
    expect(rows.map((r) => [r['year'], r['mine_x'], r['paper_mood']])).toEqual([
      [2001, 3, 1.5],
      [2002, null, 2.5],
    ]);
    expect(rows.every((r) => typeof r['cinc'] === 'number')).toBe(true);
  });

  it('is replaced whole or not at all, and taken away again', async () => {
    await add('iso,year,x\nCHN,2001,3\n');
    const before = readFileSync(join(local, 'mine', 'manifest.json'), 'utf8');
    await expect(add('iso,year,x\nCHN,2001,3\nZZZ,2001,4\n')).rejects.toMatchObject({
      code: 'world/own-unresolved',
    });
    expect(readFileSync(join(local, 'mine', 'manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(local).filter((f) => f.startsWith('.'))).toEqual([]);
    removeLocal('mine', local);
    expect(existsSync(join(local, 'mine'))).toBe(false);
    expect(() => removeLocal('mine', local)).toThrow('nothing was added under the name "mine"');
    expect(() => removeLocal('../local', local)).toThrow('nothing was added');
  });

  describe('is the same whatever the order of its rows and columns, and however it is written', () => {
    let plain: unknown[][];
    beforeAll(async () => {
      await add('iso,year,a,b\nCHN,2001,1234.5,2\nIND,2002,0.5,NA\n');
      plain = await values();
    });
    it.each([
      ['rows', 'iso,year,a,b\nIND,2002,0.5,NA\nCHN,2001,1234.5,2\n'],
      ['names', 'country,year,a,b\nChina,2001,1234.5,2\nIndia,2002,0.5,\n'],
      ['marks', 'iso;year;a;b\nCHN;2001;1.234,5;2\nIND;2002;0,5;..\n'],
      [
        'tabs and quotes',
        '"iso"\t"year"\t"a"\t"b"\n"CHN"\t"2001"\t"1,234.5"\t"2"\n"IND"\t"2002"\t".5"\t"n/a"\n',
      ],
    ])('%s', async (_, text) => {
      await add(text);
      expect(await values()).toEqual(plain);
    });
  });
});
