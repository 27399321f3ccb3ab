import type { ZodType } from 'zod';
import { fail } from '../../../kernel/errors.js';
import type { Losses } from '../../../kernel/missing.js';
import type { Random } from '../../../kernel/random.js';
import type { Years } from '../../../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../../../world/open.js';

/** Whom a quantity is asked about: nobody by name, one state or two. Names as typed, or COW numbers. */
export type Subject = readonly (string | number)[];

/** One side of a comparison: a quantity of a kind, and whom it is about. */
export interface Side<Q = unknown> {
  readonly of: Q;
  readonly about: Subject;
}

/** A value a year. */
export interface Yearly {
  readonly years: readonly number[];
  readonly values: readonly number[];
  /** What each year counts in a mean: the votes behind it, or 1. */
  readonly weights: readonly number[];
  /** Standard errors by the source's own intervals, where it has them. */
  readonly sds?: readonly number[];
}

/** A way in which chance may have made the values: drawn anew, they are these. Draws are numbered from 0. */
export interface Chance {
  readonly method: string;
  draw(random: Random, m: number): readonly Yearly[];
}

/** What the record says of the sides of a comparison, in the order in which they were asked. */
export interface Observed {
  readonly sides: readonly Yearly[];
  /** Size of the sample, and of what. */
  readonly n: number;
  readonly of: string;
  readonly lost: Losses;
  readonly chances: readonly Chance[];
}

/** Sides in which every other state takes the place of one that is named. */
export interface OfOthers<Q> {
  needs(
    sides: readonly Side<Q>[],
    place: string | number,
    years: Years,
    spans: readonly Years[],
    catalogue: Catalogue,
  ): Needs;
  /** By COW number. */
  observe(
    sides: readonly Side<Q>[],
    place: string | number,
    answers: Answers,
    catalogue: Catalogue,
  ): ReadonlyMap<number, readonly Yearly[]>;
}

/**
 * Something that can be compared: it turns tables of the world into one value a year for whomever it is about. It must
 * provide what is below; from that come for free: levels and changes, differences and relative differences, placebos
 * where it is about single states, intervals that allow for years with memory, worlds without an effect, and pictures.
 * Adding one touches its own file, its test and one line of `quantities/index.ts`.
 */
export interface Quantity<Q = unknown> {
  /** The key by which a claim asks for it: `of: { votes: … }`. */
  readonly name: string;
  /** What the number means and does not say. */
  readonly says: string;
  readonly cites: readonly string[];
  /** Strict schema, with its name among the keys. */
  readonly parameters: ZodType<Q>;
  /** How many states it is about: 0 (the world), 1 (a state), 2 (a pair). */
  readonly states: 0 | 1 | 2;
  /** Whether it is had for all states at once, so that each of a group can take the place of one. */
  readonly ofEveryState: boolean;
  /** Whether what it counts is drawn anew to tell chance (`chances`); otherwise the variation of years tells it. */
  readonly drawnAnew: boolean;
  /** Whether its values are numbers of events, which the exact interval for counts fits. */
  readonly counts: boolean;
  /** Whether states beside those that it is asked about enter its values. */
  readonly withOthers: boolean;
  /** Whether earlier dates can stand in the place of the one between the spans: its answers reach back further. */
  readonly atOtherDates?: true;
  /** Its parameters without a state, where they list states of whom it can be one. */
  without?(of: Q, is: (name: string) => boolean): Q;
  /** Where its answers hold the named states alone: the sides with every other state in the place of one of a pair. */
  readonly ofOthers?: OfOthers<Q>;
  /** How a value is calculated, for somebody who redoes it by hand; `says` tells the rest in words. */
  formula?(of: Q): string;
  /** Unit of a value, or of the difference of two. */
  unit(of: Q): string;
  /** What it is called in a sentence, at an axis. */
  label(of: Q, catalogue: Catalogue): string;
  /** The unit of a value at an axis. */
  axis(of: Q, catalogue: Catalogue): string;
  /** Why the world cannot serve these years, or null. Uses the catalogue only. */
  cannot(side: Side<Q>, years: Years, catalogue: Catalogue): string | null;
  /** What it asks of the world for all sides together, over all the years between. */
  needs(sides: readonly Side<Q>[], years: Years, catalogue: Catalogue): Needs;
  /**
   * The sides, year by year. `spans` are the years that are compared (within the years asked for): what is drawn anew
   * is drawn within each. Years without a value are left out and counted.
   */
  observe(
    sides: readonly Side<Q>[],
    years: Years,
    spans: readonly Years[],
    answers: Answers,
    catalogue: Catalogue,
  ): Observed;
}

export const inYears = ({ from, to }: Years, year: number): boolean => from <= year && year <= to;

/** What both sides are asked, which is one thing. Throws `designs/different-votes`. */
export function askedAlike<Q>(sides: readonly Side<Q>[]): Q {
  if (new Set(sides.map(({ of }) => JSON.stringify(of))).size > 1)
    fail('designs/different-votes', 'both pairs are compared in the same votes', {
      hint: 'write it once under of, without against',
    });
  return sides[0]!.of;
}
