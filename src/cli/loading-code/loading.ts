import type { OutColumn } from '../out-table.js';
import type { Format } from '../write-table.js';

/** What a column holds, as the languages tell it apart. */
export type Kind = 'whole' | 'number' | 'text' | 'date';

export interface TypedColumn extends OutColumn {
  readonly kind: Kind;
}

/** A file to be loaded. */
export interface Loading {
  readonly file: string;
  readonly format: Format;
  readonly columns: readonly TypedColumn[];
}

/** Codes other than no and yes, which need no table. */
export const codesOf = ({ values }: OutColumn): readonly (readonly [code: string, meaning: string])[] =>
  values === undefined || (values[0] === 'no' && values[1] === 'yes') ? [] : Object.entries(values);
