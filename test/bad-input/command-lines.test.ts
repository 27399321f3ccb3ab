import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderForPages } from '../../src/cli/pages.js';
import { checkOut } from '../../src/cli/trace/write-rows.js';
import { checkPlace } from '../../src/cli/write-table.js';
import { article, falls, small, waiting } from '../e2e/entente.js';
import { asNobody } from './as-nobody.js';
import { type Desk, newDesk } from './desk.js';

let desk: Desk;
beforeAll(() => {
  desk = newDesk();
  desk.put('library/on-allies/argument.yaml', article('falls', 'waits', 'never'));
  desk.put('library/on-allies/falls.yaml', small);
  desk.put('library/on-allies/waits.yaml', waiting);
  desk.put('library/on-allies/never.yaml', falls(['2010-2040', '2005-2018'], ['polity2']));
  desk.put('taken', '');
  desk.put('bad.csv', 'a\n1\n');
  mkdirSync(join(desk.folder, 'folder.yaml'));
  symlinkSync('circle', join(desk.folder, 'circle'));
  symlinkSync('gone', join(desk.folder, 'dangling'));
});
afterAll(() => desk.remove());

const known = '  known: on-allies';
const elsewhere = '  nothing is read from elsewhere: save the claim as a .yaml file, and name that';
const long = 'x'.repeat(5000);
const shortened = `${'x'.repeat(120)}…${'x'.repeat(40)}`;

/** What each is told, with 2 and nothing printed or left behind. */
const told = async (args: readonly string[], lines: readonly string[]): Promise<void> =>
  expect(await desk.refused(...args)).toEqual({ code: 2, err: lines });

describe('a name that no claim has is shown as it is', () => {
  it.each<[string, string, string[]]>([
    ['a way out of the library', '../../etc/passwd', ['unknown argument: ../../etc/passwd', known]],
    [
      'a way out and back',
      'on-allies/../on-allies',
      ['unknown argument: on-allies/../on-allies', '  did you mean on-allies?'],
    ],
    ['the root', '/', ['unknown argument: /', known]],
    ['nothing', '', ['unknown argument: ', known]],
    [
      'an address of this machine',
      'file:///etc/passwd.yaml',
      ['an address is no file: file:///etc/passwd.yaml', elsewhere],
    ],
    [
      'an address',
      'http://example.org/claim',
      ['an address is no file: http://example.org/claim', elsewhere],
    ],
    ['two lines', 'on\nallies', ['unknown argument: on\\nallies', '  did you mean on-allies?']],
    ['quotes', `it's "on-allies"`, [`unknown argument: it's "on-allies"`, known]],
    ['a command in brackets', '$(touch x)', ['unknown argument: $(touch x)', known]],
    ['a command behind a semicolon', 'on-allies;touch x', ['unknown argument: on-allies;touch x', known]],
    ['a NUL', 'on-allies\u0000.yaml', ['cannot be read: on-allies\\u0000.yaml', '  no file has such a name']],
    [
      'a turn of the direction of reading',
      '\u202elmay.yaml',
      ['cannot be read: \\u202elmay.yaml', '  no such file'],
    ],
    ['colours', '\u001b[31mred\u001b[0m', ['unknown argument: \\u001b[31mred\\u001b[0m', known]],
    [
      'a new title of the window',
      '\u001b]0;x\u0007.yaml',
      ['cannot be read: \\u001b]0;x\\u0007.yaml', '  no such file'],
    ],
    [
      'a letter without width',
      'on-\u200ballies',
      ['unknown argument: on-\\u200ballies', '  did you mean on-allies?'],
    ],
    ['five thousand letters', long, [`unknown argument: ${shortened}`, known]],
    [
      'five thousand letters, and an ending',
      `${long}.yaml`,
      [`cannot be read: ${'x'.repeat(120)}…${'x'.repeat(35)}.yaml`, '  the name is too long'],
    ],
    ['an option behind two dashes', '--json', ['unknown argument: --json', known]],
    ['a device', '/dev/zero', ['unknown argument: /dev/zero', known]],
    ['a folder', 'folder.yaml', ['cannot be read: folder.yaml', '  it is a folder']],
  ])('%s', async (_, name, lines) => told(['test', '--', name], lines));
});

