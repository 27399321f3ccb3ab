import type { Random } from '../../kernel/random.js';
import { gaussian } from '../simulate.js';
import { flatCuts } from './cut-prior.js';
import type { Fit } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/**
 * Where estimation sets out: each state in one place through all sessions, the one that accounts for most of the votes
 * when yes, abstain and no are taken as −1, 0 and 1 (the first principal component, by alternating least squares from
 * that in which an absence counts as the mean of a vote, since least squares with absences have more than one bottom),
 * and items that fit it; each chain a little off, by chance of its own.
 */
export function startingFit(panel: VotePanel, random: Random): Fit {
  const places = firstComponent(panel, random).map((x) => x + gaussian(random) / 2);
  return { places, items: startingItems(panel, places), cuts: flatCuts() };
}

/** Mean 0 and variance 1; where all are alike, places far apart by turns. */
function normalise(places: Float64Array): void {
  let [sum, squares] = [0, 0];
  for (const x of places) sum += x;
  const mean = sum / places.length;
  for (const x of places) squares += (x - mean) * (x - mean);
  const sd = Math.sqrt(squares / places.length);
  for (let u = 0; u < places.length; u++) {
    places[u] = sd > 1e-9 * (Math.abs(mean) + 1e-300) ? (places[u]! - mean) / sd : (u % 3) - 1;
  }
}

function firstComponent(panel: VotePanel, random: Random): Float64Array {
  const { unitState, unitStart, unitItems, itemStart, itemUnits } = panel;
  const states = unitState.reduce((most, s) => Math.max(most, s + 1), 0);
  const ofState = Float64Array.from({ length: states }, () => random.next() - 0.5);
  const places = new Float64Array(unitState.length);
  const slope = new Float64Array(panel.items.length);
  const mean = new Float64Array(panel.items.length);
  for (let round = 0; round < 40; round++) {
    const asMean = round < 20;
    for (let u = 0; u < places.length; u++) places[u] = ofState[unitState[u]!]!;
    normalise(places);
    for (let j = 0; j < slope.length; j++) {
      let [n, sy, sx, sxx, sxy] = [0, 0, 0, 1, 0];
      for (let c = 0; c < 3; c++) {
        for (let k = itemStart[3 * j + c]!; k < itemStart[3 * j + c + 1]!; k++) {
          const x = places[itemUnits[k]!]!;
          n++;
          sx += x;
          sxx += x * x;
          sy += c - 1;
          sxy += x * (c - 1);
        }
      }
      slope[j] = (sxy - (sx * sy) / n) / (asMean ? 1 : sxx - (sx * sx) / n);
      mean[j] = (sy - (asMean ? 0 : slope[j]! * sx)) / n;
    }
    const above = new Float64Array(states);
    const below = new Float64Array(states).fill(1e-3);
    for (let u = 0; u < places.length; u++) {
      const s = unitState[u]!;
      for (let c = 0; c < 3; c++) {
        for (let k = unitStart[3 * u + c]!; k < unitStart[3 * u + c + 1]!; k++) {
          const j = unitItems[k]!;
          above[s]! += slope[j]! * (c - 1 - mean[j]!);
          below[s]! += slope[j]! * slope[j]!;
        }
      }
    }
    for (let s = 0; s < states; s++) ofState[s] = above[s]! / (asMean ? 1 : below[s]!);
  }
  for (let u = 0; u < places.length; u++) places[u] = ofState[unitState[u]!]!;
  normalise(places);
  return places;
}

/** Slope from the covariance of place and choice, cut points from the shares of choices. */
function startingItems(panel: VotePanel, places: Float64Array): Float64Array {
  const { itemStart, itemUnits } = panel;
  const items = new Float64Array(3 * panel.items.length);
  for (let j = 0; j < panel.items.length; j++) {
    const count = (c: number): number => itemStart[3 * j + c + 1]! - itemStart[3 * j + c]!;
    const n = count(0) + count(1) + count(2);
    let [sx, sxx, sxy] = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      for (let k = itemStart[3 * j + c]!; k < itemStart[3 * j + c + 1]!; k++) {
        const x = places[itemUnits[k]!]!;
        sx += x;
        sxx += x * x;
        sxy += x * (c - 1);
      }
    }
    const sy = count(2) - count(0);
    const syy = count(2) + count(0);
    const vx = sxx - (sx * sx) / n + 1;
    const vy = syy - (sy * sy) / n + 0.1;
    const r = Math.max(-0.9, Math.min(0.9, (sxy - (sx * sy) / n) / Math.sqrt(vx * vy)));
    const slope = r / Math.sqrt(1 - r * r) / Math.sqrt(vx / n);
    const logit = (k: number): number =>
      0.6 * Math.log((k + 0.5) / (n - k + 0.5)) * Math.sqrt(1 + slope * slope);
    const shift = (slope * sx) / n;
    items[3 * j] = slope;
    items[3 * j + 1] = logit(count(0)) + shift;
    items[3 * j + 2] =
      panel.ordinal[j] === 1
        ? Math.max(logit(count(0) + count(1)) + shift, items[3 * j + 1]! + 0.05)
        : items[3 * j + 1]!;
  }
  return items;
}
