import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/kernel/canonical.js';
import { projectRoot } from '../../src/kernel/root.js';
import type { Manifest, ManifestTable } from '../../src/world/cards.js';
import { readManifest, verifyWorld } from '../../src/world/open.js';
import { asNobody } from './as-nobody.js';
import { type Desk, newDesk } from './desk.js';

const committed = join(projectRoot(), 'world');
let desk: Desk;
beforeAll(() => {
  desk = newDesk();
});
afterAll(() => desk.remove());

/** The committed world by links, changed. */
function worldWith(name: string, change: (folder: string) => void): string {
  const folder = join(desk.folder, name);
  mkdirSync(folder);
  for (const file of readdirSync(committed)) symlinkSync(join(committed, file), join(folder, file));
  change(folder);
  return folder;
}

/** Puts something else in the place of a file. */
const instead = (file: string, put: (path: string) => void) => (folder: string) => {
  rmSync(join(folder, file));
  put(join(folder, file));
};

/** Writes the manifest otherwise. */
const manifest = (change: (m: Manifest) => unknown) => (folder: string) =>
  instead('manifest.json', (path) =>
    writeFileSync(
      path,
      JSON.stringify(change(JSON.parse(readFileSync(join(committed, 'manifest.json'), 'utf8')))),
    ),
  )(folder);

const tables = (change: (tables: readonly ManifestTable[]) => unknown) =>
  manifest((m) => ({ ...m, tables: change(m.tables) }));

/** A manifest that is whole in itself, whatever its tables are. */
const named = (m: Manifest): Manifest => ({
  ...m,
  world: contentHash(m.tables.map((t) => [t.name, t.sha256])),
});

const nmc = 'nmc.parquet';
const reading = ['show', 'cinc', '--states', 'USA', '--years', '2000', '--world'];

describe('a manifest that is not what one was is told so, with 3', () => {
  const otherTables = 'its tables are not those after which it is named';
  it.each<[string, (folder: string) => void, string]>([
    ['its tables a text', tables(() => 'many'), 'its tables are no list'],
    ['its tables by name', tables(() => ({ nmc: {} })), 'its tables are no list'],
    ['its sources a number', manifest((m) => ({ ...m, sources: 3 })), 'its sources are no list'],
    ['a table that is nothing', tables(() => [null]), 'table 1 of it has no file, or no columns'],
    [
      'a table without a file',
      tables((all) => all.map((t) => (t.name === 'nmc' ? { ...t, file: undefined } : t))),
      'table 9 of it has no file, or no columns',
    ],
    ['a system without years', manifest((m) => ({ ...m, system: 'all' })), 'its system has no years'],
    ['a format in quotes', manifest((m) => ({ ...m, format: '1' })), 'its format is "1", not 1'],
    ['no tables left', tables(() => []), otherTables],
    ['a table less', tables((all) => all.filter((t) => t.name !== 'nmc')), otherTables],
    ['a table twice', tables((all) => [...all, all[0]]), otherTables],
    [
      'a table called as SQL is',
      tables((all) => all.map((t) => (t.name === 'nmc' ? { ...t, name: 'x"; DROP TABLE y; --' } : t))),
      otherTables,
    ],
    [
      'a table of another build',
      (folder) => {
        instead(nmc, (path) => copyFileSync(join(committed, 'polity5.parquet'), path))(folder);
        const sha256 = createHash('sha256')
          .update(readFileSync(join(folder, nmc)))
          .digest('hex');
        tables((all) => all.map((t) => (t.name === 'nmc' ? { ...t, sha256 } : t)))(folder);
      },
      otherTables,
    ],
    ['a folder in its place', instead('manifest.json', (path) => mkdirSync(path)), 'it is a folder'],
  ])('%s', async (name, change, hint) => {
    const folder = worldWith(`manifest: ${name}`, change);
    const told = {
      code: 3,
      err: [
        `${folder.replace(desk.folder, 'FOLDER')}/manifest.json: not a manifest of this version`,
        `  ${hint}`,
      ],
    };
    expect(await desk.refused('world', 'verify', '--world', folder)).toEqual(told);
    expect(await desk.refused(...reading, folder)).toEqual(told);
  });
});

