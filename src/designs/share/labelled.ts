import { orderBelow, sharedByDraw } from '../draws.js';

/** Units among whom the label of a group is exchanged. */
interface Exchanged {
  /** Their numbers, rising. */
  readonly numbers: readonly number[];
  /** The stratum of each. */
  readonly strata: readonly number[];
  /** How many of each stratum bear the label. */
  readonly labels: readonly number[];
}

/**
 * The places of those who bear the label in a draw, as they come in its order: in each stratum as many as had it, those
 * that come first.
 */
export const labelledIn = sharedByDraw(({ numbers, strata, labels }: Exchanged) => {
  const limit = 2 ** Math.ceil(Math.log2(numbers.at(-1)! + 1)); // few limits, whatever the units
  const place = new Int16Array(limit).fill(-1);
  for (const [i, number] of numbers.entries()) place[number] = i;
  const orderIn = orderBelow(limit);
  const size = labels.reduce((sum, count) => sum + count, 0);
  return (draw) => {
    const order = orderIn(draw);
    const left = Int32Array.from(labels);
    const group = new Uint16Array(size);
    for (let k = 0, labelled = 0; labelled < size; k++) {
      const i = place[order[k]!]!;
      if (i < 0 || left[strata[i]!] === 0) continue;
      left[strata[i]!]!--;
      group[labelled++] = i;
    }
    return group;
  };
});
