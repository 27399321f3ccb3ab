import type { Estimate } from '../designs/design.js';

/** What a run yields for a specification: an estimate, or the error that stopped it. */
export type Outcome =
  | {
      readonly estimate: Estimate;
      /** The estimates in worlds without an effect (`worlds-without-effect.ts`); absent for figures. */
      readonly without?: string;
    }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Outcomes by the key of their specification. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** True for what a run has written down as an outcome. */
export function isOutcome(value: unknown): value is Outcome {
  const { estimate, error, without } = (value ?? {}) as Partial<
    Record<'estimate' | 'error' | 'without', Record<string, unknown>>
  >;
  if (error) return typeof error['code'] === 'string' && typeof error['message'] === 'string';
  if (without !== undefined && typeof without !== 'string') return false;
  return estimate !== undefined && isEstimate(estimate as unknown as Estimate);
}

/** True where value and interval are numbers; a design that yields something else has failed. */
export const isEstimate = ({ value, low, high }: Estimate): boolean =>
  [value, low, high].every(Number.isFinite);
