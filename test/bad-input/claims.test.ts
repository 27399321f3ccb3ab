import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { type Multiverse, multiverse } from '../../src/claims/multiverse.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { estimateSpecification } from '../../src/runs/estimate-specification.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound, soundTrend, told } from '../claims/told.js';
import { workingTime } from '../working-time.js';

const head = sound.slice(0, sound.indexOf('test:'));
const group = '{ allies-of: USA, by: defence, and: [USA] }';
const change = (from: string, to: string): string => changed(sound, from, to);
const trend = (from: string, to: string): string => changed(soundTrend, from, to);

/** A comparison of which a test writes the lines. */
const comparison = (lines: string): string =>
  `${head}test:\n  design: comparison\n${lines.replace(/^/gm, '  ')}\nexpect: { difference: above 0, matters-from: 1, because: x }\n`;

/** A figure of which a test writes the question, and what is stated. */
const figure = (recorded: string, stated = '1, margin: 0'): string =>
  `${head}test:\n  design: figure\n  recorded: ${recorded}\nexpect: { figure: ${stated}, because: x }\n`;

const howToName = 'use its English name, its ISO code (CHN) or its COW number (710)';

/** A claim that asks for what cannot be: place, code, what is wrong, the hint. */
type Bad = readonly [name: string, text: string, place: string, what: string, hint: string];

