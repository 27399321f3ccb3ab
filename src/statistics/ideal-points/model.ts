import { fail } from '../../kernel/errors.js';

/** What may be chosen of the model of ideal points. */
export interface Model {
  /** Variance of a step between sessions with equally many votes is half of it; 0.5 as in the published estimates. */
  readonly smoothing: number;
  /** The prior of cut points: learned from the votes, or flat as in the published estimates. */
  readonly cuts: 'learned' | 'flat';
}

/** The model, with what was not chosen. Throws `ideal-points/options`. */
export function modelOf({ smoothing = 0.5, cuts = 'learned' }: Partial<Model>): Model {
  if (!(smoothing > 0 && smoothing < Number.POSITIVE_INFINITY)) {
    fail('ideal-points/options', `smoothing is ${smoothing}`, {
      hint: 'a number above 0; 0.5 in the published estimates',
    });
  }
  if (!['learned', 'flat'].includes(cuts)) {
    fail('ideal-points/options', `no such prior of cut points: ${cuts}`, { hint: 'learned or flat' });
  }
  return { smoothing, cuts };
}
