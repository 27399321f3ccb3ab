import { join } from 'node:path';
import { projectRoot } from '../kernel/root.js';
import type { ChainDraws } from '../statistics/ideal-points/chain.js';
import type { RunChains } from '../statistics/ideal-points/estimate.js';
import type { Crew } from './crew.js';

/**
 * Runs the chains of an estimate on a crew, as many at once as it has threads. What they give does not depend on it.
 * `tell` hears of each that has ended.
 */
export function chainsOn(crew: Crew, tell: (done: number, of: number) => void = () => {}): RunChains {
  const module = join(projectRoot(), 'dist', 'ideal-points.js');
  return async (jobs) => {
    let done = 0;
    const run = async (job: (typeof jobs)[number]): Promise<ChainDraws> => {
      const draws = (await crew.run(module, 'runChain', job, jobs.length)) as ChainDraws;
      tell(++done, jobs.length);
      return draws;
    };
    return Promise.all(jobs.map(run));
  };
}
