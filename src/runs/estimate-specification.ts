import type { Designs } from '../claims/designs.js';
import type { Estimate } from '../designs/design.js';
import { EntenteError, fail } from '../kernel/errors.js';
import { randomFrom } from '../kernel/random.js';
import type { World } from '../world/open.js';
import { isEstimate, type Outcome } from './outcome.js';
import { estimatesWithoutEffect } from './worlds-without-effect.js';

/** What a worker needs to know of a specification. */
export interface Job {
  /** Design and parameters: the seed of its random numbers. */
  readonly key: string;
  readonly design: string;
  readonly parameters: unknown;
  /** Identity of the result in the cache; empty where nothing is kept. */
  readonly cacheKey: string;
  /** Without its estimates in worlds without an effect: its verdict is wanted, and no test of a whole curve. */
  readonly alone?: boolean;
}

/** An estimate as a journal gives it back: what is computed now and what was kept are the same. */
const asKept = (estimate: Estimate): Estimate => JSON.parse(JSON.stringify(estimate)) as Estimate;

/** Runs one specification. Nothing but the job and the world decides the outcome. */
export async function estimateSpecification(job: Job, designs: Designs, world: World): Promise<Outcome> {
  const design = designs[job.design]!;
  try {
    const answers = await world.answer(design.needs(job.parameters, world));
    const estimate = asKept(design.estimate(job.parameters, answers, world, randomFrom(job.key)));
    if (!isEstimate(estimate)) fail('runs/no-number', 'the value or its interval is not a number');
    if (design.verdict === 'figure' || job.alone) return { estimate };
    const without = estimatesWithoutEffect(design.underNull(job.parameters, answers, world));
    return { estimate, without };
  } catch (error) {
    if (error instanceof EntenteError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}
