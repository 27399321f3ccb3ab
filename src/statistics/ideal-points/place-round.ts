import type { Random } from '../../kernel/random.js';
import { gaussian } from '../simulate.js';
import { logBetween, logCdf } from './normal-table.js';
import type { Fit, Prior } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/** Log likelihood of a unit’s votes as a function of its place, its slope, and its curvature with the sign changed. */
export function unitLikelihood(
  panel: VotePanel,
  items: Float64Array,
  u: number,
  place: number,
  out: Float64Array,
): void {
  const { unitStart, unitItems } = panel;
  let [value, slope, bend] = [0, 0, 0];
  const yesEnd = unitStart[3 * u + 1]!;
  const abstainEnd = unitStart[3 * u + 2]!;
  const noEnd = unitStart[3 * u + 3]!;
  for (let k = unitStart[3 * u]!; k < yesEnd; k++) {
    const at = 3 * unitItems[k]!;
    const b = items[at]!;
    const z = items[at + 1]! - b * place;
    logCdf(z, out);
    const h = out[1]!;
    value += out[0]!;
    slope -= b * h;
    bend += b * b * h * (z + h);
  }
  for (let k = abstainEnd; k < noEnd; k++) {
    const at = 3 * unitItems[k]!;
    const b = items[at]!;
    const z = b * place - items[at + 2]!;
    logCdf(z, out);
    const h = out[1]!;
    value += out[0]!;
    slope += b * h;
    bend += b * b * h * (z + h);
  }
  for (let k = yesEnd; k < abstainEnd; k++) {
    const at = 3 * unitItems[k]!;
    const b = items[at]!;
    const low = items[at + 1]! - b * place;
    const high = items[at + 2]! - b * place;
    logBetween(low, high, out);
    const p = out[1]!;
    const q = out[2]!;
    value += out[0]!;
    slope += b * (q - p);
    bend += b * b * ((p - q) * (p - q) + high * p - low * q);
  }
  out[0] = value;
  out[1] = slope;
  out[2] = bend;
}

/** Draws every place anew given the items (without `random`: climbs). Gives the share that moved. */
export type PlaceRound = (fit: Fit, random: Random | undefined) => number;

/**
 * Draws each place given the items and the state’s places before and after: a normal distribution with the slope and
 * curvature of the log posterior at the present place proposes (one Newton step and its spread), and the proposal is
 * accepted by the rule of Metropolis and Hastings, so that the posterior itself is drawn from.
 */
export function placeRound(panel: VotePanel, prior: Prior): PlaceRound {
  const { before, after } = panel;
  const here = new Float64Array(3);
  const there = new Float64Array(3);

  return ({ places, items }, random) => {
    let moved = 0;
    for (let u = 0; u < places.length; u++) {
      const [from, to] = [before[u]!, after[u]!];
      const back = prior.tie[u]!;
      const forth = to < 0 ? 0 : prior.tie[to]!;
      const weight = prior.anchor[u]! + back + forth;
      const centre = ((from < 0 ? 0 : back * places[from]!) + (to < 0 ? 0 : forth * places[to]!)) / weight;
      const now = places[u]!;
      unitLikelihood(panel, items, u, now, here);
      const precision = Math.max(here[2]!, 0) + weight;
      const mean = now + (here[1]! + weight * (centre - now)) / precision;
      const next = random ? mean + gaussian(random) / Math.sqrt(precision) : mean;
      unitLikelihood(panel, items, u, next, there);
      let change =
        there[0]! -
        here[0]! -
        0.5 * weight * ((next - centre) * (next - centre) - (now - centre) * (now - centre));
      if (random) {
        const precisionBack = Math.max(there[2]!, 0) + weight;
        const meanBack = next + (there[1]! + weight * (centre - next)) / precisionBack;
        change += 0.5 * Math.log(precisionBack / precision);
        change -= 0.5 * precisionBack * (now - meanBack) * (now - meanBack);
        change += 0.5 * precision * (next - mean) * (next - mean);
      }
      if (!((random ? Math.log(1 - random.next()) : 0) < change)) continue;
      places[u] = next;
      moved++;
    }
    return moved / places.length;
  };
}
