import { fail } from '../../kernel/errors.js';
import type { CastVotes } from './cast-votes.js';
import { type ChainDraws, type ChainJob, runChain } from './chain.js';
import { type Model, modelOf } from './model.js';
import { type IdealPoints, summarise } from './summary.js';
import { layOut } from './vote-panel.js';

/** What may be told; all but the orientation has a default. */
export interface IdealPointOptions extends Partial<Model> {
  /** The state (as the votes number it) whose places are above 0 on the whole. */
  readonly positive: number;
  /** Seed of the draws: the same seed gives the same bytes. */
  readonly seed?: string;
  /** Chains, and rounds of each that are not kept and that are. Their number is not that of the threads. */
  readonly chains?: number;
  readonly settle?: number;
  readonly keep?: number;
  /** Fewer items on which states divided are refused. */
  readonly leastItems?: number;
}

/** Runs chains, one after the other or at once; what they give does not depend on it. */
export type RunChains = (jobs: readonly ChainJob[]) => Promise<readonly ChainDraws[]>;

export const oneAfterAnother: RunChains = async (jobs) => jobs.map(runChain);

/**
 * Dynamic ordinal ideal points (Bailey, Strezhnev & Voeten 2017, *Journal of Conflict Resolution* 61: 430–456): where
 * states stand in each session on one dimension, from yes > abstain > no on each resolution,
 *
 *     z_ij = β_j θ_it + e,  e ~ N(0, 1);   yes: z ≤ γ₁j,  abstain: γ₁j < z ≤ γ₂j,  no: z > γ₂j,
 *
 * β ~ N(0, 1), cut points by a prior that is learned with them (`drawCuts`), places tied to the session before
 * (`priorOf`); a resolution that returns in the same words is one item in all its sessions. By Markov chain Monte Carlo;
 * what differs from the published estimates stands in docs/ideal-points.md. Places have mean 0 and variance 1 over all
 * units of the panel: one map for all.
 *
 * Throws what `layOut` throws, `ideal-points/options`, `ideal-points/no-such-state` where `positive` has no unit, and
 * `ideal-points/not-converged` where the chains do not agree.
 */
export async function estimateIdealPoints(
  votes: CastVotes,
  { positive, seed = '', chains = 4, settle = 30, keep = 100, leastItems = 10, ...chosen }: IdealPointOptions,
  run: RunChains = oneAfterAnother,
): Promise<IdealPoints> {
  needWhole('chains', chains, 2);
  needWhole('settle', settle, 0);
  needWhole('keep', keep, 20);
  needWhole('leastItems', leastItems, 5);
  const model = modelOf(chosen);
  const panel = layOut(votes, leastItems);
  if (!panel.states.includes(positive)) {
    fail(
      'ideal-points/no-such-state',
      `state ${positive}, which tells what is positive, has no vote that divided`,
    );
  }
  const draws = await run(
    Array.from({ length: chains }, (_, chain) => ({ panel, ...model, settle, keep, seed, chain })),
  );
  return summarise(panel, draws, positive);
}

function needWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  fail('ideal-points/options', `${name} is ${value}`, { hint: `a whole number from ${least} on` });
}
