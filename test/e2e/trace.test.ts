import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, newPlace, type Place, small } from './entente.js';

const part = (regimes: string, years: string) => `
    test:
      design: comparison
      of: { variable: $regime }
      one: USA
      other: France
      years: $years
    expect: { difference: above 0, matters-from: 1, because: A point is a point. }
    alternatives: { regime: [${regimes}], years: [${years}] }`;

/** Two parts: three specifications, and two of which the second is impossible. */
const twoParts = `claim: The United States stands higher.
measured: The difference of two scores.
counts-against: None.
parts:
  recent:${part('polity2, fh_score', '1990-2015')}
  early:${part('polity2', '1950-1970, 2000-2030')}
labels: { recent: of late, fh_score: Freedom House }
`;

let place: Place;
beforeAll(() => {
  const library = newPlace();
  place = { ...library, ...newPlace(join(library.folder, 'library')), remove: library.remove };
  const put = (file: string, text: string) => library.put(join('library', file), text);
  put('on-allies/argument.yaml', article('falls', 'stands', 'never'));
  put('on-allies/falls.yaml', small);
  put('on-allies/stands.yaml', twoParts);
  put('on-allies/never.yaml', small.replaceAll('2005-2018', '2010-2040'));
});
afterAll(() => place.remove());

async function printed(...args: string[]): Promise<string> {
  const { code, out } = await place.entente(...args);
  expect(code).toBe(0);
  return out;
}
const read = (...path: string[]): string[] =>
  readFileSync(join(place.folder, ...path), 'utf8')
    .trimEnd()
    .split('\n');

describe('entente trace of a claim with parts', () => {
  it('follows each under a heading of its own, from its verdict to its rows, and says which decides', async () => {
    const out = await printed('trace', 'on-allies/stands');
    const [head, recent, early] = out.split(/^══ part /m) as [string, string, string];
    const [claim] = JSON.parse(await printed('test', 'on-allies/stands', '--json')).claims;
    expect(head).toContain(`verdict: ${claim.verdict}`);
    expect(recent).toMatch(/^recent: of late/);
    expect(early).toMatch(/^early/);
    expect([recent, early].filter((text) => text.split('\n')[0]!.includes('(it decides)'))).toHaveLength(1);
    for (const text of [recent, early]) {
      expect(text).toMatch(/^reading as stated: \w+/m);
      expect(text).toMatch(/^specification \d of 2, reading as stated, years \d+–\d+$/m);
      expect(text).toMatch(/^from the record to the number$/m);
      expect(text).toMatch(/^scores: \d+ rows/m);
      expect(text).toMatch(/^ {2}from polity5|^ {2}from freedom_house/m);
    }
    expect(recent).toContain('regime: polity2\n');
    expect(recent).toContain('of the states named');
  });

  it('follows the one that is named', async () => {
    const out = await printed('trace', 'on-allies/stands', '--part', 'early');
    expect(out.match(/^══ part .*$/gm)).toEqual([expect.stringMatching(/^══ part early/)]);
  });

  it('follows the specification of that number in the part that has it', async () => {
    const out = await printed('trace', 'on-allies/stands', '2', '--part', 'recent');
    expect(out).toMatch(/^specification 2 of 2, /m);
    expect(out).toContain('  regime: fh_score (Freedom House)\n');
  });

  it.each([
    ['on-allies/stands --part erly', 'on-allies/stands has no part erly', 'did you mean early?'],
    [
      'on-allies/falls --part early',
      'on-allies/falls has no part early',
      'it has one test: leave --part out',
    ],
    [
      'on-allies/stands 2',
      'specification 2 in the part early is impossible: polity2 ends in 2018',
      'entente check --specifications says which run; --part names one part',
    ],
    [
      'on-allies/stands 3',
      'no specification 3 in the part recent',
      'there are 2; entente check --specifications numbers them; --part names one part',
    ],
    [
      'on-allies/never',
      'nothing of on-allies/never can be run',
      'polity2 ends in 2018; fh_score ends in 2024',
    ],
    [
      'on-allies/falls 1 --out rows.parquet',
      'cannot write these rows as rows.parquet',
      'end the name in .csv, or name a folder',
    ],
  ])('%s is refused', async (line, what, hint) =>
    expect(await place.entente('trace', ...line.split(' '))).toMatchObject({
      code: 2,
      out: '',
      err: `${what}\n  ${hint}\n`,
    }),
  );
});

describe('entente trace --out', () => {
  it('writes every row of every part to one file, under the names of part and table', async () => {
    const { err } = await place.entente('trace', 'on-allies/stands', '--out', 'rows.csv');
    const [head, ...rows] = read('rows.csv');
    expect(head!.split(',').slice(0, 2)).toEqual(['part', 'table']);
    expect(err).toBe(`wrote ${rows.length} rows to rows.csv\n`);
    const named = new Set(rows.map((row) => row.split(',').slice(0, 2).join(' ')));
    expect(named).toEqual(new Set(['recent working', 'recent scores', 'early working', 'early scores']));
    expect(readdirSync(place.folder).filter((f) => f.includes('.tmp'))).toEqual([]);
  });

  it('writes a file a table, with its question, to a folder a part', async () => {
    await place.entente('trace', 'on-allies/stands', '--out', 'tables');
    for (const name of ['recent', 'early']) {
      expect(readdirSync(join(place.folder, 'tables', name)).sort()).toEqual([
        'scores.csv',
        'scores.sql',
        'working.csv',
      ]);
      expect(read('tables', name, 'scores.sql').join(' ')).toMatch(/^SELECT .* FROM state_years/);
      expect(read('tables', name, 'working.csv')[0]).toMatch(/^year,span,one,other/);
    }
  });

  it('writes numbers that make the number', async () => {
    await place.entente('trace', 'on-allies/falls', '1', '--out', 'one');
    const [head, ...rows] = read('one', 'working.csv').map((line) => line.split(','));
    const column = (name: string): number[] => rows.map((row) => Number(row[head!.indexOf(name)]));
    const of = (name: string): number => {
      const group = column('in_group');
      const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
      return sum(column(name).map((x, i) => x * group[i]!)) / sum(column(name));
    };
    const [claim] = JSON.parse(await printed('test', 'on-allies/falls', '--json')).claims;
    expect(of('amount') / of('yardstick')).toBeCloseTo(claim.estimates[0].value, 9);
  });

  it('leaves nothing where it cannot write', async () => {
    const { code, err } = await place.entente('trace', 'on-allies/falls', '--out', 'no/such/rows.csv');
    expect(code).toBe(2);
    expect(err).toMatch(/^cannot write no\/such\/rows\.csv\n {2}there is no folder /);
    expect(existsSync(join(place.folder, 'no'))).toBe(false);
  });
});
