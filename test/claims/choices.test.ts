import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { type Multiverse, multiverse, sinceThen } from '../../src/claims/multiverse.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, nested, sound } from './told.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-choices-'));
afterAll(() => rmSync(folder, { recursive: true }));
let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

/** Only some specifications of the sound claim. */
const listed = changed(
  sound,
  'readings:',
  `specifications:
  - { regime: polity2, years: 2010-2018 }
  - { regime: fh_score, years: 2005-2018 }
  - { yardstick: states, regime: polity2, years: 2005-2018 }
readings:`,
);
const fromFile = changed(sound, 'readings:', 'specifications: list.csv\nreadings:');

function tableOf(text: string, beside: Record<string, string> = {}, since = false): Multiverse {
  const file = join(folder, 'claim.yaml');
  writeFileSync(file, text);
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  const claim = loadClaim(file, designs);
  return (since ? sinceThen : multiverse)(claim, claim.parts[0]!, designs, world)!;
}

const rows = ({ specifications }: Multiverse): [string, number][] =>
  specifications.map((s) => [Object.values(s.choices).join(' '), Number(s.weight.toPrecision(12))]);
const twelve = (x: number): number => Number(x.toPrecision(12));

describe('a choice that the test does not name', () => {
  it('is used where one that the test names hangs on it', () => {
    const halves = changed(sound, 'readings:\n', 'readings:\n  when: [early, late]\n').replace(
      'years: [2010-2018, 2005-2018]',
      'years: { by: when, early: [2005-2011], late: [2011-2018] }',
    );
    const { readings, specifications } = tableOf(halves);
    expect(readings).toHaveLength(4);
    expect(specifications.map((s) => `${s.choices['when']} ${s.choices['years']}`)).toEqual(
      specifications.map((s) => (s.choices['when'] === 'early' ? 'early 2005-2011' : 'late 2011-2018')),
    );
  });
});

describe('a choice under some options of others only', () => {
  it('is there where they are taken, and what it fills in is left out elsewhere', () => {
    const table = tableOf(nested);
    expect(rows(table)).toEqual([
      ['hhi milex 1992-2014', 1 / 4],
      ['hhi tpop 1992-2014', 1 / 8],
      ['hhi tpop 1980-2014', 1 / 8],
      ['share-of USA milex 1992-2014', 1 / 8],
      ['share-of USA tpop 1992-2014', 1 / 16],
      ['share-of USA tpop 1980-2014', 1 / 16],
      ...['CHN', 'RUS'].flatMap((who): [string, number][] => [
        [`share-of ${who} milex 1992-2014`, 1 / 16],
        [`share-of ${who} tpop 1992-2014`, 1 / 32],
        [`share-of ${who} tpop 1980-2014`, 1 / 32],
      ]),
    ]);
    const series = table.specifications.map((s) => (s.parameters as { series: object }).series);
    expect(series[0]).toEqual({ measure: 'concentration', of: 'milex', as: 'hhi' });
    expect(series[3]).toEqual({ measure: 'concentration', of: 'milex', as: 'share-of', state: 'USA' });
  });

  it('asks the same as a claim without it, so that what has run is known', () => {
    const plain = nested
      .replace(', state: $whose', '')
      .replace('[hhi, share-of]', '[hhi]')
      .replace(/ {2}whose:\n.*\n.*\n/, '');
    const keys = new Set(tableOf(nested).specifications.map((s) => s.key));
    for (const s of tableOf(plain).specifications) expect(keys).toContain(s.key);
  });

  it('may hang on a reading, and be one of a list', () => {
    const text = `${changed(sound, 'and: [USA]', 'and: [USA, $too]')}  too: { where: { yardstick: [population] }, options: [Israel, Mexico] }\n`;
    const and = tableOf(text).specifications.map(
      ({ parameters }) => (parameters as { group: { and: string[] } }).group.and,
    );
    const both = [
      ['USA', 'Israel'],
      ['USA', 'Mexico'],
    ];
    expect(and).toEqual([['USA'], ['USA'], ['USA'], ['USA'], ...both, ...both, ...both, ...both]);
  });
});

