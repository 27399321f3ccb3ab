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

/** How often some states are taken, all told. */
export function timesOf(states: Int32Array, times: Uint16Array): number {
  let drawn = 0;
  for (let k = 0; k < states.length; k++) drawn += times[states[k]!]!;
  return drawn;
}
