import type { Years } from '../../kernel/years.js';
import type { VariableCard } from '../../world/cards.js';
import type { World } from '../../world/open.js';

/** Columns of a table of pairs, one entry a pair and year; a number that is not there is NaN. */
export interface PairColumns {
  readonly ccode1: Int32Array;
  readonly ccode2: Int32Array;
  readonly year: Int32Array;
  /** By the name of the variable. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/**
 * A measure of pairs of states by year, the same in both directions. It must provide what is below; from that come for
 * free: its variables in the catalogue, `entente show`, `entente panel dyad-year`, and their citations. Its table is
 * made when one of its variables is asked for. Adding one touches its own file, its test and one line of `index.ts`.
 */
export interface DyadMeasure {
  /** Of its table. */
  readonly name: string;
  readonly title: string;
  readonly cites: readonly string[];
  /** Recorded tables that it reads. */
  readonly tables: readonly string[];
  /** The recorded variables that it reads. */
  readonly restsOn: readonly string[];
  readonly years: Years;
  readonly variables: readonly VariableCard[];
  /** The values of all pairs, each pair once, the lower number first. */
  compute(world: World): Promise<PairColumns>;
}