const aTest: Record<string, readonly Bad[]> = {
  'claims/unknown-choice': [
    [
      'a $ without a name',
      trend('$resource', '$'),
      '6:37',
      'no reading or alternative is called ',
      'known: resource',
    ],
    [
      'all that it would call so',
      change(group, '{ states: $everybody }'),
      '7:12',
      'no reading or alternative is called everybody',
      'known: yardstick, regime, years',
    ],
    [
      'an alternative that goes by itself',
      change('[polity2, fh_score]', '{ by: regime, polity2: [fh_score] }'),
      '16:13',
      'no other choice is called regime',
      'known: yardstick, years',
    ],
    [
      'an alternative that is there beside itself alone',
      change('[polity2, fh_score]', '{ where: { regime: polity2 }, options: [fh_score] }'),
      '16:22',
      'no other choice is called regime',
      'known: yardstick, years',
    ],
  ],
  'claims/unknown-key': [
    [
      'a fall and a rise at once',
      change('fall-in: $regime', 'fall-in: $regime, rise-in: polity2'),
      '6:27',
      'rise-in does not stand beside fall-in',
      'leave one of them out',
    ],
    [
      'a group of allies and of states at once',
      change(group, '{ states: [USA], allies-of: USA, by: defence }'),
      '7:12',
      'states does not stand beside allies-of',
      'leave one of them out',
    ],
    [
      'a mirror, and none',
      `${sound}mirror: { none: x, swap: { USA: CHN } }\n`,
      '18:20',
      'swap does not stand beside none',
      'leave one of them out',
    ],
    [
      'a comparison of two quantities at once',
      comparison('of: { variable: polity2, votes: library }\none: USA\nother: CHN\nyears: 2000-2010'),
      '6:28',
      'votes does not stand beside variable',
      'leave one of them out',
    ],
  ],
  'claims/wrong-value': [
    [
      'a slot in a slot',
      change('[polity2, fh_score]', '[polity2, [fh_score, [libdem_v15]]]'),
      '16:21',
      'wrong value for alternatives.regime.1: ["fh_score",["libdem_v15"]]',
      'expected text, found a list',
    ],
    [
      'keys in a slot',
      change('[polity2, fh_score]', '[polity2, { a: b }]'),
      '16:21',
      'wrong value for alternatives.regime.1: {"a":"b"}',
      'expected text, found keys with values',
    ],
    [
      'a group of nobody',
      change(group, '{ states: [] }'),
      '7:12',
      'wrong value for group.states: []',
      'expected a list of at least 1',
    ],
    [
      'a pact spelt as Americans do',
      change('by: defence', 'by: defense'),
      '7:28',
      'wrong value for group.by: defense',
      'expected one of defence, any-alliance, treaty-allies-2021, treaty-allies-without-rio; did you mean defence?',
    ],
    [
      'a yardstick of the other kind',
      change('[states, population]', '[states, room-to-rise]'),
      '14:23',
      'wrong value for against: room-to-rise',
      'room-to-rise is a yardstick for rise-in only',
    ],
    [
      'the years of a trend turned round',
      trend('1992-2014', '2014-1992'),
      '7:3',
      'wrong value for years: 2014-1992',
      'the span ends before it begins: 2014-1992',
    ],
    [
      'a measure misspelt',
      trend('measure: concentration', 'measure: concentartion'),
      '6:13',
      'wrong value for series.measure: concentartion',
      'did you mean concentration?',
    ],
    [
      'a parameter of another measure',
      trend('as: beyond-first', 'as: beyond-first, votes: library'),
      '6:70',
      'wrong value for series.votes: library',
      'concentration takes of, as, state, among',
    ],
    [
      'a later time that begins before the earlier ends',
      comparison('of: { variable: polity2 }\none: USA\nfrom: 2000-2010\nto: 2005-2015'),
      '9:3',
      'wrong value for to: 2005-2015',
      'the later years begin after the earlier end',
    ],
    [
      'a comparison with nothing',
      comparison('of: { variable: polity2 }\none: USA\nyears: 2000-2010'),
      '8:3',
      'wrong value for years: 2000-2010',
      'write other, against, or from and to: there is nothing to compare with',
    ],
    [
      'agreement of one state',
      comparison(
        'of: { votes: library, abstentions: halfway }\none: USA\nother: [USA, CHN]\nyears: 2000-2010',
      ),
      '7:3',
      'wrong value for one: USA',
      'votes is about two states',
    ],
    [
      'a condition that is SQL',
      comparison(
        'of: { variable: polity2 }\none: USA\nother: { where: "1=1; DROP TABLE states" }\nyears: 2000-2010',
      ),
      '8:12',
      'wrong value for other.where: 1=1; DROP TABLE states',
      'expected a state-year variable that is 1, or one and its least value: polyarchy >= 0.5',
    ],
    [
      'a question to the record that nobody knows',
      figure('{ vlaue: polity2, of: USA, year: 2010, complete: true }'),
      '6:3',
      'wrong value for recorded: {"vlaue":"polity2","of":"USA","year":2010,"complete":true}',
      'did you mean value?',
    ],
    [
      'a record by a name that nothing has',
      figure('polity2'),
      '6:3',
      'wrong value for recorded: polity2',
      'there are no records: write { value: …, year: … } or another question here, or under records by name',
    ],
    [
      'a year in words',
      figure('{ value: polity2, of: USA, year: twenty, complete: true }'),
      '6:40',
      'wrong value for recorded.year: twenty',
      'expected a year such as 2010',
    ],
    [
      'whether a record is complete in the words of YAML 1.1',
      figure('{ value: polity2, of: USA, year: 2010, complete: yes }'),
      '6:52',
      'wrong value for recorded.complete: yes',
      'expected true or false, found text',
    ],
    [
      'a number without end',
      figure('{ count: states, where: { ccode: .inf }, years: 1990-2000, complete: true }'),
      '6:39',
      'wrong value for recorded.where.ccode: Infinity',
      'expected text, found a number',
    ],
    [
      'bounds turned round',
      figure('{ count: states, where: { ccode: { from: 9, to: 1 } }, years: 1990-2000, complete: true }'),
      '6:39',
      'wrong value for recorded.where.ccode: {"from":9,"to":1}',
      'from lies above to',
    ],
    [
      'a part that is called in two words',
      `${head}parts:\n  My Part:\n    test: { design: share }\n    expect: {}\n`,
      '5:3',
      'wrong value for parts.My Part: {"test":{"design":"share"},"expect":{}}',
      'expected a name in kebab-case',
    ],
    [
      'a mirror that says nothing',
      `${sound}mirror: { swap: { USA: CHN }, says: "  " }\n`,
      '18:31',
      'wrong value for mirror.says:   ',
      'expected text that is not empty',
    ],
    [
      'a mirror by a number',
      `${sound}mirror: { swap: { USA: 710 }, says: x }\n`,
      '18:19',
      'wrong value for mirror.swap.USA: 710',
      'expected text, found a number',
    ],
    [
      'since-then that moves nothing',
      `${sound}since-then: {}\n`,
      '18:1',
      'wrong value for since-then: {}',
      'expected a choice and the options to which it moves',
    ],
    [
      'a list of specifications elsewhere',
      `${sound}specifications: ../../etc/passwd\n`,
      '18:1',
      'wrong value for specifications: ../../etc/passwd',
      'expected a .csv file beside the claim',
    ],
    [
      'an effect that matters from a part in a hundred',
      change('1.1', '10%'),
      '11:3',
      'wrong value for matters-from: 10%',
      'expected a number, or one for each option of a choice: { by: measure, cinc: 1, gdp: 2 }',
    ],
    [
      'a margin below nothing',
      figure('{ value: polity2, of: USA, year: 2010, complete: true }', '1, margin: -1'),
      '7:22',
      'wrong value for margin: -1',
      'expected a number from 0',
    ],
  ],
  'claims/malformed-expectation': [
    [
      'an expectation in a list',
      change('above 1', '[above 1]'),
      '10:3',
      'cannot be read as an expectation: ["above 1"]',
      'expected above 1, below 0, not above 0, not below 0 or no different from 0',
    ],
    [
      'an expectation of more than there are numbers',
      change('above 1', `above ${'9'.repeat(330)}`),
      '10:3',
      `cannot be read as an expectation: above ${'9'.repeat(330)}`,
      'expected above 1, below 0, not above 0, not below 0 or no different from 0',
    ],
    [
      'a figure in per cent',
      figure('{ value: polity2, of: USA, year: 2010, complete: true }', '80%, margin: 0'),
      '7:11',
      'cannot be read as a figure: "80%"',
      'expected 44, at least 80, more than 50, at most 10, less than 0, first, or a list: [USA, RUS]',
    ],
  ],
  'claims/matters-on-wrong-side': [
    [
      'an effect that matters from nothing on',
      trend('matters-from: 1', 'matters-from: -0'),
      '10:3',
      'matters-from: 0 is not above 0',
      'the smallest effect that matters lies on the side that the claim speaks of',
    ],
    [
      'an effect so small that it is none',
      change('1.1', '1.00000000000000000001'),
      '11:3',
      'matters-from: 1 is not above 1',
      'the smallest effect that matters lies on the side that the claim speaks of',
    ],
  ],
  'claims/unknown-swap': [
    [
      'a mirror of a name that the test writes otherwise',
      `${sound}mirror: { swap: { usa: CHN }, says: x }\n`,
      '18:19',
      'neither usa nor CHN stands in the test',
      'write them as they stand there: a whole value, or one of those joined by +',
    ],
  ],
  'claims/since-too-early': [
    [
      'since-then before the author’s period',
      `period: 2010-2018\n${sound}since-then: { years: [2019-2021, 1990-2000] }\n`,
      '19:1',
      'since-then looks at 1990–2000',
      'the author speaks of 2010–2018: it is for what came after',
    ],
  ],
  'claims/circular-choice': [
    [
      'two choices each of which goes by the other',
      changed(
        change('[polity2, fh_score]', '{ by: years, 2010-2018: [polity2], 2005-2018: [fh_score] }'),
        '[2010-2018, 2005-2018]',
        '{ by: regime, polity2: [2010-2018], fh_score: [2005-2018] }',
      ),
      '16:3',
      'regime hangs on itself: regime → years → regime',
      'one of them must be there whatever the others are',
    ],
  ],
  'states/unknown': [
    ['a state without a name', change(group, '{ states: [""] }'), '7:21', 'unknown state: ', howToName],
    [
      'a union of states',
      change(group, '{ states: [European Union] }'),
      '7:21',
      'unknown state: European Union',
      howToName,
    ],
    [
      'a state behind one that is known',
      change(group, '{ states: [Kosovo, Wakanda] }'),
      '7:29',
      'unknown state: Wakanda',
      howToName,
    ],
  ],
  'states/not-then': [
    [
      'a figure of a state before it was one',
      figure('{ value: polity2, of: South Sudan, year: 1990, complete: true }'),
      '6:31',
      'no state was called South Sudan in 1990',
      'the name stands for 626 in 2011–2025',
    ],
  ],
  'designs/doubled-state': [
    [
      'one state twice, by two names',
      change(group, '{ states: [USA, CHN, United States] }'),
      '7:31',
      'a state is in the group already: United States',
      'it is United States, which USA names, too',
    ],
  ],
  'designs/same-on-both-sides': [
    [
      'a state against itself',
      comparison('of: { variable: polity2 }\none: USA\nother: United States\nyears: 2000-2010'),
      '8:3',
      'one and other are the same: United States',
      'name another state, or another quantity in against',
    ],
  ],
  'designs/pair-of-one': [
    [
      'a state with itself',
      comparison(
        'of: { votes: library, abstentions: halfway }\none: [CHN, RUS]\nother: [USA, "2"]\nyears: 2000-2010',
      ),
      '8:16',
      'a pair of one state: 2',
      'name two states',
    ],
    [
      'a pact of a state with itself',
      figure('{ value: defence_pact, of: [USA, United States], year: 2010, complete: true }'),
      '6:46',
      'a pair of one state: United States',
      'name two states',
    ],
  ],
  'designs/wrong-kind': [
    [
      'a text where a table has numbers',
      figure('{ count: states, where: { ccode: abc }, years: 1990-2000, complete: true }'),
      '6:39',
      'ccode of states is never this: abc',
      'it holds numbers',
    ],
    [
      'a number where a table has texts',
      figure('{ count: states, where: { name: [France, 7] }, years: 1990-2000, complete: true }'),
      '6:54',
      'name of states is never this: 7',
      'it holds texts: write it in quotes',
    ],
  ],
  'designs/unknown-column': [
    [
      'a column that only JavaScript has',
      figure('{ count: states, where: { constructor: x }, years: 1990-2000, complete: true }'),
      '6:15',
      'states has no column: constructor',
      'known: ccode, from_year, to_year, iso3c, cow_abbreviation, name, begins, ends',
    ],
  ],
  'world/wrong-level': [
    [
      'a score of a pair of states',
      figure('{ value: polity2, of: [USA, CHN], year: 2010, complete: true }'),
      '6:15',
      'polity2 is of level state-year',
      'it is about one state, not 2',
    ],
  ],
  'world/unknown-variable': [
    [
      'alternatives called as readings are',
      change('[polity2, fh_score]', '[states, population]'),
      '16:12',
      'unknown variable: states',
      '',
    ],
    [
      'an option that is itself a choice',
      change('[polity2, fh_score]', '[$years, fh_score]'),
      '16:12',
      'unknown variable: $years',
      '',
    ],
    [
      'a variable that is SQL',
      change('[polity2, fh_score]', '["polity2; DROP TABLE states"]'),
      '16:12',
      'unknown variable: polity2; DROP TABLE states',
      '',
    ],
  ],
  'claims/doubled-design': [
    [
      'one design awaited twice',
      `${head}awaits: [network, regression, network]\n`,
      '4:31',
      'network is awaited twice',
      '',
    ],
  ],
  'claims/missing-key': [
    [
      'a test without what only some specifications have',
      change('[polity2, fh_score]', '{ where: { yardstick: states }, options: [fh_score] }'),
      '6:3',
      'missing: of.fall-in',
      'expected text',
    ],
  ],
};

