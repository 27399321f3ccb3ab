import type { EffectScale } from './effect-scale.js';

/** A specification of the first reading of a part, as a critic needs it. */
export interface Asked {
  readonly key: string;
  readonly parameters: unknown;
  readonly weight: number;
  readonly matters: number;
  readonly value: number;
}

/**
 * What a critic asks of the record: nothing but this and the world decides the answer, so that it can be found by any
 * worker and kept.
 */
export interface Question {
  readonly kind: 'leave-out' | 'source-errors' | 'others-in-place';
  readonly design: string;
  readonly specifications: readonly Asked[];
  /** Which of them lies nearest the median. */
  readonly typical: number;
  readonly scale: EffectScale;
}
