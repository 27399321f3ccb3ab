import type { Random } from '../../kernel/random.js';
import { gaussian } from '../simulate.js';
import { bridgeLikelihood } from './bridge-likelihood.js';
import type { Bridges } from './bridges.js';
import { choleskyOf, solveLower, solveUpper } from './cholesky.js';
import type { Fit } from './prior.js';
import type { MapPosterior, SessionMap } from './session-map.js';
import type { VotePanel } from './vote-panel.js';

/** Moves all sessions against each other (without `random`: climbs). Gives whether they moved. */
export type SessionRound = (fit: Fit, random: Random | undefined) => boolean;

/**
 * Sessions hang together by ties and bridges alone, and drawing places and items by turns would move a whole session
 * only over thousands of rounds. So all sessions are moved at once, each by its own number: one Newton step in all the
 * numbers and its spread propose, and the rule of Metropolis and Hastings for transformations decides (Liu & Sabatti
 * 2000, *Biometrika* 87: 353–369).
 */
export function sessionRound(panel: VotePanel, bridges: Bridges, map: SessionMap): SessionRound {
  const size = panel.sessions.length;
  const likelihood = bridgeLikelihood(panel, bridges, map);
  const posterior = (): MapPosterior => ({
    value: 0,
    slope: new Float64Array(size),
    curvature: new Float64Array(size * size),
  });
  const here = posterior();
  const there = posterior();
  const mean = new Float64Array(size);
  const meanBack = new Float64Array(size);
  const by = new Float64Array(size);

  const look = (fit: Fit, into: MapPosterior): boolean => {
    into.value = 0;
    into.slope.fill(0);
    into.curvature.fill(0);
    map.addPrior(fit, into);
    likelihood(fit, into);
    return choleskyOf(into.curvature, size);
  };
  /** The Newton step from slope and factored curvature. */
  const step = ({ slope, curvature }: MapPosterior, into: Float64Array): void => {
    into.set(slope);
    solveLower(curvature, size, into);
    solveUpper(curvature, size, into);
  };
  /** Log density, but for a constant, of `sign` · by. */
  const logProposal = ({ curvature: root }: MapPosterior, centre: Float64Array, sign: number): number => {
    let log = 0;
    for (let s = 0; s < size; s++) {
      let e = 0;
      for (let t = s; t < size; t++) e += root[t * size + s]! * (sign * by[t]! - centre[t]!);
      log += Math.log(root[s * size + s]!) - 0.5 * e * e;
    }
    return log;
  };

  return (fit, random) => {
    if (size < 2 || !look(fit, here)) return false;
    step(here, mean);
    if (random) {
      for (let t = 0; t < size; t++) by[t] = gaussian(random);
      solveUpper(here.curvature, size, by);
      for (let t = 0; t < size; t++) by[t]! += mean[t]!;
    } else for (let t = 0; t < size; t++) by[t] = Math.max(-0.5, Math.min(0.5, mean[t]!));
    const places = fit.places.slice();
    const items = fit.items.slice();
    map.apply(fit, by);
    let change = Number.NEGATIVE_INFINITY;
    if (look(fit, there)) {
      change = there.value - here.value + map.logVolume(by);
      if (random) {
        step(there, meanBack);
        change += logProposal(there, meanBack, -1) - logProposal(here, mean, 1);
      }
    }
    if ((random ? Math.log(1 - random.next()) : 0) < change) return true;
    fit.places.set(places);
    fit.items.set(items);
    return false;
  };
}
