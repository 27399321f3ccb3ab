import { describe, expect, it } from 'vitest';
import type { EntenteError } from '../../src/kernel/errors.js';
import { countYears, overlap, parseYears, showYears } from '../../src/kernel/years.js';

const mistake = (text: string | number): EntenteError => {
  try {
    parseYears(text);
  } catch (error) {
    return error as EntenteError;
  }
  throw new Error(`${text} was read as years`);
};

describe('parseYears', () => {
  it.each([
    ['1990-2020', 1990, 2020],
    ['1990–2020', 1990, 2020],
    [' 1990 - 2020 ', 1990, 2020],
    ['1990', 1990, 1990],
    [1990, 1990, 1990],
    ['1990-1990', 1990, 1990],
    ['0001-9999', 1, 9999],
  ])('reads %s', (text, from, to) => expect(parseYears(text)).toEqual({ from, to }));

  it.each([
    '',
    '90-20',
    '1990-',
    '-2020',
    '1990--2020',
    '1990/2020',
    '1990-2020-2021',
    '19900',
    '1990—2020',
    'MCMXC',
    '1990.5',
    '1990-20a0',
  ])('refuses %s', (text) =>
    expect(mistake(text)).toMatchObject({
      code: 'years/malformed',
      message: `not a span of years: ${text}`,
      hint: 'write 1990-2020, or one year',
    }),
  );

  it('refuses a span that ends before it begins, and turns it round', () =>
    expect(mistake('2020-1990')).toMatchObject({
      code: 'years/backwards',
      message: 'the span ends before it begins: 2020-1990',
      hint: 'write 1990-2020',
    }));
});

describe('spans', () => {
  it('are shown as one year or with a dash', () =>
    expect([showYears({ from: 1990, to: 1990 }), showYears({ from: 1990, to: 2020 })]).toEqual([
      '1990',
      '1990–2020',
    ]));
  it('count both ends', () => expect(countYears({ from: 1990, to: 2020 })).toBe(31));
  it.each([
    ['1990-2000', '1995-2010', 6],
    ['1990-2000', '2000-2010', 1],
    ['1990-2000', '2001-2010', 0],
    ['1990-2000', '1950-2010', 11],
  ])('%s and %s share %i years, either way round', (a, b, years) =>
    expect([overlap(parseYears(a), parseYears(b)), overlap(parseYears(b), parseYears(a))]).toEqual([
      years,
      years,
    ]),
  );
});
