import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadClaim } from '../../src/claims/load.js';
import { readYaml } from '../../src/claims/yaml-file.js';
import { designs } from '../../src/designs/index.js';
import { changed, sound, toldBy } from '../claims/told.js';
import { workingTime } from '../working-time.js';
import { asNobody } from './as-nobody.js';

const root = mkdtempSync(join(tmpdir(), 'entente-claim-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What a person is told of a claim file with this text, a line each. */
function told(text: string | Uint8Array): string[] {
  const file = join(root, 'claim.yaml');
  writeFileSync(file, text);
  return toldOf(file);
}

function toldOf(file: string): string[] {
  try {
    loadClaim(file, designs);
  } catch (error) {
    return toldBy(error).replaceAll(root, 'FOLDER').split('\n');
  }
  throw new Error('nothing was thrown');
}

const change = (from: string, to: string): string => changed(sound, from, to);
const says = 'claim: Allies of the United States fell more.';

describe('a file that is YAML by its letter only is told where and why', () => {
  it.each<[string, string, string, string, string?]>([
    [
      'a tab behind a key that opens a list of keys',
      change('  design: share', '  design:\tshare\n\tof: x'),
      '6:1',
      'not YAML: Tabs are not allowed as indentation',
      'indent with spaces',
    ],
    [
      'one key twice within braces',
      change('as: endpoints', 'as: endpoints, as: yearly'),
      '6:56',
      'not YAML: Map keys must be unique',
      'write it once',
    ],
    [
      'one key twice, the second time in quotes',
      `${sound}"claim": again\n`,
      '18:1',
      'not YAML: Map keys must be unique',
      'write it once',
    ],
    ['a merge of what is nowhere', `${sound}<<: *base\n`, '18:5', 'not YAML: nothing is called &base'],
    [
      'keys for a key',
      `${sound}? { a: b }\n: c\n`,
      '18:3',
      'not YAML: a list, or keys with values, stands where a key should',
      'a key is a word',
    ],
    [
      'a list for a key',
      change('{ allies-of: USA', '{ [allies, of]: USA'),
      '7:12',
      'not YAML: a list, or keys with values, stands where a key should',
      'a key is a word',
    ],
    [
      'bytes behind a tag',
      change('claim: Allies', 'claim: !!binary Allies'),
      '1:17',
      'not YAML: the tag !!binary means nothing here',
      'put the text in quotes',
    ],
    [
      'a moment behind a tag',
      `${sound}period: !!timestamp 2001-09-11\n`,
      '18:21',
      'not YAML: the tag !!timestamp means nothing here',
      'put the text in quotes',
    ],
    [
      'the YAML in which no is false',
      `%YAML 1.1\n---\n${sound}by: no\n`,
      '1:1',
      'not YAML 1.2: 1.1',
      'leave the line %YAML out',
    ],
    ['a YAML that is not yet', `%YAML 9.9\n---\n${sound}`, '1:7', 'not YAML: Unsupported YAML version 9.9'],
    [
      'text behind the end of the document',
      `${sound}...\nmore: text\n`,
      '19:1',
      'not YAML: Source contains multiple documents',
      'one claim a file: end it before the line ---',
    ],
    [
      'the line ends of old Macs',
      sound.replaceAll('\n', '\r'),
      '1:8',
      'not YAML: Nested mappings are not allowed in compact mappings',
    ],
    [
      'spaces that are none',
      change('  design: share', '\u00a0\u00a0design: share'),
      '5:11',
      'not YAML: Nested mappings are not allowed in compact mappings',
    ],
  ])('%s', (_, text, place, what, hint) =>
    expect(told(text)).toEqual([`claims/broken-yaml at ${place}`, what, ...(hint ? [hint] : [])]),
  );

  it.each([
    ['nothing', `${sound}: c\n`, '18:1'],
    ['an empty text', `${sound}"": c\n`, '18:1'],
  ])('a key that is %s', (_, text, place) =>
    expect(told(text)).toEqual([
      `claims/unknown-key at ${place}`,
      'a key has no name',
      'write a word before the colon',
    ]),
  );

  it('a bomb of aliases within a value', () => {
    const names = [...'abcdefghij'];
    const lines = names.map((n, i) => {
      const inner = Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*${names[i - 1]}`));
      return `  ${n}: &${n} [${inner.join(', ')}]`;
    });
    expect(told(`${sound}labels:\n${lines.join('\n')}\n`)).toEqual([
      'claims/broken-yaml at 1:1',
      'not YAML: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });

  it('braces in braces without end, in time', () => {
    const worked = workingTime();
    const [code, what] = told(`${sound}labels: ${'{a: '.repeat(20_000)}`);
    expect([code, what]).toEqual([
      expect.stringMatching(/^claims\/broken-yaml at 18:\d+$/),
      'not YAML: nested too deeply',
    ]);
    expect(worked()).toBeLessThan(5000);
  });
});

describe('a text that hides something is told where', () => {
  const written = ['a control character is written here', 'leave it out'] as const;
  it.each<[string, string | Buffer, string, string, string]>([
    ['a NUL spelt out', change(says, 'claim: "a\\0b"'), '1:8', ...written],
    ['an escape spelt out', change('and: [USA]', 'and: ["\\e[31mUSA"]'), '7:47', ...written],
    ['half of a letter spelt out', change(says, 'claim: "a\\ud800b"'), '1:8', ...written],
    [
      'UTF-16, the large end first',
      Buffer.from(`\ufeff${sound}`, 'utf16le').swap16(),
      '1:1',
      'not text: claim.yaml',
      'save the file as UTF-8',
    ],
    [
      'UTF-16 that does not say so',
      Buffer.from(sound, 'utf16le'),
      '1:2',
      'not text: claim.yaml',
      'a control character stands here',
    ],
    [
      'a NUL in two bytes',
      Buffer.concat([Buffer.from('claim: '), Buffer.from([0xc0, 0x80, 0x0a])]),
      '1:8',
      'not text: claim.yaml',
      'save the file as UTF-8',
    ],
  ])('%s', (_, text, place, what, hint) =>
    expect(told(text)).toEqual([`claims/not-text at ${place}`, what, hint]),
  );

  it('ten megabytes of it', () =>
    expect(told(`${'x: y\n'.repeat(2_000_000)}${sound}`)).toEqual([
      'claims/too-large',
      'too large for a claim: claim.yaml',
      `it has ${10_000_000 + Buffer.byteLength(sound)} bytes; 1000000 are the most`,
    ]));
});

describe('a value that YAML takes for something else is told what was expected', () => {
  const years = 'write 1990-2020, or one year';
  it.each([
    [
      'yes for a yes',
      change(says, 'claim: true'),
      'claims/wrong-value at 1:1',
      'wrong value for claim: true',
      'expected text, found true or false',
    ],
    [
      'a day for a period',
      `${sound}period: 2001-09-11\n`,
      'years/malformed at 18:1',
      'not a span of years: 2001-09-11',
      years,
    ],
    [
      'an infinite period',
      `${sound}period: .inf\n`,
      'claims/wrong-value at 18:1',
      'wrong value for period: Infinity',
      'expected text, found a number',
    ],
    [
      'a period that is no number',
      `${sound}period: .nan\n`,
      'claims/wrong-value at 18:1',
      'wrong value for period: NaN',
      'expected text, found a number',
    ],
    [
      'a year of too many digits',
      `${sound}period: 19902020\n`,
      'years/malformed at 18:1',
      'not a span of years: 19902020',
      years,
    ],
    [
      'digits of another script',
      `${sound}period: ١٩٩٠-٢٠٢٠\n`,
      'years/malformed at 18:1',
      'not a span of years: ١٩٩٠-٢٠٢٠',
      years,
    ],
    [
      'a number for a label',
      `${sound}labels: { regime: 3 }\n`,
      'claims/wrong-value at 18:11',
      'wrong value for labels.regime: 3',
      'expected text, found a number',
    ],
  ])('%s', (_, text, code, what, hint) => expect(told(text)).toEqual([code, what, hint]));
});

describe('a file that is none is told so and never waited for', () => {
  const no = (file: string, hint: string): void =>
    expect(toldOf(join(root, file))).toEqual(['claims/unreadable', `cannot be read: ${file}`, hint]);

  it('a pipe', () => {
    spawnSync('mkfifo', [join(root, 'pipe.yaml')]);
    no('pipe.yaml', 'it is no file');
  });
  it('what never ends', () => {
    symlinkSync('/dev/zero', join(root, 'zero.yaml'));
    no('zero.yaml', 'it is no file');
  });
  it('links in a circle, and one that leads nowhere', () => {
    symlinkSync('circle.yaml', join(root, 'circle.yaml'));
    symlinkSync('gone', join(root, 'dangling.yaml'));
    no('circle.yaml', 'its links lead in a circle');
    no('dangling.yaml', 'it is a link that leads nowhere');
  });
  it('a name that is too long', () => {
    const name = `${'x'.repeat(300)}.yaml`;
    no(name, 'the name is too long');
  });
  it('one that may not be read', () => {
    const file = join(root, 'secret.yaml');
    writeFileSync(file, sound, { mode: 0 });
    asNobody(root, () =>
      expect(() => readYaml(file, z.unknown())).toThrow(
        expect.objectContaining({ code: 'claims/unreadable', hint: 'it may not be read' }),
      ),
    );
  });
  it('a folder for a list of specifications', () => {
    mkdirSync(join(root, 'list.csv'));
    expect(told(`${sound}specifications: list.csv\n`)).toEqual([
      'claims/unreadable at 18:1',
      'cannot be read: list.csv',
      'it is a folder',
    ]);
  });
  it.each([
    ['a quotation without end', `"${'x'.repeat(1_000_000)}\n`, 1_000_001],
    ['columns without end', `${Array.from({ length: 100_000 }, (_, i) => i).join()}\n1\n`, 588_889],
  ])('a list of specifications with %s', (_, text, letters) => {
    writeFileSync(join(root, 'long.csv'), text);
    expect(told(`${sound}specifications: long.csv\n`)).toEqual([
      'claims/broken-csv at 1:1',
      `a line of ${letters} letters`,
      '10000 are the most',
    ]);
  });
});
