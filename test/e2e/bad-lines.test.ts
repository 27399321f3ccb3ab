import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { article, newPlace, type Place, small, waiting } from './entente.js';

let place: Place;
beforeAll(() => {
  place = newPlace();
  place.put('library/on-allies/argument.yaml', article('falls', 'waits'));
  place.put('library/on-allies/falls.yaml', small);
  place.put('library/on-allies/waits.yaml', waiting);
  place.put('bad.yaml', small.replace('measured', 'mesured'));
  place.put('library.csv/file', '');
  place.put('taken', '');
  mkdirSync(join(place.folder, 'folder.csv'));
});
afterAll(() => place.remove());

/** What a bad line is told on stderr, with the folder of the test left out; it must end with 2 and print nothing. */
async function told(line: string | readonly string[]): Promise<string[]> {
  const args = typeof line === 'string' ? line.split(' ') : line;
  const { code, out, err } = await place.start(args, { ENTENTE_LIBRARY: join(place.folder, 'library') })
    .ended;
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err.replaceAll(place.folder, 'FOLDER').trimEnd().split('\n');
}

const panel = 'panel state-year --variables polity2 --out x.csv';
const howToName = '  use its English name, its ISO code (CHN) or its COW number (710)';

describe.concurrent('a command line that cannot be is told why:', () => {
  it.each([
    ['tset', ["error: unknown command 'tset'", '(Did you mean test?)']],
    ['world verfy', ["error: unknown command 'verfy'", '(Did you mean verify?)']],
    ['help tset', ['unknown command: tset', '  did you mean test?']],
    ['test --jbos 2', ["error: unknown option '--jbos'", '(Did you mean --jobs?)']],
    [
      'test --jobs 0',
      ["error: option '--jobs <n>' argument '0' is invalid. expected a whole number from 1 on"],
    ],
    [
      'test --jobs two',
      ["error: option '--jobs <n>' argument 'two' is invalid. expected a whole number from 1 on"],
    ],
    [
      'test --jobs 1.5',
      ["error: option '--jobs <n>' argument '1.5' is invalid. expected a whole number from 1 on"],
    ],
    ['test --jobs', ["error: option '--jobs <n>' argument missing"]],
    ['check', ["error: missing required argument 'claims'"]],
    ['show', ["error: missing required argument 'variable'"]],
    ['show polity2 fh_score', ["error: too many arguments for 'show'. Expected 1 argument but got 2."]],
    ['panel state-year --variables polity2', ["error: required option '--out <file>' not specified"]],
    ['world build', ["error: required option '--sources <dir>' not specified"]],
    ['test nothing', ['unknown argument: nothing', '  known: on-allies']],
    ['test on-alies', ['unknown argument: on-alies', '  did you mean on-allies?']],
    ['test on-allies/fall', ['unknown claim of on-allies: fall', '  did you mean falls?']],
    ['brief on-allies/x', ['unknown claim of on-allies: x', '  known: falls, waits']],
    ['test none.yaml', ['cannot be read: none.yaml', '  no such file']],
    ['check bda.yaml', ['cannot be read: bda.yaml', '  no such file; did you mean bad.yaml?']],
    ['test none/none.yaml', ['cannot be read: none/none.yaml', '  no such folder: none']],
    ['check bad.yaml', ['bad.yaml:3:1: unknown key: mesured', '  did you mean measured?']],
    ['test --library none', ['no folder of arguments at FOLDER/none']],
    ['test --library library/on-allies', ['no argument in FOLDER/library/on-allies']],
    ['test on-allies --out taken', ['cannot write FOLDER/taken', '  a file has this name']],
    [
      'test on-allies --out taken/out',
      ['cannot write FOLDER/taken/out', '  a file stands where a folder should'],
    ],
    ['show polity3', ['unknown variable: polity3', '  did you mean polity2?']],
    ['show polity2 --years 20', ['not a span of years: 20', '  write 1990-2020, or one year']],
    ['show polity2 --years 2020-2010', ['the span ends before it begins: 2020-2010', '  write 2010-2020']],
    ['show polity2 --years 1700-1710', ['the record has no year 1700', '  it runs from 1816 to 2025']],
    ['show polity2 --states Chnia', ['unknown state: Chnia', '  did you mean China?']],
    ['show polity2 --states USA,Atlantis', ['unknown state: Atlantis', howToName]],
    [
      'show system_size --states USA',
      [
        '--states speaks of states: a system-year panel has none',
        '  leave it out, or ask for variables of states or of pairs of states',
      ],
    ],
    [
      'show polity2 --out x.xlsx',
      ['cannot write this kind of file: x.xlsx', '  end the name in .csv, .parquet or .dta'],
    ],
    [
      `${panel.replace('state', 'country')}`,
      ['unknown level: country-year', '  known: state-year, dyad-year, system-year, leader-year'],
    ],
    [
      `${panel.replace('x.csv', 'x.xls')}`,
      ['cannot write this kind of file: x.xls', '  end the name in .csv, .parquet or .dta'],
    ],
    [
      `${panel.replace('x.csv', 'none/x.csv')}`,
      ['cannot write none/x.csv', '  there is no folder FOLDER/none'],
    ],
    [`${panel.replace('x.csv', 'folder.csv')}`, ['this is a folder: folder.csv', '  name a file in it']],
    [
      `${panel} --variables imports`,
      [
        'imports is of level dyad-year and does not fit a state-year panel',
        '  a state-year panel takes variables of level state-year or system-year; imports needs a dyad-year panel',
      ],
    ],
    [
      `${panel} --undirected`,
      ['--undirected speaks of pairs of states: a state-year panel has none', '  ask for a dyad-year panel'],
    ],
    [`${panel} --years 2050`, ['the record has no year 2050', '  it runs from 1816 to 2025']],
    [`${panel} --states USSR,Prusia`, ['unknown state: Prusia', '  did you mean Prussia?']],
    ['cite polity3', ['neither a variable nor an argument: polity3', '  did you mean polity2?']],
    ['cite on-allies/x', ['unknown claim of on-allies: x', '  known: falls, waits']],
  ])('%s', async (line, lines) => expect(await told(line)).toEqual(lines));

  it.each([
    [
      'states that were no members then',
      ['--states', 'South Sudan', '--years', '1990-1995'],
      ['South Sudan was no member of the state system in 1990–1995', '  it was one in 2011–2025'],
    ],
    [
      'a state between two of its lives',
      ['--states', 'Germany', '--years', '1946-1954'],
      ['Germany was no member of the state system in 1946–1954', '  it was one in 1816–1945, 1955–2025'],
    ],
    [
      'no state',
      ['--states', ''],
      ["error: option '--states <a,b>' argument '' is invalid. expected names, separated by commas"],
    ],
    [
      'no variable',
      ['--variables', ' , '],
      ["error: option '--variables <a,b>' argument ' , ' is invalid. expected names, separated by commas"],
    ],
    ['a name that is SQL', ['--states', "' OR 1=1 --"], ["unknown state: ' OR 1=1 --", howToName]],
  ])('%s', async (_, more, lines) => expect(await told([...panel.split(' '), ...more])).toEqual(lines));

  it('a whole command line of nothing, with the help', async () => {
    const { code, out, err } = await place.entente();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: entente [options] [command]');
  });
});

