import type { Estimate } from '../designs/design.js';

/** What a run yields for a specification: an estimate, or the error that stopped it. */
export type Outcome =
  | { readonly estimate: Estimate }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Outcomes by the key of their specification. */
export type Outcomes = ReadonlyMap<string, Outcome>;