describe('a claim that asks for what cannot be is told', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  /** The table of a claim that is well formed. */
  function table(text: string): Multiverse {
    const folder = mkdtempSync(join(tmpdir(), 'entente-claim-'));
    try {
      writeFileSync(join(folder, 'claim.yaml'), text);
      const claim = loadClaim(join(folder, 'claim.yaml'), designs);
      return multiverse(claim, claim.parts[0]!, designs, world);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const reasonsIn = (text: string): string[] => [
    ...new Set(table(text).specifications.map((s) => s.impossible ?? 'possible')),
  ];
  const lines = (text: string): string[] => told(text, world).split('\n');

  it.each(Object.entries(aTest).flatMap(([code, all]) => all.map((bad) => [code, ...bad] as const)))(
    '%s: %s',
    (code, _, text, place, what, hint) => {
      const [first, second, third] = lines(text);
      expect([first, second, hint === '' ? '' : third]).toEqual([`${code} at ${place}`, what, hint]);
    },
  );

  it('that its specifications are more than anybody runs, in time', () => {
    const names = [...'abcdefghijklmnop'];
    const where = names.map((n) => `${n}: $${n}`).join(', ');
    const lists = names.map((n) => `  ${n}: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n`).join('');
    const worked = workingTime();
    expect(
      lines(
        `${figure(`{ count: states, where: { ${where} }, years: 1990-2000, complete: true }`)}alternatives:\n${lists}`,
      ),
    ).toEqual([
      'claims/too-many-specifications at 8:1',
      'more than 1000000 specifications',
      'list those that are meant under specifications, or let where say beside what a choice is there',
    ]);
    expect(worked()).toBeLessThan(5000);
  });

  it.each([
    ['a trend of one year', trend('1992-2014', '1992'), ['1 years: a trend needs at least 10']],
    [
      'a fall within one year',
      change('[2010-2018, 2005-2018]', '[2010]'),
      ['2010 is one year: a fall needs two'],
    ],
    [
      'years before there were states',
      change('[2010-2018, 2005-2018]', '[1500-1600]'),
      ['polity2 begins in 1816', 'fh_score begins in 1972'],
    ],
    [
      'a state before it was one',
      change(group, '{ states: [South Sudan] }'),
      ['no state was called South Sudan in 2010', 'no state was called South Sudan in 2005'],
    ],
    [
      'the treaty allies of another',
      change('allies-of: USA, by: defence', 'allies-of: CHN, by: treaty-allies-2021'),
      ['treaty-allies-2021 is a list of the allies of the United States'],
    ],
    [
      'shares of what can be below nothing',
      change('{ fall-in: $regime, over: $years, as: endpoints }', '{ total: $regime, in: 2010 }').replace(
        / {2}years: .*\n/,
        '',
      ),
      ['polity2 can be below 0: it has no shares', 'possible'],
    ],
    [
      'four years without a group',
      comparison('of: { variable: polity2 }\none: USA\nother: CHN\nyears: 2000-2003'),
      ['4 years: without a group a comparison needs 6 years, 3 in each span'],
    ],
  ])('before it runs that it is impossible: %s', (_, text, reasons) =>
    expect(reasonsIn(text)).toEqual(reasons),
  );

  it.each([
    [
      'a group of nobody',
      change('allies-of: USA, by: defence, and: [USA]', 'allies-of: Switzerland, by: defence'),
      'designs/empty-group',
      'no state is in the group in 2010',
    ],
    [
      'a group by a score that nobody has',
      comparison('of: { variable: polity2 }\none: USA\nother: { where: polity2 >= 11 }\nyears: 2000-2010'),
      'designs/empty-group',
      'no state is in the group in 2000',
    ],
    [
      'a group of the one alone',
      comparison('of: { variable: polity2 }\none: USA\nother: { states: [USA] }\nyears: 2000-2010'),
      'designs/thin-group',
      '0 of 0 members of the group have values in all years',
    ],
  ])('when it runs why it failed: %s', async (_, text, code, message) => {
    const { key, design, parameters } = table(text).specifications[0]!;
    const outcome = await estimateSpecification({ key, design, parameters, cacheKey: key }, designs, world);
    expect(outcome).toMatchObject({ error: { code, message } });
  });

  it('that a group is everybody when it runs', async () => {
    const all = [
      ...new Set(world.states.spells.filter((s) => s.from <= 2010 && s.to >= 2018).map((s) => s.ccode)),
    ];
    const text = change(group, `{ states: ${JSON.stringify(all.map(String))} }`);
    const { key, design, parameters } = table(text).specifications[0]!;
    const outcome = await estimateSpecification({ key, design, parameters, cacheKey: key }, designs, world);
    expect(outcome).toMatchObject({ error: { code: 'designs/group-is-all-or-none' } });
  });
});
