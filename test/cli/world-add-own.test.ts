import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Spoken, spoken } from './spoken.js';

let here: Spoken;
beforeAll(() => {
  here = spoken();
});
afterAll(() => here.remove());

const put = (content: string | Buffer | undefined): void => {
  const path = join(here.folder, 't.csv');
  rmSync(path, { force: true });
  if (content !== undefined) writeFileSync(path, content);
};
const good = 'country,year,score\nChina,2001,3.5\nIndia,2001,4\n';
const add = (...args: string[]) => here.run('world', 'add', 'mine', 't.csv', ...args);

const word = 'use up to 31 small letters, digits and _, a letter first: mine';

/** What is wrong, the file, the flags beside `--level state-year` (or with a level of their own), and what is said. */
const refused: [string, string | Buffer | undefined, string[], string, string?][] = [
  [
    'no file',
    undefined,
    [],
    't.csv: no such file: t.csv',
    'expected a table as text: CSV, or separated by semicolons or tabs',
  ],
  [
    'an empty file',
    ' \n',
    [],
    't.csv: an empty file: t.csv',
    'expected a table: a line of names, and rows under it',
  ],
  [
    'a spreadsheet',
    Buffer.from('PK\u0003\u0004xx'),
    [],
    't.csv: a spreadsheet, not text: t.csv',
    'save the sheet as CSV (UTF-8), and add that',
  ],
  [
    'UTF-16',
    Buffer.from(`\ufeff${good}`, 'utf16le'),
    [],
    't.csv: text in UTF-16: t.csv',
    'save it as CSV in UTF-8',
  ],
  [
    'bytes',
    Buffer.from('a,b\n1,\u0007\n'),
    [],
    't.csv: not text: t.csv',
    'a control character stands in line 2',
  ],
  [
    'one column',
    'a line\nanother\n',
    [],
    't.csv:1: cannot tell what separates the columns of t.csv',
    'separate them by commas, semicolons or tabs',
  ],
  [
    'names alone',
    'country,year,score\n',
    [],
    't.csv:1: no rows in t.csv',
    'expected rows under the names of the columns',
  ],
  [
    'a decimal comma between commas',
    'country,year,score\nChina,2001,3,5\n',
    [],
    't.csv:2: 4 fields where the header has 3',
    'put a field that holds a comma in quotes: "3,5"; or separate the columns by semicolons or tabs',
  ],
  [
    'half a line',
    'country,year,score\nChina,2001\n',
    [],
    't.csv:2: 2 fields where the header has 3',
    'the columns are separated by commas; is the line whole?',
  ],
  [
    'an open quote',
    'country,year,score\nChina,2000,1\n"China,2001,3.5\n',
    [],
    't.csv:3: a quote is opened and not closed',
    'close it, or double a quote that is meant as such: ""',
  ],
  [
    'text after a quote',
    'country,year,score\n"China"n,2001,3\n',
    [],
    't.csv:2: text after a closing quote: n,2001,3',
    'double a quote that stands within a quoted field: ""',
  ],
  [
    'a doubled column',
    'country,year,score,score\nChina,2001,3,4\n',
    [],
    't.csv:1: two columns are called score',
    'give each a name of its own',
  ],
  [
    'two columns of one name',
    'country,year,a b,A-B\nChina,2001,3,4\n',
    [],
    't.csv:1: two columns would be the variable mine_a_b',
    'a b and A-B: rename one',
  ],
  [
    'years side by side',
    'country,1990,1991,1992\nChina,1,2,3\n',
    [],
    't.csv:1: the years stand side by side: 1990, 1991, 1992 …',
    'one row a state and year is needed, with a column year (in R: tidyr::pivot_longer)',
  ],
  [
    'no states',
    'land,year,score\nChina,2001,3\n',
    [],
    't.csv:1: no column of states in t.csv',
    'call it ccode (COW numbers), iso3 or country, or say --state COLUMN; it has land, year, score',
  ],
  [
    'no pairs',
    'country,year,score\nChina,2001,3\n',
    ['--level', 'dyad-year'],
    't.csv:1: no column of both states in t.csv',
    'call it ccode1 and ccode2, iso3a and iso3b, or from and to, or say --state FIRST,SECOND; it has country, year, score',
  ],
  [
    'one column for a pair',
    good,
    ['--level', 'dyad-year', '--state', 'country'],
    '--state names 1 columns: a dyad-year table has 2',
    'write --state FIRST,SECOND',
  ],
  [
    'no years',
    'country,when,score\nChina,2001,3\n',
    [],
    't.csv:1: no column of years in t.csv',
    'call it year, or say --year COLUMN; it has country, when, score',
  ],
  ['a misspelt column', good, ['--year', 'yaer'], 't.csv:1: no column yaer in t.csv', 'did you mean year?'],
  ['a key as a variable', good, ['--columns', 'year'], 't.csv:1: year names the row: it is no variable'],
  [
    'no numbers',
    'country,year,score\nChina,2001,high\n',
    [],
    't.csv:1: no column of numbers in t.csv',
    'beside states and years it has score',
  ],
  [
    'text among numbers',
    'country,year,score\nChina,2001,3\nIndia,2001,n.k.\n',
    [],
    't.csv:3: not a number in column score: n.k.',
    'if it means that there is no value: --missing n.k.',
  ],
  [
    'a per cent sign',
    'country,year,score\nChina,2001,45%\n',
    [],
    't.csv:2: not a number in column score: 45%',
    'write 45 for 45 %, and say the unit with --unit',
  ],
  [
    'the other mark',
    'country,year,score\nChina,2001,"1,5"\n',
    ['--decimal', 'point'],
    't.csv:2: not a number in column score: 1,5',
    'the file is read with a decimal point; --decimal comma reads the other',
  ],
  [
    'either mark',
    'country,year,score\nChina,2001,"1,234"\n',
    [],
    't.csv:2: cannot tell whether 1,234 is 1234 or 1.234',
    'column score: say --decimal point or --decimal comma',
  ],
  [
    'both marks',
    'country,year,score\nChina,2001,"1,5"\nIndia,2001,2.5\n',
    [],
    't.csv:3: 2.5 has a decimal point, 1,5 a decimal comma',
    'columns score (line 3) and score (line 2): write all numbers in one way',
  ],
  [
    'a short year',
    'country,year,score\nChina,01,3\n',
    [],
    't.csv:2: not a year in column year: 01',
    'write it in four digits: 2001',
  ],
  [
    'a day',
    'country,year,score\nChina,2001-05-03,3\n',
    [],
    't.csv:2: not a year in column year: 2001-05-03',
    'one row a year, with the year alone: 2001',
  ],
  [
    'years out of the record',
    'country,year,score\nChina,1700,3\nIndia,2090,4\n',
    [],
    't.csv: no row of t.csv is of the record',
    'outside the years of the record: 2',
  ],
  [
    'names of no state',
    'country,year,score\nChnia,2001,3\nWorld,2001,4\nWorld,2002,4\n',
    [],
    't.csv:2: no state is called Chnia (line 2; did you mean China?), World (lines 3 and 4)',
    'mend the spelling; or --read-as "Chnia=China"; or leave rows out: --leave-out "World"',
  ],
  [
    'a name borne no longer',
    'country,year,score\nYugoslavia,2000,2\nYugoslavia,2015,3\n',
    [],
    't.csv:3: no state is called Yugoslavia after 2002 (line 3; the name stands for 345 in 1918–2002)',
    'mend the spelling; or --read-as "Yugoslavia=ITS NAME"; or leave rows out: --leave-out "Yugoslavia"',
  ],
  [
    'a row of nobody',
    'country,year,score\n,2001,3\n',
    [],
    't.csv:2: the row names no state',
    'fill it in, or take the row out',
  ],
  [
    'a row of two',
    'ccode,country,year,score\n840,United States,2001,3\n',
    [],
    't.csv:2: 840 is Philippines (840), United States is United States (2)',
    'say which column names the state: --state COLUMN',
  ],
  [
    'a row twice',
    'country,year,score\nGermany,1980,3\nWest Germany,1980,4\n',
    [],
    't.csv:3: two rows for West Germany, 1980: lines 2 and 3',
    'one row each: take one out, or add them up',
  ],
  [
    'not symmetric',
    'from,to,year,x\nUSA,CHN,2001,3\nCHN,USA,2001,4\n',
    ['--level', 'dyad-year', '--symmetric'],
    't.csv:3: x is not the same both ways: United States and China in 2001',
    'lines 2 and 3; leave out --symmetric to keep both',
  ],
  [
    'symmetric states',
    good,
    ['--symmetric'],
    '--symmetric speaks of pairs of states: a state-year table has none',
  ],
  [
    'a column without values that enter',
    'country,year,score\nUkraine,1950,3\nChina,1950,NA\n',
    [],
    't.csv:1: the column score has no value in the rows that enter',
    'choose others with --columns',
  ],
  [
    'a level',
    good,
    ['--level', 'state-month'],
    'no level of a table of one’s own: state-month',
    'known: state-year, dyad-year, system-year',
  ],
  [
    'a prefix',
    good,
    ['--prefix', 'Mine-'],
    'no beginning for names of variables: "Mine-"',
    'use small letters, digits and _, a letter first: mine_',
  ],
  [
    'a variable of the record',
    'country,year,c\nChina,2001,3\n',
    ['--prefix', 'cin'],
    't.csv:1: two tables have a variable cinc',
    'let yours begin otherwise: --prefix my_',
  ],
  [
    'a word of the database',
    'country,year,der\nChina,2001,3\n',
    ['--prefix', 'or'],
    't.csv:1: a variable cannot be called order',
    'it is a word of the database: choose another --prefix',
  ],
  [
    'a mark of decimals',
    good,
    ['--decimal', 'dot'],
    'wrong value for --decimal: dot',
    'expected point or comma',
  ],
  [
    'a unit of nothing',
    good,
    ['--unit', 'points'],
    'wrong value for --unit: points',
    'write --unit score=points',
  ],
  [
    'a unit of no column',
    good,
    ['--unit', 'scoer=points'],
    't.csv:1: no column of numbers is called scoer',
    'it has score',
  ],
];

