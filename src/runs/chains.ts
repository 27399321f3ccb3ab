import { join } from 'node:path';
import { projectRoot } from '../kernel/root.js';
import type { ChainDraws } from '../statistics/ideal-points/chain.js';
import type { RunChains } from '../statistics/ideal-points/estimate.js';
import type { Crew } from './crew.js';

/** Runs the chains of an estimate on a crew, as many at once as it has threads. What they give does not depend on it. */
export function chainsOn(crew: Crew): RunChains {
  const module = join(projectRoot(), 'dist', 'ideal-points.js');
  return async (jobs) =>
    (await Promise.all(jobs.map((job) => crew.run(module, 'runChain', job, jobs.length)))) as ChainDraws[];
}
