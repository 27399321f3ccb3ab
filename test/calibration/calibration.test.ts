import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/world/open.js';
import { type Cell, cells } from './cells.js';
import { openShipped } from './real-world.js';
import { runSimulation, type SimulationResult } from './run-simulation.js';
import { simulations } from './simulations.js';

let world: World;
beforeAll(async () => {
  world = await openShipped();
});
afterAll(() => world.close());

/** Standard deviations of chance by which a share of few worlds may miss its limit. */
const slack = 2.3;

/** The limits that so few worlds miss by more than chance. */
function missed(run: SimulationResult, version: 'now' | 'before'): string[] {
  return run.cells[version]
    .filter(({ of }) => of === 'reported')
    .flatMap((cell) => {
      const { limits } = cells.find((c) => c.name === cell.name && c.ratio === cell.ratio) as Cell;
      return limits.flatMap(({ what, atLeast, atMost }, i) => {
        const share = cell.limits[i]!.worlds / run.worlds;
        const limit = (atLeast ?? atMost)!;
        const chance = slack * Math.sqrt((limit * (1 - limit)) / run.worlds);
        const isMissed = atLeast === undefined ? share > limit + chance : share < limit - chance;
        return isMissed ? [`${cell.name}, SE ${cell.ratio} m: ${what} in ${(100 * share).toFixed(0)} %`] : [];
      });
    });
}

describe.each([
  ['share of states', 0, 'real', 16],
  ['trend', 2, 0.9, 48],
  ['comparison with a group', 3, 'real', 60],
  ['comparison over years', 4, 0.9, 48],
] as const)('%s', (name, which, correlation, worlds) => {
  let run: SimulationResult;
  beforeAll(async () => {
    run = runSimulation(await simulations[which]!(world), correlation, { worlds, joint: 0 });
  });

  it('keeps the limits of every cell', () => expect(missed(run, 'now')).toEqual([]));

  it('has intervals that hold the truth about as often as they say', () => {
    expect(run.simulation).toBe(name);
    expect(run.quality.now.coverage).toBeGreaterThan(0.92);
    expect(run.quality.now.coverage).toBeLessThan(0.999);
  });

  if (correlation === 0.9)
    it('would not keep them with the intervals as they were first written: so few worlds tell', () => {
      expect(missed(run, 'before').join('\n')).toMatch(/undecidable/);
      expect(run.quality.before.coverage).toBeLessThan(0.85);
    });
});