describe('an option that cannot be is told why', () => {
  const whole = (text: string) =>
    `error: option '--jobs <n>' argument '${text}' is invalid. expected a whole number from 1 on`;
  const empty = (option: string) => `error: option '--${option}' argument '' is invalid. expected a name`;
  it.each<[string, string[], string[]]>([
    ['fewer workers than none', ['test', '--jobs', '-1'], [whole('-1')]],
    ['workers in powers of ten', ['test', '--jobs', '1e9'], [whole('1e9')]],
    ['workers that are no number', ['test', '--jobs', 'NaN'], [whole('NaN')]],
    ['workers without end', ['test', '--jobs', 'Infinity'], [whole('Infinity')]],
    ['no workers', ['test', '--jobs', ''], [whole('')]],
    ['workers in wide digits', ['test', '--jobs', '９'], [whole('９')]],
    [
      'more workers than a machine holds',
      ['test', '--jobs', '1000000000'],
      [`error: option '--jobs <n>' argument '1000000000' is invalid. expected no more than 256`],
    ],
    ['another case', ['test', '--Json'], ["error: unknown option '--Json'", '(Did you mean --json?)']],
    ['its opposite', ['test', '--no-json'], ["error: unknown option '--no-json'", '(Did you mean --json?)']],
    ['a letter', ['test', '-j', '2'], ["error: unknown option '-j'"]],
    ['colours', ['test', '--\u001b[31m'], ["error: unknown option '--\\u001b[31m'"]],
    ['a command in colours', ['\u001b[31mtest'], ["error: unknown command '\\u001b[31mtest'"]],
    ['nowhere', ['test', 'on-allies/falls', '--out', ''], [empty('out <dir>')]],
    ['no library', ['test', '--library', ''], [empty('library <dir>')]],
    [
      'no world',
      ['variables', '--world', ' '],
      ["error: option '--world <dir>' argument ' ' is invalid. expected a name"],
    ],
    ['no file', ['show', 'polity2', '--out', ''], [empty('out <file>')]],
    [
      'an option where a folder was forgotten',
      ['test', 'on-allies/falls', '--out', '--json'],
      ["error: option '--out <dir>' argument '--json' is invalid. expected a name; ./--json if it begins so"],
    ],
    [
      'one choice alone, without its option',
      ['test', 'on-allies/falls', '--only', 'regime'],
      ['cannot be read as a choice and its option: regime', '  write choice=option, such as regime=polity2'],
    ],
    [
      'an option that no choice has',
      ['test', 'on-allies/falls', '--only', 'regime=polity3'],
      ['regime has no option polity3', '  did you mean polity2?'],
    ],
    [
      'a choice that is none',
      ['test', 'on-allies/falls', '--only', 'regmie=polity2'],
      ['no reading or alternative is called regmie', '  did you mean regime?'],
    ],
    [
      'one choice of several claims',
      ['test', 'on-allies', '--only', 'regime=polity2'],
      ['--only looks into one claim, and 3 are named', '  name one, such as on-allies/falls'],
    ],
  ])('%s', async (_, args, lines) => told(args, lines));
});

