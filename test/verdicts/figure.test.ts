import { describe, expect, it } from 'vitest';
import type { Stated } from '../../src/claims/claim.js';
import type { Estimate, RecordedFigure } from '../../src/designs/design.js';
import { figureAnswerOf, worstAnswer } from '../../src/verdicts/answer.js';
import { gradeFigure } from '../../src/verdicts/grade-figure.js';
import type { Graded, Stance } from '../../src/verdicts/verdict.js';

const recorded = (
  value: number,
  beyond: RecordedFigure['beyond'] = 'nothing',
  list?: string[],
  half = 0,
): Estimate => ({
  ...{
    value,
    low: value - half,
    high: value + half,
    n: 1,
    of: 'fact',
    lost: {},
    errors: [],
    diagnostics: {},
  },
  recorded: { by: 'somebody', when: '2021', beyond, ...(list && { list }) },
});

const number = (is: Exclude<Stated['is'], 'list'>, n: number): Stated => ({ is, number: n });
const stance = (e: Estimate, s: Stated, margin = 0): Stance => gradeFigure(e, s, margin).stance;

describe('a recorded figure against the stated one', () => {
  it.each([
    ['exactly', 44, 44, 0, 'for'],
    ['exactly', 44, 44.4, 0.5, 'for'],
    ['exactly', 44, 44.5, 0.5, 'for'],
    ['exactly', 44, 44.6, 0.5, 'against'],
    ['exactly', 44, 43, 0.5, 'against'],
    ['at-least', 80, 80, 0, 'for'],
    ['at-least', 80, 79, 0, 'against'],
    ['at-least', 80, 79, 1, 'for'],
    ['more-than', 50, 50, 0, 'against'],
    ['more-than', 50, 51, 0, 'for'],
    ['at-most', 64, 64, 0, 'for'],
    ['at-most', 64, 65, 0, 'against'],
    ['less-than', 0, 0, 0, 'against'],
    ['less-than', 0, -1, 0, 'for'],
    ['rank', 1, 1, 0, 'for'],
    ['rank', 1, 2, 0, 'against'],
  ] as const)('%s %d: %d within %d is %s', (is, n, x, margin, says) => {
    expect(stance(recorded(x), number(is, n), margin)).toBe(says);
  });

  it('an incomplete count bears out “at least” and never refutes it; it refutes “at most” and never bears it out', () => {
    expect(stance(recorded(80, 'above'), number('at-least', 80))).toBe('for');
    expect(stance(recorded(40, 'above'), number('at-least', 80))).toBe('open');
    expect(stance(recorded(40, 'above'), number('more-than', 50))).toBe('open');
    expect(stance(recorded(51, 'above'), number('more-than', 50))).toBe('for');
    expect(stance(recorded(65, 'above'), number('at-most', 64))).toBe('against');
    expect(stance(recorded(10, 'above'), number('at-most', 64))).toBe('open');
    expect(stance(recorded(44, 'above'), number('exactly', 44))).toBe('open');
    expect(stance(recorded(45, 'above'), number('exactly', 44))).toBe('against');
  });

  it('a place in an incomplete record says nothing', () => {
    expect(stance(recorded(1, 'anywhere'), number('rank', 1))).toBe('open');
    expect(stance(recorded(5, 'anywhere'), number('rank', 1))).toBe('open');
  });

  it('an interval must lie wholly on one side', () => {
    expect(stance(recorded(-16, 'nothing', undefined, 3), number('less-than', 0))).toBe('for');
    expect(stance(recorded(-2, 'nothing', undefined, 3), number('less-than', 0))).toBe('open');
    expect(stance(recorded(9, 'nothing', undefined, 3), number('less-than', 0))).toBe('against');
  });

  it('lists agree member by member, but for as many as the margin', () => {
    const stated: Stated = { is: 'list', items: ['CHN', 'RUS'] };
    const list = (items: string[], beyond: RecordedFigure['beyond'] = 'nothing') =>
      recorded(items.length, beyond, items);
    expect(stance(list(['RUS', 'CHN']), stated)).toBe('for');
    expect(stance(list(['RUS', 'USA']), stated)).toBe('against');
    expect(stance(list(['RUS']), stated, 1)).toBe('for');
    expect(stance(list(['RUS'], 'above'), stated)).toBe('open');
    expect(stance(list(['RUS', 'USA'], 'above'), stated)).toBe('against');
  });

  it('says why', () => {
    expect(gradeFigure(recorded(43), number('more-than', 50), 0).reason).toBe('other than stated');
    expect(gradeFigure(recorded(43), number('more-than', 50), 0).oriented?.value).toBe(-7);
  });
});

describe('the verdict over the records', () => {
  const of = (...stances: Stance[]) => figureAnswerOf(stances.map((s) => ({ stance: s }) as Graded));

  it.each([
    [['for', 'for'], 'borne out by the record'],
    [['for', 'open', 'failed'], 'borne out by the record'],
    [['against', 'against'], 'not borne out'],
    [['against', 'open'], 'not borne out'],
    [['for', 'against', 'open'], 'sources differ'],
    [['open', 'failed'], 'undetermined'],
    [['failed'], 'untestable here'],
    [[], 'untestable here'],
  ] as [Stance[], string][])('%j: %s', (stances, answer) => {
    expect(of(...stances)).toBe(answer);
  });

  it('of several parts the worst decides, figures and shares alike', () => {
    expect(worstAnswer(['borne out by the record', 'not borne out'])).toBe('not borne out');
    expect(worstAnswer(['borne out by the record', 'sources differ', 'undetermined'])).toBe('sources differ');
    expect(worstAnswer(['borne out by the record', 'leans for'])).toBe('leans for');
    expect(worstAnswer(['not borne out', 'leans against'])).toBe('not borne out');
  });
});
