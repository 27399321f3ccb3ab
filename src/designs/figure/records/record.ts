import type { ZodType } from 'zod';
import type { Losses } from '../../../kernel/missing.js';
import type { Years } from '../../../kernel/years.js';
import type { Row } from '../../../world/database.js';
import type { Catalogue, Query } from '../../../world/open.js';
import type { RecordedFigure } from '../../design.js';

/** One thing that a recorded figure is made of: a row that was counted, a state of a ranking, a term of a sum. */
export interface Piece {
  readonly label: string;
  readonly value: number;
  /** The piece that the question is about, or all where it is about none in particular. */
  readonly main: boolean;
}

/** What a record says. */
export interface Recorded extends RecordedFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly of: string;
  readonly made: readonly Piece[];
  /** What the values of the pieces count, where it is not what the figure counts. */
  readonly piecesCount?: string;
  readonly lost: Losses;
}

export type Asked = Readonly<Record<string, unknown>>;

/**
 * A way to ask the record for a figure: one query over the world, read into one number. It is called by the key that
 * names it (`count`, `fact`, `rank-of`). Adding one touches its own file, its test and one line of `records/index.ts`.
 */
export interface RecordKind<Q = never> {
  readonly name: string;
  readonly parameters: ZodType<Q>;
  /** The states that it is about by name. */
  named?(asked: Q): readonly string[];
  /** Whether it is made of a figure of each of several states, so that one can be left out. */
  readonly ofEachState?: true;
  observes(asked: Q): Years;
  /** Why the record cannot serve it, or null; from the catalogue only. */
  cannot(asked: Q, catalogue: Catalogue): string | null;
  query(asked: Q, catalogue: Catalogue): Query;
  read(asked: Q, rows: readonly Row[], catalogue: Catalogue): Recorded;
  /** What was read or counted, in words, and the whole rows that it was read from. */
  behind(asked: Q, catalogue: Catalogue): { readonly says: string; readonly rows: Query };
}
