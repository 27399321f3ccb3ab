import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { readManifest } from '../../src/world/open.js';
import { newPlace, type Place } from './entente.js';

const committed = join(projectRoot(), 'world');
const manifest = readManifest(committed);

let place: Place;
beforeAll(() => {
  place = newPlace();
});
afterAll(() => place.remove());

/** The committed world with some of its files changed; the others are links to it. */
function worldWith(name: string, change: (folder: string) => void, own: readonly string[]): string {
  const folder = join(place.folder, name);
  mkdirSync(folder);
  for (const file of readdirSync(committed)) {
    if (own.includes(file)) copyFileSync(join(committed, file), join(folder, file));
    else symlinkSync(join(committed, file), join(folder, file));
  }
  change(folder);
  return folder;
}

function flipped(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = bytes[middle]! ^ 1;
  writeFileSync(file, bytes);
}

describe('entente world info', () => {
  it('says what the world holds: tables, sources, rows lost', async () => {
    const { code, out, err } = await place.entente('world', 'info');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(
      new RegExp(
        `^world ${manifest.world.slice(0, 12)} at ${committed}: ${manifest.tables.length} tables, ${manifest.variables.length} variables, \\d+ kB$`,
      ),
    );
    for (const { name } of [...manifest.tables, ...manifest.sources])
      expect(out).toMatch(new RegExp(`^${name} `, 'm'));
  });
  it('--json is the manifest', async () =>
    expect(JSON.parse((await place.entente('world', 'info', '--json')).out)).toEqual(manifest));
});

describe('entente world verify', () => {
  it('says that all is as it was built', async () =>
    expect(await place.entente('world', 'verify')).toMatchObject({
      code: 0,
      out: `all ${manifest.tables.length} tables are as they were built\n`,
      err: '',
    }));
  it('reads a world from a folder of any name', async () => {
    const folder = worldWith("it's a [world] *", () => {}, []);
    expect(await place.entente('world', 'verify', '--world', folder)).toMatchObject({ code: 0, err: '' });
    expect(
      await place.entente('show', 'polity2', '--states', 'USA', '--years', '2016', '--world', folder),
    ).toMatchObject({
      code: 0,
      err: '',
    });
  });
});

describe('a world that is not what its manifest says', () => {
  const restore = '  restore the files, or build the world anew';
  const changed = 'the file is not the one that was built';
  const damages: [name: string, own: string[], change: (folder: string) => void, what: string][] = [
    [
      'one bit flipped',
      ['polity5.parquet'],
      (f) => flipped(join(f, 'polity5.parquet')),
      `polity5 (${changed})`,
    ],
    [
      'a table cut short',
      ['nmc.parquet'],
      (f) => truncateSync(join(f, 'nmc.parquet'), 1000),
      `nmc (${changed})`,
    ],
    [
      'an empty table',
      ['fariss.parquet'],
      (f) => truncateSync(join(f, 'fariss.parquet'), 0),
      `fariss (${changed})`,
    ],
    [
      'two tables gone, and one in place of another',
      ['states.parquet', 'un_votes.parquet', 'nmc.parquet'],
      (f) => {
        rmSync(join(f, 'states.parquet'));
        rmSync(join(f, 'un_votes.parquet'));
        copyFileSync(join(committed, 'polity5.parquet'), join(f, 'nmc.parquet'));
      },
      `states (the file is not there), nmc (${changed}), un_votes (the file is not there)`,
    ],
  ];

  it.each(damages)('%s: verify names it, with 3', async (name, own, change, what) => {
    const folder = worldWith(`verify ${name}`, change, own);
    expect(await place.entente('world', 'verify', '--world', folder)).toMatchObject({
      code: 3,
      out: '',
      err: `${folder}: damaged: ${what}\n${restore}\n`,
    });
  });

  it.each(damages)('%s: nothing is read from it, with 3', async (name, own, change, what) => {
    const folder = worldWith(`read ${name}`, change, own);
    const first = /^.*?\)/.exec(what)![0];
    const reading = [
      ['show', 'polity2'],
      ['panel', 'state-year', '--variables', 'polity2', '--out', 'x.csv'],
      ['test', 'summit-for-democracy/no-black-and-white', '--out', 'pages'],
    ];
    for (const args of name === damages[0]![0] ? reading : reading.slice(0, 1)) {
      expect(await place.entente(...args, '--world', folder)).toMatchObject({
        code: 3,
        out: '',
        err: `${folder}: damaged: ${first}\n  entente world verify tells all that is damaged\n`,
      });
    }
    expect(readdirSync(place.folder)).not.toContain('x.csv');
    expect(readdirSync(place.folder)).not.toContain('pages');
  });
});

describe('a world without a manifest that can be read', () => {
  const manifestOf = (text: string | undefined) => (folder: string) => {
    const file = join(folder, 'manifest.json');
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  };
  const whole = readFileSync(join(committed, 'manifest.json'), 'utf8');

  it.each([
    ['cut short', whole.slice(0, 5000), /^ {2}(Unterminated string|Expected|Bad control|Unexpected)/],
    ['no JSON', 'hello', /^ {2}Unexpected token/],
    ['empty', '', /^ {2}Unexpected end of JSON input$/],
    ['null', 'null', /^ {2}its format is undefined, not 1$/],
    ['of another format', whole.replace('"format": 1', '"format": 2'), /^ {2}its format is 2, not 1$/],
    ['without tables', '{"format":1}', /^ {2}it has no tables$/],
    ['without sources', '{"format":1,"tables":[],"variables":[]}', /^ {2}it has no sources$/],
  ])('%s is told so, with 3', async (name, text, hint) => {
    const folder = worldWith(`manifest ${name}`, manifestOf(text), ['manifest.json']);
    for (const args of [
      ['world', 'info'],
      ['show', 'polity2'],
    ]) {
      const { code, out, err } = await place.entente(...args, '--world', folder);
      const [what, why] = err.split('\n');
      expect([code, out, what]).toEqual([
        3,
        '',
        `${join(folder, 'manifest.json')}: not a manifest of this version`,
      ]);
      expect(why).toMatch(hint);
    }
  });

  it.each([
    ['world', 'verify'],
    ['world', 'info'],
    ['variables'],
    ['check', 'summit-for-democracy'],
    ['cite', 'polity2'],
  ])('none at all is told so by %s %s, with 3', async (...args) =>
    expect(await place.entente(...args, '--world', 'none')).toMatchObject({
      code: 3,
      out: '',
      err: `no world at ${join(place.folder, 'none')}\n  entente world build --sources DIR makes one\n`,
    }),
  );
});

describe('entente world build', () => {
  it('that finds no sources says what it looked for, and leaves the old world as it was', async () => {
    const folder = worldWith('old', () => {}, []);
    const before = readdirSync(folder);
    mkdirSync(join(place.folder, 'nothing'));
    const { code, out, err } = await place.entente('world', 'build', '--sources', 'nothing', '--out', folder);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n').slice(-3)).toEqual([
      'upstream file not found: states/cow-system-membership-2016.csv',
      `  expected at ${join(place.folder, 'nothing', 'states/cow-system-membership-2016.csv')}`,
      '',
    ]);
    expect(readdirSync(folder)).toEqual(before);
    expect(readdirSync(place.folder).filter((f) => f.endsWith('.tmp'))).toEqual([]);
  });
});
