import { describe, expect, it } from 'vitest';
import { itemOf, likeness, wordsOf } from '../../../../src/world/sources/assembly-votes/headings.js';
import {
  type Coded,
  codesBy,
  issueRule,
  type Points,
  termsOf,
} from '../../../../src/world/sources/assembly-votes/issue-rule.js';
import { issueCodes, tryRule } from '../../../../src/world/sources/assembly-votes/learn-points.js';
import { sameHeadings, sameTexts } from '../../../../src/world/sources/assembly-votes/same-text.js';

describe('headings', () => {
  it('are words without small ones, numbers, accents and the plural', () => {
    expect(wordsOf('The Policies of Apartheid in South Africa, 1976–1977: Côte')).toEqual([
      'policy',
      'apartheid',
      'south',
      'africa',
      'cote',
    ]);
    expect(wordsOf(null)).toEqual([]);
  });
  it('of agenda items stand without the document that lists them', () => {
    expect(itemOf('A/71/251 98ll Disarmament')).toBe('98ll Disarmament');
    expect(itemOf('A/8501 & Add.1-5 23 Independence')).toBe('23 Independence');
    expect(itemOf(null)).toBe('');
  });
  it('are alike by the words they share', () => {
    expect(likeness(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd']))).toBe(0.5);
    expect(likeness(new Set(), new Set())).toBe(0);
  });
});

const none = codesBy(() => 0);
const coded = (order: number, title: string, codes: Partial<Coded>): Coded => ({
  ...none,
  agenda: null,
  order,
  title,
  ...codes,
});
const noPoints = Object.fromEntries(
  issueCodes.map((issue) => [issue, new Map([['', -1]])]),
) as unknown as Points;

describe('the issue rule', () => {
  const votes = [
    coded(1, 'Question of Palestine', { me: 1 }),
    coded(2, 'The Syrian Golan', { me: 0 }),
    coded(3, 'The Syrian Golan', { me: 1, hr: 1 }),
  ];
  it('gives a text that returns the codes that it bore last', () => {
    expect(issueRule(votes, noPoints)({ title: 'Syrian Golan', agenda: null })).toEqual({
      ...none,
      me: 1,
      hr: 1,
    });
  });
  it('takes the most alike, not the latest', () => {
    const more = [...votes, coded(4, 'Question of Palestine refugees', { me: 0 })];
    expect(issueRule(more, noPoints)({ title: 'Question of Palestine', agenda: null }).me).toBe(1);
  });
  it('counts points of words where no heading returns, each once, the constant too', () => {
    const points = {
      ...noPoints,
      nu: new Map([
        ['', -3],
        ['nuclear', 2],
        ['nuclear weapon', 1.5],
      ]),
    };
    const rule = issueRule(votes, points);
    expect(rule({ title: 'Nuclear weapons', agenda: null })).toEqual({ ...none, nu: 1 });
    expect(rule({ title: 'Nuclear energy, nuclear waste', agenda: 'A/60/1 5 Nuclear reports' })).toEqual(
      none,
    );
  });
  it('reads titles and agenda items apart: no two words in a row across them', () => {
    expect(termsOf({ title: 'Arms race', agenda: 'A/60/251 97 Disarmament' }).sort()).toEqual([
      'arm',
      'arm race',
      'disarmament',
      'race',
    ]);
  });
  it('is tried by precision and recall', () => {
    const others = [
      coded(9, 'Question of Palestine', { me: 1 }),
      coded(10, 'The Syrian Golan', { me: 0 }),
      coded(11, 'Other', { me: 1 }),
    ];
    const me = tryRule(votes, noPoints, others).find((t) => t.issue === 'me');
    expect(me).toMatchObject({ both: 1, ruleOnly: 1, voetenOnly: 1, precision: 0.5, recall: 0.5 });
  });
});

describe('votes on the same text', () => {
  const vote = (n: number, session_year: number, title: string) => ({ vote: n, session_year, title });
  it('pairs headings that stand once in their sessions, at most three years apart, from the year on that is told', () => {
    const votes = [
      vote(1, 2018, 'Right to food'),
      vote(2, 2019, 'The right to food'),
      vote(3, 2020, 'Right to food'),
      vote(4, 2022, 'The right to food'),
      vote(5, 2019, 'Oceans'),
      vote(6, 2023, 'Oceans'),
      vote(7, 2019, 'Question of Palestine'),
      vote(8, 2019, 'Question of Palestine'),
      vote(9, 2020, 'Question of Palestine'),
      vote(10, 2019, ''),
      vote(11, 2020, ''),
    ];
    expect(sameHeadings(votes, 2020)).toEqual([
      [2, 3],
      [3, 4],
    ]);
  });
  it('joins pairs into groups, and says which were lengthened by the rule', () => {
    expect(
      sameTexts(
        [
          [5, 3],
          [3, 9],
          [20, 21],
        ],
        [
          [9, 100],
          [50, 51],
        ],
      ),
    ).toEqual([
      { vote: 3, same_text: 3, from: 'rule' },
      { vote: 5, same_text: 3, from: 'rule' },
      { vote: 9, same_text: 3, from: 'rule' },
      { vote: 20, same_text: 20, from: 'pairs' },
      { vote: 21, same_text: 20, from: 'pairs' },
      { vote: 50, same_text: 50, from: 'rule' },
      { vote: 51, same_text: 50, from: 'rule' },
      { vote: 100, same_text: 3, from: 'rule' },
    ]);
  });
});
