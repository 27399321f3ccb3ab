import { fail } from '../../kernel/errors.js';
import { quantileOfSorted, sorted } from '../quantile.js';
import type { ChainDraws } from './chain.js';
import { effectiveDraws, splitRhat } from './convergence.js';
import type { VotePanel } from './vote-panel.js';

/** Places of units: one a place in all arrays, in the order of sessions and within them of states. */
export interface IdealPoints {
  readonly state: Int32Array;
  readonly session: Int32Array;
  /** Votes on items that divided. */
  readonly votes: Int32Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  /** 5, 50 and 95 per cent of the draws lie below. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** Split-R̂ and effective number of draws of each unit. */
  readonly rhat: Float64Array;
  readonly effective: Float64Array;
  /** Votes and items that entered; draws over all chains; shares of proposals taken (items, places, shifts, stretches). */
  readonly used: {
    readonly votes: number;
    readonly items: number;
    readonly draws: number;
    readonly taken: readonly number[];
  };
}

/** Above this in more than a twentieth of the units, the chains are taken not to have found the same places. */
const worstRhat = 1.2;

/**
 * Turns chains so that they agree in sign, then all so that `positive` stands above 0 on the whole, and sums them up.
 * Throws `ideal-points/not-converged`.
 */
export function summarise(panel: VotePanel, chains: readonly ChainDraws[], positive: number): IdealPoints {
  const units = panel.unitState.length;
  const keep = chains[0]!.places.length / units;
  const signs = signsOf(panel, chains, panel.states.indexOf(positive));
  const array = (): Float64Array => new Float64Array(units);
  const [mean, sd, low, median, high, rhat, effective] = [
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
  ];
  const draws = new Float64Array(chains.length * keep);
  for (let u = 0; u < units; u++) {
    for (const [c, { places }] of chains.entries()) {
      for (let k = 0; k < keep; k++) draws[c * keep + k] = signs[c]! * places[k * units + u]!;
    }
    rhat[u] = splitRhat(draws, chains.length, keep);
    effective[u] = effectiveDraws(draws, chains.length, keep);
    mean[u] = draws.reduce((a, b) => a + b, 0) / draws.length;
    sd[u] = Math.sqrt(draws.reduce((a, b) => a + (b - mean[u]!) * (b - mean[u]!), 0) / (draws.length - 1));
    const inOrder = sorted(draws);
    low[u] = quantileOfSorted(inOrder, 0.05);
    median[u] = quantileOfSorted(inOrder, 0.5);
    high[u] = quantileOfSorted(inOrder, 0.95);
  }
  needConverged(rhat);
  return {
    state: panel.unitState.map((s) => panel.states[s]!),
    session: panel.unitSession.map((t) => panel.sessions[t]!),
    votes: panel.unitVotes,
    mean,
    sd,
    low,
    median,
    high,
    rhat,
    effective,
    used: {
      votes: panel.votes,
      items: panel.items.length,
      draws: draws.length,
      taken: [0, 1, 2, 3].map((k) => chains.reduce((sum, c) => sum + c.taken[k]! / chains.length, 0)),
    },
  };
}

function signsOf({ unitState }: VotePanel, chains: readonly ChainDraws[], positive: number): number[] {
  const means = chains.map(({ places }) => meanPlaces(places, unitState.length));
  const turned = means.map((m) => (m.reduce((sum, x, u) => sum + x * means[0]![u]!, 0) < 0 ? -1 : 1));
  let whole = 0;
  for (const [c, m] of means.entries())
    for (const [u, x] of m.entries()) if (unitState[u] === positive) whole += turned[c]! * x;
  return turned.map((sign) => (whole < 0 ? -sign : sign));
}

function meanPlaces(places: Float32Array, units: number): Float64Array {
  const mean = new Float64Array(units);
  for (let k = 0; k < places.length; k++) mean[k % units]! += places[k]!;
  return mean;
}

function needConverged(rhat: Float64Array): void {
  const worst = quantileOfSorted(sorted(rhat), 0.95);
  if (worst <= worstRhat) return;
  fail(
    'ideal-points/not-converged',
    `the chains do not agree: R̂ is ${worst.toFixed(2)} in one unit in twenty`,
    {
      hint: 'take more sessions or more issues together, or let the chains run longer',
    },
  );
}
