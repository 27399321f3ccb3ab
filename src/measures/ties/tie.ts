import type { Years } from '../../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import type { Issue } from '../../world/sources/un-roll-calls/issues.js';
import type { voteSets } from '../assembly-votes.js';

/** Whose tie, what it is, and what is asked of it beside. */
export interface PairParameters {
  readonly pair: readonly [string, string];
  readonly of: string;
  readonly votes?: keyof typeof voteSets | undefined;
  readonly abstentions?: 'halfway' | 'as-a-side' | undefined;
  readonly without?: 'nothing' | Issue | undefined;
  readonly issue?: 'all' | Issue | undefined;
  readonly whose?: string | undefined;
  readonly ends?: 'estimated' | 'known' | undefined;
}

/** The issue whose votes are left out, if any. */
export const withoutOf = ({ without }: PairParameters): Issue | undefined =>
  without === 'nothing' ? undefined : without;

/** The tie of one state with another in a year. */
export interface Tied {
  /** The other state. */
  readonly ccode: number;
  /** 1 where it is the one that the pair names. */
  readonly named: number;
  readonly year: number;
  readonly value: number;
  /** The votes or other things behind the value; 1 where it is one figure. */
  readonly count: number;
}

/**
 * Something that ties two states and has a value a year. Adding one touches its own file, its test and one line of
 * `index.ts`; from it come for free series, trends, and the same of every other state in the place of one of the two.
 */
export interface Tie {
  readonly says: string;
  /** The parameters that must stand beside `pair` and `of`, and those that may. */
  readonly needed: readonly (keyof PairParameters)[];
  readonly allowed?: readonly (keyof PairParameters)[];
  unit(p: PairParameters): string;
  label(p: PairParameters): string;
  formula(p: PairParameters): string;
  /** Whether states beside the two enter its values. */
  readonly withOthers: boolean;
  /** Why the world cannot serve these years, or null. */
  cannot(p: PairParameters, years: Years, catalogue: Catalogue): string | null;
  needs(p: PairParameters, years: Years, catalogue: Catalogue): Needs;
  /** What is asked beyond, to see the tie with every other state. */
  needsOfOthers(p: PairParameters, years: Years, catalogue: Catalogue): Needs;
  /** What the answers hold: to the first needs that of the pair, to both that of others too. */
  read(p: PairParameters, answers: Answers): readonly Tied[];
}

/** Who stays, and in whose place others are put: the second of the pair, or whoever is not the one whose trade is shared out. */
export function sidesOf({ pair: [one, other], whose }: PairParameters): { one: string; other: string } {
  return whose === other ? { one: other, other: one } : { one, other };
}

/** The rows of an answer as they stand. */
export const tiedIn = <T = Tied>(answers: Answers): readonly T[] =>
  ['pair', 'others'].flatMap((name) => (answers[name] ?? []) as unknown as readonly T[]);
