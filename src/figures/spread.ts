/**
 * Moves labels apart that would touch: each keeps its order and stands as near its place as the gap allows, within
 * the bounds. `wanted` and `heights` in pixels, the middle and the height of each label; returns the middles.
 */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed = [...wanted];
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(wanted[i]!, floor + heights[i]! / 2);
    floor = placed[i]! + heights[i]! / 2;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, ceiling - heights[i]! / 2);
    ceiling = placed[i]! - heights[i]! / 2;
  }
  return placed;
}
