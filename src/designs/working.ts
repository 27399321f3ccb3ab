import type { Row } from '../world/database.js';
import type { Needs } from '../world/open.js';

/**
 * What stands between the rows of the record and an estimate, for somebody who wants to redo the number by hand: a
 * table of what is added up, averaged or drawn a line through, and the sum itself with its figures.
 */
export interface Working {
  /** What the columns hold and how they were made of the record; last, how the estimate follows, with its figures. */
  readonly says: readonly string[];
  readonly rows: readonly Row[];
  /** COW numbers of the states that the test names, whose rows a reader looks for first. */
  readonly about?: readonly number[];
  /** Whole rows of the record, where the need of the same name asks for less: a count, a sum, one column. */
  readonly behind?: Needs;
}

/** A figure as a sum shows it: six significant digits. */
export const figureInSum = (x: number): string => String(Number(x.toPrecision(6))).replace('-', '−');
