import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import { designs } from '../../src/designs/index.js';
import { sound, toldBy } from './told.js';

const root = mkdtempSync(join(tmpdir(), 'entente-claim-'));
afterAll(() => rmSync(root, { recursive: true }));

const article = `title: On allies
author: A. N. Author
outlet: The Outlet
published: 2021-11
summary: It argues that allies fell more.
claims: [allies, waits]
`;
const waits = 'claim: It divides.\nmeasured: How.\ncounts-against: Two.\nawaits: [network]\n';

let library: string;
let folders = 0;

/** A library with one argument of two claims. */
beforeEach(() => {
  library = join(root, `library-${folders++}`);
  put('on-allies/argument.yaml', article);
  put('on-allies/allies.yaml', sound);
  put('on-allies/waits.yaml', waits);
});

function put(file: string, text: string): string {
  const path = join(library, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Claims found, as `argument/claim`. */
const found = (...names: string[]): string[] =>
  findClaims(names, library, designs).flatMap((f) => f.claims.map((c) => `${f.argument.id}/${c.id}`));

function mistake(...names: string[]): string[] {
  try {
    findClaims(names, library, designs);
  } catch (error) {
    return toldBy(error)
      .replaceAll(/library-\d+/g, 'LIBRARY')
      .split('\n');
  }
  throw new Error('nothing was thrown');
}

describe('claims are found', () => {
  it('all of them, by argument, and one', () => {
    const all = ['on-allies/allies', 'on-allies/waits'];
    expect(found()).toEqual(all);
    expect(found('on-allies')).toEqual(all);
    expect(found('on-allies/')).toEqual(all);
    expect(found('on-allies/waits')).toEqual(['on-allies/waits']);
  });

  it('by their file, or that of their argument', () => {
    expect(found(join(library, 'on-allies/allies.yaml'))).toEqual(['on-allies/allies']);
    expect(found(join(library, 'on-allies/argument.yaml'))).toEqual(['on-allies/allies', 'on-allies/waits']);
  });

  it('each once, however often it is named, and those of an argument together', () => {
    const file = join(library, 'on-allies/allies.yaml');
    expect(found('on-allies/waits', file, 'on-allies', 'on-allies/waits')).toEqual([
      'on-allies/waits',
      'on-allies/allies',
    ]);
    expect(findClaims(['on-allies/waits', 'on-allies/allies'], library, designs)).toHaveLength(1);
  });

  it('with the author of the article, unless they name another', () => {
    put('on-allies/waits.yaml', `${waits}by: B. Else\n`);
    expect(findClaims([], library, designs)[0]?.claims.map((c) => c.by)).toEqual(['A. N. Author', 'B. Else']);
  });

  it('with the year of the article written as a number, too', () => {
    put('on-allies/argument.yaml', article.replace('2021-11', '2021'));
    expect(findClaims([], library, designs)[0]?.argument.published).toBe('2021');
  });

  it('in a file that the argument does not list, too', () =>
    expect(found(put('on-allies/draft.yaml', waits))).toEqual(['on-allies/draft']));

  it('in files of no argument: those of one folder make one argument', () => {
    const [a, b] = [put('mine/one.yaml', sound), put('mine/two.yml', waits)];
    const all = findClaims([a, b], library, designs);
    expect(all).toHaveLength(1);
    expect(all[0]?.argument).toMatchObject({ id: 'mine', author: 'not named', outlet: 'a file of your own' });
    expect(all[0]?.argument.claims.map((c) => c.id)).toEqual(['one', 'two']);
    expect(all[0]?.claims.map((c) => c.id)).toEqual(['one', 'two']);
  });

  it.each(["it's [mine] *", 'Größe “x”', 'a?b=c&d', '$(x);`y`'])('in a library called %s', (name) => {
    library = join(root, name);
    put('on-allies/argument.yaml', article);
    put('on-allies/allies.yaml', sound);
    put('on-allies/waits.yaml', waits);
    expect(found()).toEqual(['on-allies/allies', 'on-allies/waits']);
    expect(found(join(library, 'on-allies/allies.yaml'))).toEqual(['on-allies/allies']);
  });
});

describe('whoever asks for claims is told', () => {
  it.each([
    ['on-alies', 'unknown argument: on-alies', 'did you mean on-allies?'],
    ['nothing', 'unknown argument: nothing', 'known: on-allies'],
    ['', 'unknown argument: ', 'known: on-allies'],
    ['../on-allies', 'unknown argument: ../on-allies', 'known: on-allies'],
    ['on-allies/allies/x', 'unknown argument: on-allies/allies/x', 'did you mean on-allies?'],
    ['__proto__', 'unknown argument: __proto__', 'known: on-allies'],
  ])('that no argument is called “%s”', (name, what, hint) =>
    expect(mistake(name)).toEqual(['claims/unknown-argument', what, hint]),
  );

  it.each([
    ['alies', 'did you mean allies?'],
    ['nothing', 'known: allies, waits'],
  ])('that no claim of it is called %s', (name, hint) =>
    expect(mistake(`on-allies/${name}`)).toEqual([
      'claims/unknown-claim',
      `unknown claim of on-allies: ${name}`,
      hint,
    ]),
  );

  it('that a file is not there', () =>
    expect(mistake(join(library, 'on-allies/alies.yaml'))).toEqual([
      'claims/unreadable',
      'cannot be read: LIBRARY/on-allies/alies.yaml',
      'no such file; did you mean allies.yaml?',
    ]));

  it('that the library is not there, is a file, or holds nothing', () => {
    const folder = library;
    library = join(folder, 'none');
    expect(mistake()).toEqual(['claims/no-library', 'no folder of arguments at LIBRARY/none']);
    library = join(folder, 'on-allies/argument.yaml');
    expect(mistake('on-allies')).toEqual([
      'claims/no-library',
      'no folder of arguments at LIBRARY/on-allies/argument.yaml',
    ]);
    library = join(folder, 'on-allies');
    expect(mistake()).toEqual(['claims/no-library', 'no argument in LIBRARY/on-allies']);
  });

  it('that an argument lists a claim without a file', () => {
    put('on-allies/argument.yaml', article.replace('waits', 'wait'));
    expect(mistake()).toEqual([
      'claims/missing-claim at 6:18',
      'no file for the claim wait',
      'did you mean waits?',
    ]);
  });

  it('that an argument lists a claim twice', () => {
    put('on-allies/argument.yaml', article.replace('waits', 'waits, allies'));
    expect(mistake()).toEqual(['claims/doubled-claim at 6:25', 'the claim allies is listed twice']);
  });

  it.each([
    [
      '2021-11',
      '27 November 2021',
      '4:1',
      'wrong value for published: 27 November 2021',
      'expected a day, month or year such as 2021-11-27, 2021-11 or 2021',
    ],
    ['2021-11', '21', '4:1', 'wrong value for published: 21', undefined],
    ['[allies, waits]', '[]', '6:1', 'wrong value for claims: []', 'expected a list of at least 1'],
    ['[allies, waits]', '[allies, ../x]', '6:18', 'wrong value for claims.1: ../x', undefined],
    ['title: On allies\n', '', '1:1', 'missing: title', 'expected text'],
    ['title:', 'titel:', '1:1', 'unknown key: titel', 'did you mean title?'],
  ])('that in argument.yaml “%s” may not be “%s”', (from, to, place, what, hint) => {
    put('on-allies/argument.yaml', article.replace(from, to));
    const [code, ...rest] = mistake();
    expect(code).toMatch(new RegExp(`^claims/[a-z-]+ at ${place}$`));
    expect(rest.slice(0, hint === undefined ? 1 : 2)).toEqual(hint === undefined ? [what] : [what, hint]);
  });

  it('the file of the mistake, wherever it stands', () => {
    put('on-allies/waits.yaml', waits.replace('measured', 'mesured'));
    try {
      found('on-allies');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'claims/unknown-key',
        at: { file: expect.stringMatching(/on-allies\/waits\.yaml$/), line: 2, column: 1 },
      });
    }
  });
});
