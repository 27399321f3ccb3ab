import type { Designs } from '../claims/designs.js';
import { EntenteError } from '../kernel/errors.js';
import { randomFrom } from '../kernel/random.js';
import type { World } from '../world/open.js';
import type { Outcome } from './outcome.js';

/** What a worker needs to know of a specification. */
export interface Job {
  /** Design and parameters: the seed of its random numbers. */
  readonly key: string;
  readonly design: string;
  readonly parameters: unknown;
  /** Identity of the result in the cache. */
  readonly cacheKey: string;
}

/** Runs one specification. Nothing but the job and the world decides the outcome. */
export async function estimateSpecification(job: Job, designs: Designs, world: World): Promise<Outcome> {
  const design = designs[job.design]!;
  try {
    const answers = await world.answer(design.needs(job.parameters, world));
    return { estimate: design.estimate(job.parameters, answers, world, randomFrom(job.key)) };
  } catch (error) {
    if (error instanceof EntenteError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}
