import { type Bridges, meanOver } from './bridges.js';
import { aboveExpected } from './cut-prior.js';
import type { Fit, Prior } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/** Log posterior as a function of a map, around no map at all: value, slope, and curvature with the sign changed. */
export interface MapPosterior {
  value: number;
  readonly slope: Float64Array;
  /** Row by row. */
  readonly curvature: Float64Array;
}

/** A map of the places of each session, one number a session, with which the items go along. */
export interface SessionMap {
  apply(fit: Fit, by: Float64Array): void;
  /** Log of the factor by which it stretches volume. */
  logVolume(by: Float64Array): number;
  /** Adds what the prior says. */
  addPrior(fit: Fit, to: MapPosterior): void;
  /** By how much its number moves the latent utility η = βθ of a vote at a place, over β. */
  reach(place: number): number;
}

/** Each item’s session; −1 where it is a bridge. */
export function homeOf(
  { itemStart, itemUnits, unitSession, items }: VotePanel,
  bridges: Bridges,
): Int32Array {
  const home = Int32Array.from(items, (_, j) => unitSession[itemUnits[itemStart[3 * j]!]!]!);
  for (const j of bridges.items) home[j] = -1;
  return home;
}

/** θ → θ + c in a session: cuts of its items go along, γ → γ + βc; of a bridge, with the mean of c over its votes. */
export function shift(panel: VotePanel, { tie, anchor }: Prior, bridges: Bridges): SessionMap {
  const { unitSession, before } = panel;
  const home = homeOf(panel, bridges);
  const size = panel.sessions.length;
  return {
    apply({ places, items }, by) {
      for (let u = 0; u < places.length; u++) places[u]! += by[unitSession[u]!]!;
      eachItem(home, bridges, by, (j, c) => {
        items[3 * j + 1]! += items[3 * j]! * c;
        items[3 * j + 2]! += items[3 * j]! * c;
      });
    },
    logVolume: () => 0,
    addPrior({ places, items, cuts }, to) {
      for (let u = 0; u < places.length; u++) {
        const t = unitSession[u]!;
        const x = places[u]!;
        to.value -= 0.5 * anchor[u]! * x * x;
        to.slope[t]! -= anchor[u]! * x;
        to.curvature[t * size + t]! += anchor[u]!;
        const from = before[u]!;
        if (from >= 0) addTie(to, size, tie[u]!, t, x, 1, unitSession[from]!, places[from]!, 1);
      }
      const weight = 1 / (cuts.spread * cuts.spread);
      addItems(home, bridges, to, size, (k) => {
        const slope = items[k]!;
        const above = aboveExpected(cuts, items, k);
        return [-0.5 * weight * above * above, -weight * above * slope, weight * slope * slope];
      });
    },
    reach: () => 1,
  };
}

/** θ → θ eᵇ in a session: slopes of its items go along, β → β e⁻ᵇ; of a bridge, with the mean of b over its votes. */
export function stretch(panel: VotePanel, { tie, anchor }: Prior, bridges: Bridges): SessionMap {
  const { unitSession, before, sessionStart } = panel;
  const home = homeOf(panel, bridges);
  const size = panel.sessions.length;
  return {
    apply({ places, items }, by) {
      const times = by.map(Math.exp);
      for (let u = 0; u < places.length; u++) places[u]! *= times[unitSession[u]!]!;
      eachItem(home, bridges, by, (j, b) => {
        items[3 * j]! *= Math.exp(-b);
      });
    },
    logVolume(by) {
      let sum = 0;
      for (let t = 0; t < size; t++) sum += by[t]! * (sessionStart[t + 1]! - sessionStart[t]!);
      eachItem(home, bridges, by, (_, b) => {
        sum -= b;
      });
      return sum;
    },
    addPrior({ places, items, cuts }, to) {
      for (let u = 0; u < places.length; u++) {
        const t = unitSession[u]!;
        const x = places[u]!;
        to.value -= 0.5 * anchor[u]! * x * x;
        to.slope[t]! += 1 - anchor[u]! * x * x;
        to.curvature[t * size + t]! += 2 * anchor[u]! * x * x;
        const from = before[u]!;
        const y = from < 0 ? 0 : places[from]!;
        if (from >= 0) addTie(to, size, tie[u]!, t, x, x, unitSession[from]!, y, y);
      }
      const weight = 1 / (cuts.spread * cuts.spread);
      addItems(home, bridges, to, size, (k) => {
        const squared = items[k]! * items[k]!;
        const above = aboveExpected(cuts, items, k);
        const reach = cuts.tilt * items[k]!;
        return [
          -0.5 * (squared + weight * above * above),
          squared - 1 - weight * above * reach,
          2 * squared + weight * reach * reach,
        ];
      });
    },
    reach: (place) => place,
  };
}

function eachItem(
  home: Int32Array,
  bridges: Bridges,
  by: Float64Array,
  visit: (j: number, by: number) => void,
): void {
  for (let j = 0; j < home.length; j++) if (home[j]! >= 0) visit(j, by[home[j]!]!);
  for (let i = 0; i < bridges.items.length; i++) visit(bridges.items[i]!, meanOver(bridges, i, by));
}

/** A tie w(x − y)²/2 between a place x of session t and y of session s, which move by dx and dy. */
function addTie(
  to: MapPosterior,
  size: number,
  w: number,
  t: number,
  x: number,
  dx: number,
  s: number,
  y: number,
  dy: number,
): void {
  const step = x - y;
  to.value -= 0.5 * w * step * step;
  to.slope[t]! -= w * step * dx;
  to.slope[s]! += w * step * dy;
  to.curvature[t * size + t]! += w * dx * dx;
  to.curvature[s * size + s]! += w * dy * dy;
  to.curvature[t * size + s]! -= w * dx * dy;
  to.curvature[s * size + t]! -= w * dx * dy;
}

/** What the prior says of each item (at 3j): its value, and slope and curvature in the number it goes along with. */
function addItems(
  home: Int32Array,
  bridges: Bridges,
  to: MapPosterior,
  size: number,
  said: (k: number) => readonly [value: number, slope: number, curvature: number],
): void {
  for (let j = 0; j < home.length; j++) {
    const t = home[j]!;
    if (t < 0) continue;
    const [value, slope, curvature] = said(3 * j);
    to.value += value;
    to.slope[t]! += slope;
    to.curvature[t * size + t]! += curvature;
  }
  for (let i = 0; i < bridges.items.length; i++) {
    const [value, slope, curvature] = said(3 * bridges.items[i]!);
    to.value += value;
    addShared(to, size, bridges, i, slope, curvature);
  }
}

/** A slope and curvature in the mean over the sessions of a bridge. */
function addShared(
  to: MapPosterior,
  size: number,
  { start, session, share }: Bridges,
  i: number,
  slope: number,
  curvature: number,
): void {
  for (let k = start[i]!; k < start[i + 1]!; k++) {
    to.slope[session[k]!]! += slope * share[k]!;
    for (let l = start[i]!; l < start[i + 1]!; l++) {
      to.curvature[session[k]! * size + session[l]!]! += curvature * share[k]! * share[l]!;
    }
  }
}
