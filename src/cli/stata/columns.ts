/** How Stata keeps a column: whole numbers of one, two or four bytes, numbers of eight, or a text of so many bytes. */
export type StataType = 'byte' | 'int' | 'long' | 'double' | { readonly text: number };

export interface StataColumn {
  /** As Stata takes it; see `stataNames`. */
  readonly name: string;
  readonly type: StataType;
  readonly label: string;
  /** True for days counted from 1 January 1960. */
  readonly date?: boolean;
  /** What the codes mean. */
  readonly values?: Readonly<Record<number, string>> | undefined;
  readonly notes?: readonly string[];
}

/** What a Stata file says beside its numbers. */
export interface StataFile {
  readonly label: string;
  readonly notes: readonly string[];
  readonly columns: readonly StataColumn[];
  readonly rows: number;
  /** Names of the columns by which rows are sorted. */
  readonly sortedBy: readonly string[];
}

/** Longest text that a fixed-width column holds, in bytes. */
export const longestText = 2045;

const widths = { byte: 1, int: 2, long: 4, double: 8 } as const;

/** Values that each whole-number type can hold; what lies above stands for kinds of missing. */
export const wholeNumbers = {
  byte: [-127, 100],
  int: [-32767, 32740],
  long: [-2147483647, 2147483620],
} as const;

export const widthOf = (type: StataType): number => (typeof type === 'string' ? widths[type] : type.text);

/** Bytes of a row. */
export const rowWidth = (columns: readonly StataColumn[]): number =>
  columns.reduce((sum, c) => sum + widthOf(c.type), 0);
