import type { Random } from '../../kernel/random.js';
import { itemPosterior } from './item-likelihood.js';
import { drawFrom, itemProposal, logProposal, propose } from './item-proposal.js';
import type { Fit } from './prior.js';
import type { VotePanel } from './vote-panel.js';

/** Draws every item anew given the places (without `random`: climbs). Gives the share that moved. */
export type ItemRound = (fit: Fit, random: Random | undefined) => number;

/** Draws slope and cut points of each item given the places, as `placeRound` draws places given the items. */
export function itemRound(panel: VotePanel): ItemRound {
  const three = (): Float64Array => new Float64Array(3);
  const [now, next] = [three(), three()];
  const here = new Float64Array(10);
  const there = new Float64Array(10);
  const forth = itemProposal();
  const back = itemProposal();

  return (fit, random) => {
    let moved = 0;
    for (let j = 0; j < panel.items.length; j++) if (tryItem(j, fit, random)) moved++;
    return moved / panel.items.length;
  };

  function tryItem(j: number, fit: Fit, random: Random | undefined): boolean {
    const dimensions = panel.ordinal[j] === 1 ? 3 : 2;
    const { items } = fit;
    for (let k = 0; k < 3; k++) now[k] = items[3 * j + k]!;
    itemPosterior(panel, fit, j, now, here);
    if (!propose(dimensions, now, here, forth)) return false;
    if (random) drawFrom(dimensions, forth, random, next);
    else next.set(forth.mean);
    if (dimensions === 3 && !(next[1]! < next[2]!)) return false;
    itemPosterior(panel, fit, j, next, there);
    let change = there[0]! - here[0]!;
    if (random) {
      change -= logProposal(dimensions, forth, next);
      if (!propose(dimensions, next, there, back)) return false;
      change += logProposal(dimensions, back, now);
    }
    if (!((random ? Math.log(1 - random.next()) : 0) < change)) return false;
    items.set(next, 3 * j);
    return true;
  }
}
