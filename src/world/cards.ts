import type { Years } from '../kernel/years.js';

/** What a row is about. */
export type Level = 'state-year' | 'dyad-year' | 'system-year' | 'vote' | 'episode' | 'membership';

/** Terms under which a source's re-coded figures may be passed on; tables under different licences are never merged. */
export type Terms =
  | 'CC BY 4.0'
  | 'CC0'
  | 'CC BY-SA 4.0'
  | 'CC BY-NC-SA 4.0'
  | 'public domain'
  | 'MIT'
  | 'own'
  | 'attribution'
  | 'attribution, non-commercial'
  | 'cite'
  /** Not to be passed on: never shipped, only read from the user’s own copy. */
  | 'local';

/** A named column at one level. */
export interface VariableCard {
  /** lower_snake, unique over the whole catalogue. */
  readonly name: string;
  readonly title: string;
  /** What the number means, in one or two sentences, with what it does not say. */
  readonly definition: string;
  readonly unit: string;
  /** Ends of the scale where it has ends, and what a higher value means. */
  readonly scale?: { readonly low?: number; readonly high?: number; readonly higher?: string };
  /** What each code of a categorical variable means; 0/1 variables need none. */
  readonly values?: Readonly<Record<number, string>>;
  /** The variables that hold the source's own interval around this one, and the probability it holds. */
  readonly interval?: { readonly low: string; readonly high: string; readonly level: number };
  /** The variable that holds the source's own standard error of this one, where it gives that and no interval. */
  readonly error?: string;
  /** Of a composite index: the variables of this world of which its source makes it. */
  readonly parts?: readonly string[];
  /** The source's statement that within its years a state or pair without a row has the value zero. */
  readonly absentIsZero?: string;
  /** For a dyad-year variable: the same for both directions. */
  readonly symmetric?: boolean;
  /** A column beside it that holds the reason of a missing value, where the source gives one. */
  readonly missing?: string;
  /** Known defects that concern this variable. */
  readonly defects?: readonly string[];
  /** Years in which the variable is defined, where they are fewer than the table's. */
  readonly years?: Years;
}

/** One Parquet table of the world. */
export interface TableCard {
  readonly name: string;
  readonly level: Level;
  /** Columns that identify a row, in the order in which rows are sorted. */
  readonly key: readonly string[];
  readonly says: string;
  /** Years that the source covers, as shipped: outside them a value is missing, never zero. */
  readonly years: Years;
  readonly variables: readonly VariableCard[];
}

/** Where figures come from and how they may be used. */
export interface SourceCard {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly citation: string;
  readonly terms: Terms;
  /** Upstream files read, relative to the folder of sources; `facts/…` are read from the project. */
  readonly files: readonly string[];
  /** What is known to be wrong upstream, and how the reader mends it. */
  readonly defects?: readonly string[];
}

/** How many state-years (or rows) a variable has by year, from `from` on. */
export interface Coverage {
  readonly rows: number;
  readonly states: number;
  readonly from: number;
  readonly to: number;
  readonly byYear: readonly number[];
}

export interface ManifestTable {
  readonly name: string;
  readonly file: string;
  readonly level: Level;
  readonly key: readonly string[];
  readonly says: string;
  readonly source: string;
  readonly licence: Terms;
  readonly years: Years;
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestVariable extends VariableCard {
  readonly table: string;
  readonly source: string;
  readonly level: Level;
  readonly years: Years;
  readonly coverage: Coverage;
}

export interface ManifestSource extends SourceCard {
  /** SHA-256 of each upstream file as it was read. */
  readonly read: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly rows: number;
  }[];
  /** Rows that did not enter the world, and why. */
  readonly lost: readonly { readonly reason: string; readonly rows: number }[];
}

export interface Manifest {
  readonly format: 1;
  /** Hash over all tables: the version of the world. */
  readonly world: string;
  /** Number of members of the state system by year, from `from` on. */
  readonly system: { readonly from: number; readonly to: number; readonly byYear: readonly number[] };
  readonly tables: readonly ManifestTable[];
  readonly variables: readonly ManifestVariable[];
  readonly sources: readonly ManifestSource[];
}