describe('a place where nothing can be written is told before anything runs', () => {
  const test = (out: string) => ['test', 'on-allies/falls', '--out', out];
  const trace = (out: string) => ['trace', 'on-allies/falls', '1', '--out', out];
  const panel = (out: string, ...more: string[]) => [
    'panel',
    'state-year',
    '--variables',
    'polity2',
    '--out',
    out,
    ...more,
  ];
  it.each<[string, string[], string[]]>([
    [
      'a folder that takes no others',
      test('/proc/entente'),
      ['cannot write /proc/entente', '  nothing can be made there'],
    ],
    ['links in a circle', test('circle'), ['cannot write FOLDER/circle', '  a file has this name']],
    [
      'below a link that leads nowhere',
      test('dangling/x'),
      ['cannot write FOLDER/dangling/x', '  a file has this name'],
    ],
    ['a device', test('/dev/null'), ['cannot write /dev/null', '  a file has this name']],
    [
      'below a device',
      test('/dev/null/x'),
      ['cannot write /dev/null/x', '  a file stands where a folder should'],
    ],
    [
      'a name of three hundred letters',
      test('y'.repeat(300)),
      [expect.stringMatching(/^cannot write FOLDER\/y+…y{40}$/), '  the name is too long'],
    ],
    [
      'rows, in a folder that takes none',
      trace('/proc/entente'),
      ['cannot write /proc/entente', '  nothing can be made there'],
    ],
    [
      'rows, as a table of Excel',
      trace('rows.xlsx'),
      ['cannot write these rows as rows.xlsx', '  end the name in .csv, or name a folder'],
    ],
    [
      'rows, in place of a file',
      trace('taken'),
      ['this is no folder: taken', '  end the name in .csv, or name a folder'],
    ],
    [
      'a panel with three hundred letters',
      panel(`${'y'.repeat(300)}.csv`),
      [expect.stringMatching(/^cannot write y+…y+\.csv$/), '  the name is too long'],
    ],
    [
      'a panel below links in a circle',
      panel('circle/x.csv'),
      ['cannot write circle/x.csv', '  there is no folder FOLDER/circle'],
    ],
    [
      'a panel and its citations in one file, spelt otherwise',
      panel('x.csv', '--cite', './x.csv'),
      [
        'the panel and its citations in one file: x.csv',
        '  name another file for the citations, such as panel.bib',
      ],
    ],
    [
      'a panel in a folder that takes none',
      panel('/proc/x.csv'),
      ['cannot write /proc/x.csv', '  nothing can be made there'],
    ],
    [
      'the citations of a panel nowhere',
      panel('x.csv', '--cite', 'none/x.bib'),
      ['cannot write none/x.bib', '  there is no folder FOLDER/none'],
    ],
    [
      'a world beside nothing',
      ['world', 'build', '--sources', 'none', '--out', '/proc/entente/world'],
      ['cannot write beside /proc/entente', "  ENOENT: no such file or directory, mkdir '/proc/entente'"],
    ],
    [
      'a world in place of a file',
      ['world', 'build', '--sources', 'none', '--out', 'taken'],
      ['this is a file: FOLDER/taken'],
    ],
  ])('%s', async (_, args, lines) => told(args, lines));

  it('a folder that may not be written to', () => {
    const folder = join(desk.folder, 'closed');
    mkdirSync(folder, { mode: 0o555 });
    asNobody(desk.folder, () => {
      expect(() => checkPlace(join(folder, 'x.csv'))).toThrow(
        expect.objectContaining({ code: 'cli/cannot-write', hint: 'it may not be written to' }),
      );
      expect(() => folderForPages(folder, [])).toThrow(
        expect.objectContaining({ code: 'cli/cannot-write', hint: 'it may not be written to' }),
      );
      expect(() => checkOut(join(folder, 'rows'))).toThrow(
        expect.objectContaining({ code: 'cli/cannot-write', hint: 'it may not be written to' }),
      );
    });
  });
});

