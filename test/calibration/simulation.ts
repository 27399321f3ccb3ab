import type { Design } from '../../src/designs/design.js';

/**
 * An effect with its 95 % interval as a distance from no effect, on a scale on which its errors are even. The rule asks
 * only in what order the interval, no effect and the least that matters lie, so that any rising scale gives the same
 * answer.
 */
export interface Oriented {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One simulated world, seen by all specifications. */
export interface SimulatedWorld {
  /** What each specification estimates where its true effect is the one given. */
  estimates(effects: Float64Array): readonly Oriented[];
  /** The same with the intervals of the rule as it was first written. */
  before(effects: Float64Array): readonly Oriented[];
  /** The estimates on the scale of the verdict, where that is another; for the joint test. */
  verdictScale?(effects: Float64Array): readonly Oriented[];
  /** Estimates of each specification in worlds without an effect, as a journal keeps them. */
  without(effects: Float64Array): readonly string[];
}

/** Estimates moved by an effect that their errors do not depend on. */
export const moved = (list: readonly Oriented[], effects: Float64Array): Oriented[] =>
  list.map(({ value, low, high }, s) => ({
    value: value + effects[s]!,
    low: low + effects[s]!,
    high: high + effects[s]!,
  }));

/** How the estimates of two specifications move together: as in real claims, or set. */
export type Correlation = 'real' | 0 | 0.5 | 0.9;
export const correlations: readonly Correlation[] = ['real', 0, 0.5, 0.9];

/** Worlds of one design. */
export interface Simulation {
  readonly name: string;
  readonly design: Design;
  /** Correlations at which it is run. */
  readonly correlations: readonly Correlation[];
  /** World number so many. It is the same whoever asks. */
  world(index: number, correlation: Correlation): SimulatedWorld;
  /** Kinds of worlds that differ in length, each of which has errors of its own: world i is of kind i modulo this. */
  kinds(correlation: Correlation): number;
  /** True where an effect moves the estimates and changes nothing else. */
  readonly effectOnlyMoves: boolean;
}
