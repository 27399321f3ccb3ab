import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, capAnswer, dependsOn, sharesOf, worstAnswer } from '../../src/verdicts/answer.js';
import type { Graded, Stance } from '../../src/verdicts/verdict.js';

const graded = (stance: Stance, weight: number, choices: Record<string, string> = {}): Graded => ({
  choices,
  weight,
  estimate: undefined,
  oriented: undefined,
  without: undefined,
  matters: 0.1,
  stance,
  reason: '',
  key: '',
});

const mix = (shares: Partial<Record<Stance, number>>): Graded[] =>
  Object.entries(shares).map(([stance, weight]) => graded(stance as Stance, weight));

describe('the verdict rule, first line that fits from the top', () => {
  const cases: [string, Partial<Record<Stance, number>>, string][] = [
    ['more than a fifth failed', { for: 0.79, failed: 0.21 }, 'undetermined'],
    ['a fifth failed is not more', { for: 0.8, failed: 0.2 }, 'supported'],
    ['three quarters for, a twentieth against', { for: 0.75, against: 0.05, open: 0.2 }, 'supported'],
    ['a hair under three quarters', { for: 0.74, against: 0.05, open: 0.21 }, 'leans for'],
    ['too much against for supported', { for: 0.9, against: 0.06, open: 0.04 }, 'leans for'],
    ['half for, five times as much as against', { for: 0.5, against: 0.1, open: 0.4 }, 'leans for'],
    ['half for, not five times as much', { for: 0.5, against: 0.11, open: 0.39 }, 'contested'],
    ['the mirror of supported', { against: 0.75, for: 0.05, open: 0.2 }, 'contradicted'],
    ['the mirror of leans', { against: 0.5, for: 0.1, open: 0.4 }, 'leans against'],
    ['a tenth on each side', { for: 0.1, against: 0.1, open: 0.8 }, 'contested'],
    ['under a tenth against', { for: 0.3, against: 0.09, open: 0.61 }, 'undetermined'],
    ['all open', { open: 1 }, 'undetermined'],
  ];
  it.each(cases)('%s', (_name, shares, answer) => {
    expect(answerOf(mix(shares))).toBe(answer);
  });

  it('knows no answer where nothing could run', () => {
    expect(answerOf([])).toBe('untestable here');
  });

  it('does not call supported what fails under a single option', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((score) =>
      graded(score === 'e' ? 'open' : 'for', 0.2, { score }),
    );
    expect(sharesOf(all).for).toBeCloseTo(0.8);
    expect(answerOf(all)).toBe('leans for');
    expect(dependsOn(all)).toEqual(['score']);
  });

  it('weighs, it does not count', () => {
    const few = graded('for', 0.9);
    const many = Array.from({ length: 9 }, () => graded('against', 0.1 / 9));
    expect(sharesOf([few, ...many])).toEqual({
      for: expect.closeTo(0.9),
      against: expect.closeTo(0.1),
      open: 0,
      failed: 0,
    });
  });

  it('mirrors: exchanging for and against exchanges the answer', () => {
    const mirror: Record<string, string> = {
      supported: 'contradicted',
      contradicted: 'supported',
      'leans for': 'leans against',
      'leans against': 'leans for',
    };
    const stance = fc.constantFrom<Stance>('for', 'against', 'open', 'failed');
    const choice = fc.constantFrom('x', 'y', 'z');
    fc.assert(
      fc.property(fc.array(fc.tuple(stance, choice, choice), { minLength: 1, maxLength: 40 }), (drawn) => {
        const one = drawn.map(([s, a, b]) => graded(s, 1, { a, b }));
        const swap: Record<Stance, Stance> = {
          for: 'against',
          against: 'for',
          open: 'open',
          failed: 'failed',
        };
        const other = drawn.map(([s, a, b]) => graded(swap[s], 1, { a, b }));
        const answer = answerOf(one);
        // “leans for” is asked before “contradicted”: both at once would need half on each side and five times as much.
        expect(answerOf(other)).toBe(mirror[answer] ?? answer);
      }),
    );
  });

  it('does not depend on the order of specifications or the scale of weights', () => {
    const stance = fc.constantFrom<Stance>('for', 'against', 'open');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stance, fc.constantFrom('x', 'y')), { minLength: 1, maxLength: 30 }),
        (drawn) => {
          const one = drawn.map(([s, a]) => graded(s, 1, { a }));
          const other = [...drawn].reverse().map(([s, a]) => graded(s, 0.125, { a }));
          expect(answerOf(other)).toBe(answerOf(one));
          expect(dependsOn(other)).toEqual(dependsOn(one));
        },
      ),
    );
  });
});

describe('caps and parts', () => {
  it('caps only what the source favours', () => {
    expect(capAnswer('supported', 'for')).toBe('leans for');
    expect(capAnswer('supported', 'against')).toBe('supported');
    expect(capAnswer('contradicted', 'against')).toBe('leans against');
    expect(capAnswer('contested', 'for')).toBe('contested');
  });

  it('lets the worst part decide', () => {
    expect(worstAnswer(['supported', 'leans for'])).toBe('leans for');
    expect(worstAnswer(['undetermined', 'supported', 'contradicted'])).toBe('contradicted');
  });
});