describe('entente world add NAME FILE --level refuses', () => {
  it.each(refused)('%s', async (_, content, flags, message, hint) => {
    put(content);
    const level = flags.includes('--level') ? [] : ['--level', 'state-year'];
    const { code, out, err } = await add(...level, ...flags);
    expect(err).toBe(`${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(existsSync(join(here.folder, 'local')) ? readdirSync(join(here.folder, 'local')) : []).toEqual([]);
  });

  it.each([
    ['../mine', `no name for a table: "../mine"\n  ${word}\n`],
    ['/tmp/mine', `no name for a table: "/tmp/mine"\n  ${word}\n`],
    ['My table', `no name for a table: "My table"\n  ${word}\n`],
    ['größe', `no name for a table: "größe"\n  ${word}\n`],
    ['con', `no name for a table: "con"\n  ${word}\n`],
    ['gsdb', 'gsdb is the name of a source\n  choose another, such as mine\n'],
    ['nmc', 'nmc is the name of a source\n  choose another, such as mine\n'],
  ])('the name %s', async (name, said) => {
    put(good);
    expect(await here.run('world', 'add', name, 't.csv', '--level', 'state-year')).toEqual({
      code: 2,
      out: '',
      err: said,
    });
  });

  it('a table without a level, and an option of tables for the copy of a source', async () => {
    put(good);
    expect((await add()).err).toBe(
      'no source of your own is called mine\n  did you mean mie? a table of your own needs --level state-year, dyad-year or system-year\n',
    );
    expect((await here.run('world', 'add', 'gsdb', 't.csv', '--unit', 'score=points')).err).toBe(
      'a table of your own needs --level\n  write --level state-year, dyad-year or system-year\n',
    );
  });

  it('a side file with a key that is none', async () => {
    put(good);
    writeFileSync(join(here.folder, 'about.yaml'), 'title: Press\nvariables:\n  score: { titel: Freedom }\n');
    expect((await add('--level', 'state-year', '--about', 'about.yaml')).err).toBe(
      'about.yaml:3:12: unknown key: titel\n  did you mean title?\n',
    );
  });
});

describe('entente world add and remove', () => {
  it('say how the file was read, and what may not be as it was meant', async () => {
    put('country;year;score;note\nChina;2001;-99;a\nIndia;2001;4,5;b\n');
    const { code, out, err } = await add('--level', 'state-year', '--unit', 'score=points');
    expect({ code, err }).toEqual({
      code: 0,
      err: [
        'read as UTF-8, columns parted by semicolons, decimal comma; a row is one country, year',
        'left out: note (it holds text)',
        'score is -99 in 1 row: if that means no value, --missing=-99',
        'kept in local: variables, show, panel and your own claims know mine_score; a verdict that rests on it says so',
        '',
      ].join('\n'),
    });
    expect(out).toContain('t.csv, the user’s own file, sha256');
    expect(out).toContain('2 rows read');
    const listed = await here.run('variables', 'mine_score');
    expect(listed.out).toMatch(/mine_score\s+state-year\s+2001–2001\s+2\s+score\s+points\s+mine \(local\)/);
    await add('--level', 'state-year', '--missing=-99');
    expect((await here.run('variables', 'mine_score')).out).toMatch(/2001–2001\s+1\s+score/);
  });

  it('ask whether a pair is meant both ways, and take the table away', async () => {
    put('from,to,year,x\nUSA,CHN,2001,3\n');
    const { err } = await here.run('world', 'add', 'flows', 't.csv', '--level', 'dyad-year');
    expect(err).toContain('each pair stands in one direction only: if it holds of both, add --symmetric\n');
    expect(await here.run('world', 'remove', 'flow')).toEqual({
      code: 2,
      out: '',
      err: 'nothing was added under the name "flow"\n  did you mean flows?\n',
    });
    expect(await here.run('world', 'remove', 'flows')).toEqual({
      code: 0,
      out: '',
      err: 'removed flows from local; the file that it was read from stays\n',
    });
  });
});
