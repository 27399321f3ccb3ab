import { estimateIn, type Kept, keep, keptFor, meanErrors, spreads } from './kept-estimates.js';
import { many } from './layout.js';
import type { Correlation, Oriented, SimulatedWorld, Simulation } from './simulation.js';

/** The interval that the design makes now, or that of the rule as it was first written. */
export type Version = 'now' | 'before';

/**
 * Which standard error: the one that a specification reports, as the width of its 95 % interval says it, on average; or
 * the standard deviation of its estimates from world to world, which nobody knows who has one record.
 */
export type StandardError = 'reported' | 'true';
export const standardErrors: readonly StandardError[] = ['reported', 'true'];

/** All estimates of some worlds, at any size of effect. */
export interface SizedEstimates {
  readonly kinds: number;
  /** What a specification estimates in a world where its true effect is so many of its standard errors. */
  estimate(world: number, s: number, times: number, of: StandardError): Oriented;
  /** Its standard error where there is no effect, over worlds of the kind. */
  errorOf(world: number, s: number, of: StandardError): number;
}

const zero = new Float64Array(many);

/** Worlds from which standard errors are taken beforehand, where an effect does not just move estimates. */
const mostPilots = 100;

const errorsIn = (kept: Kept, worlds: number, kinds: number): Record<StandardError, Float64Array[]> => ({
  reported: meanErrors(kept, worlds, kinds),
  true: spreads(kept, worlds, kinds),
});

/**
 * Runs the worlds once. Where an effect moves estimates and nothing else, standard errors are those of these worlds
 * without an effect. Otherwise they are those of up to a hundred worlds of their own, likewise without, and each world is
 * estimated at each size in `sizes`. `each` sees every world, for what else is asked of it.
 */
export function runWorlds(
  simulation: Simulation,
  correlation: Correlation,
  worlds: number,
  sizes: Readonly<Record<StandardError, readonly number[]>>,
  each: (world: SimulatedWorld, index: number) => void,
): Record<Version, SizedEstimates> {
  return simulation.effectOnlyMoves
    ? runMoved(simulation, correlation, worlds, each)
    : runEachSize(simulation, correlation, worlds, sizes, each);
}

function runEachSize(
  simulation: Simulation,
  correlation: Correlation,
  worlds: number,
  sizes: Readonly<Record<StandardError, readonly number[]>>,
  each: (world: SimulatedWorld, index: number) => void,
): Record<Version, SizedEstimates> {
  const pilots = Math.min(mostPilots, worlds);
  const first = keptFor(pilots);
  for (let w = 0; w < pilots; w++) keep(first, w, simulation.world(-1 - w, correlation).estimates(zero));
  const errors = errorsIn(first, pilots, 1);
  const none = { effects: zero, kept: keptFor(worlds) };
  const tableOf = (of: StandardError, times: number): [number, typeof none] => [
    times,
    times === 0 ? none : { effects: errors[of][0]!.map((error) => times * error), kept: keptFor(worlds) },
  ];
  const tables = {
    reported: new Map(sizes.reported.map((times) => tableOf('reported', times))),
    true: new Map(sizes.true.map((times) => tableOf('true', times))),
  };
  const all = new Set([none, ...tables.reported.values(), ...tables.true.values()]);
  for (let w = 0; w < worlds; w++) {
    const world = simulation.world(w, correlation);
    for (const { effects, kept } of all) keep(kept, w, world.estimates(effects));
    each(world, w);
  }
  const now: SizedEstimates = {
    kinds: 1,
    estimate: (w, s, times, of) => estimateIn(times === 0 ? none.kept : tables[of].get(times)!.kept, w, s),
    errorOf: (_, s, of) => errors[of][0]![s]!,
  };
  return { now, before: now };
}

function runMoved(
  simulation: Simulation,
  correlation: Correlation,
  worlds: number,
  each: (world: SimulatedWorld, index: number) => void,
): Record<Version, SizedEstimates> {
  const kinds = simulation.kinds(correlation);
  const [kept, was] = [keptFor(worlds), keptFor(worlds)];
  for (let w = 0; w < worlds; w++) {
    const world = simulation.world(w, correlation);
    keep(kept, w, world.estimates(zero));
    keep(was, w, world.before(zero));
    each(world, w);
  }
  const sized = (from: Kept): SizedEstimates => {
    const errors = errorsIn(from, worlds, kinds);
    const errorOf = (w: number, s: number, of: StandardError): number => errors[of][w % kinds]![s]!;
    return {
      kinds,
      estimate(w, s, times, of) {
        const { value, low, high } = estimateIn(from, w, s);
        const effect = times * errorOf(w, s, of);
        return { value: value + effect, low: low + effect, high: high + effect };
      },
      errorOf,
    };
  };
  return { now: sized(kept), before: sized(was) };
}
