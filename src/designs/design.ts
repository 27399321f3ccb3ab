import type { ZodType } from 'zod';
import type { Losses } from '../kernel/missing.js';
import type { Random } from '../kernel/random.js';
import type { Years } from '../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../world/open.js';
import type { Picture } from './picture.js';
import type { Working } from './working.js';

/** What one specification yields. Values stand in the design’s own unit (a ratio is a ratio, not its log). */
export interface Estimate {
  readonly value: number;
  /** 95 % interval: the most conservative error that is valid for the data. */
  readonly low: number;
  readonly high: number;
  /** Size of the sample, and of what. */
  readonly n: number;
  readonly of: string;
  /** What did not enter, by reason. */
  readonly lost: Losses;
  /** Every interval that was computed; one of them is `chosen`. */
  readonly errors: readonly {
    readonly method: string;
    readonly low: number;
    readonly high: number;
    readonly chosen: boolean;
  }[];
  /** Other tests and figures of this specification, by name. */
  readonly diagnostics: Readonly<Record<string, number | string>>;
  /** Of a design whose verdicts are of figures; absent otherwise. */
  readonly recorded?: RecordedFigure;
}

/** What a record says where the question is a figure: who says so, when, and how far the true figure may lie from it. */
export interface RecordedFigure {
  readonly by: string;
  readonly when: string;
  /**
   * What the record leaves out: `nothing`; figures that could only add to it (the true one lies `above`); or what could
   * move it either way (`anywhere`).
   */
  readonly beyond: 'nothing' | 'above' | 'anywhere';
  /** The members of a list, where a list was asked for. */
  readonly list?: readonly string[];
}

/** One draw of a world without the effect, the same for all specifications: a number in [0, 1) for each unit (a state, a year). */
export interface Draw {
  keyOf(unit: number): number;
}

/** On whom an estimate rests. */
export interface RestsOn {
  /** The states, as the test names them, without which there is no question. */
  readonly named: readonly string[];
  /** Whether other states enter the estimate beside them. */
  readonly others: boolean;
}

/** The estimate with a state (or its group) in the place of the one that the test names. */
export interface Placed {
  readonly name: string;
  readonly value: number;
}

/** The same test of every other state, or group, in the place of the one that it names. */
export interface Placebos<P> {
  /** Why nothing can stand in its place, as a sentence; null where something can. */
  cannot(parameters: P, catalogue: Catalogue): string | null;
  /** Who is put in whose place: `each other state`, `China`. */
  says(parameters: P, catalogue: Catalogue): { readonly who: string; readonly inPlaceOf: string };
  /** What is asked of the world beyond the needs of the test. */
  needs(parameters: P, catalogue: Catalogue): Needs;
  /** Those that can be had, without the one that the test names. `answers` are those to both needs. */
  estimates(parameters: P, answers: Answers, catalogue: Catalogue): readonly Placed[];
}

/**
 * A way to test. It must provide its parameters, how it estimates, how it resamples when there is no effect, its
 * chart, and how to read it; from that come for free: claims, the multiverse, verdicts, the brief, the cache and
 * the command line. A design never knows which claim it serves.
 * Adding one touches its own files, their tests and one line of `designs/index.ts`.
 */
export interface Design<P = unknown> {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly cites: readonly string[];
  /**
   * How estimates become a verdict. `shares` (where nothing is said): of the weight of all specifications, for and
   * against an effect. `figure`: a recorded figure against the stated one; its estimates carry `recorded`, claims say
   * `expect: { figure: …, margin: … }`, and there is no world without an effect (`underNull` is never asked).
   */
  readonly verdict?: 'shares' | 'figure';
  /** Strict schema of `test` in a claim, without the key `design`. */
  readonly parameters: ZodType<P>;
  /** The word by which `expect` names the effect, its value without an effect, and the scale on which it is symmetric. */
  readonly effect: { readonly name: string; readonly none: number; readonly scale: 'linear' | 'log' };
  unit(parameters: P): string;
  /** The years that the test observes. */
  observes(parameters: P): Years;
  /** Why the record cannot serve these parameters, or null. Uses the catalogue only: nothing has run yet. */
  cannot(parameters: P, catalogue: Catalogue): string | null;
  needs(parameters: P, catalogue: Catalogue): Needs;
  estimate(parameters: P, answers: Answers, catalogue: Catalogue, random: Random): Estimate;
  /** What the estimate is in worlds where there is no effect, one for each draw; NaN where such a world has none. */
  underNull(parameters: P, answers: Answers, catalogue: Catalogue): (draw: Draw) => number;
  /** The value of `estimate` without its intervals: the same number for a small part of the work. With it come for free: what if the source errs, what if a state is left out. */
  point?(parameters: P, answers: Answers, catalogue: Catalogue): number;
  restsOn?(parameters: P, catalogue: Catalogue): RestsOn;
  /** The same question without a state, where its parameters list states of whom it can be one. */
  without?(parameters: P, ccode: number, catalogue: Catalogue): P;
  readonly placebos?: Placebos<P>;
  /** The evidence of one specification, as a picture whose title states what it shows. */
  picture(parameters: P, answers: Answers, catalogue: Catalogue, estimate: Estimate): Picture;
  /** The way from the rows of one specification to its estimate, which `entente trace` shows. */
  working?(parameters: P, answers: Answers, catalogue: Catalogue): Working;
  /** Works behind what the parameters name: the measure of a series, the quantity that is compared. */
  alsoCites?(parameters: P): readonly string[];
  /** How to read the effect, for somebody who never saw such a test; two or three sentences. */
  readonly read: string;
}
