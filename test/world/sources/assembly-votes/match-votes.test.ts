import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, matchVotes } from '../../../../src/world/sources/assembly-votes/match-votes.js';

const pair = (rcid: number, record: number, given: Partial<Candidate> = {}): Candidate => ({
  rcid,
  record,
  members: 100,
  same: 100,
  voted: 90,
  agree: 90,
  same_result: false,
  symbol: 'other',
  same_month: true,
  para: false,
  amend: false,
  passed: true,
  ...given,
});
const found = (...candidates: Candidate[]): string[] =>
  matchVotes(candidates).map((m) => `${m.rcid}=${m.record} by ${m.by}`);

describe('matching two lists of votes', () => {
  it('takes each vote once, the surest pair first', () => {
    expect(found(pair(1, 11, { same: 97 }), pair(1, 12), pair(2, 11, { same: 96 }))).toEqual([
      '1=12 by votes',
      '2=11 by votes',
    ]);
  });

  it('tells near-unanimous votes of one day apart by their symbols', () => {
    const alike = { same: 99 };
    expect(
      found(
        pair(1, 11, alike),
        pair(1, 12, { ...alike, symbol: 'same' }),
        pair(2, 11, { ...alike, symbol: 'same' }),
        pair(2, 12, alike),
      ),
    ).toEqual(['1=12 by votes and symbol', '2=11 by votes and symbol']);
  });

  it('believes the votes where symbols are swapped', () => {
    const swapped = { symbol: 'same', same: 91, agree: 82 } as const;
    expect(found(pair(1, 11, swapped), pair(1, 12), pair(2, 11), pair(2, 12, swapped))).toEqual([
      '1=12 by votes',
      '2=11 by votes',
    ]);
  });

  it('needs symbol, number or month beside the votes, unless every single member agrees', () => {
    expect(found(pair(1, 11, { same: 99, same_month: false }))).toEqual([]);
    expect(found(pair(1, 11, { same: 99, same_month: false, symbol: 'number' }))).toEqual([
      '1=11 by votes and number',
    ]);
    expect(found(pair(1, 11, { same_month: false }))).toEqual(['1=11 by votes']);
  });

  it('finds by symbol what has lost members, and leaves what merely bears the same symbol', () => {
    const lost = { symbol: 'same', same: 85, voted: 80, agree: 80 } as const;
    expect(found(pair(1, 11, lost))).toEqual(['1=11 by symbol']);
    expect(found(pair(1, 11, { ...lost, symbol: 'other' }))).toEqual([]);
    // A part of the same text: the members vote otherwise.
    expect(found(pair(1, 11, { ...lost, symbol: 'number', agree: 70 }))).toEqual([]);
    expect(found(pair(1, 11, { ...lost, para: true }))).toEqual([]);
    // Garbled, but both print the same numbers of yes, no and abstentions.
    expect(found(pair(1, 11, { ...lost, symbol: 'number', same: 69, agree: 60, same_result: true }))).toEqual(
      ['1=11 by symbol'],
    );
  });

  it('joins votes on one whole text by the symbol alone, one of the lists being another vote’s', () => {
    const other = { symbol: 'same', same: 50, agree: 40 } as const;
    expect(found(pair(1, 11, other))).toEqual(['1=11 by symbol alone']);
    for (const marked of [{ para: true }, { amend: true }, { passed: false }, { symbol: 'number' as const }])
      expect(found(pair(1, 11, { ...other, ...marked }))).toEqual([]);
    // Not where the list is found under its own symbol.
    expect(found(pair(1, 11, other), pair(1, 12))).toEqual(['1=12 by votes']);
  });

  it('prefers the vote on the whole text where that on a paragraph ended the same', () => {
    const same = { symbol: 'same' } as const;
    expect(found(pair(1, 11, { ...same, para: true }), pair(2, 11, same))).toEqual([
      '2=11 by votes and symbol',
    ]);
  });

  it('does not depend on the order of the candidates, and never uses a vote twice', () => {
    const some = fc.array(
      fc.record({
        rcid: fc.integer({ min: 1, max: 6 }),
        record: fc.integer({ min: 11, max: 16 }),
        same: fc.integer({ min: 80, max: 100 }),
        symbol: fc.constantFrom('same', 'number', 'other'),
        same_month: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.integer(), (list, turn) => {
        const once = new Map(
          list.map((c) => [`${c.rcid}-${c.record}`, pair(c.rcid, c.record, c as Partial<Candidate>)]),
        );
        const candidates = [...once.values()];
        const shift = candidates.length === 0 ? 0 : Math.abs(turn) % candidates.length;
        const matches = matchVotes(candidates);
        expect(matchVotes([...candidates.slice(shift), ...candidates.slice(0, shift)])).toEqual(matches);
        expect(new Set(matches.map((m) => m.rcid)).size).toBe(matches.length);
        expect(new Set(matches.map((m) => m.record)).size).toBe(matches.length);
      }),
    );
  });
});
