import type { CutPrior } from './cut-prior.js';
import type { VotePanel } from './vote-panel.js';

/** One set of values of all that is estimated. */
export interface Fit {
  /** θ of each unit. */
  readonly places: Float64Array;
  /** β, γ₁, γ₂ of each item, one after the other. In an item with two choices γ₁ and γ₂ are one. */
  readonly items: Float64Array;
  /** What is held of γ before the votes are seen. */
  readonly cuts: CutPrior;
}

/** What is held of places before the votes are seen. */
export interface Prior {
  /** Of each unit, one over the variance of the step from the same state’s unit before; 0 where there is none. */
  readonly tie: Float64Array;
  /** Of each unit, one over the variance of its place around 0. */
  readonly anchor: Float64Array;
}

/** With it the places of the whole Assembly have a variance of about 1, which is the unit of `smoothing`. */
const meanAnchor = 1.8;

/**
 * The density of all places before the votes are seen,
 *
 *     p(θ) ∝ exp(−½ Σ (θ_it − θ_is)²/v_it − ½ Σ a_it θ_it²).
 *
 * Ties, as in Bailey, Strezhnev and Voeten (2017): the variance of a step from the state’s session before is
 * v = `smoothing` · n/(n + m), with n and m the votes that it cast in this and in that session, so that few votes lean
 * on the past and many stand by themselves. In their estimates `smoothing` is 0.5.
 *
 * Anchors give the panel its scale and middle, where they map the places to mean 0 and variance 1 in every round. An
 * anchor is proportional to the votes cast, as what the votes themselves say is: so all places are drawn in by the same
 * share (under one per cent), which one map of the whole panel undoes, and none relative to another.
 */
export function priorOf({ before, unitVotes }: VotePanel, smoothing: number): Prior {
  const mean = unitVotes.reduce((a, b) => a + b, 0) / unitVotes.length;
  return {
    tie: Float64Array.from(before, (from, u) =>
      from < 0 ? 0 : (unitVotes[u]! + unitVotes[from]!) / (smoothing * unitVotes[u]!),
    ),
    anchor: Float64Array.from(unitVotes, (n) => (meanAnchor * n) / mean),
  };
}
