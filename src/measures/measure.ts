import type { ZodType } from 'zod';
import type { Losses } from '../kernel/missing.js';
import type { Random } from '../kernel/random.js';
import type { Years } from '../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../world/open.js';

/** A yearly series about the system. */
export interface Series {
  readonly years: readonly number[];
  readonly values: readonly number[];
  /** States (or votes) behind each value. */
  readonly counts: readonly number[];
  /** What did not enter, by reason. */
  readonly lost: Losses;
  /** The values when the states are drawn anew with replacement; absent where that means nothing. */
  resampled?(random: Random): readonly number[];
}

/** The series of every other state in the place of the one that a measure names. */
export interface MeasureOfOthers<P> {
  /** Why there are none, as a sentence; null where there are. */
  cannot(parameters: P): string | null;
  /** In whose place they are put, of two states that it names, and who stays; absent where it names one. */
  inPlaceOf?(parameters: P): { readonly one: string; readonly other: string };
  /** What is asked of the world beyond the needs of the measure. */
  needs(parameters: P, years: Years, catalogue: Catalogue): Needs;
  /** By COW number. `answers` are those to both needs. */
  series(parameters: P, years: Years, answers: Answers): ReadonlyMap<number, Series>;
}

/**
 * A measure turns tables of the world into a yearly series about the system. It must provide what is below; from
 * that come for free: its use in any `trend` claim, `entente show` and `entente panel system-year` for its
 * `variables`, its citation, and the check that the world can serve it.
 * Adding one touches its own file, its test and one line of `measures/index.ts`.
 */
export interface Measure<P = unknown> {
  readonly name: string;
  readonly title: string;
  /** What the number means and does not say. */
  readonly says: string;
  readonly cites: readonly string[];
  /** Strict schema of its parameters, as they stand in a claim under `series` beside `measure`. */
  readonly parameters: ZodType<P>;
  unit(parameters: P): string;
  /** What stands at the axis: `share of CINC held by the first state`. */
  label(parameters: P): string;
  /** How the value of a year is calculated, for somebody who redoes it by hand; `says` tells the rest in words. */
  formula?(parameters: P): string;
  /** Why the world cannot serve these years, or null. Uses the catalogue only: nothing has run yet. */
  cannot(parameters: P, years: Years, catalogue: Catalogue): string | null;
  needs(parameters: P, years: Years, catalogue: Catalogue): Needs;
  compute(parameters: P, years: Years, answers: Answers): Series;
  /** The state that it names, and whether others enter its series; absent where it is about all alike. */
  restsOn?(parameters: P): { readonly named: readonly string[]; readonly others: boolean };
  readonly ofOthers?: MeasureOfOthers<P>;
  /** Named settings that stand in the catalogue as system-year variables. */
  readonly variables: readonly {
    readonly name: string;
    readonly title: string;
    readonly parameters: P;
    readonly years: Years;
  }[];
}