describe('a command line that cannot be', () => {
  it('leaves nothing behind', () =>
    expect(readdirSync(place.folder).sort()).toEqual([
      'bad.yaml',
      'folder.csv',
      'library',
      'library.csv',
      'taken',
    ]));
});

describe('two claims whose pages would have one name', () => {
  it('are told so before anything runs', async () => {
    const [a, b] = [place.put('one/mine/a.yaml', waiting), place.put('two/mine/b.yaml', waiting)];
    expect(await told(['test', a, b, '--out', 'pages'])).toEqual([
      'two pages would be called mine.html',
      '  that of FOLDER/one/mine/argument.yaml, and that of FOLDER/two/mine/argument.yaml: rename a folder, or write them to two places',
    ]);
    const index = place.put('index/a.yaml', waiting);
    expect((await told(['test', index, '--out', 'pages']))[0]).toBe('two pages would be called index.html');
    expect(existsSync(join(place.folder, 'pages'))).toBe(false);
  });
});

describe('the command before it is built', () => {
  it('says what to do', () => {
    cpSync(join(projectRoot(), 'bin'), join(place.folder, 'unbuilt', 'bin'), { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(place.folder, 'unbuilt', 'bin', 'entente.js'), 'test'],
      { encoding: 'utf8' },
    );
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      'entente is not built yet\n  run npm start in the folder of the project: it installs, builds and tests the library\n',
    ]);
  });
});
