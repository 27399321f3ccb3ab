import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound, soundTrend, told } from './told.js';

/** The list of yardsticks, however many there are, and what stands behind it. */
const oneOfYardsticks = (end: string): string =>
  expect.stringMatching(new RegExp(`^expected one of states, population, [a-z, -]+${end}$`));
const head = sound.slice(0, sound.indexOf('test:'));

describe('a claim', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  /** The sound claim with one place changed, or the text itself. */
  const expectTold = (text: string, lines: string[]): void =>
    expect(told(text, world).split('\n')).toEqual(lines);
  const change = (from: string, to: string): string => changed(sound, from, to);

  it('without a mistake is sound', () => {
    expectTold(sound, ['sound, with 8 specifications']);
    expectTold(soundTrend, ['sound, with 2 specifications']);
  });

  describe('with a key that nobody knows is told the nearest', () => {
    it.each([
      [
        'at the top',
        change('alternatives:', 'alternative:'),
        15,
        1,
        'alternative',
        'did you mean alternatives?',
      ],
      [
        'at the top, where one is missing for it',
        change('claim:', 'clam:'),
        1,
        1,
        'clam',
        'did you mean claim?',
      ],
      ['in test', change('  against:', '  agianst:'), 8, 3, 'agianst', 'did you mean against?'],
      ['in of', change('fall-in', 'fal-in'), 6, 9, 'fal-in', 'did you mean fall-in?'],
      [
        'in of, with nothing near',
        change('as: endpoints', 'how: endpoints'),
        6,
        41,
        'how',
        'known: fall-in, over, as',
      ],
      ['in group', change('allies-of', 'alies-of'), 7, 12, 'alies-of', 'did you mean allies-of?'],
      [
        'in cap',
        `${sound}cap: { favours: for, because: x, why: y }\n`,
        18,
        34,
        'why',
        'known: favours, because',
      ],
      ['in an analysis', `${sound}analyses:\n  - { cite: A, say: B }\n`, 19, 16, 'say', 'did you mean says?'],
      ['in a series', changed(soundTrend, 'as: bey', 'ass: bey'), 6, 52, 'ass', 'did you mean as?'],
      ['that is a merge of YAML 1.1', `${sound}<<: { by: me }\n`, 18, 1, '<<', undefined],
    ])('%s', (_, text, line, column, key, hint) => {
      const lines = told(text, world).split('\n');
      expect(lines.slice(0, 2)).toEqual([`claims/unknown-key at ${line}:${column}`, `unknown key: ${key}`]);
      if (hint !== undefined) expect(lines[2]).toBe(hint);
    });

    it.each([
      ['at the top', `${sound}__proto__: { a: 1 }\n`, '18:1'],
      ['among alternatives', `${sound}  __proto__: [a]\n`, '18:3'],
      ['in test', change('  against', '  __proto__: { x: 1 }\n  against'), '8:3'],
      [
        'in matters-from',
        change('1.1', '{ by: yardstick, states: 1.1, population: 1.2, __proto__: 3 }'),
        '11:64',
      ],
    ])('__proto__ %s, which would be lost unseen', (_, text, place) =>
      expectTold(text, [
        `claims/unknown-key at ${place}`,
        'unknown key: __proto__',
        'nothing may be called so',
      ]),
    );
  });

  describe('with something missing is told what and where it belongs', () => {
    it.each([
      [
        'the claim',
        change('claim: Allies of the United States fell more.\n', ''),
        '1:1',
        'claim',
        'expected text',
      ],
      [
        'measured',
        change('measured: The part of all falls that fell on them.\n', ''),
        '1:1',
        'measured',
        'expected text',
      ],
      ['the design', change('  design: share\n', ''), '4:1', 'test.design', 'expected text'],
      [
        'an option of the design',
        changed(change('  against: $yardstick\n', ''), 'readings:\n  yardstick: [states, population]\n', ''),
        '4:1',
        'against',
        oneOfYardsticks(''),
      ],
      [
        'expect',
        sound.replace(/expect:[\s\S]*?readings/, 'readings'),
        '4:1',
        'expect',
        'expected expect: { ratio: above …, matters-from: …, because: … }',
      ],
      [
        'why it is untestable',
        `${head}untestable: { would-settle: x }\n`,
        '4:1',
        'untestable.because',
        'expected text',
      ],
      ['the reason of a cap', `${sound}cap: { favours: for }\n`, '18:1', 'cap.because', 'expected text'],
      [
        'the test of readings',
        `${head}awaits: [network]\nreadings:\n  a: [b]\n`,
        '5:1',
        'test',
        'readings says nothing without it',
      ],
      [
        'the expectation of a part',
        `${head}parts:\n  one:\n    test: { design: trend }\n`,
        '5:3',
        'parts.one.expect',
        'expected keys with values',
      ],
      [
        'the measure of a series',
        changed(soundTrend, 'measure: concentration, ', ''),
        '6:3',
        'series.measure',
        'expected text',
      ],
    ])('%s', (_, text, place, what, hint) =>
      expectTold(text, [`claims/missing-key at ${place}`, `missing: ${what}`, hint]),
    );

    it.each([
      ['no test at all', head],
      ['parts without a part', `${head}parts: {}\n`],
    ])('%s', (_, text) =>
      expectTold(text, [
        'claims/no-test at 1:1',
        'the claim has no test',
        'give it test and expect, or parts, or awaits, or untestable',
      ]),
    );
  });

  describe('with a design that cannot be had is told which can', () => {
    it('misspelt', () =>
      expectTold(change('design: share', 'design: shares'), [
        'claims/unknown-design at 5:3',
        'unknown design: shares',
        'did you mean share?',
      ]));
    it('not built yet', () =>
      expectTold(change('design: share', 'design: actors'), [
        'claims/design-not-built at 5:3',
        'the design actors is not built yet',
        'write awaits: [actors] instead of test',
      ]));
    it.each(['__proto__', 'constructor', '$regime'])('named %s', (name) =>
      expectTold(change('design: share', `design: ${name}`), [
        'claims/unknown-design at 5:3',
        `unknown design: ${name}`,
        `known: ${Object.keys(designs).join(', ')}`,
      ]),
    );
    it('waited for and misspelt', () =>
      expectTold(`${head}awaits: [figure, netwrk]\n`, [
        'claims/unknown-design at 4:18',
        'unknown design: netwrk',
        'did you mean network?',
      ]));
    it('waited for, with what it is to test, and misspelt', () =>
      expectTold(`${head}awaits: { netwrk: whether blocs part }\n`, [
        'claims/unknown-design at 4:11',
        'unknown design: netwrk',
        'did you mean network?',
      ]));
    it('waited for and not in a list', () =>
      expectTold(`${head}awaits: network\n`, [
        'claims/wrong-value at 4:1',
        'wrong value for awaits: network',
        'expected a list, found text',
      ]));
  });

  describe('with a wrong option is told the place of the option', () => {
    it('in a reading', () =>
      expectTold(change('[states, population]', '[states, populaton]'), [
        'claims/wrong-value at 14:23',
        'wrong value for against: populaton',
        oneOfYardsticks('; did you mean population\\?'),
      ]));
    it('within a slot', () =>
      expectTold(change('[states, population]', '[[population, crowds], states]'), [
        'claims/wrong-value at 14:28',
        'wrong value for against: crowds',
        oneOfYardsticks(''),
      ]));
    it('that is no variable', () =>
      expectTold(change('[polity2, fh_score]', '[fh_score, polity3]'), [
        'world/unknown-variable at 16:22',
        'unknown variable: polity3',
        'did you mean polity2?',
      ]));
    it('that is a variable of pairs of states', () =>
      expectTold(
        changed(
          soundTrend,
          'concentration, of: $resource, as: beyond-first',
          'dispersion, of: $resource, as: sd, set: all',
        ).replace('tpop', 'imports'),
        [
          'measures/not-of-states at 13:26',
          'not a figure about states: imports',
          'imports is about a dyad-year; a state-year variable is needed',
        ],
      ));
    it('of which one of two summands is no variable', () =>
      expectTold(changed(soundTrend, 'tpop]', 'imports_total+exportz_total]'), [
        'world/unknown-variable at 13:26',
        'unknown variable: exportz_total',
        'did you mean exports_total?',
      ]));
    it('with years that end before they begin', () =>
      expectTold(change('2005-2018]', '2018-2005]'), [
        'claims/wrong-value at 17:22',
        'wrong value for of.over: 2018-2005',
        'the span ends before it begins: 2018-2005',
      ]));
    it('with years that are none', () =>
      expectTold(change('2005-2018]', '20052018]'), [
        'claims/wrong-value at 17:22',
        'wrong value for of.over: 20052018',
        'not a span of years: 20052018',
      ]));
    it('in since-then', () =>
      expectTold(`${sound}since-then: { years: [2019-2021, 2021-20x4] }\n`, [
        'claims/wrong-value at 18:15',
        'wrong value for of.over: 2021-20x4',
        'not a span of years: 2021-20x4',
      ]));
    it('in a part', () => {
      const part = sound.slice(sound.indexOf('test:')).replaceAll(/^/gm, '    ').trimEnd();
      const parts = `${head}parts:\n  falls:\n${part}\n`;
      expectTold(parts, ['sound, with 8 specifications']);
      expectTold(changed(parts, 'fh_score', 'fh_scroe'), [
        'world/unknown-variable at 18:25',
        'unknown variable: fh_scroe',
        'did you mean fh_score?',
      ]);
    });
    it('or of the value itself where no choice stands', () => {
      expectTold(change('as: endpoints', 'as: endpoint'), [
        'claims/wrong-value at 6:41',
        'wrong value for of.as: endpoint',
        'expected one of endpoints, yearly, from-peak; did you mean endpoints?',
      ]);
      expectTold(change('and: [USA]', 'and: [USA, 3]'), [
        'claims/wrong-value at 7:52',
        'wrong value for group.and.1: 3',
        'expected text, found a number',
      ]);
    });
  });

  describe('with a state', () => {
    it('that is unknown is told the nearest', () => {
      expectTold(change('and: [USA]', 'and: [USA, Grmany]'), [
        'states/unknown at 7:52',
        'unknown state: Grmany',
        'did you mean Germany?',
      ]);
      expectTold(change('allies-of: USA', 'allies-of: Untied States'), [
        'states/unknown at 7:12',
        'unknown state: Untied States',
        'did you mean United States?',
      ]);
      expectTold(change('{ allies-of: USA, by: defence, and: [USA] }', '{ states: [China, Atlantis] }'), [
        'states/unknown at 7:28',
        'unknown state: Atlantis',
        'use its English name, its ISO code (CHN) or its COW number (710)',
      ]);
    });
    it('of a measure that is unknown, too', () =>
      expectTold(
        changed(
          soundTrend,
          'concentration, of: $resource, as: beyond-first }\n  years: 1992-2014',
          'minority-share, state: USAA, votes: library, abstentions: $resource }\n  years: 1992-2014',
        ).replace('[cinc_share, tpop]', '[aside, as-a-side]'),
        ['states/unknown at 6:38', 'unknown state: USAA', 'did you mean USA?'],
      ));
  });

  describe('with choices that do not hang together is told', () => {
    it('a $name that names nothing', () =>
      expectTold(change('$regime', '$regim'), [
        'claims/unknown-choice at 6:9',
        'no reading or alternative is called regim',
        'did you mean regime?',
      ]));
    it('a $name that names something of JavaScript', () =>
      expectTold(change('$regime', '$toString'), [
        'claims/unknown-choice at 6:9',
        'no reading or alternative is called toString',
        'known: yardstick, regime, years',
      ]));
    it('an alternative that is used nowhere', () =>
      expectTold(`${sound}  extra: [a, b]\n`, [
        'claims/unused-choice at 18:3',
        'the choice extra is used nowhere in the test',
        'write $extra where it stands',
      ]));
    it('an alternative that hangs on one that is used does not make it used', () =>
      expectTold(`${sound}  extra: { by: yardstick, states: [a], population: [b] }\n`, [
        'claims/unused-choice at 18:3',
        'the choice extra is used nowhere in the test',
        'write $extra where it stands',
      ]));
    it('a reading that is used nowhere', () =>
      expectTold(change('readings:\n', 'readings:\n  extra: [a, b]\n'), [
        'claims/unused-choice at 14:3',
        'the choice extra is used nowhere in the test',
        'write $extra where it stands',
      ]));
    it('a choice that stands in the middle of a text, where it is none', () =>
      expectTold(change('$regime', 'x$regime'), [
        'claims/unused-choice at 16:3',
        'the choice regime is used nowhere in the test',
        'write $regime where it stands',
      ]));
    it('a reading that is an alternative too', () =>
      expectTold(`${sound}  yardstick: [states]\n`, [
        'claims/doubled-choice at 18:3',
        'yardstick is a reading and an alternative',
        'a reading changes the question, an alternative does not: it can be one of them only',
      ]));
    it('an option given twice', () =>
      expectTold(change('[polity2, fh_score]', '[polity2, polity2]'), [
        'claims/doubled-option at 16:21',
        'regime has the option polity2 twice',
        'each option once: twice would give it twice the weight',
      ]));
    it('an option given twice, once within a slot', () =>
      expectTold(change('[polity2, fh_score]', '[polity2, [fh_score, polity2]]'), [
        'claims/doubled-option at 16:32',
        'regime has the option polity2 twice',
        'each option once: twice would give it twice the weight',
      ]));
    it('an alternative without an option', () =>
      expectTold(change('[polity2, fh_score]', '[]'), [
        'claims/wrong-value at 16:3',
        'wrong value for alternatives.regime: []',
        'expected a list of at least 1',
      ]));
    it('a slot without an option', () =>
      expectTold(change('[polity2, fh_score]', '[polity2, []]'), [
        'claims/wrong-value at 16:21',
        'wrong value for alternatives.regime.1: []',
        'expected a list of at least 1',
      ]));
    it('an option that says nothing', () =>
      expectTold(change('[polity2, fh_score]', '[polity2, ~]'), [
        'claims/wrong-value at 16:21',
        'wrong value for alternatives.regime.1: null',
        'expected text, found nothing',
      ]));
    it('an alternative that is no list', () =>
      expectTold(change('[polity2, fh_score]', 'polity2'), [
        'claims/wrong-value at 16:3',
        'wrong value for alternatives.regime: polity2',
        'expected a list, found text',
      ]));
    it('an alternative that goes by a reading that is none', () =>
      expectTold(
        change('[polity2, fh_score]', '{ by: yardstik, states: [polity2], population: [fh_score] }'),
        ['claims/unknown-choice at 16:13', 'no other choice is called yardstik', 'did you mean yardstick?'],
      ));
    it('an alternative that forgets a reading', () =>
      expectTold(change('[polity2, fh_score]', '{ by: yardstick, states: [polity2] }'), [
        'claims/missing-key at 16:3',
        'regime has no options for population',
        'expected a list for each of states, population',
      ]));
    it('an alternative for an option that the reading has not', () =>
      expectTold(
        change(
          '[polity2, fh_score]',
          '{ by: yardstick, states: [polity2], population: [fh_score], sates: [a] }',
        ),
        ['claims/unknown-key at 16:71', 'regime names no option of yardstick: sates', 'did you mean states?'],
      ));
    it('an option of one reading that nobody knows', () =>
      expectTold(
        change('[polity2, fh_score]', '{ by: yardstick, states: [polity2], population: [polity3] }'),
        ['world/unknown-variable at 16:60', 'unknown variable: polity3', 'did you mean polity2?'],
      ));
    it('a name that is not in kebab-case', () =>
      expectTold(change('  yardstick: [', '  Yardstick: ['), [
        'claims/wrong-value at 14:3',
        'wrong value for readings.Yardstick: ["states","population"]',
        'expected a name in kebab-case',
      ]));
    it('since-then that moves no choice', () =>
      expectTold(`${sound}since-then: { yeas: 2021-2024 }\n`, [
        'claims/unknown-choice at 18:15',
        'since-then names no choice: yeas',
        'did you mean years?',
      ]));
    it('since-then that moves a choice to nothing', () =>
      expectTold(`${sound}since-then: { years: [] }\n`, [
        'claims/wrong-value at 18:15',
        'wrong value for since-then.years: []',
        'expected a list of at least 1',
      ]));
    it('nothing of a choice that is called as something of JavaScript is', () =>
      expectTold(
        `${sound.replace('regime: [', 'constructor: [').replace('$regime', '$constructor')}since-then: { years: 2012-2018 }\n`,
        ['sound, with 8 specifications'],
      ));
  });

  describe('with two things that exclude each other is told so', () => {
    it('test and parts', () =>
      expectTold(`${sound}parts:\n  a: { test: { design: share }, expect: {} }\n`, [
        'claims/test-and-parts at 18:1',
        'a claim has one test or parts, not both',
      ]));
    it('parts, and an expectation beside them', () =>
      expectTold(
        `${head}parts:\n  a: ${JSON.stringify({ test: { design: 'trend', series: { measure: 'concentration', of: 'cinc_share', as: 'beyond-first' }, years: '1992-2014' }, expect: { slope: 'above 0', 'matters-from': 1, because: 'x' } })}\nexpect: { ratio: above 1 }\n`,
        ['claims/missing-key at 6:1', 'missing: test', 'write expect in each part'],
      ));
    it('a test, and why it is untestable', () =>
      expectTold(`${sound}untestable: { because: x, would-settle: y }\n`, [
        'claims/test-and-untestable at 18:1',
        'a claim has test or is untestable, not both',
      ]));
  });

  describe('with the period of the author', () => {
    it('that is no span of years', () =>
      expectTold(`period: since 1990\n${sound}`, [
        'years/malformed at 1:1',
        'not a span of years: since 1990',
        'write 1990-2020, or one year',
      ]));
    it('that ends before it begins', () =>
      expectTold(`period: 2021-2010\n${sound}`, [
        'years/backwards at 1:1',
        'the span ends before it begins: 2021-2010',
        'write 2010-2021',
      ]));
    it('of one year is sound', () => expectTold(`period: 2015\n${sound}`, ['sound, with 8 specifications']));
  });

  it('with a cap that favours neither side is told both', () =>
    expectTold(`${sound}cap: { favours: fore, because: x }\n`, [
      'claims/wrong-value at 18:8',
      'wrong value for cap.favours: fore',
      'expected one of for, against; did you mean for?',
    ]));

  it('that says nothing, or a number, is told what was expected', () => {
    const says = 'Allies of the United States fell more.';
    const expected = (value: string, found: string): string[] => [
      'claims/wrong-value at 1:1',
      `wrong value for claim: ${value}`,
      `expected text, found ${found}`,
    ];
    expectTold(change(says, ''), expected('null', 'nothing'));
    expectTold(change(says, '3'), expected('3', 'a number'));
    expectTold(change(says, 'yes: no'), [
      'claims/broken-yaml at 1:8',
      'not YAML: Nested mappings are not allowed in compact mappings',
    ]);
    expectTold(change(says, '""'), [
      'claims/wrong-value at 1:1',
      'wrong value for claim: ',
      'expected text that is not empty',
    ]);
  });
});