describe('a choice on which others hang', () => {
  it('need not stand in the test: what hangs on it does', () => {
    const text = changed(
      changed(nested, 'alternatives:', 'readings:\n  whom: [one, another]\nalternatives:'),
      'options: [USA, [CHN, RUS]]',
      'by: whom\n    one: [USA]\n    another: [CHN]',
    );
    const asked = tableOf(text).specifications.map(
      ({ reading, parameters }) =>
        [reading, (parameters as { series: { state?: string } }).series.state] as const,
    );
    expect(new Set(asked.filter(([, state]) => state !== undefined).map((one) => one.join(' ')))).toEqual(
      new Set(['one USA', 'another CHN']),
    );
  });
});

describe('specifications that are listed', () => {
  it('are those that there are, each of the same weight; those that name a reading are meant for it alone', () =>
    expect(rows(tableOf(listed))).toEqual([
      ['states polity2 2010-2018', twelve(1 / 3)],
      ['states fh_score 2005-2018', twelve(1 / 3)],
      ['states polity2 2005-2018', twelve(1 / 3)],
      ['population polity2 2010-2018', 1 / 2],
      ['population fh_score 2005-2018', 1 / 2],
    ]));

  it('may stand in a file beside the claim, with other columns order, spaces and quotation marks', () => {
    const csv =
      'years, "regime" ,yardstick\r\n2010-2018,polity2,\r\n\r\n"2005-2018",fh_score,\r\n2005-2018,polity2,states';
    expect(rows(tableOf(fromFile, { 'list.csv': csv }))).toEqual(rows(tableOf(listed)));
  });

  it('need no alternatives beside them', () => {
    const text = listed.slice(0, listed.indexOf('alternatives:'));
    expect(rows(tableOf(text))).toEqual(rows(tableOf(listed)));
    expect(tableOf(text).part.alternatives.map((a) => a.name)).toEqual(['regime', 'years']);
  });

  it('are the same computations as those of the whole table', () => {
    const keys = new Set(tableOf(sound).specifications.map((s) => s.key));
    for (const s of tableOf(listed).specifications) expect(keys).toContain(s.key);
  });

  it('take the numbers, and what is true or false, of a file as YAML would', () => {
    const text = `${sound.slice(0, sound.indexOf('readings:'))}specifications: list.csv\n`
      .replace('over: $years', 'over: 2010-2018')
      .replace('fall-in: $regime, over: 2010-2018, as: endpoints', 'total: $regime, in: $year')
      .replace('$yardstick', 'states');
    const table = tableOf(text, { 'list.csv': 'regime,year\nmilex,2010\nmilex,2005\n' });
    expect(table.specifications.map((s) => s.choices['year'])).toEqual([2010, 2005]);
  });

  it('name a choice where it is there and only there', () => {
    const list = (rows: string): string =>
      changed(nested, 'alternatives:', `specifications:\n${rows}alternatives:`);
    const good =
      '  - { as: hhi, resource: milex, years: 1992-2014 }\n  - { as: share-of, whose: USA, resource: tpop, years: 1980-2014 }\n';
    expect(rows(tableOf(list(good)))).toEqual([
      ['hhi milex 1992-2014', 1 / 2],
      ['share-of USA tpop 1980-2014', 1 / 2],
    ]);
  });

  it('move with since-then: those that become the same once, each of the same weight', () => {
    const text = `${listed}since-then: { years: [2012-2016, 2014-2018] }\n`;
    expect(rows(tableOf(text, {}, true))).toEqual([
      ['states polity2 2012-2016', 1 / 4],
      ['states polity2 2014-2018', 1 / 4],
      ['states fh_score 2012-2016', 1 / 4],
      ['states fh_score 2014-2018', 1 / 4],
      ['population polity2 2012-2016', 1 / 4],
      ['population polity2 2014-2018', 1 / 4],
      ['population fh_score 2012-2016', 1 / 4],
      ['population fh_score 2014-2018', 1 / 4],
    ]);
  });
});
