import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/claims/yaml-file.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound, told, toldBy } from './told.js';

const misspelt = changed(sound, '  against:', '  agianst:');

describe('a file', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  const expectTold = (text: string | Uint8Array, lines: string[], name?: string): void =>
    expect(told(text, world, name).split('\n')).toEqual(lines);
  const unknownKey = ['claims/unknown-key at 8:3', 'unknown key: agianst', 'did you mean against?'];

  describe('that is no YAML is told where', () => {
    it.each([
      [
        'a bracket that is never closed',
        changed(sound, 'test:', 'test: ['),
        '5:11',
        'Implicit keys need to be on a single line',
      ],
      ['a key twice', `${sound}claim: again\n`, '18:1', 'Map keys must be unique', 'write it once'],
      [
        'a tab',
        changed(sound, '  design', '\tdesign'),
        '5:1',
        'Tabs are not allowed as indentation',
        'indent with spaces',
      ],
      [
        'a quote that is never closed',
        changed(sound, 'claim: A', 'claim: "A'),
        '18:1',
        'Missing closing "quote',
      ],
      [
        'an indentation that fits nowhere',
        changed(sound, '  against', ' against'),
        '8:1',
        'All mapping items must start at the same column',
      ],
      [
        'two documents',
        `${sound}---\n${sound}`,
        '18:1',
        'Source contains multiple documents',
        'one claim a file: end it before the line ---',
      ],
      [
        'a tag',
        changed(sound, 'Allies of', '!!js/function Allies of'),
        '1:8',
        'Unresolved tag: tag:yaml.org,2002:js/function',
        'put the text in quotes',
      ],
      [
        'an alias of nothing',
        changed(sound, '[polity2, fh_score]', '*scores'),
        '16:11',
        'nothing is called &scores',
      ],
      [
        'an alias within what it names',
        changed(sound, '[polity2, fh_score]', '&a [polity2, *a]'),
        '1:1',
        'an alias stands within what it names',
      ],
      ['brackets in brackets without end', `claim: ${'['.repeat(20_000)}\n`, undefined, 'nested too deeply'],
    ])('%s', (_, text, place, what, hint?: string) => {
      const [code, ...rest] = told(text, world).split('\n');
      expect(code).toMatch(
        place === undefined ? /^claims\/broken-yaml at 1:\d+$/ : `claims/broken-yaml at ${place}`,
      );
      expect(rest).toEqual([`not YAML: ${what}`, ...(hint ? [hint] : [])]);
    });

    it('aliases that unfold to billions', () => {
      const names = [...'abcdefgh'];
      const lines = names.map(
        (n, i) =>
          `${n}: &${n} [${Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*${names[i - 1]}`)).join(', ')}]`,
      );
      expectTold(`${lines.join('\n')}\n${sound}`, [
        'claims/broken-yaml at 1:1',
        'not YAML: Excessive alias count indicates a resource exhaustion attack',
      ]);
    });
  });

  describe('that is no text is told where', () => {
    it.each([
      ['a NUL byte', changed(sound, 'Allies', 'All\u0000ies'), '1:11', 'a control character stands here'],
      ['an escape', changed(sound, 'Allies', '\u001b[31mAllies'), '1:8', 'a control character stands here'],
      [
        'Latin-1',
        Buffer.from(changed(sound, 'Allies', 'Alliés'), 'latin1'),
        '1:12',
        'save the file as UTF-8',
      ],
      ['UTF-16', Buffer.from(`\ufeff${sound}`, 'utf16le'), '1:1', 'save the file as UTF-8'],
      [
        'a picture',
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        '1:1',
        'save the file as UTF-8',
      ],
    ])('%s', (_, text, place, hint) =>
      expectTold(text, [`claims/not-text at ${place}`, 'not text: claim.yaml', hint]),
    );

    it('five megabytes', () =>
      expectTold(`# ${'x'.repeat(5_000_000)}\n${sound}`, [
        'claims/too-large',
        'too large for a claim: claim.yaml',
        `it has ${5_000_003 + Buffer.byteLength(sound)} bytes; 1000000 are the most`,
      ]));
  });

  it.each([
    ['nothing', ''],
    ['a comment only', '# a claim\n'],
    ['a document that says nothing', '---\n'],
  ])('with %s is empty', (_, text) =>
    expectTold(text, [
      'claims/empty at 1:1',
      'the file is empty',
      'expected at least claim, measured and counts-against',
    ]),
  );

  it.each([
    ['a list', '- a\n', '["a"]', 'a list'],
    ['a text', 'hello\n', 'hello', 'text'],
    ['a number', '3\n', '3', 'a number'],
  ])('with %s is told what was expected', (_, text, value, found) =>
    expectTold(text, [
      'claims/wrong-value at 1:1',
      `wrong value for the file: ${value}`,
      `expected keys with values, found ${found}`,
    ]),
  );

  describe('is read', () => {
    it.each([
      ['with the line ends of Windows', sound.replaceAll('\n', '\r\n')],
      ['with a byte order mark', `\ufeff${sound}`],
      ['with comments and a document mark', `%YAML 1.2\n---\n# a claim\n${sound}`],
      [
        'with an anchor and its alias',
        changed(
          changed(sound, 'measured: T', 'measured: &m T'),
          'because: A tenth more is about what people would call more.',
          'because: *m',
        ),
      ],
      ['with letters of all scripts', changed(sound, 'Allies', 'Союзники 盟友 حلفاء 🕊')],
    ])('%s', (_, text) => expectTold(text, ['sound, with 8 specifications']));

    it('with the line ends of Windows, mistakes in their place', () =>
      expectTold(misspelt.replaceAll('\n', '\r\n'), unknownKey));
    it('with a byte order mark, mistakes in their place', () => {
      expectTold(`\ufeff${misspelt}`, unknownKey);
      expectTold(`\ufeff${changed(sound, 'claim:', 'clam:')}`, [
        'claims/unknown-key at 1:1',
        'unknown key: clam',
        'did you mean claim?',
      ]);
    });
    it('with letters of all scripts, mistakes in their place', () =>
      expectTold(changed(misspelt, '  agianst: $y', '  "Союз🕊": $y'), [
        'claims/unknown-key at 8:3',
        'unknown key: Союз🕊',
        'known: of, group, against',
      ]));
  });

  it.each(["it's.yaml", 'a "quoted" one.yaml', '[a]*?.yaml', 'so — Größe.yaml', '$HOME;`x`.yaml'])(
    'may be called %s',
    (name) => {
      expectTold(sound, ['sound, with 8 specifications'], name);
      expectTold(
        `${sound}__proto__: 1\n`,
        ['claims/unknown-key at 18:1', 'unknown key: __proto__', 'nothing may be called so'],
        name,
      );
    },
  );

  it('whose name has a line break is named on one line', () =>
    expectTold(
      '\u0000',
      ['claims/not-text at 1:1', 'not text: two�lines.yaml', 'a control character stands here'],
      'two\nlines.yaml',
    ));
});

describe('a file that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-claim-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (name: string): string[] => {
    try {
      readYaml(join(folder, name), z.unknown());
    } catch (error) {
      return toldBy(error).replaceAll(folder, 'FOLDER').split('\n');
    }
    return ['read'];
  };

  it('is told, with the nearest that is there', () => {
    writeFileSync(join(folder, 'allies.yaml'), sound);
    mkdirSync(join(folder, 'folder.yaml'));
    expect(read('alies.yaml')).toEqual([
      'claims/unreadable',
      'cannot be read: alies.yaml',
      'no such file; did you mean allies.yaml?',
    ]);
    expect(read('other.yaml')).toEqual(['claims/unreadable', 'cannot be read: other.yaml', 'no such file']);
    expect(read('none/allies.yaml')).toEqual([
      'claims/unreadable',
      'cannot be read: none/allies.yaml',
      'no such folder: FOLDER/none',
    ]);
    expect(read('folder.yaml')).toEqual([
      'claims/unreadable',
      'cannot be read: folder.yaml',
      'it is a folder',
    ]);
  });
});
