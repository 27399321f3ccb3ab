import { describe, expect, it } from 'vitest';
import type { Alternative, Expectation } from '../../src/claims/claim.js';
import { parseExpectation } from '../../src/claims/expectation.js';
import { toldBy } from './told.js';

const ratio = { name: 'ratio', none: 1, scale: 'log' } as const;
const slope = { name: 'slope', none: 0, scale: 'linear' } as const;
const choices: Alternative[] = [
  { name: 'spread', slots: [['effective-number'], ['beyond-first', 'beyond-first-two']] },
  { name: 'years', slots: [[1990], [2000]] },
];
const because = 'Less would not show.';

const read = (written: Record<string, unknown>, effect: typeof ratio | typeof slope = slope): Expectation =>
  parseExpectation({ because, ...written }, effect, choices, (path) => ({
    file: path.join('.'),
    line: path.length,
    column: 1,
  }));

/** The mistake that is told, with the path at which it stands. */
const mistake = (written: Record<string, unknown>, effect?: typeof ratio | typeof slope): string[] => {
  try {
    read(written, effect);
  } catch (error) {
    const { at } = error as { at: { file: string } };
    return [
      at.file,
      ...toldBy(error)
        .replace(/ at \d+:\d+/, '')
        .split('\n'),
    ];
  }
  throw new Error('nothing was thrown');
};

