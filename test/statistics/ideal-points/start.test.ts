import { describe, expect, it } from 'vitest';
import { correlation } from '../../../scripts/ideal-points/moments.js';
import { randomFrom } from '../../../src/kernel/random.js';
import { startingFit } from '../../../src/statistics/ideal-points/start.js';
import { layOut } from '../../../src/statistics/ideal-points/vote-panel.js';
import { simulateVotes } from './simulated-votes.js';

describe('where chains set out', () => {
  it('is one place but for the sign, also where most states leave and others come', () => {
    const { votes } = simulateVotes('start', 40, 10, 25, 0);
    const there = Array.from(votes.state, (_, v) => v).filter((v) => {
      const [state, session] = [votes.state[v]!, votes.session[v]!];
      return state < 4 || state % 2 === (session > 5 ? 1 : 0);
    });
    const of = (column: ArrayLike<number>): number[] => there.map((v) => column[v]!);
    const panel = layOut(
      { state: of(votes.state), session: of(votes.session), item: of(votes.item), choice: of(votes.choice) },
      10,
    );
    const starts = Array.from({ length: 20 }, (_, k) => startingFit(panel, randomFrom(['start', k])).places);
    for (const start of starts) expect(Math.abs(correlation(start, starts[0]!))).toBeGreaterThan(0.7);
  });
});
