/** A point of a picture; `x` is a year or a number, or a category in pictures of bars. */
export interface Point {
  readonly x: number | string;
  readonly y: number;
  readonly label?: string;
}

/** The part that a mark plays: claimed group or main series, what it is compared with, or context. */
export type Role = 'main' | 'comparison' | 'context';

export type Mark =
  | {
      readonly kind: 'line';
      readonly role: Role;
      readonly name: string;
      readonly points: readonly Point[];
      readonly dashed?: boolean;
    }
  | { readonly kind: 'dots'; readonly role: Role; readonly name: string; readonly points: readonly Point[] }
  | { readonly kind: 'bars'; readonly role: Role; readonly name: string; readonly points: readonly Point[] }
  | {
      readonly kind: 'band';
      readonly role: Role;
      readonly name: string;
      readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
    }
  | { readonly kind: 'rule'; readonly axis: 'x' | 'y'; readonly at: number; readonly label: string };

/**
 * A picture as data: what a design wants shown, in no drawing library’s terms. The title states the finding, the
 * subtitle the unit and years; the alternative text is made from the numbers.
 */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly alt: string;
  readonly x: { readonly label: string; readonly kind: 'year' | 'number' | 'category' };
  readonly y: { readonly label: string; readonly zero?: boolean };
  readonly marks: readonly Mark[];
  /** Horizontal bars (categories down the side) where category names are long. */
  readonly horizontal?: boolean;
}
