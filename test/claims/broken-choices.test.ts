import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, nested, sound, told } from './told.js';

/** The nested claim with one place changed. */
const n = (from: string, to: string): string => changed(nested, from, to);
/** A claim with specifications listed in it; without alternatives beside them; or in a file beside it. */
const list = (rows: string, text = sound): string =>
  changed(text, 'readings:', `specifications:\n${rows}readings:`);
const alone = (rows: string): string => list(rows).replace(/alternatives:[\s\S]*/, '');
const file = changed(sound, 'readings:', 'specifications: list.csv\nreadings:');

describe('a claim whose choices hang on each other, or whose specifications are listed, is told', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  describe('of a choice that hangs on others', () => {
    it.each([
      [
        'where, misspelt',
        n('where:', 'were:'),
        {},
        ['claims/unknown-key at 15:5', 'unknown key: were', 'did you mean where?'],
      ],
      [
        'options, misspelt',
        n('options:', 'option:'),
        {},
        ['claims/unknown-key at 16:5', 'unknown key: option', 'did you mean options?'],
      ],
      [
        'no options',
        n('    options: [USA, [CHN, RUS]]\n', ''),
        {},
        [
          'claims/missing-key at 14:3',
          'whose has no options',
          'expected options: […] beside where, or by: and a list for each option of another choice',
        ],
      ],
      [
        'options that are no list',
        n('options: [USA, [CHN, RUS]]', 'options: USA'),
        {},
        [
          'claims/wrong-value at 16:5',
          'wrong value for alternatives.whose.options: USA',
          'expected a list, found text',
        ],
      ],
      [
        'an option twice',
        n('[USA, [CHN, RUS]]', '[USA, [CHN, USA]]'),
        {},
        [
          'claims/doubled-option at 16:26',
          'whose has the option USA twice',
          'each option once: twice would give it twice the weight',
        ],
      ],
      [
        'an option that the test cannot take',
        n('[USA, [CHN, RUS]]', '[USA, [CHN, Atlantis]]'),
        {},
        [
          'states/unknown at 16:26',
          'unknown state: Atlantis',
          'use its English name, its ISO code (CHN) or its COW number (710)',
        ],
      ],
      [
        'a condition on a choice that is none',
        n('{ as: share-of }', '{ ass: share-of }'),
        {},
        ['claims/unknown-choice at 15:14', 'no other choice is called ass', 'did you mean as?'],
      ],
      [
        'a condition on itself',
        n('{ as: share-of }', '{ whose: USA }'),
        {},
        ['claims/unknown-choice at 15:14', 'no other choice is called whose', 'known: as, resource, years'],
      ],
      [
        'a condition on an option that is none',
        n('{ as: share-of }', '{ as: shareof }'),
        {},
        ['claims/unknown-option at 15:14', 'as has no option shareof', 'did you mean share-of?'],
      ],
      [
        'one of several such',
        n('{ as: share-of }', '{ as: [share-of, hii] }'),
        {},
        ['claims/unknown-option at 15:29', 'as has no option hii', 'did you mean hhi?'],
      ],
      [
        'a condition on nothing',
        n('{ as: share-of }', '{}'),
        {},
        [
          'claims/missing-key at 15:5',
          'whose is there where?',
          'expected where: { choice: option }, with a choice of as, resource, years',
        ],
      ],
      [
        'a condition that is a word',
        n('{ as: share-of }', 'share-of'),
        {},
        [
          'claims/wrong-value at 15:5',
          'wrong value for alternatives.whose.where: share-of',
          'expected keys with values, found text',
        ],
      ],
      [
        'a circle of conditions',
        n('as: [hhi, share-of]', 'as: { where: { whose: USA }, options: [hhi, share-of] }'),
        {},
        [
          'claims/circular-choice at 13:3',
          'as hangs on itself: as → whose → as',
          'one of them must be there whatever the others are',
        ],
      ],
      [
        'a circle of lists',
        n('resource: [milex, tpop]', 'resource: { by: years, 1992-2014: [milex, tpop], 1980-2014: [tpop] }'),
        {},
        [
          'claims/circular-choice at 17:3',
          'resource hangs on itself: resource → years → resource',
          'one of them must be there whatever the others are',
        ],
      ],
      [
        'conditions that never come together',
        n('as: [hhi, share-of]', 'as: [hhi]').replace(
          '{ as: share-of }',
          '{ resource: milex, years: 1980-2014 }',
        ),
        {},
        [
          'claims/unused-choice at 14:3',
          'the choice whose is there in no specification',
          'what it asks of other choices never comes together',
        ],
      ],
      [
        'that it is there where the test does not take it',
        n('{ as: share-of }', '{ resource: milex }'),
        {},
        [
          'claims/wrong-value at 13:13',
          'wrong value for series.as: share-of',
          'share-of needs state: whose share',
        ],
      ],
      [
        'that the test needs it where it is not there',
        n('as: [hhi, share-of]', 'as: [share-of]').replace('{ as: share-of }', '{ resource: tpop }'),
        {},
        [
          'claims/wrong-value at 13:8',
          'wrong value for series.as: share-of',
          'share-of needs state: whose share',
        ],
      ],
      [
        'both by and options',
        n('{ by: resource, milex', '{ by: resource, options: [a], milex'),
        {},
        [
          'claims/by-and-options at 18:26',
          'years has both by and options',
          'by: resource takes a list for each option of resource',
        ],
      ],
      [
        'by a choice that is none',
        n('by: resource', 'by: resorce'),
        {},
        ['claims/unknown-choice at 18:12', 'no other choice is called resorce', 'did you mean resource?'],
      ],
      [
        'no list for an option',
        n(', tpop: [1992-2014, 1980-2014] }', ' }'),
        {},
        [
          'claims/missing-key at 18:3',
          'years has no options for tpop',
          'expected a list for each of milex, tpop',
        ],
      ],
      [
        'a list for an option that is none',
        n('tpop: [1992-2014, 1980-2014]', 'tpo: [1992-2014, 1980-2014]'),
        {},
        ['claims/unknown-key at 18:46', 'years names no option of resource: tpo', 'did you mean tpop?'],
      ],
      [
        'that what matters goes by it',
        n('matters-from: 1', 'matters-from: { by: whose, USA: 1, CHN: 1, RUS: 1 }'),
        {},
        [
          'claims/choice-not-there at 10:19',
          'matters-from goes by whose, which is not always there',
          'whose has a where; go by a choice that every specification has',
        ],
      ],
      [
        'that it has no list for what since-then moves to',
        `${nested}since-then: { resource: milper }\n`,
        {},
        [
          'claims/missing-key at 19:15',
          'years has no options for milper',
          'it goes by resource, whose options are milex, tpop',
        ],
      ],
      [
        'that nobody knows what matters where since-then moves to',
        `${n('matters-from: 1', 'matters-from: { by: resource, milex: 1, tpop: 2 }').replace(/years: { by.*/, 'years: [1992-2014]')}since-then: { resource: [milex, milper] }\n`,
        {},
        [
          'claims/missing-key at 19:15',
          'matters-from has no number for milper',
          'it goes by resource, whose options are milex, tpop',
        ],
      ],
      [
        'of a reading, that hangs on nothing',
        changed(
          sound,
          'yardstick: [states, population]',
          'yardstick: { where: { regime: polity2 }, options: [states, population] }',
        ),
        {},
        [
          'claims/wrong-value at 14:3',
          'wrong value for readings.yardstick: {"where":{"regime":"polity2"},"options":["states","popula…',
          'expected a list, found keys with values',
        ],
      ],
    ] as [string, string, Record<string, string>, string[]][])('%s', (_, text, beside, lines) =>
      expect(told(text, world, 'claim.yaml', beside).split('\n')).toEqual(lines),
    );
  });

  describe('of specifications that are listed', () => {
    it.each([
      [
        'the key, misspelt',
        list('  - { regime: polity2, years: 2010-2018 }\n').replace('specifications', 'specification'),
        {},
        ['claims/unknown-key at 13:1', 'unknown key: specification', 'did you mean specifications?'],
      ],
      [
        'an empty list',
        changed(sound, 'readings:', 'specifications: []\nreadings:'),
        {},
        ['claims/wrong-value at 13:1', 'wrong value for specifications: []', 'expected a list of at least 1'],
      ],
      [
        'that they are of no test',
        `claim: a\nmeasured: b\ncounts-against: c\nawaits: [network]\nspecifications: [{ a: b }]\n`,
        {},
        ['claims/missing-key at 5:1', 'missing: test', 'specifications says nothing without it'],
      ],
      [
        'a choice that is none',
        list('  - { regme: polity2, years: 2010-2018 }\n'),
        {},
        ['claims/unknown-choice at 14:7', 'specification 1 names no choice: regme', 'did you mean regime?'],
      ],
      [
        'an option that is none',
        list('  - { regime: polity2, years: 2010-2018 }\n  - { regime: fh_scroe, years: 2010-2018 }\n'),
        {},
        ['claims/unknown-option at 15:7', 'regime has no option fh_scroe', 'did you mean fh_score?'],
      ],
      [
        'several options at once',
        list('  - { regime: [polity2, fh_score], years: 2010-2018 }\n'),
        {},
        [
          'claims/wrong-value at 14:7',
          'wrong value for specifications.0.regime: ["polity2","fh_score"]',
          'expected text, found a list',
        ],
      ],
      [
        'no option of a choice',
        list('  - { regime: polity2 }\n'),
        {},
        [
          'claims/missing-key at 14:5',
          'specification 1 has no option of years',
          'expected one of 2010-2018, 2005-2018',
        ],
      ],
      [
        'one twice',
        list('  - { regime: polity2, years: 2010-2018 }\n  - { years: 2010-2018, regime: polity2 }\n'),
        {},
        [
          'claims/doubled-specification at 15:5',
          'specification 2 is specification 1 again',
          'each once: twice would give it twice the weight',
        ],
      ],
      [
        'one twice in one reading',
        list(
          '  - { regime: polity2, years: 2010-2018 }\n  - { years: 2010-2018, regime: polity2, yardstick: population }\n',
        ),
        {},
        [
          'claims/doubled-specification at 15:5',
          'specification 2 is specification 1 again',
          'each once: twice would give it twice the weight',
        ],
      ],
      [
        'none for a reading',
        list('  - { regime: polity2, years: 2010-2018, yardstick: states }\n'),
        {},
        [
          'claims/empty-reading at 13:1',
          'no specification is meant for yardstick: population',
          'leave the reading out, or list some for it',
        ],
      ],
      [
        'a choice where it is not there',
        changed(
          nested,
          'alternatives:',
          'specifications:\n  - { as: hhi, whose: USA, resource: milex, years: 1992-2014 }\nalternatives:',
        ),
        {},
        [
          'claims/choice-not-there at 13:16',
          'whose is not there beside as: hhi',
          'leave it out of specification 1',
        ],
      ],
      [
        'an option where it is not one',
        changed(
          nested,
          'alternatives:',
          'specifications:\n  - { as: hhi, resource: milex, years: 1980-2014 }\nalternatives:',
        ),
        {},
        ['claims/unknown-option at 13:33', 'years has no option 1980-2014', 'did you mean 1992-2014?'],
      ],
      [
        'a choice that the test does not use',
        alone('  - { regime: polity2, years: 2010-2018, fall: yearly }\n'),
        {},
        [
          'claims/unused-choice at 14:42',
          'the choice fall is used nowhere in the test',
          'write $fall where it stands',
        ],
      ],
      [
        'a choice of the test that they lack',
        alone('  - { regime: polity2, yeers: 2010-2018 }\n'),
        {},
        ['claims/unknown-choice at 6:27', 'no reading or alternative is called years', 'did you mean yeers?'],
      ],
      [
        'an option that the test cannot take',
        alone('  - { regime: polity2, years: 2010-2018 }\n  - { regime: polity3, years: 2010-2018 }\n'),
        {},
        ['world/unknown-variable at 15:7', 'unknown variable: polity3', 'did you mean polity2?'],
      ],
    ] as [string, string, Record<string, string>, string[]][])('%s', (_, text, beside, lines) =>
      expect(told(text, world, 'claim.yaml', beside).split('\n')).toEqual(lines),
    );
  });

  describe('of a file of specifications', () => {
    it.each([
      [
        'that it is no CSV',
        changed(sound, 'readings:', 'specifications: list.txt\nreadings:'),
        {},
        [
          'claims/wrong-value at 13:1',
          'wrong value for specifications: list.txt',
          'expected a .csv file beside the claim',
        ],
      ],
      [
        'that it stands elsewhere',
        changed(sound, 'readings:', 'specifications: ../list.csv\nreadings:'),
        {},
        [
          'claims/wrong-value at 13:1',
          'wrong value for specifications: ../list.csv',
          'expected a .csv file beside the claim',
        ],
      ],
      [
        'that it is not there',
        file,
        { 'lists.csv': 'a' },
        ['claims/unreadable at 13:1', 'cannot be read: list.csv', 'no such file; did you mean lists.csv?'],
      ],
      [
        'that it is empty',
        file,
        { 'list.csv': 'regime,years\n' },
        [
          'claims/empty at 1:1',
          'the list of specifications is empty',
          'expected a first line that names the choices, and a line for each specification',
        ],
      ],
      [
        'a choice that is none',
        file,
        { 'list.csv': 'regime,yeers\npolity2,2010-2018\n' },
        ['claims/unknown-choice at 2:9', 'specification 1 names no choice: yeers', 'did you mean years?'],
      ],
      [
        'an option that is none',
        file,
        { 'list.csv': 'regime,years\npolity2,2010-2018\n\npolity2,"2010-2019"\n' },
        ['claims/unknown-option at 4:9', 'years has no option 2010-2019', 'did you mean 2010-2018?'],
      ],
      [
        'a cell too few',
        file,
        { 'list.csv': 'regime,years\npolity2,2010-2018\npolity2\n' },
        [
          'claims/broken-csv at 3:1',
          'a line of 1 where 2 columns are named',
          'the columns are regime, years',
        ],
      ],
      [
        'a cell too many',
        file,
        { 'list.csv': 'regime,years\npolity2,2010-2018,3\n' },
        [
          'claims/broken-csv at 2:9',
          'a line of 3 where 2 columns are named',
          'the columns are regime, years',
        ],
      ],
      [
        'an empty cell',
        file,
        { 'list.csv': 'regime,years\npolity2,2010-2018\nfh_score,\n' },
        [
          'claims/missing-key at 3:1',
          'specification 2 has no option of years',
          'expected one of 2010-2018, 2005-2018',
        ],
      ],
      [
        'half a pair of quotation marks',
        file,
        { 'list.csv': 'regime,years\npolity2,"2010-2018\n' },
        [
          'claims/broken-csv at 2:9',
          'a quotation mark stands alone',
          'a cell begins and ends with one, or has none',
        ],
      ],
      [
        'a column twice',
        file,
        { 'list.csv': 'regime,years,regime\npolity2,2010-2018,fh_score\n' },
        [
          'claims/broken-csv at 1:14',
          'two columns are called regime',
          'each column is called after a choice',
        ],
      ],
      [
        'a column without a name',
        file,
        { 'list.csv': 'regime,years,\npolity2,2010-2018,\n' },
        ['claims/broken-csv at 1:14', 'a column has no name', 'each column is called after a choice'],
      ],
      [
        'a line twice',
        file,
        { 'list.csv': 'regime,years\npolity2,2010-2018\nfh_score,2010-2018\npolity2,2010-2018\n' },
        [
          'claims/doubled-specification at 4:1',
          'specification 3 is specification 1 again',
          'each once: twice would give it twice the weight',
        ],
      ],
    ] as [string, string, Record<string, string>, string[]][])('%s', (_, text, beside, lines) =>
      expect(told(text, world, 'claim.yaml', beside).split('\n')).toEqual(lines),
    );
  });
});