describe('an expectation', () => {
  it.each([
    ['above 0', 1, 'more', 'above', 0],
    ['below 0', -1, 'more', 'below', 0],
    ['not above 0.5', 1, 'no-more-than', 'above', 0.5],
    ['not below -2', -3, 'no-more-than', 'below', -2],
    ['no different from 0', 1, 'no-effect', 'above', 0],
    ['  above   1.25 ', 2, 'more', 'above', 1.25],
  ])('%s is read', (said, matters, rule, direction, threshold) =>
    expect(read({ slope: said, 'matters-from': matters })).toEqual({
      effect: 'slope',
      rule,
      direction,
      threshold,
      matters,
      because,
    }),
  );

  it('has one smallest effect that matters, or one for each option of a choice, however its slots are', () =>
    expect(
      read({
        slope: 'above 0',
        'matters-from': { by: 'spread', 'effective-number': 0.25, 'beyond-first': 1, 'beyond-first-two': 2 },
      }).matters,
    ).toEqual({
      by: 'spread',
      from: { 'effective-number': 0.25, 'beyond-first': 1, 'beyond-first-two': 2 },
    }));

  it('may go by a choice whose options are numbers', () =>
    expect(read({ slope: 'above 0', 'matters-from': { by: 'years', 1990: 1, 2000: 2 } }).matters).toEqual({
      by: 'years',
      from: { 1990: 1, 2000: 2 },
    }));

  it.each([
    'bigger than 0',
    'no more than 0',
    'not no different from 0',
    '0',
    'above',
    'not 0',
    'above zero',
    'no different from above 0',
    'above 0 below 2',
    'above 1e3',
    '',
  ])('cannot be “%s”', (said) =>
    expect(mistake({ slope: said, 'matters-from': 1 })).toEqual([
      'slope',
      'claims/malformed-expectation',
      `cannot be read as an expectation: ${said}`,
      'expected above 1, below 0, not above 0, not below 0 or no different from 0',
    ]),
  );

  it('names the effect of its design', () => {
    expect(mistake({ ratio: 'above 1', 'matters-from': 2 })).toEqual([
      'ratio',
      'claims/unknown-effect',
      'unknown key in expect: ratio',
      'known: slope, matters-from, because',
    ]);
    expect(mistake({ slop: 'above 1', 'matters-from': 2 })[3]).toBe('did you mean slope?');
    expect(mistake({ 'matters-from': 2 })).toEqual([
      '',
      'claims/missing-key',
      'missing in expect: slope',
      'say what is claimed of it, such as slope: above 0',
    ]);
  });

  it.each([undefined, '', '  ', 7])('says why an effect below would not matter, and not %s', (reason) =>
    expect(mistake({ slope: 'above 0', 'matters-from': 1, because: reason })).toEqual([
      'because',
      'claims/missing-key',
      'missing in expect: because',
      'say why an effect below matters-from would not matter, with a citation',
    ]),
  );

  it.each([
    ['above 0', -1, 'is not above 0'],
    ['above 0', 0, 'is not above 0'],
    ['below 0', 1, 'is not below 0'],
    ['not above 2', 1, 'is not above 2'],
    ['not below 0', 0.01, 'is not below 0'],
    ['no different from 0', -1, 'is not above 0'],
  ])('%s: what matters does not begin at %d', (said, matters, what) =>
    expect(mistake({ slope: said, 'matters-from': matters })).toEqual([
      'matters-from',
      'claims/matters-on-wrong-side',
      `matters-from: ${matters} ${what}`,
      'the smallest effect that matters lies on the side that the claim speaks of',
    ]),
  );

  it.each([undefined, 'lots', [1], Number.NaN, Number.POSITIVE_INFINITY, null, true])(
    'needs a number from which it matters, and not %s',
    (from) =>
      expect(mistake({ slope: 'above 0', 'matters-from': from })).toEqual([
        'matters-from',
        from === undefined ? 'claims/missing-key' : 'claims/wrong-value',
        from === undefined ? 'missing in expect: matters-from' : `wrong value for matters-from: ${from}`,
        'expected a number, or one for each option of a choice: { by: measure, cinc: 1, gdp: 2 }',
      ]),
  );

  describe('with a smallest effect for each option of a choice', () => {
    const each = { 'effective-number': 1, 'beyond-first': 1, 'beyond-first-two': 1 };
    const of = (from: object): string[] => mistake({ slope: 'above 0', 'matters-from': from });

    it('says of which choice', () => {
      expect(of(each)).toEqual([
        'matters-from',
        'claims/missing-key',
        'missing in matters-from: by',
        'expected the name of a choice: spread, years',
      ]);
      expect(of({ by: 'spraed', ...each })).toEqual([
        'matters-from.by',
        'claims/unknown-choice',
        'matters-from.by names no reading or alternative: spraed',
        'did you mean spread?',
      ]);
    });
    it.each([
      ['lacks one', { 'effective-number': 1, 'beyond-first': 1 }],
      ['has none that is a number', { ...each, 'beyond-first-two': '1' }],
      ['has none that is finite', { ...each, 'beyond-first-two': Number.NaN }],
    ])('is told which option %s', (_, from) =>
      expect(of({ by: 'spread', ...from })).toEqual([
        'matters-from.beyond-first-two',
        'claims/missing-key',
        'matters-from has no number for beyond-first-two',
        'expected one for each of effective-number, beyond-first, beyond-first-two',
      ]),
    );
    it('is told an option that the choice has not', () =>
      expect(of({ by: 'spread', ...each, 'beyond-frist': 1 })).toEqual([
        'matters-from.beyond-frist',
        'claims/unknown-key',
        'matters-from names no option: beyond-frist',
        'did you mean beyond-first?',
      ]));
    it('is told the one on the wrong side', () =>
      expect(of({ by: 'spread', ...each, 'beyond-first': -1 }).slice(0, 3)).toEqual([
        'matters-from.beyond-first',
        'claims/matters-on-wrong-side',
        'matters-from: -1 is not above 0',
      ]));
  });

  describe('of a ratio', () => {
    it.each([
      ['above 0', 2, 'ratio', 0],
      ['above -1', 2, 'ratio', -1],
      ['below 1', 0, 'matters-from', 0],
      ['below 1', -0.5, 'matters-from', -0.5],
    ])('%s from %d on: it is above zero', (said, matters, path, number) =>
      expect(mistake({ ratio: said, 'matters-from': matters }, ratio)).toEqual([
        path,
        'claims/wrong-value',
        `a ratio is above zero: ${number}`,
        'without an effect it is 1',
      ]),
    );
    it('by the options of a choice: each is above zero', () =>
      expect(
        mistake({ ratio: 'below 1', 'matters-from': { by: 'years', 1990: 0.9, 2000: 0 } }, ratio).slice(0, 3),
      ).toEqual(['matters-from.2000', 'claims/wrong-value', 'a ratio is above zero: 0']));
  });
});
