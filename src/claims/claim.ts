import type { Place } from '../kernel/errors.js';
import type { Years } from '../kernel/years.js';
import type { AskedPicture } from './pictures.js';

/** One option of an alternative or a reading. */
export type Option = string | number | boolean;

/** Options of one slot share its weight. */
export type Slots = readonly (readonly Option[])[];

/** A choice that a fair analyst could make otherwise. */
export interface Alternative {
  readonly name: string;
  readonly slots: Slots;
  /** Where the options of another choice take different ones: which, by that option; `slots` holds them all. */
  readonly by?: { readonly choice: string; readonly slots: Readonly<Record<string, Slots>> } | undefined;
  /** Where it is there under some options of other choices only: which, by choice. */
  readonly where?: Readonly<Record<string, readonly Option[]>> | undefined;
}

/** Specifications that the author lists himself, in place of every combination of the alternatives. */
export interface Listed {
  /** The options of each; those of a reading where it is meant for that one alone. */
  readonly rows: readonly Readonly<Record<string, Option>>[];
  /** Where a row, or its option of a choice, stands. */
  at(row: number, choice?: string): Place;
}

/** What a claim states of a figure: a number, a bound, a place in an order, or a list. */
export type Stated =
  | {
      readonly is: 'exactly' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'rank';
      readonly number: number;
    }
  | { readonly is: 'list'; readonly items: readonly string[] };

/** What is expected, and from where on it matters. `matters` is one number, or one for each option of `by`. */
export interface Expectation {
  /** The word by which the design names its effect: `ratio`, `slope`. */
  readonly effect: string;
  readonly rule: 'more' | 'no-more-than' | 'no-effect' | 'as-stated';
  /** The claimed (for `more`) or denied (for `no-more-than`) direction. */
  readonly direction: 'above' | 'below';
  readonly threshold: number;
  readonly matters: number | { readonly by: string; readonly from: Readonly<Record<string, number>> };
  readonly because: string;
  /** Of a figure (rule `as-stated`): what is stated. `threshold` is its number, `matters` the margin. */
  readonly stated?: Stated;
}

/** A source whose error has a known direction: the verdict that it favours is capped. */
export interface Cap {
  readonly favours: 'for' | 'against';
  readonly because: string;
}

/** The same test with names swapped: the claim turned on the other side. */
export interface Mirror {
  /** Names that change places, wherever they stand in the test. */
  readonly swap: Readonly<Record<string, string>>;
  /** The sentence that the swapped test puts to the test. */
  readonly says: string;
  readonly cap?: Cap | undefined;
}

/** One test of a claim. A claim with one test has one part, without a name. */
export interface Part {
  readonly name: string;
  readonly design: string;
  /** The parameters as written, with `$name` where a choice stands. */
  readonly test: unknown;
  readonly expect: Expectation;
  readonly readings: readonly Alternative[];
  readonly alternatives: readonly Alternative[];
  /** The only specifications that are meant, where not every combination is. */
  readonly listed?: Listed | undefined;
  /** Choices that move the test to the years after publication. */
  readonly since: Readonly<Record<string, Option | readonly Option[]>> | undefined;
  readonly cap: Cap | undefined;
  /** The mirror claims, or why there is none. */
  readonly mirror?: readonly Mirror[] | { readonly none: string } | undefined;
}

/** A sentence about the world, who makes it, and how it is tested. */
export interface Claim {
  readonly argument: string;
  readonly id: string;
  readonly says: string;
  readonly by: string;
  /** Years of which the author speaks. */
  readonly period: Years | undefined;
  readonly measured: string;
  readonly countsAgainst: string;
  readonly notInRecord: readonly string[];
  readonly analyses: readonly { readonly cite: string; readonly says: string }[];
  readonly parts: readonly Part[];
  /** Designs that the claim waits for, where they are not built. */
  readonly awaits: readonly string[];
  /** What some of them are to test, in words. */
  readonly awaitsFor?: Readonly<Record<string, string>> | undefined;
  readonly untestable: { readonly because: string; readonly wouldSettle: string } | undefined;
  /** Words for choices and options: by choice, by option, or by `choice=option`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Pictures that its page shows beside the tests. */
  readonly pictures?: readonly AskedPicture[] | undefined;
  readonly file: string;
  /** Where a path of the file stands: `at(['test', 'of'])`. */
  at(path: readonly (string | number)[]): Place;
}

/** An article. */
export interface Argument {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly outlet: string;
  /** Day, month or year of publication, ISO; absent where it is not known. */
  readonly published?: string | undefined;
  readonly summary: string;
  readonly claims: readonly Claim[];
  readonly file: string;
}
