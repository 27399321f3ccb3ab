import { describe, expect, it } from 'vitest';
import type { CastVotes } from '../../../src/statistics/ideal-points/cast-votes.js';
import { layOut } from '../../../src/statistics/ideal-points/vote-panel.js';
import { codeOf } from '../oracle.js';
import { simulateVotes } from './simulated-votes.js';

const votes = (rows: readonly (readonly number[])[]): CastVotes => ({
  state: rows.map((r) => r[0]!),
  session: rows.map((r) => r[1]!),
  item: rows.map((r) => r[2]!),
  choice: rows.map((r) => r[3]!),
});
const five = [2, 20, 200, 365, 710];
/** All five states on an item, with these choices. */
const on = (item: number, session: number, choices: string): number[][] =>
  [...choices].flatMap((c, k) => (c === '.' ? [] : [[five[k]!, session, item, Number(c)]]));

describe('a panel of votes', () => {
  it('leaves out what did not divide, and counts a choice that nobody made for none', () => {
    const panel = layOut(
      votes([
        ...on(7, 1, '11111'),
        ...on(8, 1, '12233'),
        ...on(9, 2, '11223'),
        ...on(10, 2, '2233.'),
        ...on(11, 2, '3311.'),
      ]),
      1,
    );
    expect([...panel.items]).toEqual([8, 9, 10, 11]);
    expect([...panel.ordinal]).toEqual([1, 1, 0, 0]);
    expect(panel.votes).toBe(18);
    const tenth = [0, 1, 2].map((c) => panel.itemStart[6 + c + 1]! - panel.itemStart[6 + c]!);
    expect(tenth).toEqual([2, 0, 2]); // two abstained, two said no: abstentions stand below the one cut
  });

  it('ties each state to its last session with a vote', () => {
    const panel = layOut(votes([...on(1, 3, '12311'), ...on(2, 5, '.2311'), ...on(3, 9, '13311')]), 1);
    const first = panel.unitState.findLastIndex((s) => panel.states[s] === 2);
    expect(panel.sessions[panel.unitSession[panel.before[first]!]!]).toBe(3);
    expect(panel.after[panel.before[first]!]).toBe(first);
  });

  it('holds each vote once by unit and once by item', () => {
    const panel = layOut(simulateVotes('once').votes, 1);
    expect(panel.unitItems.length).toBe(panel.votes);
    expect(panel.itemUnits.length).toBe(panel.votes);
    expect(panel.unitVotes.reduce((a, b) => a + b, 0)).toBe(panel.votes);
  });

  it.each([
    ['ideal-points/votes', [[2, 1, 1, 4]]],
    ['ideal-points/votes', [[2.5, 1, 1, 1]]],
    ['ideal-points/votes', [[2, Number.NaN, 1, 1]]],
    ['ideal-points/too-few', []],
    ['ideal-points/too-few', on(1, 1, '11111')],
    [
      'ideal-points/too-few',
      [
        [2, 1, 1, 1],
        [20, 1, 1, 3],
      ],
    ],
    ['ideal-points/unconnected', [...on(1, 1, '12333'), [900, 1, 2, 1], [920, 1, 2, 3]]],
  ])('is refused with %s: %j', (code, rows) => {
    expect(codeOf(() => layOut(votes(rows), 1))).toBe(code);
  });

  it('is refused where arrays differ in length', () => {
    expect(codeOf(() => layOut({ state: [1], session: [1, 2], item: [1], choice: [1] }, 1))).toBe(
      'ideal-points/votes',
    );
  });
});
