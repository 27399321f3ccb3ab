import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/kernel/random.js';
import { bridgeLikelihood } from '../../../src/statistics/ideal-points/bridge-likelihood.js';
import { bridgesOf } from '../../../src/statistics/ideal-points/bridges.js';
import { standardised } from '../../../src/statistics/ideal-points/chain.js';
import {
  aboveExpected,
  type CutPrior,
  drawCuts,
  flatCuts,
} from '../../../src/statistics/ideal-points/cut-prior.js';
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
import { leastSquares } from '../../../src/statistics/least-squares.js';
import { simulateVotes } from './simulated-votes.js';

const panel = layOut(simulateVotes('rounds', 12, 5, 8, 3).votes, 5);
const prior = priorOf(panel, 0.5);
const bridges = bridgesOf(panel);
const cuts = { level: 0.3, tilt: -0.4, spread: 1.2 };
const fit: Fit = { ...startingFit(panel, randomFrom('rounds')), cuts };
const e = 1e-4;

/** Log likelihood of all votes, item by item, without the prior of items. */
function logLikelihood(of: Fit): number {
  const out = new Float64Array(10);
  let sum = 0;
  for (let j = 0; j < panel.items.length; j++) {
    itemPosterior(panel, of, j, of.items.slice(3 * j, 3 * j + 3), out);
    sum += out[0]!;
  }
  return sum - logItemPrior(of);
}

/** Log density of slopes and cut points as `priorOf` and `CutPrior` have it. */
function logItemPrior({ items, cuts: { level, tilt, spread } }: Fit): number {
  let sum = 0;
  for (let k = 0; k < items.length; k += 3) {
    const above = (items[k + 1]! + items[k + 2]!) / 2 - level - tilt * items[k]!;
    sum -= 0.5 * items[k]! * items[k]! + (0.5 * above * above) / (spread * spread);
  }
  return sum;
}

/** Log density of places as the comment of `priorOf` has it. */
function logPlacePrior({ places }: Fit): number {
  let sum = 0;
  for (let u = 0; u < places.length; u++) {
    sum -= 0.5 * prior.anchor[u]! * places[u]! * places[u]!;
    const from = panel.before[u]!;
    if (from >= 0) sum -= 0.5 * prior.tie[u]! * (places[u]! - places[from]!) * (places[u]! - places[from]!);
  }
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
      itemPosterior(panel, fit, j, at, out);
      const slopes = out.slice(1, 4);
      const value = (k: number, by: number): number => {
        const moved = at.slice();
        moved[k]! += by;
        if (k === 1 && panel.ordinal[j] === 0) moved[2]! += by;
        itemPosterior(panel, fit, j, moved, out);
        return out[0]!;
      };
      for (let k = 0; k < (panel.ordinal[j] === 1 ? 3 : 2); k++) {
        expect(Math.abs((value(k, e) - value(k, -e)) / (2 * e) - slopes[k]!)).toBeLessThan(5e-3);
      }
    }
  });

  it('does not change when all places are mapped to mean 0 and variance 1, items with them', () => {
    expect(logLikelihood(standardised(fit))).toBeCloseTo(logLikelihood(fit), 5);
    const [before, after] = [fit, standardised(fit)].map((at) =>
      Array.from(panel.items, (_, j) => aboveExpected(at.cuts, at.items, 3 * j)),
    );
    for (const [j, above] of after!.entries()) expect(above).toBeCloseTo(before![j]!, 10);
  });
});

describe('the prior of cut points', () => {
  it('is drawn around the regression of middles on slopes, with its error', () => {
    const n = panel.items.length;
    const slopes = Array.from({ length: n }, (_, j) => Math.sin(j));
    const middles = slopes.map((b, j) => 0.7 - 0.5 * b + 0.4 * Math.cos(3 * j));
    const items = Float64Array.from(slopes.flatMap((b, j) => [b, middles[j]! - 0.2, middles[j]! + 0.2]));
    const line = leastSquares([slopes.map(() => 1), slopes], middles);
    const squares = line.residuals.reduce((sum, e) => sum + e * e, 0);
    const at: Fit = { ...fit, items, cuts: flatCuts() };
    const random = randomFrom('cuts');
    const draws = Array.from({ length: 4000 }, () => {
      drawCuts(panel, at, random);
      return { ...at.cuts };
    });
    const mean = (of: (cuts: CutPrior) => number): number =>
      draws.reduce((sum, cuts) => sum + of(cuts), 0) / draws.length;
    const error = Math.sqrt(squares / (n - 5) / draws.length);
    const along = slopes.reduce((sum, b) => sum + b * b, 0) - slopes.reduce((a, b) => a + b) ** 2 / n;
    expect(Math.abs(mean((c) => c.level) - line.coefficients[0]!)).toBeLessThan((4 * error) / Math.sqrt(n));
    expect(Math.abs(mean((c) => c.tilt) - line.coefficients[1]!)).toBeLessThan(
      (4 * error) / Math.sqrt(along),
    );
    expect(mean((c) => c.spread * c.spread) / (squares / (n - 5))).toBeCloseTo(1, 1);
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
    const copy: Fit = { places: fit.places.slice(), items: fit.items.slice(), cuts };
    map.apply(copy, by);
    return copy;
  };
  const one = (t: number, by: number): Float64Array =>
    Float64Array.from({ length: T }, (_, k) => (k === t ? by : 0));

  it('changes what it says it changes, and nothing else', () => {
    const by = Float64Array.from({ length: T }, (_, t) => 0.1 * Math.sin(t + 1));
    const whole = (at: Fit): number => logLikelihood(at) + logItemPrior(at) + logPlacePrior(at);
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
