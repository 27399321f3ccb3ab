/** The states that a draw takes at all, the first `count` of `who`, and how often it takes each of them. */
export interface Taken {
  readonly who: Int32Array;
  readonly weights: Float64Array;
  readonly count: number;
  /** How many are drawn, each as often as it is taken. */
  readonly all: number;
}

/** Tells of the states of draws, of which a third is not taken. What one draw tells is overwritten by the next. */
export function takenOf(states: number): (times: Uint16Array) => Taken {
  const who = new Int32Array(states);
  const weights = new Float64Array(states);
  return (times) => {
    let [count, all] = [0, 0];
    for (let i = 0; i < times.length; i++) {
      who[count] = i;
      weights[count] = times[i]!;
      all += times[i]!;
      if (times[i]! > 0) count++;
    }
    return { who, weights, count, all };
  };
}

/** How often all states, or some of them, are taken. */
export function timesOf(times: Uint16Array, of?: Int32Array): number {
  let drawn = 0;
  if (of) for (let k = 0; k < of.length; k++) drawn += times[of[k]!]!;
  else for (let i = 0; i < times.length; i++) drawn += times[i]!;
  return drawn;
}
