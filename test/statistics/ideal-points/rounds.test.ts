import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/kernel/random.js';
import { bridgeLikelihood } from '../../../src/statistics/ideal-points/bridge-likelihood.js';
import { bridgesOf } from '../../../src/statistics/ideal-points/bridges.js';
import { standardised } from '../../../src/statistics/ideal-points/chain.js';
import { itemPosterior } from '../../../src/statistics/ideal-points/item-likelihood.js';
import { unitLikelihood } from '../../../src/statistics/ideal-points/place-round.js';
import { type Fit, priorOf } from '../../../src/statistics/ideal-points/prior.js';
import {
  type MapPosterior,
  type SessionMap,
  shift,
  stretch,
} from '../../../src/statistics/ideal-points/session-map.js';
import { startingFit } from '../../../src/statistics/ideal-points/start.js';
import { layOut } from '../../../src/statistics/ideal-points/vote-panel.js';
import { simulateVotes } from './simulated-votes.js';

const panel = layOut(simulateVotes('rounds', 12, 5, 8, 3).votes, 5);
const prior = priorOf(panel, 0.5);
const bridges = bridgesOf(panel);
const fit = startingFit(panel, randomFrom('rounds'));
const e = 1e-4;

/** Log likelihood of all votes, item by item, without the prior of β. */
function logLikelihood({ places, items }: Fit): number {
  const out = new Float64Array(10);
  let sum = 0;
  for (let j = 0; j < panel.items.length; j++) {
    const at = items.slice(3 * j, 3 * j + 3);
    itemPosterior(panel, places, j, at, out);
    sum += out[0]! + 0.5 * at[0]! * at[0]!;
  }
  return sum;
}

/** Log density of places and slopes as the comment of `priorOf` has it. */
function logPrior({ places, items }: Fit): number {
  let sum = 0;
  for (let u = 0; u < places.length; u++) {
    sum -= 0.5 * prior.anchor[u]! * places[u]! * places[u]!;
    const from = panel.before[u]!;
    if (from >= 0) sum -= 0.5 * prior.tie[u]! * (places[u]! - places[from]!) * (places[u]! - places[from]!);
  }
  for (let k = 0; k < items.length; k += 3) sum -= 0.5 * items[k]! * items[k]!;
  return sum;
}

describe('the likelihood', () => {
  it('is the same by units as by items', () => {
    const out = new Float64Array(3);
    let sum = 0;
    for (let u = 0; u < fit.places.length; u++) {
      unitLikelihood(panel, fit.items, u, fit.places[u]!, out);
      sum += out[0]!;
    }
    expect(sum).toBeCloseTo(logLikelihood(fit), 6);
  });

  it('has the slopes in β, γ₁ and γ₂ that it says', () => {
    const out = new Float64Array(10);
    for (let j = 0; j < panel.items.length; j++) {
      const at = fit.items.slice(3 * j, 3 * j + 3);
      itemPosterior(panel, fit.places, j, at, out);
      const slopes = out.slice(1, 4);
      const value = (k: number, by: number): number => {
        const moved = at.slice();
        moved[k]! += by;
        if (k === 1 && panel.ordinal[j] === 0) moved[2]! += by;
        itemPosterior(panel, fit.places, j, moved, out);
        return out[0]!;
      };
      for (let k = 0; k < (panel.ordinal[j] === 1 ? 3 : 2); k++) {
        expect(Math.abs((value(k, e) - value(k, -e)) / (2 * e) - slopes[k]!)).toBeLessThan(5e-3);
      }
    }
  });

  it('does not change when all places are mapped to mean 0 and variance 1, items with them', () => {
    expect(logLikelihood(standardised(fit))).toBeCloseTo(logLikelihood(fit), 5);
  });
});

describe.each([
  ['a shift', shift(panel, prior, bridges)],
  ['a stretch', stretch(panel, prior, bridges)],
] as [string, SessionMap][])('%s of sessions', (_, map) => {
  const T = panel.sessions.length;
  const posterior = (at: Fit): MapPosterior => {
    const to: MapPosterior = { value: 0, slope: new Float64Array(T), curvature: new Float64Array(T * T) };
    map.addPrior(at, to);
    bridgeLikelihood(panel, bridges, map)(at, to);
    return to;
  };
  const mapped = (by: Float64Array): Fit => {
    const copy: Fit = { places: fit.places.slice(), items: fit.items.slice() };
    map.apply(copy, by);
    return copy;
  };
  const one = (t: number, by: number): Float64Array =>
    Float64Array.from({ length: T }, (_, k) => (k === t ? by : 0));

  it('changes what it says it changes, and nothing else', () => {
    const by = Float64Array.from({ length: T }, (_, t) => 0.1 * Math.sin(t + 1));
    const whole = (at: Fit): number => logLikelihood(at) + logPrior(at);
    expect(posterior(mapped(by)).value - posterior(fit).value).toBeCloseTo(whole(mapped(by)) - whole(fit), 5);
  });

  it('has the slope that it says', () => {
    const { slope } = posterior(fit);
    for (let t = 0; t < T; t++) {
      const value = (by: number): number => posterior(mapped(one(t, by))).value + map.logVolume(one(t, by));
      expect(Math.abs((value(e) - value(-e)) / (2 * e) - slope[t]!)).toBeLessThan(
        0.02 * Math.max(1, Math.abs(slope[t]!)),
      );
    }
  });

  it('is undone by its opposite', () => {
    const by = Float64Array.from({ length: T }, (_, t) => 0.3 * Math.cos(t));
    const back = mapped(by);
    map.apply(
      back,
      by.map((x) => -x),
    );
    for (let u = 0; u < fit.places.length; u++) expect(back.places[u]).toBeCloseTo(fit.places[u]!, 10);
    for (let k = 0; k < fit.items.length; k++) expect(back.items[k]).toBeCloseTo(fit.items[k]!, 10);
    expect(map.logVolume(by)).toBeCloseTo(-map.logVolume(by.map((x) => -x)), 10);
  });
});
