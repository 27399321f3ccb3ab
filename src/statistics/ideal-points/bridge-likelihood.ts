import type { Bridges } from './bridges.js';
import { logBetween, logCdf } from './normal-table.js';
import type { Fit } from './prior.js';
import type { MapPosterior, SessionMap } from './session-map.js';
import type { VotePanel } from './vote-panel.js';

/**
 * Adds what the votes on bridges say of a map. The latent utility of a vote moves with its session’s number less the
 * mean over the bridge’s votes, so that slope and curvature in the numbers of the bridge’s sessions are those in its
 * sessions’ own less what all share.
 */
export function bridgeLikelihood(panel: VotePanel, bridges: Bridges, map: SessionMap) {
  const { itemStart, itemUnits, unitSession } = panel;
  const size = panel.sessions.length;
  const slope = new Float64Array(size);
  const bend = new Float64Array(size);
  const out = new Float64Array(3);

  return ({ places, items }: Fit, to: MapPosterior): void => {
    for (let i = 0; i < bridges.items.length; i++) {
      const j = bridges.items[i]!;
      const [b, low, high] = [items[3 * j]!, items[3 * j + 1]!, items[3 * j + 2]!];
      for (let k = bridges.start[i]!; k < bridges.start[i + 1]!; k++) {
        slope[bridges.session[k]!] = 0;
        bend[bridges.session[k]!] = 0;
      }
      for (let c = 0; c < 3; c++) {
        for (let k = itemStart[3 * j + c]!; k < itemStart[3 * j + c + 1]!; k++) {
          const u = itemUnits[k]!;
          const t = unitSession[u]!;
          const eta = b * places[u]!;
          const reach = b * map.reach(places[u]!);
          let [d, w] = [0, 0];
          if (c === 1) {
            logBetween(low - eta, high - eta, out);
            d = out[2]! - out[1]!;
            w = d * d + (high - eta) * out[1]! - (low - eta) * out[2]!;
          } else {
            const z = c === 0 ? low - eta : eta - high;
            logCdf(z, out);
            d = c === 0 ? -out[1]! : out[1]!;
            w = out[1]! * (z + out[1]!);
          }
          to.value += out[0]!;
          slope[t]! += d * reach;
          bend[t]! += w * reach * reach;
        }
      }
      addBridge(i, to);
    }
  };

  function addBridge(i: number, to: MapPosterior): void {
    const { start, session, share } = bridges;
    let [slopes, bends] = [0, 0];
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      slopes += slope[session[k]!]!;
      bends += bend[session[k]!]!;
    }
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const t = session[k]!;
      to.slope[t]! += slope[t]! - share[k]! * slopes;
      to.curvature[t * size + t]! += bend[t]!;
      for (let l = start[i]!; l < start[i + 1]!; l++) {
        const s = session[l]!;
        to.curvature[t * size + s]! +=
          bends * share[k]! * share[l]! - bend[t]! * share[l]! - bend[s]! * share[k]!;
      }
    }
  }
}