describe('a question that has no answer is told why', () => {
  const numbers = '  there are 12; entente check --specifications numbers them';
  const lag = (...more: string[]) => [
    'panel',
    'state-year',
    '--variables',
    'polity2',
    '--out',
    'x.csv',
    ...more,
  ];
  const cardsKnown = expect.stringMatching(/^ {2}\d+ are known$/);
  it.each<[string, string[], string[]]>([
    [
      'the specification before the first',
      ['trace', 'on-allies/falls', '0'],
      ['no specification 0', numbers],
    ],
    [
      'a specification in powers of ten',
      ['trace', 'on-allies/falls', '1e1'],
      ['no specification 1e1', numbers],
    ],
    ['a specification in wide digits', ['trace', 'on-allies/falls', '１'], ['no specification １', numbers]],
    [
      'a part of a claim that has one test',
      ['trace', 'on-allies/falls', '--part', 'x'],
      ['on-allies/falls has no part x', '  it has one test: leave --part out'],
    ],
    [
      'a specification that is impossible',
      ['trace', 'on-allies/never', '1'],
      [
        'specification 1 is impossible: polity2 ends in 2018',
        '  entente check --specifications says which run',
      ],
    ],
    ['whom to cite for nothing', ['cite', ''], ['neither a variable nor an argument: ', cardsKnown]],
    [
      'whom to cite for something of JavaScript',
      ['cite', '__proto__'],
      ['neither a variable nor an argument: __proto__', cardsKnown],
    ],
    [
      'whom to cite for a claim without its argument',
      ['cite', 'polity2', 'falls'],
      ['neither a variable nor an argument: falls', '  a claim is named with its argument: on-allies/falls'],
    ],
    [
      'a variable that is SQL',
      ['show', "polity2'; DROP TABLE x"],
      ["unknown variable: polity2'; DROP TABLE x", cardsKnown],
    ],
    [
      'a variable read from the right',
      ['show', '\u202epolity2'],
      ['unknown variable: \\u202epolity2', '  did you mean polity2?'],
    ],
    [
      'a span that never ends',
      ['show', 'polity2', '--years', '1990-'],
      ['not a span of years: 1990-', '  write 1990-2020, or one year'],
    ],
    [
      'a span of three',
      ['show', 'polity2', '--years', '1990-2000-2010'],
      ['not a span of years: 1990-2000-2010', '  write 1990-2020, or one year'],
    ],
    [
      'the years of what has none',
      ['show', 'states', '--years', '1990'],
      [
        'states has no column year, so that --years chooses nothing',
        '  its columns: ccode, from_year, to_year, iso3c, cow_abbreviation, name, begins, ends',
      ],
    ],
    [
      'a lag of nothing',
      lag('--lag', 'polity2:0'),
      ['a lag or lead of 0 years: polity2:0', '  give from 1 to 209 whole years'],
    ],
    [
      'a lag that looks ahead',
      lag('--lag', 'polity2:-1'),
      ['a lag or lead of -1 years: polity2:-1', '  give from 1 to 209 whole years'],
    ],
    [
      'a lag in powers of ten',
      lag('--lag', 'polity2:1e9'),
      ['not a variable and a number of years: polity2:1e9', '  write cinc:1 for one year'],
    ],
    [
      'an heir without a lag',
      lag('--heirs', '260:255'),
      [
        'heirs count for lags and leads alone, and none is asked for',
        '  add --lag or --lead; years of peace and spells are always a state’s own',
      ],
    ],
    [
      'a state that is its own heir',
      lag('--lag', 'polity2:1', '--heirs', 'Germany:255'),
      [
        'Germany and 255 are one state, 255',
        '  a state’s own past needs no heir: lags follow its COW number through every change of name',
      ],
    ],
    [
      'code in a language that nobody wrote',
      lag('--code', 'julia'),
      ['no code for this language: julia', '  known: r, python, stata'],
    ],
    [
      'Parquet for Stata',
      ['panel', 'state-year', '--variables', 'polity2', '--out', 'x.parquet', '--code', 'stata'],
      ['Stata does not read Parquet: x.parquet', '  write .dta or .csv'],
    ],
    [
      'peace since what is no event',
      ['panel', 'state-year', '--peace-years', 'polity2', '--out', 'x.csv'],
      [
        'years of peace need an event, and this is none: polity2',
        '  an event is marked 0 or 1, or counted from 0; polity2 is in points, −10 to 10',
      ],
    ],
    [
      'pairs of states in a panel of leaders',
      ['panel', 'leader-year', '--variables', 'imports', '--out', 'x.csv'],
      [
        'imports is of level dyad-year and does not fit a leader-year panel',
        '  a leader-year panel takes variables of level state-year or system-year; imports needs a dyad-year panel',
      ],
    ],
    [
      'scores of states in a panel of the system',
      ['panel', 'system-year', '--variables', 'polity2', '--out', 'x.csv'],
      [
        'polity2 is of level state-year and does not fit a system-year panel',
        '  a system-year panel takes variables of level system-year; polity2 needs a state-year panel',
      ],
    ],
    [
      'relevant states',
      lag('--relevant'),
      ['--relevant speaks of pairs of states: a state-year panel has none', '  ask for a dyad-year panel'],
    ],
    [
      'two levels',
      ['panel', 'state-year', 'dyad-year', '--out', 'x.csv'],
      ["error: too many arguments for 'panel'. Expected 1 argument but got 2."],
    ],
    [
      'a copy that is not of its source',
      ['world', 'add', 'gsdb', 'bad.csv'],
      [
        'bad.csv:1: column case_id is not in bad.csv',
        '  it has a …; is it Global Sanctions Data Base, Release 4 (1950–2023)?',
      ],
    ],
    [
      'a copy that is no file',
      ['world', 'add', 'gsdb', '/dev/zero'],
      ['/dev/zero: no such file: /dev/zero', '  expected Global Sanctions Data Base'],
    ],
    [
      'to take away what lies elsewhere',
      ['world', 'remove', '../..'],
      ['nothing was added under the name "../.."', '  nothing was added at all'],
    ],
  ])('%s', async (_, args, lines) => told(args, lines));
});
