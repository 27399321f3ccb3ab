import type { SourceCard, TableCard } from '../cards.js';

/**
 * One upstream data set. It must provide its card, the tables it yields, and how it is read; from that come for
 * free: the manifest, the catalogue, hashes, coverage, panels, citations, and the page of the world's terms.
 * Adding one touches its own folder (`card and read`, `names.csv`) and one line of `sources/index.ts`.
 */
export interface Source {
  /** Folder under `src/world/sources` that holds `names.csv` and the reader's other reviewed tables. */
  readonly folder: string;
  readonly card: SourceCard;
  readonly tables: readonly TableCard[];
  /** Reads upstream files and writes each table once. Every row that does not enter is counted by `lose`. */
  read(reading: Reading): Promise<void>;
}

/** How to find the state that a row of an upstream table is about. */
export interface Resolution {
  /** Table to read (it has the column `line`) and table to make: the same columns and `ccode INTEGER`. */
  readonly from: string;
  readonly into: string;
  /** SQL over `from`: the source's own identifier of the state, and the year. */
  readonly key: string;
  readonly year: string;
  /** Name of the new column, `ccode` unless told; a dyadic source resolves twice. */
  readonly as?: string;
  /** The file that a message should name. */
  readonly file: string;
  /**
   * `names` (default): every identifier stands in the source's `names.csv`.
   * `cow`: identifiers are COW numbers; `names.csv` holds only those that differ.
   */
  readonly codes?: 'names' | 'cow';
}

/**
 * What a source may do while it is read. All SQL runs in one in-memory DuckDB, which has the tables of the state
 * system (`state_years(ccode, year, …)`) and two macros for fields read as text: `as_number(x)` and `as_integer(x)`,
 * NULL for an empty field, `NA` and `NaN`, an error for anything else that is not a number.
 */
export interface Reading {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Readonly<Record<string, unknown>>[]>;
  /**
   * Reads an upstream CSV (plain or .gz) with every column as text, exactly as printed (an empty field is NULL), into a table `into` with a
   * column `line` (1 = first row under the header). Throws `world/source-missing`, `world/source-unreadable` (also
   * when a column of `columns` is not there).
   */
  csv(
    file: string,
    into: string,
    options: {
      columns: readonly string[];
      delimiter?: string;
      header?: boolean;
      encoding?: 'utf-8' | 'latin-1';
    },
  ): Promise<void>;
  /** Text of an upstream file (plain or .gz), for what is no CSV. Throws `world/source-missing`, `world/source-unreadable` (not of that encoding). */
  text(file: string, encoding?: 'utf-8' | 'latin-1'): Promise<string>;
  /** Paths of the upstream files in a folder, sorted. Throws `world/source-missing`. */
  files(folder: string): Promise<readonly string[]>;
  /** Reads a reviewed table that stands beside the reader in the source's own folder. */
  ownCsv(file: string, into: string, columns: readonly string[]): Promise<void>;
  /** Makes a view of a table of the world that a source before this one has written. Throws `world/unknown-table`. */
  written(table: string): Promise<void>;
  /**
   * For what takes minutes to measure: makes a view of a table as the project’s world holds it, with what was lost, if
   * this version of this source made it from the same bytes of `inputs` (tables written before); false where not. What
   * is measured anew is the same.
   */
  asBefore(table: string, inputs: readonly string[]): Promise<boolean>;
  /** Adds the state's COW number. An identifier that does not resolve stops the build (`world/unresolved-name`). Rows that names.csv places outside the state system are lost, each reason counted. */
  resolve(resolution: Resolution): Promise<void>;
  /** Keeps the rows whose state was a member of the system in that year; counts the others as lost. `state` is the column, `ccode` unless told. */
  inSystem(options: { from: string; into: string; year: string; state?: string }): Promise<void>;
  /** Counts rows that do not enter the world. */
  lose(reason: string, rows: number): void;
  /** Stops the build (`world/source-changed`) where upstream is no longer as it was when its defect was mended: `sql` yields one value. */
  check(what: string, sql: string, expected: number | string | null): Promise<void>;
  /** Writes a table of the world from a SELECT; columns in the order of the card: keys, then variables. */
  write(table: string, select: string): Promise<void>;
}
