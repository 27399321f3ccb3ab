import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/kernel/nearest.js';

const known = ['polity2', 'polyarchy', 'polyarchy_v15', 'cinc', 'gdp_current', 'gdp_ppp', 'China', 'Chad'];

describe('nearest', () => {
  it.each([
    ['polity3', 'polity2'],
    ['POLITY2', 'polity2'],
    [' polity2 ', 'polity2'],
    ['polyarchi', 'polyarchy'],
    ['cnic', 'cinc'],
    ['Chnia', 'China'],
    ['polyarchyv15', 'polyarchy_v15'],
  ])('%s is nearest to %s', (typed, meant) => expect(nearest(typed, known)).toBe(meant));

  it.each(['', '2', 'xy', 'zzz', 'democracy', 'ldap'])('nothing is near to “%s”', (typed) =>
    expect(nearest(typed, known)).toBeUndefined(),
  );

  it('two neighbours swapped are one mistake, two other letters are two', () =>
    expect([nearest('cnic', ['cinc']), nearest('cabc', ['cinc'])]).toEqual(['cinc', undefined]));

  it('of two words equally near, the first stands', () => expect(nearest('cat', ['car', 'cab'])).toBe('car'));
});

describe('didYouMean', () => {
  it('names the nearest word', () => expect(didYouMean('polity3', known)).toBe('did you mean polity2?'));
  it('lists all where they are few and none is near', () =>
    expect(didYouMean('tanks', ['ships', 'planes'])).toBe('known: ships, planes'));
  it('lists those that hold the word where there are many', () =>
    expect(didYouMean('gdp', known, 3)).toBe('did you mean gdp_current, gdp_ppp?'));
  it('counts them where nothing is like it', () => expect(didYouMean('tanks', known, 3)).toBe('8 are known'));
  it('says something else where it is told what', () =>
    expect(didYouMean('tanks', known, 3, 'see the list')).toBe('see the list'));
  it('says that nothing is known', () => expect(didYouMean('tanks', [])).toBe('none is known'));
});
