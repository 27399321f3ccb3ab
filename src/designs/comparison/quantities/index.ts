import { count } from './count.js';
import { gap } from './gap.js';
import { idealPoints } from './ideal-points.js';
import type { Quantity } from './quantity.js';
import { share } from './share.js';
import { tradeShare } from './trade-share.js';
import { variable } from './variable.js';
import { votes } from './votes.js';

/** Every quantity that can be compared, by the key under which a claim asks for it. */
export const quantities: Readonly<Record<string, Quantity>> = {
  variable,
  share,
  'trade-share': tradeShare,
  votes,
  'ideal-points': idealPoints,
  count,
  gap,
};
