import type { Issue } from '../un-roll-calls/issues.js';

/** How well the issue rule finds Voeten’s codes in years that had no part in it. */
export interface Reliability {
  /** Of the votes that the rule codes so, the share that Voeten codes so; and of those, the share that the rule finds. */
  readonly precision: number;
  readonly recall: number;
  /** Both are at least 0.9. */
  readonly reliable: boolean;
}

/** Years of the votes on which the rule was tried. */
export const tried = { from: 2013, to: 2018 } as const;

/** Precision and recall on votes of 2013–2018, as `scripts/issue-rule.ts` finds them; a test holds them to it. */
export const reliability: Readonly<Record<Issue, Reliability>> = {
  me: { precision: 0.967, recall: 0.956, reliable: true },
  nu: { precision: 1, recall: 0.989, reliable: true },
  di: { precision: 0.891, recall: 0.898, reliable: false },
  hr: { precision: 0.901, recall: 1, reliable: true },
  co: { precision: 0.757, recall: 0.933, reliable: false },
  ec: { precision: 0.928, recall: 0.889, reliable: false },
};
