import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld } from '../../src/world/open.js';
import { type Spoken, spoken } from './spoken.js';

let place: Spoken;
beforeAll(() => {
  place = spoken();
});
afterAll(() => place.remove());

const read = (file: string): string => readFileSync(join(place.folder, file), 'utf8');
const rowsOf = (file: string): Record<string, string>[] => {
  const [heads, ...rows] = read(file)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [heads![i]!, cell])));
};

describe('entente draw', () => {
  it('agreement: its numbers are those of the votes, counted otherwise', async () => {
    const { code, err } = await place.run(
      'draw',
      'agreement',
      '--pair',
      'USA,CHN',
      '--years',
      '1960-1980',
      '--out',
      'a.csv',
    );
    expect([code, err.split('\n')[0]]).toEqual([0, '10 rows in a.csv']);
    const world = await openWorld(join(projectRoot(), 'world'));
    const choices = await world.ask({
      sql: 'SELECT vote, ccode, choice FROM assembly_choices JOIN assembly_votes USING (vote) WHERE session_year = 1977 AND ccode IN (2, 710)',
      tables: ['assembly_choices', 'assembly_votes'],
    });
    world.close();
    const of = (ccode: number) =>
      new Map(
        choices.filter((r) => r['ccode'] === ccode && r['choice'] !== 8).map((r) => [r['vote'], r['choice']]),
      );
    const [us, china] = [of(2), of(710)];
    const shared = [...us.keys()].filter((vote) => china.has(vote));
    const same = shared.filter((vote) => us.get(vote) === china.get(vote));
    const row = rowsOf('a.csv').find((r) => r['year'] === '1977')!;
    expect([Number(row['shared_votes']), Number(row['same_votes'])]).toEqual([shared.length, same.length]);
    expect(Number(row['agreement'])).toBeCloseTo((100 * same.length) / shared.length, 9);
  });

  it('map: a file for the eye and one for the hand tell the same', async () => {
    expect((await place.run('draw', 'map', '--year', '2023', '--out', 'm.svg')).code).toBe(0);
    expect((await place.run('draw', 'map', '--year', '2023', '--out', 'm.csv')).code).toBe(0);
    const rows = rowsOf('m.csv');
    const india = rows.find((r) => r['ccode'] === '750')!;
    const [us, china] = [Number(india['agreement_1']), Number(india['agreement_2'])];
    expect(Number(india['nearer_to_1'])).toBeCloseTo(us - china, 6);
    expect(read('m.svg')).toContain(
      `<title>India: United States ${Math.round(us)}\u00a0%, China ${Math.round(china)}\u00a0%</title>`,
    );
    expect(read('m.svg')).toMatch(new RegExp(`In 2023, \\d+ of ${rows.length} states voted more like China`));
  });

  it('map: with the poles changed about, every leaning changes its sign', async () => {
    await place.run('draw', 'map', '--year', '1985', '--poles', 'RUS,USA', '--votes', 'hr', '--out', 'r.csv');
    await place.run(
      'draw',
      'map',
      '--year',
      '1985',
      '--poles',
      'USA,USSR',
      '--votes',
      'hr',
      '--out',
      'u.csv',
    );
    const [r, u] = ['r.csv', 'u.csv'].map((file) => rowsOf(file));
    expect(r!.length).toBeGreaterThan(100);
    expect(r!.map((row) => Number(row['nearer_to_1']))).toEqual(
      u!.map((row) => 0 - Number(row['nearer_to_1'])),
    );
  });

  it('ideal points: a map of them is nearer to whom the shorter way leads', async () => {
    const points = ['draw', 'ideal-points', '--states', 'USA,CHN,IND', '--years', '2020'];
    expect((await place.run(...points, '--out', 'i.csv')).code).toBe(0);
    await place.run('draw', 'map', '--year', '2020', '--by', 'ideal-points', '--out', 'mi.csv');
    const at = (ccode: string) => Number(rowsOf('i.csv').find((r) => r['ccode'] === ccode)!['ideal_point']);
    const india = rowsOf('mi.csv').find((r) => r['ccode'] === '750')!;
    const [us, china] = [Math.abs(at('750') - at('2')), Math.abs(at('750') - at('710'))];
    expect(Number(india['distance_1'])).toBeCloseTo(us, 6);
    expect(Number(india['distance_2'])).toBeCloseTo(china, 6);
    expect(Math.sign(Number(india['nearer_to_1']))).toBe(Math.sign(china - us));
    const row = rowsOf('i.csv')[0]!;
    expect(Number(row['low'])).toBeLessThan(Number(row['ideal_point']));
    expect(Number(row['high'])).toBeGreaterThan(Number(row['ideal_point']));
  });

  it('map: who votes before being a member of the state system is there', async () => {
    await place.run(
      'draw',
      'map',
      '--year',
      '1985',
      '--poles',
      'USA,USSR',
      '--by',
      'ideal-points',
      '--out',
      's.svg',
    );
    expect(read('s.svg')).toMatch(/<title>Ukraine: (too few votes|United States)/);
  });

  it('--out file.png is an image twice as large as the drawing, with letters on a machine without any', async () => {
    const args = ['draw', 'agreement', '--pair', 'Germany,FRA', '--years', '1980-2000', '--out'];
    expect((await place.run(...args, 'p.png')).code).toBe(0);
    await place.run(...args, 'p.svg');
    const png = readFileSync(join(place.folder, 'p.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const width = Number(/ width="(\d+)"/.exec(read('p.svg'))![1]);
    expect(png.readUInt32BE(16)).toBe(2 * width);
    expect(png.length).toBeGreaterThan(20_000);
  });
});

describe('what cannot be drawn is told why, and nothing is written', () => {
  const out = ['--out', 'none.svg'];
  const map = (year: string, ...more: string[]) => ['draw', 'map', '--year', year, ...more, ...out];
  const pair = (states: string, ...more: string[]) => [
    'draw',
    'agreement',
    '--pair',
    states,
    ...more,
    ...out,
  ];
  it.each<[string, string[], string]>([
    ['an unknown state', pair('USA,Chna'), 'unknown state: Chna\n  did you mean CHA?\n'],
    [
      'a state that never voted',
      map('2020', '--poles', 'USA,Kosovo'),
      'Kosovo never voted in the General Assembly\n  only members of the United Nations do\n',
    ],
    [
      'a state that voted at other times',
      pair('USA,CHN', '--years', '1950-1960'),
      'China took part in no such vote in 1950–1960\n  it voted in 1971–2025\n',
    ],
    [
      'the year without a session',
      map('1964'),
      'too few votes in 1964: the session had 1\n  the nearest with enough: 1963, 1965\n',
    ],
    [
      'a session of which the record has a few days',
      map('2025'),
      'too few votes in 2025: the session had 3\n  the nearest with enough: 2024\n',
    ],
    [
      'votes that are too few',
      map('1964', '--votes', 'hr'),
      'too few votes in 1964: the session had none of these (hr)\n  the nearest with enough: 1956, 1966\n',
    ],
    [
      'years before the Assembly',
      pair('USA,FRA', '--years', '1930-1950'),
      'the General Assembly had no vote before 1946: 1930–1950\n  its votes are of 1946–2025\n',
    ],
    [
      'years to come',
      pair('USA,FRA', '--years', '2020-2040'),
      'the record of votes ends in 2025: 2020–2040\n  its votes are of 1946–2025\n',
    ],
    ['several years of one map', map('2000-2001'), 'a map is of one year: 2000-2001\n  such as 2001\n'],
    ['one pole', map('2020', '--poles', 'USA'), 'a map has two poles: USA\n  such as --poles USA,CHN\n'],
    [
      'one pole twice',
      map('2020', '--poles', 'USA,US'),
      'both poles are United States: USA, US\n  name two states\n',
    ],
    [
      'a pair of one state',
      pair('RUS,USSR', '--years', '1950-1960'),
      'both states of a pair are Soviet Union: RUS,USSR\n  name two states\n',
    ],
    [
      'one pair twice',
      pair('USA,CHN', '--pair', 'PRC,US'),
      'a pair is named twice: China, United States\n  name each pair once\n',
    ],
    ['a pair of three', pair('USA,CHN,FRA'), 'not a pair of states: USA,CHN,FRA\n  such as --pair USA,CHN\n'],
    ['unknown votes', map('2020', '--votes', 'hrs'), 'no such votes: hrs\n  did you mean hr?\n'],
    [
      'an unknown measure',
      map('2020', '--by', 'agreemnt'),
      'nothing to draw a map by: agreemnt\n  did you mean agreement?\n',
    ],
    [
      'too many lines',
      ['draw', 'ideal-points', '--states', 'USA,CHN,RUS,IND,FRA,GBR,DEU,JPN', ...out],
      '8 states are too many to be told apart\n  at most 7\n',
    ],
  ])('%s', async (_, args, said) => {
    expect(await place.run(...args)).toEqual({ code: 2, out: '', err: said });
    expect(existsSync(join(place.folder, 'none.svg'))).toBe(false);
  });

  const to = (file: string) => ['draw', 'map', '--year', '2023', '--out', file];
  it.each<[string, string[], string]>([
    [
      'an unknown kind of file',
      to('m.jpg'),
      'cannot draw this kind of file: m.jpg\n  end the name in .svg or .png for the picture, or in .csv for the numbers behind it\n',
    ],
    [
      'a folder that is not there',
      to('nowhere/m.svg'),
      'cannot write nowhere/m.svg\n  there is no folder FOLDER/nowhere\n',
    ],
    [
      'a name that moves the cursor',
      to('\u001b[2J/m.svg'),
      'cannot write \\u001b[2J/m.svg\n  there is no folder FOLDER/\\u001b[2J\n',
    ],
    ['a device', to('/proc/m.svg'), 'cannot write /proc/m.svg\n  nothing can be made there\n'],
  ])('%s', async (_, args, said) => {
    const before = readdirSync(place.folder);
    const { code, err } = await place.run(...args);
    expect([code, err.replaceAll(place.folder, 'FOLDER')]).toEqual([2, said]);
    expect(readdirSync(place.folder)).toEqual(before);
  });

  it('what stood there before a mistake stays as it was', async () => {
    writeFileSync(join(place.folder, 'kept.svg'), 'mine');
    await place.run('draw', 'map', '--year', '1964', '--out', 'kept.svg');
    expect(read('kept.svg')).toBe('mine');
  });
});
