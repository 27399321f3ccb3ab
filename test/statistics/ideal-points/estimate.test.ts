import { describe, expect, it } from 'vitest';
import { correlation } from '../../../scripts/ideal-points/moments.js';
import type { CastVotes } from '../../../src/statistics/ideal-points/cast-votes.js';
import { estimateIdealPoints } from '../../../src/statistics/ideal-points/estimate.js';
import { oracle } from '../oracle.js';
import { simulateVotes } from './simulated-votes.js';

const small = { settle: 20, keep: 60, chains: 3 };
const rejected = async (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => 'nothing thrown',
    (error: { code?: unknown }) => error.code,
  );

describe('ideal points of simulated votes', () => {
  const { votes, places } = simulateVotes('recovery', 40, 12, 25, 5);
  const truth = (state: number, session: number): number => places[session - 1]![state]!;

  it('are found, with as much error as they say', { timeout: 60_000 }, async () => {
    const found = await estimateIdealPoints(votes, {
      positive: argmax(places[0]!),
      seed: 'a',
      smoothing: 0.08,
    });
    const true_ = Float64Array.from(found.state, (s, u) => truth(s, found.session[u]!));
    const r = correlation(found.mean, true_);
    const variance = found.sd.reduce((sum, s) => sum + s * s, 0) / found.sd.length;
    const [mean, sd] = momentsOf(true_);
    expect(r).toBeGreaterThan(0.97);
    expect(Math.abs(r - Math.sqrt(1 - variance))).toBeLessThan(0.008);
    const held = found.low.filter((low, u) => {
      const x = (true_[u]! - mean) / sd;
      return low <= x && x <= found.high[u]!;
    });
    expect(held.length / found.low.length).toBeGreaterThan(0.85);
    expect(held.length / found.low.length).toBeLessThan(0.95);
    expect(momentsOf(found.mean)[0]).toBeCloseTo(0, 6);
  });

  it('do not depend on the order of votes or on how states, items and sessions are numbered', async () => {
    const few = simulateVotes('order', 12, 4, 12, 3).votes;
    const order = Array.from({ length: few.state.length }, (_, k) => k).sort(
      (a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009),
    );
    const other: CastVotes = {
      state: order.map((k) => 3 * few.state[k]! + 100),
      session: order.map((k) => few.session[k]! + 50),
      item: order.map((k) => 1000 + 2 * few.item[k]!),
      choice: order.map((k) => few.choice[k]!),
    };
    const a = await estimateIdealPoints(few, { positive: 3, seed: 'x', ...small });
    const b = await estimateIdealPoints(other, { positive: 109, seed: 'x', ...small });
    expect([...b.mean]).toEqual([...a.mean]);
    expect([...b.low]).toEqual([...a.low]);
  });

  it('are the same bytes with the same seed, whoever runs the chains and in whatever order, and others with another', async () => {
    const few = simulateVotes('bytes', 12, 4, 12, 3).votes;
    const a = await estimateIdealPoints(few, { positive: 3, seed: 'x', ...small });
    const { runChain } = await import('../../../src/statistics/ideal-points/chain.js');
    const backwards = await estimateIdealPoints(few, { positive: 3, seed: 'x', ...small }, async (jobs) =>
      [...jobs]
        .reverse()
        .map((job) => runChain(structuredClone(job)))
        .reverse(),
    );
    expect([...backwards.mean]).toEqual([...a.mean]);
    const c = await estimateIdealPoints(few, { positive: 3, seed: 'y', ...small });
    expect([...c.mean]).not.toEqual([...a.mean]);
    expect(correlation(a.mean, c.mean)).toBeGreaterThan(0.98);
  });

  it('turn with the state that is to be positive', async () => {
    const few = simulateVotes('turn', 12, 4, 12, 3);
    const [left, right] = [few.places[0]!.indexOf(Math.min(...few.places[0]!)), argmax(few.places[0]!)];
    const a = await estimateIdealPoints(few.votes, { positive: right, ...small });
    const b = await estimateIdealPoints(few.votes, { positive: left, ...small });
    expect([...b.mean]).toEqual([...a.mean].map((x) => -x));
  });
});

describe('ideal points of the Assembly', () => {
  it('of one session are those of ordinal EM (emIRT)', async () => {
    const { states } = oracle<{ states: { country: string; choices: string; x: number }[] }>(
      'ordinal-em-2019',
    );
    const rows = states.flatMap(({ choices }, s) =>
      [...choices].flatMap((c, j) => (c === '0' ? [] : [[s, j, 4 - Number(c)] as const])),
    );
    const found = await estimateIdealPoints(
      {
        state: rows.map((r) => r[0]),
        session: rows.map(() => 74),
        item: rows.map((r) => r[1]),
        choice: rows.map((r) => r[2]),
      },
      { positive: states.findIndex((s) => s.country.startsWith('United States')) },
    );
    expect(
      correlation(
        found.mean,
        Array.from(found.state, (s) => states[s]!.x),
      ),
    ).toBeGreaterThan(0.99);
  });
});

describe('what cannot be estimated', () => {
  const { votes } = simulateVotes('bad', 12, 4, 12, 3);
  it.each([
    ['ideal-points/no-such-state', votes, { positive: 999 }],
    ['ideal-points/options', votes, { positive: 3, smoothing: 0 }],
    ['ideal-points/options', votes, { positive: 3, cuts: 'straight' as 'flat' }],
    ['ideal-points/options', votes, { positive: 3, chains: 1 }],
    ['ideal-points/options', votes, { positive: 3, keep: 2.5 }],
    ['ideal-points/too-few', { state: [], session: [], item: [], choice: [] }, { positive: 3 }],
    ['ideal-points/too-few', votes, { positive: 3, leastItems: 1000 }],
  ])('is refused with %s', async (code, some, options) => {
    expect(await rejected(estimateIdealPoints(some as CastVotes, { ...small, ...options }))).toBe(code);
  });

  it('is refused where chains do not agree', async () => {
    const { runChain } = await import('../../../src/statistics/ideal-points/chain.js');
    const mixed = estimateIdealPoints(votes, { positive: 3, ...small }, async (jobs) =>
      jobs.map((job, c) => {
        const draws = runChain(job);
        if (c === 0) draws.places.reverse();
        return draws;
      }),
    );
    expect(await rejected(mixed)).toBe('ideal-points/not-converged');
  });

  it.each(['1', '2', '3', '4'])(
    'or is estimated in finite numbers, however few the votes (%s)',
    async (seed) => {
      const few = simulateVotes(`few ${seed}`, 6, 3, 4, 0).votes;
      try {
        const found = await estimateIdealPoints(few, { positive: 1, ...small, leastItems: 5 });
        for (const x of [...found.mean, ...found.low, ...found.high]) expect(Number.isFinite(x)).toBe(true);
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^ideal-points\//);
      }
    },
  );
});

const argmax = (x: readonly number[]): number => x.indexOf(Math.max(...x));
function momentsOf(x: Float64Array): readonly [number, number] {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return [mean, Math.sqrt(x.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (x.length - 1))];
}
