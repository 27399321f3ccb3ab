/**
 * Quantile (definition 7 of Hyndman & Fan 1996) of values in rising order of which value k counts `times[of[k]]`
 * times; n is the sum of those counts.
 */
export function quantileTimes(
  values: Float64Array,
  of: Int32Array,
  times: Uint16Array,
  n: number,
  p: number,
): number {
  const place = (n - 1) * p;
  const below = Math.floor(place + 4 * Number.EPSILON);
  const share = place - below;
  let reached = 0;
  let low = Number.NaN;
  for (let k = 0; k < of.length; k++) {
    reached += times[of[k]!]!;
    if (Number.isNaN(low) && reached > below) {
      low = values[k]!;
      if (share <= 4 * Number.EPSILON) return low;
    }
    if (reached > below + 1) return low + share * (values[k]! - low);
  }
  return low;
}
