import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, type Ended, falls, newPlace, type Place, small } from '../e2e/entente.js';

let place: Place;
beforeAll(() => {
  const library = newPlace();
  library.put('library/on-allies/argument.yaml', article('falls', 'nobody'));
  library.put('library/on-allies/falls.yaml', `${small}since-then: { years: 2012-2018 }\n`);
  library.put(
    'library/on-allies/nobody.yaml',
    falls(['2005-2018'], ['polity2', 'fh_score'], '{ states: [Liechtenstein] }'),
  );
  place = { ...newPlace(join(library.folder, 'library')), remove: library.remove };
});
afterAll(() => place.remove());

/** Options as they are, all else as conditions. */
const only = (...more: string[]): Promise<Ended> =>
  place.entente(
    'test',
    'on-allies/falls',
    ...more.flatMap((one) => (one.startsWith('--') ? one.split(' ') : ['--only', one])),
  );

/** Words of a line, by the two spaces between columns. */
const cells = (line = ''): string[] => line.split(/ {2,}/);

describe('entente test --only', () => {
  it('says what some specifications say, and that it is no verdict', async () => {
    const { code, out, err } = await only('regime=polity2', 'fall=yearly', 'fall=endpoints');
    const lines = out.trimEnd().split('\n');
    expect([code, err]).toEqual([0, '']);
    expect(lines.slice(0, 3)).toEqual([
      'on-allies/falls, 4 of its 12 specifications: those with regime=polity2, fall=yearly or endpoints.',
      'This is not the verdict on the claim, which is that of all of them.',
      '',
    ]);
    expect(cells(lines[3]).slice(0, 2)).toEqual(['reading', 'these say']);
    expect(lines.slice(5).map((line) => [cells(line)[0], ...cells(line).slice(-2)])).toEqual([
      ['states', '2', '0'],
      ['population', '2', '0'],
    ]);
  });

  it('gives the estimates that the whole table gives, and leaves the verdict as it is', async () => {
    const before = JSON.parse((await place.entente('test', 'on-allies/falls', '--json')).out).claims[0];
    const part = JSON.parse((await only('regime=polity2', 'yardstick=states', '--json')).out);
    expect(part).toMatchObject({
      only: { regime: ['polity2'], yardstick: ['states'] },
      specifications: 3,
      of: 12,
      claims: [
        { claim: 'falls', verdict: null, these_say: expect.any(String), specifications: 3, since_then: [] },
      ],
    });
    const same = (e: { choices: { regime: string } }): boolean => e.choices.regime === 'polity2';
    expect(part.claims[0].estimates).toEqual(before.estimates.filter(same));
    const after = JSON.parse((await place.entente('test', 'on-allies/falls', '--json')).out).claims[0];
    expect(after).toEqual(before);
  });

  it('runs these alone, and keeps them for all', async () => {
    const fresh = newPlace();
    const env = { ENTENTE_CACHE: join(fresh.folder, 'cache') };
    const kept = (): number =>
      readdirSync(env.ENTENTE_CACHE).reduce(
        (n, f) => n + readFileSync(join(env.ENTENTE_CACHE, f), 'utf8').split('\n').length - 1,
        0,
      );
    const run = (...more: string[]): Promise<Ended> =>
      place.start(['test', 'on-allies/falls', ...more], env).ended;
    try {
      await run('--only', 'regime=polity2');
      expect(kept()).toBe(6);
      await run();
      expect(kept()).toBe(24); // the years since publication are as many again
    } finally {
      fresh.remove();
    }
  });

  it.each([
    [['rgime=polity2'], 'no reading or alternative is called rgime', 'did you mean regime?'],
    [['regime=polity'], 'regime has no option polity', 'did you mean polity2?'],
    [
      ['regime'],
      'cannot be read as a choice and its option: regime',
      'write choice=option, such as regime=polity2',
    ],
    [
      ['=polity2'],
      'cannot be read as a choice and its option: =polity2',
      'write choice=option, such as regime=polity2',
    ],
  ])('%s is refused', async (conditions, what, hint) => {
    expect(await only(...conditions)).toEqual({
      code: 2,
      signal: null,
      out: '',
      err: `${what}\n  ${hint}\n`,
    });
  });

  it('makes no page', async () => {
    const { code, err } = await only('regime=polity2', '--out pages');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'a page carries the verdict, and some specifications make none',
    ]);
    expect(existsSync(join(place.folder, 'pages'))).toBe(false);
  });

  it('looks into one claim', async () => {
    const { code, err } = await place.entente('test', 'on-allies', '--only', 'regime=polity2');
    expect([code, err]).toEqual([
      2,
      '--only looks into one claim, and 2 are named\n  name one, such as on-allies/falls\n',
    ]);
  });
});

describe('tests that could not be computed', () => {
  it('are told with their reasons below the table, by claim and reading', async () => {
    const { out } = await place.entente('test');
    expect(out.slice(out.indexOf('could not be')).trimEnd().split('\n')).toEqual([
      'could not be computed, and count as failed:',
      '  on-allies/nobody, states: 3 of 6: the group holds none or all of the states that the record covers (3)',
      '  on-allies/nobody, population: 3 of 6: the group holds none or all of the states that the record covers (3)',
    ]);
  });

  it('are not told of where there are none', async () => {
    expect((await place.entente('test', 'on-allies/falls')).out).not.toContain('could not');
  });
});
