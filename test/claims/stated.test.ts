import { describe, expect, it } from 'vitest';
import { parseStated, statedWords } from '../../src/claims/stated.js';

const at = (path: readonly (string | number)[]) => ({ file: path.join('.') });
const parse = (figure: unknown, more: object = {}) =>
  parseStated({ figure, margin: 0, because: 'he says so', ...more }, 'figure', at);

describe('what is stated', () => {
  it.each([
    [44, { is: 'exactly', number: 44 }, '44'],
    ['-2.5', { is: 'exactly', number: -2.5 }, '-2.5'],
    ['at least 80', { is: 'at-least', number: 80 }, 'at least 80'],
    ['more than 1,500', { is: 'more-than', number: 1500 }, 'more than 1500'],
    ['at most 64', { is: 'at-most', number: 64 }, 'at most 64'],
    ['fewer than 10', { is: 'less-than', number: 10 }, 'less than 10'],
    ['first', { is: 'rank', number: 1 }, 'first place'],
    [['CHN', 'RUS'], { is: 'list', items: ['CHN', 'RUS'] }, 'CHN, RUS'],
  ])('%j', (written, stated, words) => {
    const e = parse(written, { margin: 2 });
    expect(e.stated).toEqual(stated);
    expect([e.rule, e.matters, e.because]).toEqual(['as-stated', 2, 'he says so']);
    expect(statedWords(e.stated!)).toBe(words);
  });

  it.each([
    ['about 80', {}, 'claims/malformed-expectation', 'figure'],
    ['above 80', {}, 'claims/malformed-expectation', 'figure'],
    [['CHN', 'CHN'], {}, 'claims/malformed-expectation', 'figure'],
    [[], {}, 'claims/malformed-expectation', 'figure'],
    [undefined, {}, 'claims/missing-key', 'figure'],
    [80, { margin: undefined }, 'claims/missing-key', 'margin'],
    [80, { margin: -1 }, 'claims/wrong-value', 'margin'],
    [80, { margin: 'some' }, 'claims/wrong-value', 'margin'],
    [80, { because: ' ' }, 'claims/missing-key', 'because'],
    [80, { 'matters-from': 1 }, 'claims/unknown-effect', 'matters-from'],
  ])('%j with %j is refused where it stands', (written, more, code, where) => {
    expect(() => parse(written, more)).toThrow(expect.objectContaining({ code, at: { file: where } }));
  });
});