describe('a world whose files are none is told so, with 3', () => {
  it.each<[string, (folder: string) => void, string]>([
    ['a folder for a table', instead(nmc, (path) => mkdirSync(path)), 'nmc (no file has its name)'],
    ['a pipe for a table', instead(nmc, (path) => spawnSync('mkfifo', [path])), 'nmc (no file has its name)'],
    ['links in a circle', instead(nmc, (path) => symlinkSync(nmc, path)), 'nmc (the file is not there)'],
    [
      'a table that stands elsewhere',
      tables((all) => all.map((t) => (t.name === 'nmc' ? { ...t, file: '../../../etc/passwd' } : t))),
      'nmc (the file is not the one that was built)',
    ],
  ])('%s', async (name, change, what) => {
    const folder = worldWith(name, change);
    const first = `FOLDER/${name}: damaged: ${what}`;
    expect(await desk.refused('world', 'verify', '--world', folder)).toEqual({
      code: 3,
      err: [first, '  restore the files, or build the world anew'],
    });
    expect(await desk.refused(...reading, folder)).toEqual({
      code: 3,
      err: [first, '  entente world verify tells all that is damaged'],
    });
  });

  it('one of no tables that is whole in itself', async () => {
    const folder = worldWith(
      'none',
      manifest((m) => named({ ...m, tables: [], variables: [], sources: [] })),
    );
    const lacking = ['states', 'state_names', 'state_years'].map(
      (t) => `${t} (the manifest does not name it)`,
    );
    expect((await desk.refused('world', 'verify', '--world', folder)).err[0]).toBe(
      `FOLDER/none: damaged: ${lacking.join(', ')}`,
    );
    expect(await desk.refused('variables', '--world', folder)).toEqual({
      code: 3,
      err: [`FOLDER/none: damaged: ${lacking[0]}`, '  entente world verify tells all that is damaged'],
    });
  });

  it('one with a table that was no table when it was built', async () => {
    const sha256 = createHash('sha256').update('PAR1 and nothing else').digest('hex');
    const folder = worldWith('garbage', (path) => {
      instead(nmc, (file) => writeFileSync(file, 'PAR1 and nothing else'))(path);
      manifest((m) =>
        named({ ...m, tables: m.tables.map((t) => (t.name === 'nmc' ? { ...t, sha256 } : t)) }),
      )(path);
    });
    expect(await desk.refused(...reading, folder)).toEqual({
      code: 3,
      err: [
        'FOLDER/garbage: damaged: nmc (no table can be read from the file)',
        '  restore the files, or build the world anew',
      ],
    });
  });
});

describe('a world that is none is told so, with 3', () => {
  it.each([
    ['a file', () => desk.put('file', 'hello')],
    ['links in a circle', () => symlinkSync('circle', join(desk.folder, 'circle'))],
    ['a link that leads nowhere', () => symlinkSync('gone', join(desk.folder, 'dangling'))],
    ['an address', () => undefined],
  ])('%s', async (what, make) => {
    make();
    const name = {
      'a file': 'file',
      'links in a circle': 'circle',
      'an address': 'https://example.org/world',
    };
    const world = name[what as keyof typeof name] ?? 'dangling';
    expect(await desk.refused('world', 'info', '--world', world)).toEqual({
      code: 3,
      err: [
        `no world at FOLDER/${world.replace('//', '/')}`,
        '  entente world build --sources DIR makes one',
      ],
    });
  });
});

describe('a world that may not be read', () => {
  it('is told so, file by file', () => {
    const folder = worldWith(
      'closed',
      instead(nmc, (path) => copyFileSync(join(committed, nmc), path)),
    );
    chmodSync(join(folder, nmc), 0);
    const told = asNobody(desk.folder, () => verifyWorld(folder));
    expect(told).toContainEqual({ table: 'nmc', what: 'it may not be read' });
    instead('manifest.json', (path) => copyFileSync(join(committed, 'manifest.json'), path))(folder);
    chmodSync(join(folder, 'manifest.json'), 0);
    asNobody(desk.folder, () =>
      expect(() => readManifest(folder)).toThrow(
        expect.objectContaining({ code: 'world/unreadable-manifest', hint: 'it may not be read' }),
      ),
    );
  });
});
