import { fail } from '../../kernel/errors.js';
import type { VotePanel } from './vote-panel.js';

/**
 * Places are on one scale where states are linked by items that both voted on, directly or by way of others, over all
 * sessions. Throws `ideal-points/unconnected` where they are not.
 */
export function needConnected({ states, unitState, unitItems, unitStart, items }: VotePanel): void {
  const root = Int32Array.from({ length: states.length + items.length }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  for (let u = 0; u < unitState.length; u++) {
    for (let k = unitStart[3 * u]!; k < unitStart[3 * u + 3]!; k++) {
      root[find(states.length + unitItems[k]!)] = find(unitState[u]!);
    }
  }
  const parts = new Set(unitState.map((s) => find(s))).size;
  if (parts > 1) {
    fail(
      'ideal-points/unconnected',
      `the votes fall into ${parts} parts that share neither states nor resolutions`,
      {
        hint: 'take sessions or issues in which the same states voted',
      },
    );
  }
}
